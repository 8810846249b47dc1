"""The whole project file as one value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportgen.model.spec.measures import Indicator, ListingSpec, RecordSpec, TableSpec
from reportgen.model.spec.outputs import DocumentSpec, Edition, Fact, FigureSpec, Publisher, Rounding
from reportgen.model.spec.sources import RecipientsSpec, Source, TextSpec
from reportgen.model.spec.texts import Texts


@dataclass(frozen=True, slots=True)
class Project:
    """The whole project file; `root` is the folder it lies in, and nothing outside it is read."""

    root: Path
    file: Path
    publisher: Publisher
    languages: tuple[str, ...]
    editions: tuple[Edition, ...]
    rounding: Rounding
    sources: tuple[Source, ...]
    recipients: RecipientsSpec
    indicators: tuple[Indicator, ...]
    listings: tuple[ListingSpec, ...]
    records: tuple[RecordSpec, ...]
    facts: tuple[Fact, ...]
    units: tuple[tuple[str, Texts], ...]
    figures: tuple[FigureSpec, ...]
    documents: tuple[DocumentSpec, ...]
    tables: tuple[TableSpec, ...] = ()
    texts: TextSpec | None = None

    @property
    def templates(self) -> Path:
        """The folder of page templates, styles and fonts."""
        return self.root / "templates"

    def source(self, name: str) -> Source:
        """The source of this name; the project file was checked, so it is there."""
        return next(source for source in self.sources if source.name == name)

    def indicator(self, code: str) -> Indicator:
        """The indicator of this code; the project file was checked, so it is there."""
        return next(indicator for indicator in self.indicators if indicator.code == code)

    def unit(self, code: str) -> Texts:
        """The words for a unit."""
        return next((texts for name, texts in self.units if name == code), Texts((("en", code),)))

    def edition(self, year: int | None) -> Edition | None:
        """The edition of this year, or the newest; None when there is no such edition."""
        if year is None:
            return max(self.editions, key=lambda edition: edition.year)
        return next((edition for edition in self.editions if edition.year == year), None)
