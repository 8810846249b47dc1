"""Lines, areas and slopes in words: gaps, changes, and no trend of one year."""

from __future__ import annotations

from reportgen.model.documents import FigureFact, Part, Trend
from reportgen.model.figures import Lines, Slope
from reportgen.model.spec import FigureKind
from reportgen.press.figures.composed import Composed
from reportgen.press.figures.slopes import compose_slope
from reportgen.press.figures.trends import compose_lines
from tests.unit.press.figures import facts


def lines(kind: FigureKind, *trends: Trend) -> FigureFact:
    return FigureFact(facts.spec(kind, by=""), facts.evidence(), None, trends=trends)


def composed(figure: Composed | None) -> Composed:
    assert figure is not None
    return figure


def test_a_year_without_a_value_is_a_gap_and_the_change_runs_from_the_first_to_the_last_known() -> None:
    people = facts.trend("people", (2015, None), (2016, 4), (2017, None), (2018, 9))
    figure = composed(compose_lines(lines(FigureKind.LINES, people), facts.telling()))
    assert isinstance(figure.chart, Lines)
    assert not figure.chart.area
    assert [a.value for a in figure.chart.lines[0].amounts] == [None, 4, None, 9]
    assert figure.chart.alt == (
        "Title. People: 2015: not recorded, 2016: 4, 2017: not recorded, 2018: 9. Most: 2018. Fewest: 2016. "
        "5 more than in 2016."
    )
    assert figure.rows == (("People", "not recorded", "4", "not recorded", "9"),)
    assert len(figure.receipts) == 4


def test_an_area_is_one_line_filled_and_shares_print_in_per_cent() -> None:
    share = facts.trend("women", (2017, 0.25), (2018, 0.5), is_share=True)
    figure = composed(compose_lines(lines(FigureKind.AREA, share), facts.telling()))
    assert isinstance(figure.chart, Lines)
    assert figure.chart.area
    assert figure.rows == (("Women", "25%", "50%"),)
    assert "more than" not in figure.chart.alt


def test_lines_that_begin_in_different_years_share_their_steps() -> None:
    trends = (facts.trend("people", (2017, 1), (2018, 2)), facts.trend("cities", (2018, 1)))
    figure = composed(compose_lines(lines(FigureKind.LINES, *trends), facts.telling()))
    assert figure.headers == ("Indicator", "2017", "2018")
    assert figure.rows[1] == ("Cities", "not recorded", "1")
    assert len(figure.receipts) == 3


def test_one_year_or_nothing_recorded_is_no_trend() -> None:
    assert compose_lines(lines(FigureKind.LINES, facts.trend("people", (2018, 3))), facts.telling()) is None
    assert (
        compose_lines(lines(FigureKind.LINES, facts.trend("people", (2017, 0), (2018, None))), facts.telling()) is None
    )


def test_a_slope_runs_from_the_year_before_and_marks_the_largest_change() -> None:
    parts = (Part("practitioner", 5, 5, 9, 9), Part("youth", 8, 8, 1, 1), Part(None, None, 2, 3, 3))
    figure = composed(compose_slope(facts.fact(FigureKind.SLOPE, *parts, compare_year=2017), facts.telling()))
    assert isinstance(figure.chart, Slope)
    assert [(c.name, c.before.value, c.after.value, c.marked) for c in figure.chart.changes] == [
        ("Practitioners", 9, 5, False),
        ("Young people", 1, 8, True),
        ("Not recorded", 3, None, False),
    ]
    assert figure.headers == ("Role", "2017", "2018")
    assert figure.rows[2] == ("Not recorded", "3", "not recorded")
    assert [(r.period, r.exact) for r in figure.receipts[:2]] == [("2017", "9"), ("2018", "5")]
    assert figure.chart.alt.endswith("Not recorded: not recorded (2017: 3). Largest change: Young people.")


def test_a_slope_of_indicators_names_each_and_marks_none_where_two_change_alike() -> None:
    trends = (facts.trend("women", (2017, 1), (2018, 3)), facts.trend("men", (2017, 5), (2018, 3)))
    figure = composed(compose_slope(lines(FigureKind.SLOPE, *trends), facts.telling()))
    assert isinstance(figure.chart, Slope)
    assert [change.marked for change in figure.chart.changes] == [False, False]
    assert figure.headers == ("Indicator", "2017", "2018")
    assert "Largest" not in figure.chart.alt


def test_a_year_before_without_anything_is_no_beginning() -> None:
    assert compose_slope(facts.fact(FigureKind.SLOPE, Part("youth", 3, 3, None)), facts.telling()) is None
    assert compose_slope(lines(FigureKind.SLOPE, facts.trend("women", (2018, 3))), facts.telling()) is None
    assert compose_slope(lines(FigureKind.SLOPE), facts.telling()) is None
