"""The data of a figure as a table in which every number is a number, with its receipt; the same by each kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportgen.model.annexes import Cell, CellKind, Grid, Heading
from reportgen.model.documents import Evidence, FigureFact, Part, Promise, Split, TableFact, Trend
from reportgen.model.findings import Interval, Number
from reportgen.model.spec import FigureKind, Texts
from reportgen.press import wording
from reportgen.press.annex.voice import NONE, PROMISED, Place, Tally, Voice, head, kind_of
from reportgen.press.figures.bars import part_code
from reportgen.press.figures.composed import capital, within
from reportgen.press.figures.places import by_name, named

Row = tuple[Cell, ...]
Table = tuple[tuple[Heading, ...], Iterator[Row]]


def figure_table(fact: FigureFact, title: str, voice: Voice) -> Grid:
    """The table of one figure of the network; `title` stands above it."""
    tally = Tally(voice)
    headings, rows = _table(fact, tally)
    made = tally.close(fact.spec.code, title, headings, tuple(rows))
    return replace(made, has_total=bool(fact.splits) and _adds_up(fact.splits))


def _table(fact: FigureFact, tally: Tally) -> Table:  # noqa: PLR0911  one line for each kind of figure
    match fact.spec.kind:
        case FigureKind.GROUPED | FigureKind.STACKED | FigureKind.SHARE:
            return _of_splits(fact, tally)
        case FigureKind.BARS | FigureKind.SLOPE if fact.spec.by:
            return _of_parts(fact, tally)
        case FigureKind.LINES | FigureKind.AREA | FigureKind.SLOPE | FigureKind.BARS:
            return _of_trends(fact.trends, tally)
        case FigureKind.STRIP | FigureKind.MAP:
            return _of_places(fact, tally)
        case FigureKind.BULLET:
            return _of_promises(fact.promises, tally)
        case FigureKind.TIMELINE:
            return _of_table(fact.table, tally) if fact.table else ((), iter(()))
        case FigureKind.MULTIPLES:
            return _of_panels(fact, tally)


def _of_parts(fact: FigureFact, tally: Tally) -> Table:
    """A row a category: this edition's value, and the one before where the figure compares."""
    telling, kind = tally.voice.telling, kind_of(fact.evidence)
    now, before = tally.voice.period(fact.evidence), str(fact.compare_year) if fact.compare_year else ""
    headings = (head("category", telling.dimension(fact)), head("value", now, kind))
    parts = (part for part in fact.parts if part.rows or part.compare)
    if not before:
        return headings, ((Cell(telling.label(fact, part.category)), _part(fact, part, now, tally)) for part in parts)
    rows = (
        (
            Cell(telling.label(fact, part.category)),
            _part(fact, Part(part.category, part.compare, part.compare_rows, None), before, tally),
            _part(fact, part, now, tally),
        )
        for part in parts
    )
    return (headings[0], head("before", before, kind), headings[1]), rows


def _part(fact: FigureFact, part: Part, period: str, tally: Tally, split: Split | None = None) -> Cell:
    code, evidence = (split.code, split.evidence) if split else (fact.spec.indicator, fact.evidence)
    label = tally.voice.telling.label(fact, part.category)
    place = Place(part_code(fact, code, part.category), label, period, part.rows)
    said = tally.voice.number(part.value, evidence)
    return tally.value(within(fact, evidence, part.category), said, part.value, place)


def _of_splits(fact: FigureFact, tally: Tally) -> Table:
    """A row a category, a column an indicator or a year, and their sums where every column adds up."""
    telling, several = tally.voice.telling, len(fact.spec.indicators) > 1
    columns = (
        head(one.code, tally.voice.title(one.evidence), kind_of(one.evidence))
        if several
        else head(f"year_{one.year}", str(one.year), kind_of(one.evidence))
        for one in fact.splits
    )
    return (head("category", telling.dimension(fact)), *columns), _split_rows(fact, tally)


def _split_rows(fact: FigureFact, tally: Tally) -> Iterator[Row]:
    for parts in zip(*(split.parts for split in fact.splits), strict=True):
        if any(part.rows for part in parts):
            cells = (
                _part(fact, part, str(split.year), tally, split) for split, part in zip(fact.splits, parts, strict=True)
            )
            yield (Cell(tally.voice.telling.label(fact, parts[0].category)), *cells)
    if _adds_up(fact.splits):
        yield (Cell(tally.voice.words["total"]), *(_whole(split, tally) for split in fact.splits))


def _adds_up(splits: tuple[Split, ...]) -> bool:
    """Whether the parts of every column come to its whole."""
    values = [[part.value for part in split.parts] for split in splits]
    return all(
        None not in column and sum(value or 0 for value in column) == split.whole
        for column, split in zip(values, splits, strict=True)
    )


