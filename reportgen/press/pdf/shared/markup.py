"""The patterns that HTML is read with, each made once: tinyhtml5 keeps them too, but under a name it never asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tinyhtml5 import inputstream

from reportgen.press.pdf.seams import Seam


class _Patterns(dict[object, re.Pattern[str]]):
    """Keeps a pattern under the name that it was last asked for in vain."""

    _asked: object = None

    def __missing__(self, asked: object) -> re.Pattern[str]:
        self._asked = asked
        raise KeyError(asked)

    def __setitem__(self, _name: object, pattern: re.Pattern[str]) -> None:
        super().__setitem__(self._asked, pattern)


_patterns = _Patterns()


def seams() -> Iterator[Seam]:
    """Where HTML is read up to the next of some characters."""
    yield inputstream, "characters_until_regex", _patterns
