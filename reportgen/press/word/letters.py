"""Text as a Word file can hold it: what is no letter is left out, all else stays as typed."""

from __future__ import annotations

import re

# XML 1.0 has no place for these (section 2.2), or calls them no characters.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile("[\t\n\r\x85\u2028\u2029]+")


def plain(text: str) -> str:
    """The text on one line, without control characters and without those that turn the reading direction."""
    return _SPACES.sub(" ", _TURNING.sub("", _CONTROLS.sub("", text)))
