"""The project file as it may be written: every table and key. Imports pydantic, so it is imported late.

pydantic rather than msgspec, because it reports every mistake of a file and not only the first.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Self

from pydantic import AfterValidator, Field, PlainValidator, model_validator

from reportgen.intake.project import values
from reportgen.intake.project.funder_schema import FunderTable, KeyFigureTable
from reportgen.intake.project.mistakes import suggest
from reportgen.intake.project.shapes import (
    ByLanguage,
    Code,
    Country,
    Filled,
    Folder,
    Language,
    Names,
    Number,
    Pattern,
    Span,
    Table,
    Texts,
    Where,
    Year,
)
from reportgen.model.spec import (
    Aggregation,
    Direction,
    FigureKind,
    Kind,
    Measure,
    Order,
    Period,
    Pick,
    Rounding,
    Whose,
)


class PublisherTable(Table):
    name: Filled
    established: int = Field(ge=1000, le=2100)
    place: Texts
    address: list[Filled] = []
    country: Country | None = None
    email: Annotated[str, AfterValidator(values.email)] | None = None
    website: Annotated[str, AfterValidator(values.website)] | None = None
    accent: Annotated[str, AfterValidator(values.accent)] = "#1B4D6B"
    rounding: Annotated[Rounding, PlainValidator(values.rounding)] = Rounding()
    notice: Texts = {}


class EditionTable(Table):
    date: dt.date
    data_date: dt.date | None = None
    deadline: dt.date | None = None


class ColumnTable(Table):
    header: Filled | None = None
    headers: ByLanguage | None = None
    kind: Annotated[Kind, PlainValidator(values.one_of(Kind))] = Kind.TEXT
    required: Annotated[bool | tuple[str, ...], PlainValidator(values.needed)] = True
    refers_to: str | None = None
    allowed: list[Filled] = []
    aliases: dict[str, Filled] = {}
    not_recorded: list[str] = []
    locale: Language | None = None
    formats: list[Annotated[str, AfterValidator(values.date_format)]] = []
    minimum: Number | None = None
    maximum: Number | None = None
    separator: Filled | None = None
    fill_merged: bool = False

    @model_validator(mode="after")
    def _one_kind_of_header(self) -> Self:
        if self.header and self.headers:
            raise ValueError("has both header and headers; keep headers for one column a language, else header")
        return self

    @model_validator(mode="after")
    def _required_in_its_languages(self) -> Self:
        known = tuple(self.headers or ())
        for code in self.required if isinstance(self.required, tuple) else ():
            if code not in known:
                raise ValueError(f'is required in "{code}", which is not among its headers; {suggest(code, known)}')
        return self


class SourceTable(Table):
    files: Pattern
    sheet: Filled | None = None
    key: list[str] = []
    names: list[str] = []
    date: str | None = None
    year: str | None = None
    valid: list[str] | None = Field(default=None, min_length=2, max_length=2)
    recipient: str | None = None
    encoding: Annotated[str, AfterValidator(values.encoding)] | None = None
    stop: Filled | None = None
    read_hidden: bool = False
    columns: dict[Code, ColumnTable] = Field(min_length=1)


class TermTable(Table):
    title: Texts
    values: dict[Filled, Texts] = {}


class RecipientsTable(Table):
    source: str
    name: str
    where: str | None = None
    languages: str
    country: str | None = None
    member_from: str | None = None
    member_to: str | None = None
    successor: str | None = None
    email: str | None = None
    address: list[str] = []
    latitude: str | None = None
    longitude: str | None = None


class IndicatorTable(Table):
    title: Texts
    definition: Texts
    source: str | None = Field(default=None, alias="from")
    measure: Annotated[Measure, PlainValidator(values.measure)]
    unit: str
    where: Where = {}
    period: Span | None = None
    by: list[str] = []
    direction: Annotated[Direction, PlainValidator(values.one_of(Direction))] = Direction.ASCENDING
    baseline: dict[Year, Number] | None = Field(default=None, min_length=1, max_length=1)
    target: dict[Year, Number] = {}
    not_recorded_beside: str | None = None

    @model_validator(mode="after")
    def _rows_of_its_own(self) -> Self:
        is_ratio = self.measure.aggregation is Aggregation.RATIO
        if is_ratio and (self.source or self.where or self.period):
            raise ValueError("is a ratio, whose rows are those of its two indicators; take out from, where and period")
        if not is_ratio and not self.source:
            raise ValueError('has no rows; add from = "..." with the name of a source')
        return self


class ListTable(Table):
    title: Texts
    source: str = Field(alias="from")
    value: str
    where: Where = {}
    period: Span = Period()
    order: str | None = None
    show: Annotated[values.Reading, PlainValidator(values.one_of(values.Reading))] = values.Reading.TEXT


class RecordTable(Table):
    title: Texts
    source: str = Field(alias="from")
    fields_: dict[Code, Names] = Field(alias="fields", min_length=1)
    where: Where = {}
    period: Span = Period()
    order: str | None = None
    pick: Annotated[Pick, PlainValidator(values.one_of(Pick))] = Pick.FIRST


class FactTable(Table):
    text: Texts
    reason: Filled


class TableColumnTable(Table):
    header: Texts
    path: str | None = None
    distinct: str | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.path is None) == (self.distinct is None):
            raise ValueError("needs either path (a column) or distinct (what is counted)")
        return self


class TableTable(Table):
    title: Texts
    source: str = Field(alias="from")
    row: str
    columns: dict[Code, TableColumnTable] = Field(min_length=1)
    where: Where = {}
    period: Span = Period()
    order: str | None = None


class TextsTable(Table):
    source: str = Field(alias="from")
    part: str
    text: str


class FigureTable(Table):
    indicator: str = ""
    by: str = ""
    kind: Annotated[FigureKind, PlainValidator(values.one_of(FigureKind))] = FigureKind.BARS
    whose: Annotated[Whose, PlainValidator(values.one_of(Whose))] = Whose.NETWORK
    indicators: list[str] = []
    figures: list[str] = []
    table: str | None = None
    title: Texts
    caption: Texts
    note: Texts = {}
    categories: dict[str, Texts] = {}
    order: Annotated[Order, PlainValidator(values.one_of(Order))] | None = None
    compare: bool = False
    width_mm: int = Field(default=164, ge=30, le=210)


class DocumentTable(Table):
    template: Folder
    folder: Folder
    key_figures: list[KeyFigureTable] = []
    address_window: Annotated[values.Window, PlainValidator(values.one_of(values.Window))] = values.Window.LEFT
    key_figures_of: Annotated[Whose, PlainValidator(values.one_of(Whose))] = Whose.NETWORK
    network_too: bool = False
    left_too: bool = False


class ProjectTable(Table):
    """The whole file."""

    languages: list[Language] = Field(min_length=1)
    publisher: PublisherTable
    editions: dict[Year, EditionTable] = Field(min_length=1)
    sources: dict[Code, SourceTable] = Field(min_length=1)
    recipients: RecipientsTable
    terms: dict[Code, dict[Code, TermTable]] = {}
    units: dict[Code, Texts] = {}
    indicators: dict[Code, IndicatorTable] = {}
    lists: dict[Code, ListTable] = {}
    records: dict[Code, RecordTable] = {}
    facts: dict[Code, FactTable] = {}
    tables: dict[Code, TableTable] = {}
    texts: TextsTable | None = None
    figures: dict[Code, FigureTable] = {}
    documents: dict[Code, DocumentTable] = {}
    funder: FunderTable | None = None
