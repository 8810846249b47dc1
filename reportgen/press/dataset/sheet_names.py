"""Names that a spreadsheet program takes for sheets and for the columns of a table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 31  # UTF-16 units, as Excel counts
LONGEST_HEADING = 255
FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
# Excel keeps this name for itself, in every language it speaks.
RESERVED = "history"


def name_sheets(wanted: Iterable[str]) -> tuple[str, ...]:
    """The wanted names made valid: no two alike, at most 31 letters, without the signs Excel forbids."""
    return _apart((_valid(name) for name in wanted), LONGEST, {RESERVED})


def name_columns(wanted: Iterable[str]) -> tuple[str, ...]:
    """The wanted headings on one line each, no two alike and none empty, as the columns of a table must be."""
    return _apart((_plain(name) or "–" for name in wanted), LONGEST_HEADING, set())


def _apart(names: Iterable[str], longest: int, taken: set[str]) -> tuple[str, ...]:
    found: list[str] = []
    for name in names:
        count, own = 1, _cut(name, longest)
        while own.casefold() in taken:
            count += 1
            tail = f" ({count})"
            own = _cut(name, longest - len(tail)) + tail
        taken.add(own.casefold())
        found.append(own)
    return tuple(found)


def _valid(name: str) -> str:
    return _plain(FORBIDDEN.sub(" ", name)).strip("' ") or "–"


def _plain(name: str) -> str:
    """The name without control characters, its blanks single."""
    letters = (" " if unicodedata.category(one) in {"Cc", "Cn"} else one for one in unicodedata.normalize("NFC", name))
    return " ".join("".join(letters).split())


def _cut(name: str, longest: int) -> str:
    units = name.encode("utf-16-le")[: 2 * longest]
    return units.decode("utf-16-le", "ignore").rstrip("' ")
