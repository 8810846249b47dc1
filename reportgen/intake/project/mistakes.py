"""A mistake in the project file, and the sentence that tells it: file, line, key, what is wrong, what to write."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

Keys = tuple[str | int, ...]

_HEADER = re.compile(r"\s*\[\[?[^\[\]=]+\]\]?\s*(#.*)?$")
# Possessive (`++`), or a long line of words without `=` would be tried in every way there is to part it.
_ENTRY = re.compile(r"""\s*+((?:"[^"]*"|'[^']*'|[\w.-]++|\s++)+?)\s*+=""")
_MANY = 12


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: the keys that lead to it, a sentence, and the value at fault as the file spells it, if any."""

    keys: Keys
    what: str
    value: str | None = None


def suggest(name: str, names: Iterable[str]) -> str:
    """The nearest of `names`, as advice; all of them when none is near."""
    known = tuple(dict.fromkeys(names))
    near = get_close_matches(name, known, n=1, cutoff=0.6)
    if near:
        return f'did you mean "{near[0]}"?'
    if not known:
        return "there is none yet"
    listed = ", ".join(known[:_MANY])
    return f"choose one of {listed}" + (", ..." if len(known) > _MANY else "")


def tell(file: str, text: str, mistake: Mistake) -> str:
    """The mistake in one line: file › line › keys: what is wrong and what to do."""
    place = [file, f"line {line_of(text, mistake)}"]
    if mistake.keys:
        place.append(spell(mistake.keys))
    return f"{' › '.join(place)}: {mistake.what}"


def spell(keys: Keys) -> str:
    """Keys as TOML writes them: `documents.letters.key_figures[2].indicator`, counted from 1."""
    spelt = ""
    for key in keys:
        if isinstance(key, int):
            spelt += f"[{key + 1}]"
        else:
            bare = re.fullmatch(r"[\w-]+", key, re.ASCII)
            spelt += ("." if spelt else "") + (key if bare else f'"{key}"')
    return spelt


def line_of(text: str, mistake: Mistake) -> int:
    """The number of the line that holds the mistake: the value's where it can be found, else its key's or table's."""
    lines = text.splitlines()
    wanted = tuple(key for key in mistake.keys if isinstance(key, str))
    starts = _starts(lines)
    best, depth = max(
        ((number, _shared(path, wanted)) for number, path in starts),
        key=lambda start: (start[1], -start[0]),
        default=(1, 0),
    )
    if depth == 0:
        return 1
    end = min((number for number, _ in starts if number > best), default=len(lines) + 1)
    sought = [mistake.value, *reversed(wanted[depth:])]
    for words in filter(None, sought):
        for number in range(best, end):
            if words in lines[number - 1]:
                return number
    return best


def _shared(path: tuple[str, ...], wanted: tuple[str, ...]) -> int:
    """How many keys two paths share, where one is the beginning of the other; else none."""
    shared = min(len(path), len(wanted))
    return shared if path[:shared] == wanted[:shared] else 0


def _starts(lines: list[str]) -> list[tuple[int, tuple[str, ...]]]:
    """The line number and full path of each table header and each `key =` at the start of a line."""
    table: tuple[str, ...] = ()
    starts = []
    for number, line in enumerate(lines, 1):
        if _HEADER.match(line):
            table = _path(line)
            starts.append((number, table))
        elif entry := _ENTRY.match(line):
            starts.append((number, table + _path(f"{entry[1]} = 0")))
    return starts


def _path(line: str) -> tuple[str, ...]:
    """The keys of one header or entry; none when the line only looks like one (inside a long text)."""
    try:
        found: object = tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return ()
    path = []
    while isinstance(found, dict) and found:
        key, found = next(iter(found.items()))
        path.append(key)
    return tuple(path)
