"""Text that no spreadsheet program takes for a formula, and the same text back again."""

from __future__ import annotations

import re

NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
# What begins a formula (OWASP's list, with the full-width signs that Excel reads alike). Where a program parts cells at
# semicolons, as Excel does in most of Europe, or at tabs or line breaks, a cell may begin in the middle of a text.
_SIGNS = r"=+\-@＝＋－＠"
_STARTS = rf"(?:^(?={{0}}[{_SIGNS}\t\r\n])|(?<=[;\t\r\n])(?={{0}}[{_SIGNS}]))"
_LIVE = re.compile(_STARTS.format("'*"))
_GUARDED = re.compile(_STARTS.format("'+") + "'")


def inert(text: str) -> str:
    """The text with an apostrophe before whatever would begin a formula; a number stays as it is."""
    return text if NUMBER.fullmatch(text) else _LIVE.sub("'", text)


def as_typed(text: str) -> str:
    """The text that `inert` was given."""
    return _GUARDED.sub("", text)
