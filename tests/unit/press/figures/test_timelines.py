"""A year in words: lanes by kind, days without a year, and what has no day."""

from __future__ import annotations

from datetime import date

from reportgen.model.documents import FigureFact, TableFact
from reportgen.model.figures import Timeline
from reportgen.model.findings import Interval, TableRow
from reportgen.model.spec import FigureKind, Texts
from reportgen.press.figures.timelines import compose_timeline
from tests.unit.press.figures import facts

KIND = Texts((("en", "Training"), ("da", "Kursus")))
HEADERS = tuple((name, facts.text(name.capitalize())) for name in ("day", "title", "kind", "people"))
ROWS = (
    TableRow((date(2018, 3, 14), "First module", KIND, 9), 9),
    TableRow((Interval(date(2018, 10, 1), date(2018, 10, 2)), "Session", None, 4), 4),
    TableRow((None, "Visit", KIND, 2), 2),
)


def fact(*rows: TableRow) -> FigureFact:
    table = TableFact("year", HEADERS, rows, facts.evidence("Activities"))
    return FigureFact(facts.spec(FigureKind.TIMELINE, by=""), facts.evidence(), None, table=table)


def test_each_activity_stands_on_its_first_day_in_the_lane_of_its_kind() -> None:
    composed = compose_timeline(fact(*ROWS), facts.telling("da"))
    assert composed is not None
    assert isinstance(composed.chart, Timeline)
    assert [(lane.name, [(o.shown, o.label) for o in lane.occasions]) for lane in composed.chart.lanes] == [
        ("Kursus", [("14.\u00a0mar.", "First module"), ("ikke oplyst", "Visit")]),
        ("ikke oplyst", [("1.\u00a0okt.", "Session")]),
    ]
    assert composed.attached
    assert composed.headers == ("Day", "Title", "Kind")
    assert composed.rows[0] == ("14.\u00a0mar.", "First module", "Kursus")
    assert [(r.code, r.exact, r.rows) for r in composed.receipts] == [
        ("year[1].day", "2018-03-14", 9),
        ("year[2].day", "2018-10-01", 4),
    ]


def test_a_year_without_activities_is_nothing_to_draw() -> None:
    assert compose_timeline(fact(), facts.telling()) is None
