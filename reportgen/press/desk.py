"""One document on the desk: what every block that a text places is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportgen.model.annexes import Annex
from reportgen.model.documents import Document
from reportgen.model.records import PrintedValue
from reportgen.press.figures import Album
from reportgen.press.pages import Pages
from reportgen.press.prose.filters import Filters
from reportgen.press.prose.text import Section
from reportgen.press.prose.values import Shown


@dataclass(frozen=True, slots=True)
class Desk:
    """One document on the desk: its values, the fixed words of its language, its figures."""

    pages: Pages
    document: Document
    scene: Mapping[str, object]
    words: Mapping[str, str]
    figures: Album
    sections: tuple[Section, ...] = ()
    annex: Annex | None = None

    @property
    def filters(self) -> Filters:
        """The filters of the document's language."""
        return Filters(self.document.language, self.document.rounding)

    def fill(self, name: str, printed: tuple[PrintedValue, ...] = (), **context: object) -> Shown:
        """A block's template filled."""
        html = self.pages.fill(f"blocks/{name}.html", {**context, "words": self.words})
        return Shown(html, printed, block=True)