def _whole(split: Split, tally: Tally) -> Cell:
    place = Place(split.code, "", str(split.year), sum(part.rows for part in split.parts))
    return tally.value(split.evidence, tally.voice.number(split.whole, split.evidence), split.whole, place)


def _of_trends(trends: tuple[Trend, ...], tally: Tally) -> Table:
    """A row an indicator, a column a year."""
    voice = tally.voice
    years = sorted({point.year for trend in trends for point in trend.points})
    kind = kind_of(trends[0].evidence) if trends else CellKind.NUMBER
    headings = (head("indicator", voice.words["annex_indicator"]), *(head(f"year_{y}", str(y), kind) for y in years))
    return headings, ((Cell(voice.title(trend.evidence)), *_points(trend, years, tally)) for trend in trends)


def _points(trend: Trend, years: list[int], tally: Tally) -> Iterator[Cell]:
    points, voice = {point.year: point for point in trend.points}, tally.voice
    for year in years:
        point = points.get(year)
        if point is None:
            yield Cell(voice.words["not_recorded"])
        else:
            place = Place(trend.code, "", voice.period_to(trend.evidence, year), point.rows)
            yield tally.value(trend.evidence, voice.number(point.value, trend.evidence), point.value, place)


def _of_places(fact: FigureFact, tally: Tally) -> Table:
    """A row a city, by name: of a map those that have a value or were not recorded."""
    voice, telling = tally.voice, tally.voice.telling
    period = voice.period(fact.evidence)
    headings = (head("city", voice.words["figure_city"]), head("value", period, kind_of(fact.evidence)))
    on_map = fact.spec.kind is FigureKind.MAP
    cities = (one for one in by_name(fact, telling) if not on_map or (one.value != 0 and one.place.latitude))

    def cell(value: Number | None, place: Place) -> Cell:
        return tally.value(fact.evidence, voice.number(value, fact.evidence), value, place)

    return headings, (
        (Cell(name), cell(one.value, Place(fact.spec.indicator, name, period, one.rows, one.place.id)))
        for one in cities
        for name in (named(one, telling),)
    )


def _of_promises(promises: tuple[Promise, ...], tally: Tally) -> Table:
    """A row an indicator: where it began, what came of it, what was aimed for."""
    words = tally.voice.words
    headings = (
        head("indicator", words["annex_indicator"]),
        head("baseline", words["annex_baseline"], CellKind.NUMBER),
        head("actual", words["annex_actual"], CellKind.NUMBER),
        head("target", words["annex_target"], CellKind.NUMBER),
    )
    return headings, (_promise(promise, tally) for promise in promises)


def _promise(promise: Promise, tally: Tally) -> Row:
    evidence, voice = promise.evidence, tally.voice
    actual = Place(promise.code, "", voice.period(evidence), promise.rows)
    return (
        Cell(voice.title(evidence)),
        _promised("baseline", promise, tally),
        tally.value(evidence, voice.number(promise.value, evidence), promise.value, actual),
        _promised("target", promise, tally),
    )


def _promised(key: str, promise: Promise, tally: Tally) -> Cell:
    value, year = (promise.baseline, promise.baseline_year) if key == "baseline" else (promise.target, tally.voice.year)
    if value is None:
        return Cell(NONE)
    evidence: Evidence = promise.evidence
    place = Place(f"{promise.code}.{key}", tally.voice.words[key].format(year=year), str(year), 0, PROMISED)
    return tally.value(evidence, tally.voice.number(value, evidence), value, place)


def _of_table(table: TableFact, tally: Tally) -> Table:
    language = tally.voice.language
    headings = tuple(head(name, words.read(language)) for name, words in table.headers)
    return headings, (tuple(Cell(_said(cell, tally.voice)) for cell in row.cells) for row in table.rows)


def _said(cell: object, voice: Voice) -> str:
    match cell:
        case Texts():
            return voice.spoken(cell)
        case Interval():
            return wording.interval(cell.first, cell.last, voice.language)
        case None:
            return voice.words["not_recorded"]
        case _:
            return str(cell)


def _of_panels(fact: FigureFact, tally: Tally) -> Table:
    """The tables of the panels below one another, each row with its panel; the headings are the first one's."""
    tables = [_table(panel, tally) for panel in fact.panels]
    names = [capital(panel.evidence.title.read(tally.voice.language)) for panel in fact.panels]
    panel_rows = ((Cell(name), *row) for name, (_, rows) in zip(names, tables, strict=True) for row in rows)
    return (head("panel", tally.voice.words["figure_panel"]), *tables[0][0]), panel_rows
