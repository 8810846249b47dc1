"""The whole project file as one value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportgen.model.spec.funder import FunderSpec
from reportgen.model.spec.measures import Indicator, ListingSpec, RecordSpec, TableSpec
from reportgen.model.spec.outputs import DocumentSpec, Edition, Fact, FigureSpec, Publisher, Rounding
from reportgen.model.spec.sources import RecipientsSpec, Source, TextSpec
from reportgen.model.spec.texts import Term, Texts, Unit


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
    units: tuple[Unit, ...]
    figures: tuple[FigureSpec, ...]
    documents: tuple[DocumentSpec, ...]
    tables: tuple[TableSpec, ...] = ()
    texts: TextSpec | None = None
    terms: tuple[Term, ...] = ()
    funder: FunderSpec | None = None

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

    def unit(self, code: str) -> Unit:
        """The words for a unit; its code where there are none, as for a share."""
        return next((unit for unit in self.units if unit.code == code), Unit(code, Texts((("en", code),))))

    def end(self, source: str, path: str) -> tuple[Source, str]:
        """Where a dotted name leads: `activity.status` of participations is (activities, "status")."""
        end = self.source(source)
        while (head := path.partition("."))[1] and end.column(path) is None:
            column = end.column(head[0])
            if column is None or column.refers_to is None:
                break
            end, path = self.source(column.refers_to), head[2]
        return end, path

    def term(self, source: str, path: str) -> Term | None:
        """The words for the column that a dotted name leads to, or None where the author gave none."""
        end, column = self.end(source, path)
        return next((term for term in self.terms if (term.source, term.column) == (end.name, column)), None)

    def country_path(self, indicator: Indicator) -> str | None:
        """By which dotted name an indicator's rows know the country of whose they are; None where they are nobody's."""
        measured = self.indicator(indicator.measure.denominator) if indicator.measure.denominator else indicator
        owner = self.source(measured.source).recipient
        return f"{owner}.{self.recipients.country}" if owner and self.recipients.country else None

    def edition(self, year: int | None) -> Edition | None:
        """The edition of this year, or the newest; None when there is no such edition."""
        if year is None:
            return max(self.editions, key=lambda edition: edition.year)
        return next((edition for edition in self.editions if edition.year == year), None)
