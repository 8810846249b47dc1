"""From the tables of the project file to the values of the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from reportgen.intake.project.funder import build_funder
from reportgen.intake.project.schema import (
    ColumnTable,
    DocumentTable,
    EditionTable,
    FigureTable,
    IndicatorTable,
    ListTable,
    ProjectTable,
    PublisherTable,
    RecipientsTable,
    RecordTable,
    SourceTable,
    TableTable,
    TermTable,
)
from reportgen.model.spec import (
    Column,
    Condition,
    DocumentSpec,
    Edition,
    Fact,
    FigureSpec,
    Indicator,
    KeyFigure,
    ListingSpec,
    Period,
    Project,
    Publisher,
    RecipientsSpec,
    RecordSpec,
    Source,
    Span,
    TableColumn,
    TableSpec,
    Term,
    Texts,
    TextSpec,
    Unit,
)


def build(table: ProjectTable, file: Path) -> Project:
    """The whole file as a Project; its root is the folder of `file`."""
    first = table.publisher.established
    return Project(
        root=file.resolve().parent,
        file=file.resolve(),
        publisher=_publisher(table.publisher),
        languages=tuple(table.languages),
        editions=tuple(_edition(year, edition) for year, edition in table.editions.items()),
        rounding=table.publisher.rounding,
        sources=tuple(_source(name, source) for name, source in table.sources.items()),
        recipients=_recipients(table.recipients),
        indicators=tuple(_indicator(code, indicator, first) for code, indicator in table.indicators.items()),
        listings=tuple(_listing(code, listing, first) for code, listing in table.lists.items()),
        records=tuple(_record(code, record, first) for code, record in table.records.items()),
        facts=tuple(Fact(code, _texts(fact.text), fact.reason) for code, fact in table.facts.items()),
        units=tuple(_unit(code, words) for code, words in table.units.items()),
        figures=tuple(_figure(code, figure) for code, figure in table.figures.items()),
        documents=tuple(_document(kind, document) for kind, document in table.documents.items()),
        tables=tuple(_table(code, one, first) for code, one in table.tables.items()),
        texts=TextSpec(table.texts.source, table.texts.part, table.texts.text) if table.texts else None,
        terms=tuple(
            _term(source, column, term) for source, terms in table.terms.items() for column, term in terms.items()
        ),
        funder=build_funder(table.funder) if table.funder else None,
    )


def _texts(texts: Mapping[str, str]) -> Texts:
    return Texts(tuple(texts.items()))


def _publisher(table: PublisherTable) -> Publisher:
    return Publisher(
        name=table.name,
        established=table.established,
        place=_texts(table.place),
        address=tuple(table.address),
        country=table.country,
        email=table.email,
        website=table.website,
        accent=table.accent,
        notice=_texts(table.notice),
    )


def _edition(year: str, table: EditionTable) -> Edition:
    return Edition(int(year), table.date, table.data_date or table.date, table.deadline)


def _source(name: str, table: SourceTable) -> Source:
    return Source(
        name=name,
        files=table.files,
        sheet=table.sheet,
        columns=tuple(column for key, entry in table.columns.items() for column in _columns(key, entry)),
        key=tuple(table.key),
        names=tuple(table.names),
        date=table.date,
        year=table.year,
        valid=(table.valid[0], table.valid[1]) if table.valid else None,
        recipient=table.recipient,
        encoding=table.encoding,
        stop=table.stop,
        read_hidden=table.read_hidden,
    )


def _columns(name: str, table: ColumnTable) -> Iterator[Column]:
    """One column, or one a language where `headers` are declared."""
    column = Column(
        name=name,
        header=table.header or _header(name),
        kind=table.kind,
        required=table.required is True and "" not in table.not_recorded,
        refers_to=table.refers_to,
        allowed=tuple(table.allowed),
        aliases=tuple(table.aliases.items()),
        not_recorded=tuple(table.not_recorded),
        locale=table.locale,
        formats=tuple(table.formats),
        minimum=table.minimum,
        maximum=table.maximum,
        separator=table.separator,
        fill_merged=table.fill_merged,
    )
    if table.headers is None:
        yield column
        return
    for language, header in table.headers.items():
        needed = column.required or (isinstance(table.required, tuple) and language in table.required)
        yield replace(column, name=f"{name}.{language}", header=header, language=language, required=needed)


def _header(name: str) -> str:
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def _term(source: str, column: str, table: TermTable) -> Term:
    values = tuple((code, _texts(words)) for code, words in table.values.items())
    return Term(source, column, _texts(table.title), values)


def _unit(code: str, words: Mapping[str, str]) -> Unit:
    """A unit of one form, or of two with a bar between: `person | people`."""
    forms = {language: [form.strip() for form in text.split("|", 1)] for language, text in words.items()}
    one = {language: first for language, (first, *rest) in forms.items() if rest}
    return Unit(code, _texts({language: given[-1] for language, given in forms.items()}), _texts(one))


def _recipients(table: RecipientsTable) -> RecipientsSpec:
    return RecipientsSpec(**{**table.model_dump(), "address": tuple(table.address)})


def _where(where: Mapping[str, Condition]) -> tuple[Condition, ...]:
    return tuple(replace(condition, column=column) for column, condition in where.items())


def _period(period: Period, first: int) -> Period:
    """The period with its first year: `"since"` alone begins when the publisher was established."""
    return replace(period, since=first) if period.span is Span.SINCE and period.since is None else period


def _by_year(values: Mapping[str, Decimal]) -> tuple[tuple[int, Decimal], ...]:
    return tuple(sorted((int(year), value) for year, value in values.items()))


def _indicator(code: str, table: IndicatorTable, first: int) -> Indicator:
    baseline = _by_year(table.baseline or {})
    return Indicator(
        code=code,
        title=_texts(table.title),
        definition=_texts(table.definition),
        source=table.source or "",  # a ratio has no rows of its own
        measure=table.measure,
        unit=table.unit,
        where=_where(table.where),
        period=_period(table.period or Period(), first),
        by=tuple(table.by),
        direction=table.direction,
        baseline=baseline[0] if baseline else None,
        targets=_by_year(table.target),
        not_recorded_beside=table.not_recorded_beside,
    )


def _listing(code: str, table: ListTable, first: int) -> ListingSpec:
    return ListingSpec(
        code=code,
        title=_texts(table.title),
        source=table.source,
        value=table.value,
        where=_where(table.where),
        period=_period(table.period, first),
        order=table.order,
        show=table.show.value,
    )


def _record(code: str, table: RecordTable, first: int) -> RecordSpec:
    return RecordSpec(
        code=code,
        title=_texts(table.title),
        source=table.source,
        fields=tuple((name, tuple(columns)) for name, columns in table.fields_.items()),
        where=_where(table.where),
        period=_period(table.period, first),
        order=table.order,
        pick=table.pick,
    )


def _figure(code: str, table: FigureTable) -> FigureSpec:
    return FigureSpec(
        code=code,
        indicator=table.indicator or next(iter(table.indicators), ""),
        by=table.by,
        title=_texts(table.title),
        caption=_texts(table.caption),
        categories=tuple((name, _texts(words)) for name, words in table.categories.items()),
        compare=table.compare,
        width_mm=table.width_mm,
        kind=table.kind,
        whose=table.whose,
        indicators=tuple(table.indicators) or ((table.indicator,) if table.indicator else ()),
        table=table.table,
        order=table.order,
        note=_texts(table.note),
        figures=tuple(table.figures),
    )


def _table(code: str, table: TableTable, first: int) -> TableSpec:
    return TableSpec(
        code=code,
        title=_texts(table.title),
        source=table.source,
        row=table.row,
        columns=tuple(TableColumn(n, _texts(c.header), c.path, c.distinct) for n, c in table.columns.items()),
        where=_where(table.where),
        period=_period(table.period, first),
        order=table.order,
    )


def _document(kind: str, table: DocumentTable) -> DocumentSpec:
    return DocumentSpec(
        kind=kind,
        template=table.template,
        folder=table.folder,
        key_figures=tuple(KeyFigure(figure.indicator, figure.show.value) for figure in table.key_figures),
        address_window=table.address_window.value,
        key_figures_of=table.key_figures_of,
        network_too=table.network_too,
        left_too=table.left_too,
    )
