"""The memory that the engine is lent, and when it is not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import weasyprint

from reportgen.press.pdf.seams import standing_in
from reportgen.press.pdf.shared import flow, hyphens, markup, pictures, sizes, subsets
from reportgen.press.pdf.shared.drawn import Pen
from reportgen.press.pdf.shared.lines import Lines
from reportgen.press.pdf.shared.styles import Styles

ENGINE = "70."  # whose functions the seams are


class Memory:
    """What the engine found out so far, for all documents of one press."""

    def __init__(self) -> None:
        self._styles, self._lines, self._pen = Styles(), Lines(), Pen()
        parts = (markup, hyphens, self._styles, flow, sizes, pictures, subsets, self._lines, self._pen)
        self._shared = parts if weasyprint.__version__.startswith(ENGINE) else ()  # then the engine works alone

    @contextmanager
    def lent(self) -> Iterator[None]:
        """The engine with this memory, within the context; what was left half done there is not remembered."""
        self._lines.begin()
        try:
            with standing_in(seam for part in self._shared for seam in part.seams()):
                yield
        except BaseException:
            self.forget()
            raise
        self._styles.end_document()
        if self._pen.is_full:
            self._lines.forget()
            self._pen.forget()

    def forget(self) -> None:
        """Begin anew: the engine complains of a fault where it finds it out, and of what it knows no more."""
        self._styles.forget()
        self._lines.forget()
