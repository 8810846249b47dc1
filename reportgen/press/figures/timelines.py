"""A year's activities put into words: a lane a kind, each activity with its day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from reportgen.model.documents import FigureFact, TableFact
from reportgen.model.figures import Lane, Occasion, Timeline
from reportgen.model.findings import Interval
from reportgen.model.records import PrintedValue
from reportgen.model.spec import Texts
from reportgen.press import wording
from reportgen.press.figures.composed import Composed, Data, Telling

DAY, LABEL, KIND = "day", "title", "kind"
Row = Mapping[str, object]


def compose_timeline(fact: FigureFact, telling: Telling) -> Composed | None:
    """The finished timeline of a table with the columns day, title and kind; None where the table has no rows.

    Its data goes with the attachment: the chart itself prints every day and name.
    """
    rows = _rows(fact.table) if fact.table else ()
    if not rows or fact.table is None:
        return None
    kinds = dict.fromkeys(_word(row[KIND], telling.language) for row in rows)
    lanes = tuple(Lane(kind or telling.words["not_recorded"], _occasions(rows, kind, telling)) for kind in kinds)
    said = "; ".join(f"{o.shown}: {o.label}" for lane in lanes for o in lane.occasions)
    chart = Timeline(
        code=fact.spec.code,
        language=telling.language,
        alt=f"{telling.told.title}. {said}.",
        width_mm=fact.spec.width_mm,
        first=date(telling.year, 1, 1),
        last=date(telling.year, 12, 31),
        months=tuple(wording.month(date(telling.year, month, 1), telling.language)[:3] for month in range(1, 13)),
        lanes=lanes,
    )
    return replace(telling.finish(fact, chart, _data(fact.table, rows, telling)), attached=True)


def _rows(table: TableFact) -> tuple[Row, ...]:
    names = [name for name, _ in table.headers]
    return tuple(dict(zip(names, row.cells, strict=True)) for row in table.rows)


def _word(cell: object, language: str) -> str:
    return wording.nearest_text(cell, language)[1] if isinstance(cell, Texts) else str(cell or "")


def _occasions(rows: tuple[Row, ...], kind: str, telling: Telling) -> tuple[Occasion, ...]:
    return tuple(_occasion(row, telling) for row in rows if _word(row[KIND], telling.language) == kind)


def _occasion(row: Row, telling: Telling) -> Occasion:
    """An activity on its first day; without one, the words for not recorded."""
    known = _day(row)
    shown = wording.day_month(known, telling.language) if known else telling.words["not_recorded"]
    return Occasion(known, shown, _word(row[LABEL], telling.language))


def _day(row: Row) -> date | None:
    day = row[DAY]
    first = day.first if isinstance(day, Interval) else day
    return first if isinstance(first, date) else None


def _data(table: TableFact, rows: tuple[Row, ...], telling: Telling) -> Data:
    """A row for each activity, in the table's order: day, name, kind."""
    headers = tuple(dict(table.headers)[name].read(telling.language) for name in (DAY, LABEL, KIND))
    occasions = [_occasion(row, telling) for row in rows]
    cells = tuple(
        (o.shown, o.label, _word(row[KIND], telling.language)) for o, row in zip(occasions, rows, strict=True)
    )
    receipts = (_receipt(table, number, row, telling) for number, row in enumerate(rows, 1) if _day(row))
    return Data(headers, cells, tuple(receipts))


def _receipt(table: TableFact, number: int, row: Row, telling: Telling) -> PrintedValue:
    """The receipt of one day."""
    occasion, evidence = _occasion(row, telling), table.evidence
    return PrintedValue(
        code=f"{table.code}[{number}].{DAY}",
        scope=telling.scope,
        title=f"{telling.title(evidence)}: {occasion.label}",
        definition="",
        exact=occasion.day.isoformat() if occasion.day else "",
        shown=occasion.shown,
        unit="",
        period=telling.period(evidence),
        source=evidence.source,
        filter=wording.selection(evidence.filter, telling.language),
        rows=table.rows[number - 1].rows,
    )
