"""Bars in words: order, gaps, the year before, and a receipt for every number."""

from __future__ import annotations

from dataclasses import replace

from reportgen.model.documents import FigureFact, Part
from reportgen.model.figures import Bars
from reportgen.model.spec import FigureKind, Order, Texts
from reportgen.press.figures.bars import compose_bars, compose_grouped
from reportgen.press.figures.composed import Composed
from tests.unit.press.figures import facts

PARTS = (
    Part("practitioner", 5, 50, 1200, 40),
    Part("youth", None, 3, 7, 7),
    Part(None, 2, 2, 0),
    Part("politician", 1200, 9, None),
)


def bars(composed: Composed | None) -> Bars:
    assert composed is not None
    assert isinstance(composed.chart, Bars)
    return composed.chart


def drawn(composed: Composed | None) -> list[tuple[object, ...]]:
    return [
        (g.label, *((a.value, a.shown) for a in g.amounts), g.compare.shown if g.compare else None)
        for g in bars(composed).groups
    ]


def test_bars_stand_by_value_and_what_was_not_recorded_is_last_and_never_nought() -> None:
    composed = compose_bars(facts.fact(FigureKind.BARS, *PARTS, compare_year=2017), facts.telling("da"))
    assert drawn(composed) == [
        ("Politician", (1200, "1.200"), None),
        ("Praktikere", (5, "5"), "1.200"),
        ("Ikke oplyst", (2, "2"), "0"),
        ("Unge", (None, "ikke oplyst"), "7"),
    ]


def test_in_natural_order_the_categories_stay_as_the_data_has_them() -> None:
    composed = compose_bars(facts.fact(FigureKind.BARS, *PARTS, order=Order.NATURAL), facts.telling())
    assert [group.label for group in bars(composed).groups] == [
        "Practitioners",
        "Young people",
        "Not recorded",
        "Politician",
    ]


def test_the_data_is_headed_by_words_and_holds_every_number() -> None:
    composed = compose_bars(facts.fact(FigureKind.BARS, *PARTS, compare_year=2017), facts.telling("da"))
    assert composed is not None
    assert composed.headers == ("Rolle", "2018", "2017")
    assert composed.rows[0] == ("Politician", "1.200", "ikke oplyst")
    assert all(composed.headers)
    assert [(r.code, r.exact, r.period, r.rows, r.scope) for r in composed.receipts] == [
        ("people[role=politician]", "1200", "2018", 9, "larvik"),
        ("people[role=practitioner]", "5", "2018", 50, "larvik"),
        ("people[role=practitioner]", "1200", "2017", 40, "larvik"),
        ("people[role=not recorded]", "2", "2018", 2, "larvik"),
        ("people[role=not recorded]", "0", "2017", 0, "larvik"),
        ("people[role=youth]", "", "2018", 3, "larvik"),
        ("people[role=youth]", "7", "2017", 7, "larvik"),
    ]
    assert [composed.receipts[n].filter for n in (1, 3)] == ["Rolle: praktikere", "Rolle: ikke oplyst"]


def test_without_words_for_the_dimension_the_head_is_a_fixed_word() -> None:
    bare = replace(facts.fact(FigureKind.BARS, *PARTS), labels=(), dimension=Texts())
    composed = compose_bars(bare, facts.telling("fi"))
    assert composed is not None
    assert composed.headers == ("Ryhmä", "2018")
    assert composed.rows[1][0] == "Practitioner"


def test_the_caption_speaks_of_the_mark_only_where_it_is_drawn() -> None:
    def caption(*parts: Part, compare_year: int | None = 2017) -> str:
        composed = compose_bars(facts.fact(FigureKind.BARS, *parts, compare_year=compare_year), facts.telling())
        assert composed is not None
        return composed.caption

    assert caption(*PARTS) == "Caption. The grey line marks the year before."
    assert caption(Part("youth", 3, 3, None), compare_year=None) == "Caption."
    assert caption(Part("youth", 3, 3, None)) == "Caption."


def test_the_alt_text_says_what_is_shown_each_value_and_the_extremes() -> None:
    one = facts.fact(FigureKind.BARS, Part("practitioner", 5, 5, 4), Part("youth", 9, 9, None), compare_year=2017)
    assert bars(compose_bars(one, facts.telling())).alt == (
        "Title. People, 2018. Young people: 9; Practitioners: 5 (2017: 4). Most: Young people. Fewest: Practitioners."
    )


def test_extremes_that_several_share_name_them_all_and_none_where_all_are_alike() -> None:
    three = (Part("a", 2, 2, None), Part("b", 2, 2, None), Part("c", 9, 9, None))
    assert bars(compose_bars(facts.fact(FigureKind.BARS, *three), facts.telling())).alt.endswith(
        "Most: C. Fewest: A and B."
    )
    assert "Most" not in bars(compose_bars(facts.fact(FigureKind.BARS, *three[:2]), facts.telling())).alt


def test_where_no_category_has_rows_there_is_nothing_to_draw() -> None:
    assert compose_bars(facts.fact(FigureKind.BARS, Part("youth", 0, 0, None)), facts.telling()) is None
    assert compose_bars(facts.fact(FigureKind.BARS), facts.telling()) is None


def test_a_ratio_prints_in_per_cent() -> None:
    share = replace(facts.fact(FigureKind.BARS, Part("youth", 0.5, 9, None)), evidence=facts.evidence(is_share=True))
    assert drawn(compose_bars(share, facts.telling("da"))) == [("Unge", (0.5, "50\u00a0%"), None)]


def grouped(order: Order | None = None) -> FigureFact:
    spec = facts.spec(FigureKind.GROUPED, "women", "men", order=order)
    splits = (
        facts.split(2018, 11, "women", practitioner=2, youth=9, expert=0),
        facts.split(2018, 3, "men", practitioner=3, youth=None, expert=0),
    )
    return FigureFact(spec, facts.evidence(), None, splits=splits, labels=facts.ROLES, dimension=facts.DIMENSION)


def test_a_group_has_a_bar_for_each_indicator_and_a_gap_where_one_was_not_recorded() -> None:
    composed = compose_grouped(grouped(), facts.telling())
    assert drawn(composed) == [
        ("Practitioners", (2, "2"), (3, "3"), None),
        ("Young people", (9, "9"), (None, "not recorded"), None),
    ]
    assert composed is not None
    assert composed.headers == ("Role", "Women", "Men")
    assert [r.code for r in composed.receipts] == [
        "women[role=practitioner]",
        "men[role=practitioner]",
        "women[role=youth]",
        "men[role=youth]",
    ]
    assert composed.chart.alt == (
        "Title. Women: Practitioners: 2, Young people: 9. Most: Young people. Fewest: Practitioners. "
        "Men: Practitioners: 3, Young people: not recorded."
    )


def test_groups_are_sorted_by_the_first_indicator_where_that_is_asked_for() -> None:
    composed = compose_grouped(grouped(Order.VALUE), facts.telling())
    assert [group.label for group in bars(composed).groups] == ["Young people", "Practitioners"]


def test_groups_without_rows_are_nothing_to_draw() -> None:
    empty = replace(grouped(), splits=(facts.split(2018, 0, "women", youth=0), facts.split(2018, 0, "men", youth=0)))
    assert compose_grouped(empty, facts.telling()) is None
