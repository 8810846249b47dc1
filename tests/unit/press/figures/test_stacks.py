"""Stacks in words: parts that add up, shares, the part of the others, and what was not recorded."""

from __future__ import annotations

from reportgen.model.documents import FigureFact, Part, Split
from reportgen.model.figures import StackedBars
from reportgen.model.spec import FigureKind, Order
from reportgen.press.figures.composed import Composed
from reportgen.press.figures.stacks import compose_stacks
from tests.unit.press.figures import facts


def fact(kind: FigureKind, *splits: Split, order: Order | None = None) -> FigureFact:
    spec = facts.spec(kind, *dict.fromkeys(split.code for split in splits), order=order)
    return FigureFact(spec, facts.evidence(), None, splits=splits, labels=facts.ROLES, dimension=facts.DIMENSION)


def compose(kind: FigureKind, *splits: Split, order: Order | None = None) -> tuple[Composed, StackedBars]:
    composed = compose_stacks(fact(kind, *splits, order=order), facts.telling())
    assert composed is not None
    assert isinstance(composed.chart, StackedBars)
    return composed, composed.chart


def drawn(chart: StackedBars) -> list[tuple[str, ...]]:
    return [(stack.label, *(amount.shown for amount in stack.amounts), stack.total) for stack in chart.stacks]


YEARS = (
    facts.split(2017, 12, practitioner=9, youth=1, expert=0, unknown=2),
    facts.split(2018, 1000, practitioner=600, youth=395, expert=0, unknown=5),
)


def test_each_edition_is_a_stack_of_the_categories_with_rows_and_of_those_not_recorded() -> None:
    composed, chart = compose(FigureKind.STACKED, *YEARS)
    assert [(series.name, series.recorded) for series in chart.series] == [
        ("Practitioners", True),
        ("Young people", True),
        ("Not recorded", False),
    ]
    assert drawn(chart) == [("2017", "9", "1", "2", "12"), ("2018", "600", "395", "5", "1,000")]
    assert composed.headers == ("Year", "Practitioners", "Young people", "Not recorded", "Total")
    assert composed.rows[1] == ("2018", "600", "395", "5", "1,000")
    assert composed.note == ""
    assert chart.alt.endswith("2018: Practitioners: 600, Young people: 395, Not recorded: 5. 988 more than in 2017.")


def test_shares_are_of_the_whole_stack_and_a_few_never_read_as_none() -> None:
    composed, chart = compose(FigureKind.SHARE, *YEARS)
    assert chart.share
    assert drawn(chart) == [("2017", "75%", "8%", "16%", ""), ("2018", "60%", "39%", "0.5%", "")]
    assert composed.rows[1] == ("2018", "600 (60%)", "395 (39%)", "5 (0.5%)", "1,000")
    found = {(r.code, r.period): (r.exact, r.shown) for r in composed.receipts}
    assert found["people[role=youth]", "2018"] == ("395", "395")
    assert found["people[role=youth]/share", "2018"] == ("0.395", "39%")
    assert found["people", "2018"] == ("1000", "1,000")


def test_of_more_than_four_categories_the_three_largest_stand_and_the_others_are_one_part() -> None:
    composed, chart = compose(FigureKind.STACKED, facts.split(2018, 46, a=1, b=20, c=10, d=5, e=8, unknown=2))
    assert [series.name for series in chart.series] == ["B", "C", "E", "Others", "Not recorded"]
    assert drawn(chart) == [("2018", "20", "10", "8", "6", "2", "46")]
    others = next(r for r in composed.receipts if r.code == "people[role=a+d]")
    assert (others.exact, others.filter) == ("6", "Role: a or d")
    assert composed.chart.alt.endswith("Most: B. Fewest: Others.")


def test_where_parts_overlap_there_is_no_total_and_a_note_says_why() -> None:
    composed, chart = compose(FigureKind.STACKED, facts.split(2018, 10, practitioner=7, youth=5))
    assert drawn(chart) == [("2018", "7", "5", "")]
    assert composed.headers == ("Year", "Practitioners", "Young people")
    assert composed.note == "What belongs to several groups is counted in each of them."


def test_several_indicators_are_a_stack_each() -> None:
    splits = (
        facts.split(2018, 3, "women", practitioner=1, youth=2),
        facts.split(2018, 9, "men", practitioner=4, youth=5),
    )
    composed, chart = compose(FigureKind.STACKED, *splits)
    assert drawn(chart) == [("Women", "1", "2", "3"), ("Men", "4", "5", "9")]
    assert composed.headers[0] == "Indicator"
    _, sorted_chart = compose(FigureKind.STACKED, *splits, order=Order.VALUE)
    assert [stack.label for stack in sorted_chart.stacks] == ["Men", "Women"]


def test_a_part_that_was_not_recorded_is_a_gap_and_leaves_no_share_known() -> None:
    split = facts.split(2018, None, practitioner=4, youth=None)
    unknown = Split(split.code, split.evidence, 2018, None, tuple(p if p.value else _with_rows(p) for p in split.parts))
    _, counts = compose(FigureKind.STACKED, unknown)
    assert [amount.value for amount in counts.stacks[0].amounts] == [4, None]
    _, shares = compose(FigureKind.SHARE, unknown)
    assert [amount.shown for amount in shares.stacks[0].amounts] == ["not recorded", "not recorded"]


def _with_rows(part: Part) -> Part:
    return Part(part.category, part.value, 3, None)


def test_without_a_recorded_part_there_is_nothing_to_draw() -> None:
    assert compose_stacks(fact(FigureKind.SHARE), facts.telling()) is None
    assert compose_stacks(fact(FigureKind.SHARE, facts.split(2018, 0, youth=0)), facts.telling()) is None
    assert compose_stacks(fact(FigureKind.SHARE, facts.split(2018, 4, unknown=4)), facts.telling()) is None
