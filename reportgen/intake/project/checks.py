"""What must hold between the parts of a project file: every name that is used is declared, and fits its use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from reportgen.intake.project.figures import check_figures
from reportgen.intake.project.funder_checks import check_funder
from reportgen.intake.project.mistakes import Keys, Mistake, suggest
from reportgen.intake.project.paths import (
    NUMBERS,
    ONE_VALUE,
    Need,
    check_condition,
    column_at,
    expect,
    indicator_named,
    no_indicator,
    source_named,
)
from reportgen.intake.project.sources import check_recipients, check_sources
from reportgen.intake.project.terms import check_terms, check_units
from reportgen.intake.project.unrecorded import check_unrecorded
from reportgen.model.spec import (
    Aggregation,
    Condition,
    Indicator,
    Kind,
    ListingSpec,
    Period,
    Project,
    RecordSpec,
    Source,
    Span,
    TableSpec,
)

SHARE = "share"  # the unit that needs no word: it prints as a percentage

# What a letter's text already says by these names; a record of the same name could never be reached.
_WORDS_OF_TEXTS = (
    "n",
    "own",
    "previous",
    "recipient",
    "edition",
    "publisher",
    "facts",
    "key_figures",
    "figure",
    "signatures",
    "how_we_counted",
)


def check(project: Project) -> tuple[Mistake, ...]:
    """Every mistake of the project, in the order of the file's parts."""
    return (
        *_check_languages(project),
        *_check_editions(project),
        *check_sources(project),
        *check_recipients(project),
        *check_terms(project),
        *check_units(project),
        *_check_codes(project),
        *(mistake for indicator in project.indicators for mistake in _check_indicator(project, indicator)),
        *check_unrecorded(project),
        *(mistake for listing in project.listings for mistake in _check_listing(project, listing)),
        *(mistake for record in project.records for mistake in _check_record(project, record)),
        *check_figures(project),
        *(mistake for table in project.tables for mistake in _check_table(project, table)),
        *_check_texts(project),
        *_check_documents(project),
        *check_funder(project),
    )


def _check_languages(project: Project) -> Iterator[Mistake]:
    for code, times in Counter(project.languages).items():
        if times > 1:
            yield Mistake(("languages",), f'"{code}" stands here {times} times; keep one')


def _check_editions(project: Project) -> Iterator[Mistake]:
    for edition in project.editions:
        if edition.data_date > edition.date:
            what = f"is after the edition's date, {edition.date}; the data is taken before the letter is dated"
            yield Mistake(("editions", str(edition.year), "data_date"), what)


def _check_codes(project: Project) -> Iterator[Mistake]:
    """Indicators and lists are asked for in one breath (`own.activities`), so they share their names."""
    indicators = {indicator.code for indicator in project.indicators}
    for listing in project.listings:
        if listing.code in indicators:
            what = "is also the name of an indicator, and templates could not tell them apart; rename one"
            yield Mistake(("lists", listing.code), what)
    for record in project.records:
        if record.code in _WORDS_OF_TEXTS:
            what = f'"{record.code}" is a word that every text has already; give the record another name'
            yield Mistake(("records", record.code), what)


def _sourced(project: Project, keys: Keys, name: str) -> tuple[Source | None, tuple[Mistake, ...]]:
    source = source_named(project, name)
    if source is not None:
        return source, ()
    names = [source.name for source in project.sources]
    return None, (Mistake((*keys, "from"), f'"{name}" is not a source; {suggest(name, names)}', name),)


def _check_rows(
    project: Project, keys: Keys, source: Source, where: tuple[Condition, ...], period: Period
) -> Iterator[Mistake]:
    """What chooses rows: each condition, and a period that the source can be placed in."""
    for condition in where:
        yield from check_condition(project, (*keys, "where", condition.column), source, condition)
    if period.span is Span.VALID and source.valid is None:
        yield Mistake(
            (*keys, "period"), f"is valid, but {source.name} has no days of validity; add valid to the source"
        )
    if period.span not in {Span.VALID, Span.ALWAYS} and not (source.date or source.year):
        what = f'needs rows with a day: {source.name} has neither date nor year; add one, or write period = "always"'
        yield Mistake((*keys, "period"), what)


def _check_indicator(project: Project, indicator: Indicator) -> Iterator[Mistake]:
    keys = ("indicators", indicator.code)
    units = {unit.code for unit in project.units}
    if indicator.unit not in {*units, SHARE}:
        what = f'"{indicator.unit}" is not a unit; {suggest(indicator.unit, [*units, SHARE])}'
        yield Mistake((*keys, "unit"), what, indicator.unit)
    if indicator.measure.aggregation is Aggregation.RATIO:
        yield from _check_ratio(project, keys, indicator)
        return
    source, missing = _sourced(project, keys, indicator.source)
    yield from missing
    if source is None:
        return
    yield from _check_rows(project, keys, source, indicator.where, indicator.period)
    yield from _check_measure(project, keys, source, indicator)
    for path in indicator.by:
        yield from expect(project, (*keys, "by"), source, path)


