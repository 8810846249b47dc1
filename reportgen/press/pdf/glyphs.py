"""The letters a document may use: those that the fonts of its folder can draw."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path

from reportgen.errors import TemplateError

FORMATS = (".otf", ".ttf")
FAMILY_NAMES = frozenset({1, 16})  # in a font's table of names (OpenType, `name`)
GENERIC = frozenset({"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui"})

# These steer line breaking and leave no mark; the layout engine draws nothing for them, whatever the font holds.
INVISIBLE = frozenset("\t\n\r\f \u00ad\u200b\u2060")

# These turn the reading direction of what follows: a line would then read otherwise than it was checked.
TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

UNNAMED = {"Cc": "CONTROL CHARACTER", "Co": "PRIVATE USE", "Cs": "SURROGATE"}
WORDS_AROUND = 24


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts of one folder: their family names (case folded) and every character at least one of them draws."""

    folder: Path
    families: frozenset[str]
    characters: frozenset[str]


@cache
def read_fonts(folder: Path) -> Fonts:
    """Give the fonts of `folder` (.otf and .ttf); a TemplateError when there is none, or one that cannot be read."""
    files = sorted(path for path in folder.glob("*") if path.suffix.lower() in FORMATS)
    if not files:
        raise TemplateError(f"{folder}: there is no font here; put at least one .otf or .ttf file into this folder")
    families: set[str] = set()
    characters: set[str] = set()
    for path in files:
        names, letters = _read_font(path)
        families |= names
        characters |= letters
    return Fonts(folder, frozenset(families), frozenset(characters))


def missing_glyphs(texts: Iterable[str], fonts: Fonts) -> tuple[str, ...]:
    """Give one sentence for each character of `texts` that may not be printed, where it stands first; empty is good."""
    pieces = tuple(texts)
    # Nothing composes with a line break, so the texts are looked at in one go; almost never is there more to do.
    shown = set(unicodedata.normalize("NFC", "\n".join(pieces)))
    wrong = sorted(shown - fonts.characters - INVISIBLE | shown & TURNING)
    composed = [unicodedata.normalize("NFC", piece) for piece in pieces] if wrong else []
    return tuple(_sentence(letter, next(piece for piece in composed if letter in piece)) for letter in wrong)


def missing_families(stacks: Iterable[tuple[str, ...]], fonts: Fonts) -> tuple[str, ...]:
    """Give one sentence for each font that `stacks` (lists of family names, as CSS has them) ask for first in vain."""
    asked = {next((name for name in stack if name.lower() not in GENERIC), None) for stack in stacks}
    absent = sorted(name for name in asked if name is not None and name.casefold() not in fonts.families)
    have = ", ".join(sorted(fonts.families))
    return tuple(f"the font “{name}” is not in {fonts.folder.name}; add its files, or use {have}" for name in absent)


def drawing_texts(drawing: bytes) -> tuple[str, ...]:
    """Give every piece of text an SVG drawing shows."""
    # The bytes are our own chart's, or a file of the project's templates; the engine parses the same ones next.
    from xml.etree import ElementTree as ET

    root = ET.fromstring(drawing)  # noqa: S314 - see above
    return tuple(piece for text in root.iter("{http://www.w3.org/2000/svg}text") for piece in text.itertext())


def drawing_families(drawing: bytes) -> tuple[tuple[str, ...], ...]:
    """Give the lists of font families an SVG drawing names."""
    return tuple(dict.fromkeys(_stacks(drawing.decode("utf-8"))))


def _read_font(path: Path) -> tuple[set[str], set[str]]:
    """The family names and the characters of one font file."""
    from matplotlib.ft2font import FT2Font

    try:
        font = FT2Font(path)
        names, characters = font.get_sfnt(), font.get_charmap()
    except (RuntimeError, ValueError, OSError) as fault:
        raise TemplateError(f"{path}: this font cannot be read ({fault}); put an intact file in its place") from fault
    families = {_decoded(name, *how) for (*how, kind), name in names.items() if kind in FAMILY_NAMES}
    return families, set(map(chr, characters))


def _decoded(name: bytes, platform: int, encoding: int, language: int) -> str:
    """A name of a font, which each system writes in its own way."""
    import fontTools.encodings.codecs  # noqa: F401  with it Python knows more of them
    from fontTools.misc.encodingTools import getEncoding

    return name.decode(getEncoding(platform, encoding, language, "latin-1"), errors="replace").casefold()


def _sentence(character: str, text: str) -> str:
    """What is wrong with one character, with the words around it."""
    name = unicodedata.name(character, UNNAMED.get(unicodedata.category(character), "UNNAMED"))
    place = text.index(character)
    around = text[max(0, place - WORDS_AROUND) : place + WORDS_AROUND + 1].translate(_hidden())
    wrong = "turns the reading direction" if character in TURNING else "is in no font of the project"
    return f"the character U+{ord(character):04X} {name} {wrong}; it stands in “{' '.join(around.split())}”"


@cache
def _hidden() -> dict[int, str]:
    """What stands for characters that would make the sentence itself unreadable."""
    controls = (chr(point) for point in (*range(32), *range(127, 160)))
    return {ord(character): "\N{WHITE SQUARE}" for character in (*controls, *TURNING) if character not in "\t\n\r"}


def _stacks(markup: str) -> Iterator[tuple[str, ...]]:
    """Every list of families in an SVG: attributes, `font-family:` and the `font:` shorthand of style attributes."""
    for double, single in re.findall(r"""\s(?:font-family|style)\s*=\s*(?:"([^"]*)"|'([^']*)')""", markup):
        value = unescape(double or single)
        declared = re.findall(r"font-family:\s*([^;]+)", value)
        shorthand = re.findall(r"font:[^;]*?\d(?:px|pt|em|mm|%)(?:/\S+)?\s+([^;]+)", value)
        named = [value] if ":" not in value else []
        for families in (*declared, *shorthand, *named):
            yield tuple(name.strip().strip("'\"") for name in families.split(",") if name.strip())
