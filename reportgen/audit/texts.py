"""Texts made comparable: one kind of space, no hyphenation, no ligatures, no apostrophe against formulas."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

# Where a line was broken inside a word: the soft hyphen itself, and what PDFium puts for one.
_HYPHENATION = re.compile("[\u00ad\ufffe\x02]\\s*")
# An apostrophe that keeps a spreadsheet program from taking a text for a formula.
_GUARD = re.compile(r"'(?='*[=+\-@\t\r\n＝＋－＠])")
_NUMERAL = re.compile(r"\d+(?:\W\d{3})*")


def fold(text: str) -> str:
    """The text for comparing: compatible letters, plain single spaces, small letters, no hyphenation."""
    joined = _HYPHENATION.sub("", text)
    return " ".join(unicodedata.normalize("NFKC", joined).split()).casefold()


def as_typed(text: str) -> str:
    """A cell's text without the apostrophes that guard it."""
    return _GUARD.sub("", text)


def lacking(printed: Iterable[str], page: str) -> dict[str, tuple[int, int]]:
    """The printed texts that stand on the folded page less often than they should: text -> (found, expected).

    A text counts only where no letter or digit stands beside it, so that 15 is not found in 157.
    """
    wanted = Counter(shown for shown in map(fold, printed) if shown)
    found = {shown: count(shown, page) for shown in wanted}
    return {shown: (found[shown], times) for shown, times in wanted.items() if found[shown] < times}


def count(shown: str, page: str) -> int:
    """How often the folded text stands on the folded page."""
    return len(re.findall(_bounded(re.escape(shown), shown), page))


def instead(shown: str, page: str) -> str | None:
    """What stands on the folded page in the folded text's words, with another number; None where nothing does."""
    if not re.search(r"[^\W\d]{2}", shown) or not re.search(r"\d", shown):
        return None
    numeral = r"\d+(?:\W\d{3})*"
    pattern = numeral.join(re.escape(part) for part in _NUMERAL.split(shown))
    others = (found[0] for found in re.finditer(_bounded(pattern, shown), page))
    return next((other for other in others if other != shown), None)


def _bounded(pattern: str, shown: str) -> str:
    before = r"(?<!\w)" if shown[:1].isalnum() else ""
    after = r"(?!\w)" if shown[-1:].isalnum() else ""
    return f"{before}{pattern}{after}"
