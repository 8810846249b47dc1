"""Promises in words: met, missed, not set, not recorded, and in units that share no scale."""

from __future__ import annotations

from reportgen.model.documents import FigureFact, Promise
from reportgen.model.figures import Bullet
from reportgen.model.spec import FigureKind
from reportgen.press.figures.bullets import compose_bullet
from tests.unit.press.figures import facts

PEOPLE = facts.evidence()


def fact(*promises: Promise) -> FigureFact:
    spec = facts.spec(FigureKind.BULLET, *(promise.code for promise in promises), by="")
    return FigureFact(spec, PEOPLE, None, promises=promises)


def test_each_row_has_its_baseline_actual_and_target_and_a_dash_for_what_was_not_promised() -> None:
    composed = compose_bullet(
        fact(Promise("a", PEOPLE, 1570, 20, 120, 41, 2015), Promise("b", facts.evidence("Others"), None, 0, 40)),
        facts.telling("da"),
    )
    assert composed is not None
    assert isinstance(composed.chart, Bullet)
    assert composed.headers == ("Indikator", "Udgangspunkt 2015", "2018", "Mål 2018")
    assert composed.rows == (("People", "41", "1.570", "120"), ("Others", "–", "ikke oplyst", "40"))
    assert not composed.chart.aligned
    assert [(r.code, r.exact, r.period, r.scope) for r in composed.receipts] == [
        ("a", "1570", "2018", "larvik"),
        ("a.target", "120", "2018", "project"),
        ("a.baseline", "41", "2015", "project"),
        ("b", "", "2018", "larvik"),
        ("b.target", "40", "2018", "project"),
    ]
    assert composed.chart.alt == (
        "Title, 2018. People: 1.570 (mål 2018: 120; målet er nået; udgangspunkt 2015: 41); "
        "Others: ikke oplyst (mål 2018: 40)."
    )


def test_a_falling_indicator_reaches_its_target_from_above() -> None:
    def said(value: int, *, ascending: bool) -> str:
        one = compose_bullet(fact(Promise("a", PEOPLE, value, 9, 10, ascending=ascending)), facts.telling())
        assert one is not None
        return one.chart.alt

    assert "target met" in said(10, ascending=True)
    assert "target not met" in said(9, ascending=True)
    assert "target met" in said(9, ascending=False)
    assert "target not met" in said(11, ascending=False)


def test_units_that_differ_are_aligned_and_baselines_of_several_years_name_theirs() -> None:
    composed = compose_bullet(
        fact(
            Promise("a", PEOPLE, 3, 9, 2, 1, 2015),
            Promise("b", facts.evidence("Women", "share", is_share=True), 0.5, 9, 0.6, 0.25, 2016),
        ),
        facts.telling(),
    )
    assert composed is not None
    assert isinstance(composed.chart, Bullet)
    assert composed.chart.aligned
    assert composed.headers == ("Indicator", "Baseline", "2018", "Target 2018")
    assert composed.rows == (("People", "1 (2015)", "3", "2"), ("Women", "25% (2016)", "50%", "60%"))


def test_where_nothing_was_promised_or_nothing_came_of_it_there_is_nothing_to_draw() -> None:
    assert compose_bullet(fact(Promise("a", PEOPLE, 3, 9)), facts.telling()) is None
    assert compose_bullet(fact(Promise("a", PEOPLE, None, 0, 5)), facts.telling()) is None
