"""Small multiples in words: panels under their own titles, and one table of all their numbers."""

from __future__ import annotations

from dataclasses import replace

from reportgen.model.documents import FigureFact, Part
from reportgen.model.figures import Lines, Multiples
from reportgen.model.spec import FigureKind
from reportgen.press.figures.bars import compose_bars
from reportgen.press.figures.composed import Composed
from reportgen.press.figures.panels import compose_multiples
from reportgen.press.figures.trends import compose_lines
from tests.unit.press.figures import facts

WHOLE = FigureFact(facts.spec(FigureKind.MULTIPLES, by=""), facts.evidence(), None)


def panel(title: str, *points: tuple[int, int]) -> Composed | None:
    one = FigureFact(
        facts.spec(FigureKind.AREA, by=""), facts.evidence(), None, trends=(facts.trend("people", *points),)
    )
    composed = compose_lines(one, facts.telling())
    return replace(composed, title=title) if composed else None


def test_a_panel_of_one_line_is_named_by_its_title_and_all_share_one_table() -> None:
    panels = (panel("Oslo", (2016, 1), (2017, 2), (2018, 3)), panel("Larvik", (2017, 4), (2018, 5)))
    composed = compose_multiples(WHOLE, facts.telling(), panels)
    assert composed is not None
    assert isinstance(composed.chart, Multiples)
    assert [one.title for one in composed.chart.panels] == ["Oslo", "Larvik"]
    assert all(isinstance(one, Lines) and one.lines[0].name == "" for one in composed.chart.panels)
    assert composed.headers == ("Chart", "2016", "2017", "2018")
    assert composed.rows == (("Oslo", "1", "2", "3"), ("Larvik", "–", "4", "5"))
    assert composed.note == ""


def test_panels_of_several_rows_name_both_and_the_year_before_is_explained_once() -> None:
    parts = (Part("practitioner", 5, 5, 4, 4), Part("youth", 3, 3, 2, 2))
    one = compose_bars(facts.fact(FigureKind.BARS, *parts, compare_year=2017), facts.telling())
    composed = compose_multiples(WHOLE, facts.telling(), (one, one))
    assert composed is not None
    assert composed.headers == ("Chart", "Role", "2018", "2017")
    assert composed.rows[1] == ("Title", "Young people", "3", "2")
    assert composed.caption == "Caption. The grey line marks the year before."
    assert len(composed.receipts) == 4


def test_a_panel_with_nothing_to_show_is_left_out_and_said_to_be() -> None:
    drawn = panel("Oslo", (2017, 2), (2018, 3))
    composed = compose_multiples(WHOLE, facts.telling(), (drawn, None))
    assert composed is not None
    assert isinstance(composed.chart, Multiples)
    assert len(composed.chart.panels) == 1
    assert composed.note == "Where nothing was recorded, no chart is shown."
    assert compose_multiples(WHOLE, facts.telling(), (None, None)) is None


def test_three_stand_beside_one_another_where_they_have_room() -> None:
    drawn = panel("Oslo", (2017, 2), (2018, 3))
    wide = replace(WHOLE, spec=replace(WHOLE.spec, width_mm=164))
    narrow = replace(WHOLE, spec=replace(WHOLE.spec, width_mm=108))

    def columns(fact: FigureFact, count: int) -> int:
        composed = compose_multiples(fact, facts.telling(), (drawn,) * count)
        assert composed is not None
        assert isinstance(composed.chart, Multiples)
        return composed.chart.columns

    assert [columns(wide, 3), columns(wide, 4), columns(narrow, 3), columns(narrow, 1)] == [3, 2, 2, 1]