def _check_measure(project: Project, keys: Keys, source: Source, indicator: Indicator) -> Iterator[Mistake]:
    how = indicator.measure.aggregation
    of_numbers = how in {Aggregation.SUM, Aggregation.MAX, Aggregation.LATEST}
    for path in indicator.measure.columns:
        yield from expect(project, (*keys, "measure"), source, path, Need(NUMBERS) if of_numbers else ONE_VALUE)
    if how is Aggregation.LATEST and not source.date:
        yield Mistake((*keys, "measure"), f"{source.name} has no date to tell the latest by; add date to the source")


def _check_ratio(project: Project, keys: Keys, indicator: Indicator) -> Iterator[Mistake]:
    codes = {other.code: other for other in project.indicators if other.code != indicator.code}
    for half in (indicator.measure.numerator or "", indicator.measure.denominator or ""):
        other = codes.get(half)
        if other is None:
            yield Mistake((*keys, "measure"), f'"{half}" is not another indicator; {suggest(half, codes)}', half)
        elif other.measure.aggregation is Aggregation.RATIO:
            what = f'"{half}" is itself a ratio; name an indicator that is measured from rows'
            yield Mistake((*keys, "measure"), what, half)
        else:
            for path in set(indicator.by) - set(other.by):
                yield Mistake((*keys, "by"), f'"{path}" does not split {half}; add it to the by of {half}', path)


def _check_listing(project: Project, listing: ListingSpec) -> Iterator[Mistake]:
    keys = ("lists", listing.code)
    source, missing = _sourced(project, keys, listing.source)
    yield from missing
    if source is not None:
        yield from _check_rows(project, keys, source, listing.where, listing.period)
        yield from expect(project, (*keys, "value"), source, listing.value)
        yield from _check_order(project, keys, source, listing.order)


def _check_record(project: Project, record: RecordSpec) -> Iterator[Mistake]:
    keys = ("records", record.code)
    source, missing = _sourced(project, keys, record.source)
    yield from missing
    if source is None:
        return
    yield from _check_rows(project, keys, source, record.where, record.period)
    yield from _check_order(project, keys, source, record.order)
    for name, columns in record.fields:
        if len(columns) > 2:  # noqa: PLR2004  an interval has two ends
            yield Mistake(
                (*keys, "fields", name), "names more than two columns; an interval has a first and a last day"
            )
        for path in columns:
            need = Need((Kind.DATE,)) if len(columns) > 1 else _of_field(project, source, path)
            yield from expect(project, (*keys, "fields", name), source, path, need)


def _of_field(project: Project, source: Source, path: str) -> Need:
    """A text may be several, and stand in several languages; a number, a day or a city is one."""
    column = column_at(project, source, path)
    is_text = not isinstance(column, str) and column.kind is Kind.TEXT and column.refers_to is None
    return Need(several=is_text, translated=True)


def _check_order(project: Project, keys: Keys, source: Source, order: str | None) -> Iterator[Mistake]:
    if order is not None:
        yield from expect(project, (*keys, "order"), source, order.removeprefix("-"))


def _check_table(project: Project, table: TableSpec) -> Iterator[Mistake]:
    keys = ("tables", table.code)
    source, missing = _sourced(project, keys, table.source)
    yield from missing
    if source is None:
        return
    yield from _check_rows(project, keys, source, table.where, table.period)
    yield from _check_order(project, keys, source, table.order)
    yield from expect(project, (*keys, "row"), source, table.row)
    for column in table.columns:
        at = (*keys, "columns", column.name)
        if column.distinct:
            yield from expect(project, (*at, "distinct"), source, column.distinct)
        if column.path:
            yield from expect(project, (*at, "path"), source, column.path, _of_field(project, source, column.path))


def _check_texts(project: Project) -> Iterator[Mistake]:
    if project.texts is None:
        return
    source, missing = _sourced(project, ("texts",), project.texts.source)
    yield from missing
    if source is None:
        return
    if source.recipient is None:
        yield Mistake(("texts", "from"), f"{source.name} does not say whose its rows are; add recipient to the source")
    yield from expect(project, ("texts", "part"), source, project.texts.part)
    yield from expect(project, ("texts", "text"), source, project.texts.text, Need((Kind.TEXT,), translated=True))


def _check_documents(project: Project) -> Iterator[Mistake]:
    first: dict[str, str] = {}
    for document in project.documents:
        taken = first.setdefault(str(PurePosixPath(document.folder)).casefold(), document.kind)
        if taken != document.kind:
            what = f'"{document.folder}" is the folder of {taken} too; give each kind of document a folder of its own'
            yield Mistake(("documents", document.kind, "folder"), what, document.folder)
        for i, figure in enumerate(document.key_figures):
            if indicator_named(project, figure.indicator) is None:
                yield no_indicator(project, ("documents", document.kind, "key_figures", i), figure.indicator)
