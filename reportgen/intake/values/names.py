"""Names compared as people mean them, and the nearest one to a misspelt name."""

from __future__ import annotations

import difflib
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# The signs and words that Nordic and English cells put between two names.
_BETWEEN = re.compile(r"\s*[,;/&+\n]\s*|\s+(?:og|och|ja|and|samt|sekä|ásamt)\s+", re.IGNORECASE)

_LIKE = 0.6  # the share of letters two names must have in common to be near
_AS_NEAR = 0.1  # how much less like the second name may be than the first


def fold(text: str) -> str:
    """The text in the form in which two names are the same: NFC, without case, blanks single and ordinary."""
    return unicodedata.normalize("NFC", " ".join(text.split()).casefold())


def tidy(text: str) -> str:
    """The text of a cell as it is kept: NFC, one kind of line end, no ordinary or no-break space at its ends."""
    if text.isascii() and "\r" not in text:
        return text.strip()
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def nearest(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known name most like the text, and a second where it is as near; case alone makes no distance."""
    by_fold: dict[str, str] = {}
    for name in known:
        by_fold.setdefault(fold(name), name)
    wanted = fold(text)
    if wanted in by_fold:
        return (by_fold[wanted],)
    close = difflib.get_close_matches(wanted, by_fold, n=2, cutoff=_LIKE)
    if len(close) > 1 and _likeness(wanted, close[0]) - _likeness(wanted, close[1]) > _AS_NEAR:
        del close[1]
    return tuple(by_fold[found] for found in close)


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, other, one).ratio()


def suggestion(text: str, known: Iterable[str]) -> str | None:
    """The words `did you mean ...?` with the nearest names, or None when no name is near."""
    found = nearest(text, known)
    return f"did you mean {' or '.join(found)}?" if found else None


def parts(text: str) -> tuple[str, ...]:
    """The names that a cell seems to hold when it holds several: `Larvik og Skien` gives two."""
    return tuple(part for part in _BETWEEN.split(text) if part)
