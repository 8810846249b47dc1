"""A figure loses no number: what is drawn, what stands in its data and what has a receipt are the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportgen.model.documents import FigureFact, Part, Split
from reportgen.model.figures import Bars, StackedBars
from reportgen.model.spec import FigureKind
from reportgen.press.figures.bars import compose_bars
from reportgen.press.figures.stacks import compose_stacks
from tests.unit.press.figures import facts

CATEGORIES = ("a", "b", "c", "d", "e", "f", "g")
VALUES = st.none() | st.integers(0, 100_000)
PARTS = st.lists(VALUES, min_size=1, max_size=len(CATEGORIES))
TELLING = facts.telling()


def parts(values: list[int | None], *, unknown: int = 0) -> tuple[Part, ...]:
    """Parts with rows wherever there is a value; the last one was not recorded."""
    known = tuple(Part(c, v, 1 if v != 0 else 0, None) for c, v in zip(CATEGORIES, values, strict=False))
    return (*known, Part(None, unknown, unknown, None))


@given(PARTS, st.integers(0, 9))
def test_bars_keep_every_part_with_rows(values: list[int | None], unknown: int) -> None:
    given_parts = [part for part in parts(values, unknown=unknown) if part.rows]
    composed = compose_bars(facts.fact(FigureKind.BARS, *given_parts), TELLING)
    if not given_parts:
        assert composed is None
        return
    assert composed is not None
    assert isinstance(composed.chart, Bars)
    shown = sorted(group.amounts[0].shown for group in composed.chart.groups)
    assert shown == sorted(row[1] for row in composed.rows) == sorted(one.shown for one in composed.receipts)
    assert sorted(map(str, (part.value for part in given_parts))) == sorted(
        one.exact or "None" for one in composed.receipts
    )


@given(st.lists(st.lists(st.integers(0, 100_000), min_size=7, max_size=7), min_size=1, max_size=4), st.integers(0, 9))
def test_the_parts_of_a_stack_sum_to_the_whole_whatever_is_put_together(years: list[list[int]], unknown: int) -> None:
    splits = tuple(
        Split("people", facts.evidence(), 2015 + n, sum(values) + unknown, parts(list(values), unknown=unknown))
        for n, values in enumerate(years)
    )
    spec = facts.spec(FigureKind.STACKED)
    composed = compose_stacks(FigureFact(spec, facts.evidence(), None, splits=splits), TELLING)
    if composed is None:
        assert not any(any(values) for values in years)
        return
    assert isinstance(composed.chart, StackedBars)
    assert sum(series.recorded for series in composed.chart.series) <= 4
    wholes = {str(split.year): split.whole for split in splits}
    for stack in composed.chart.stacks:
        assert sum(amount.value or 0 for amount in stack.amounts) == wholes[stack.label]
    assert composed.note == ""


@given(st.lists(st.integers(0, 100_000), min_size=2, max_size=7), st.integers(0, 9))
def test_shares_never_say_more_than_the_whole(values: list[int], unknown: int) -> None:
    split = Split("people", facts.evidence(), 2018, sum(values) + unknown, parts(list(values), unknown=unknown))
    spec = facts.spec(FigureKind.SHARE)
    composed = compose_stacks(FigureFact(spec, facts.evidence(), None, splits=(split,)), TELLING)
    if composed is None:
        assert not any(values)
        return
    shares = [one for one in composed.receipts if one.code.endswith("/share")]
    assert sum(float(one.shown.removesuffix("%")) for one in shares) <= 100
    assert abs(sum(float(one.exact) for one in shares) - 1) < 1e-9
    assert all(one.shown != "0%" for one in shares if float(one.exact) >= 0.001)
