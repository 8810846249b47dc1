"""The memory that the engine is lent, and when it is not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext

import weasyprint

from reportgen.press.pdf.seams import standing_in
from reportgen.press.pdf.shared import pictures, sizes
from reportgen.press.pdf.shared.drawn import Pen
from reportgen.press.pdf.shared.lines import Lines
from reportgen.press.pdf.shared.styles import Styles

ENGINE = "70."  # whose functions the seams are
VIEWPORT = re.compile(r"\d[sld]?v(?:w|h|i|b|min|max)\b")  # lengths that follow from the first page of a document


class Memory:
    """What the engine found out so far, for all documents of one press; `styles` are its style sheets as text."""

    def __init__(self, styles: Iterable[str]) -> None:
        self._styles, self._lines, self._pen = Styles(), Lines(), Pen()
        self._alone = not weasyprint.__version__.startswith(ENGINE) or any(map(VIEWPORT.search, styles))

    def lent(self) -> AbstractContextManager[None]:
        """The engine with this memory, within the context: for one document."""
        if self._alone:
            return nullcontext()
        self._lines.begin()
        shared = (self._styles, sizes, pictures, self._lines, self._pen)
        return standing_in(seam for part in shared for seam in part.seams())

    def forget(self) -> None:
        """Begin anew: the engine complains of a fault where it finds it out, and of what it knows no more."""
        self._styles.forget()
        self._lines.forget()
