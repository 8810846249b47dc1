"""A year's activities put into words: a lane a kind, each activity with its day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from reportgen.model.documents import FigureFact, TableFact
from reportgen.model.figures import Lane, Occasion, Timeline
from reportgen.model.findings import Interval
from reportgen.press import wording
from reportgen.press.figures.composed import Composed

DAY, LABEL, KIND = "day", "title", "kind"


def compose_timeline(fact: FigureFact, year: int, language: str, words: Mapping[str, str]) -> Composed:
    """The finished timeline of a table with the columns day, title and kind."""
    rows = _rows(fact.table) if fact.table else ()
    kinds = dict.fromkeys(str(row[KIND]) for row in rows)
    lanes = tuple(Lane(words.get(f"kind_{_code(kind)}", kind), _occasions(rows, kind, language)) for kind in kinds)
    said = "; ".join(f"{o.shown}: {o.label}" for lane in lanes for o in lane.occasions)
    chart = Timeline(
        code=fact.spec.code,
        language=language,
        alt=f"{fact.spec.title.read(language)}. {said}.",
        width_mm=fact.spec.width_mm,
        first=date(year, 1, 1),
        last=date(year, 12, 31),
        months=tuple(wording.month(date(year, month, 1), language)[:3] for month in range(1, 13)),
        lanes=lanes,
    )
    title, caption = fact.spec.title.read(language), fact.spec.caption.read(language)
    return Composed(fact.spec.code, title, caption, chart, (), (), ())


def _rows(table: TableFact) -> tuple[dict[str, object], ...]:
    names = [name for name, _ in table.headers]
    return tuple(dict(zip(names, row.cells, strict=True)) for row in table.rows)


def _code(kind: str) -> str:
    return kind.replace(" ", "_")


def _occasions(rows: tuple[dict[str, object], ...], kind: str, language: str) -> tuple[Occasion, ...]:
    return tuple(_occasion(row, language) for row in rows if str(row[KIND]) == kind)


def _occasion(row: Mapping[str, object], language: str) -> Occasion:
    day = row[DAY]
    first = day.first if isinstance(day, Interval) else day
    known = first if isinstance(first, date) else None
    return Occasion(known, wording.short_date(known, language) if known else "", str(row[LABEL]))
