"""Values become places and lengths: from zero, in proportion, and a mark of its own for what was not recorded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from math import hypot, pi, radians, sin
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.model.figures import AnyChart, City, Lines, Multiples, NordicMap, Strip
from reportgen.press.charts import kinds, palette
from reportgen.press.charts.geography import Projection, read_countries
from reportgen.press.charts.layout import Area, Dot, Layout, Path
from reportgen.press.charts.placement import Box, Wanted, place
from reportgen.press.charts.style import open_style
from reportgen.press.charts.texts import spread
from tests.unit.press.charts import samples

STYLE = open_style(samples.TEMPLATES, samples.ACCENT)
FAINT = {palette.PAPER, palette.tint("#4b555c", 0.10), "#e4e9ea"}


def laid_out(chart: AnyChart) -> Layout:
    return kinds.lay_out(chart, STYLE)


def widths(layout: Layout) -> list[float]:
    """The lengths of the bars, or of their parts."""
    areas = [mark for mark in layout.marks if isinstance(mark, Area) and mark.fill not in FAINT]
    rings = [area.rings[0] for area in areas]
    return [max(x for x, _ in ring) - min(x for x, _ in ring) for ring in rings]


def dots(layout: Layout) -> list[Dot]:
    return [mark for mark in layout.marks if isinstance(mark, Dot)]


def dotted(layout: Layout) -> int:
    """How many marks say that nothing was recorded."""
    marks = [mark for mark in layout.marks if isinstance(mark, Dot | Path) and mark.dashes and mark.dashes[0] == 1.0]
    return len(marks)


def texts(layout: Layout) -> list[str]:
    return [label.text for label in layout.labels]


def test_grouped_bars_are_as_long_as_their_values() -> None:
    chart = samples.bars("en")
    lengths = widths(
        laid_out(replace(chart, groups=(replace(chart.groups[0], amounts=samples.amounts("en", 50, 200)),)))
    )
    # The first two are the key's swatches.
    assert lengths[3] == pytest.approx(4 * lengths[2])


def ends(layout: Layout) -> list[float]:
    """How far each stack reaches, from above."""
    rows: dict[float, float] = {}
    for mark in layout.marks:
        if isinstance(mark, Area) and max(y for _, y in mark.rings[0]) - min(y for _, y in mark.rings[0]) > 10:
            row = round(sum(y for _, y in mark.rings[0]) / 4)
            rows[row] = max(rows.get(row, 0.0), *(x for x, _ in mark.rings[0]))
    return [rows[row] for row in sorted(rows)]


def test_shares_fill_the_width_and_counts_do_not() -> None:
    share, count = ends(laid_out(samples.shares("en", 164))), ends(laid_out(samples.stacked("en", 164)))
    assert share == pytest.approx([share[0]] * 3, abs=2)
    assert count[0] < count[1] < count[2] - 100


@pytest.mark.parametrize(
    ("kind", "lost"),
    [
        (samples.bars, 1),
        (samples.stacked, 2),
        (samples.lines, 2),
        (samples.area, 1),
        (samples.slope, 2),
        (samples.strip, 2),
        (samples.bullet, 1),
        (samples.timeline, 1),
        (samples.nordic_map, 2),
    ],
)
def test_not_recorded_has_a_mark_of_its_own(kind: Callable[[str], AnyChart], lost: int) -> None:
    layout = laid_out(kind("en"))
    assert dotted(layout) == lost
    assert "not recorded" in " ".join(texts(layout))


def test_a_gap_breaks_the_line_and_the_area() -> None:
    whole = laid_out(samples.area("en", 108, (41, 88, 90, 120, 157)))
    broken = laid_out(samples.area("en", 108, (41, 88, None, 120, 157)))
    assert [len([mark for mark in one.marks if isinstance(mark, Area)]) for one in (whole, broken)] == [1, 2]
    assert dotted(whole) == 0


def test_a_line_begins_at_zero_and_a_negative_value_lies_below() -> None:
    line = replace(samples.area("en", 108, (10, -10)), area=False)
    axis, rising = (mark for mark in laid_out(line).marks if isinstance(mark, Path))
    (_, first), (_, last) = rising.points
    assert first < axis.points[0][1] < last
    assert axis.points[0][1] - first == pytest.approx(last - axis.points[0][1])


@pytest.mark.parametrize("kind", samples.KINDS)
def test_a_chart_of_nothing_is_drawn_all_the_same(kind: Callable[[str], AnyChart]) -> None:
    chart = kind("en")
    names = ("groups", "stacks", "lines", "steps", "changes", "cities", "rows", "lanes", "spots", "panels")
    emptied: dict[str, Any] = {name: () for name in names if hasattr(chart, name)}
    layout = laid_out(replace(chart, **emptied))
    assert layout.height > 0


@pytest.mark.parametrize("values", [(7,), (None,), (0,), (0, 0, 0)])
def test_one_value_or_zeros_alone_are_drawn(values: tuple[int | None, ...]) -> None:
    layout = laid_out(samples.area("en", 108, values))
    shown = "not recorded" if values[-1] is None else str(values[-1])
    assert shown in texts(layout)


def test_small_multiples_share_one_scale() -> None:
    chart = samples.multiples("en")
    layout = laid_out(chart)
    values = {point.x: point for point in dots(layout)}
    assert len(values) >= len(chart.panels)
    alone = laid_out(replace(chart, panels=chart.panels[:1], columns=1, width_mm=chart.width_mm))
    assert layout.height > alone.height
    low, high = (label for label in layout.labels if label.text in {"157", "22"})
    assert abs(low.y - high.y) > 20


def test_panels_stand_beside_one_another_on_one_level() -> None:
    panels = tuple(replace(samples.single("en"), title=title) for title in ("A", "B"))
    layout = laid_out(Multiples(code="m", language="en", alt="", width_mm=164, panels=panels, columns=2))
    left, right = (label for label in layout.labels if label.text in {"A", "B"})
    assert left.y == right.y
    assert right.x > left.x + 164 * 72 / 25.4 / 2


def test_no_dot_of_a_strip_touches_another_and_only_one_is_named() -> None:
    layout = laid_out(samples.strip("en"))
    drawn = dots(layout)
    assert len(drawn) == 19
    for number, one in enumerate(drawn):
        for other in drawn[:number]:
            assert hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius - 0.01
    assert [text for text in texts(layout) if "City" in text] == []


@given(st.lists(st.integers(0, 1000), max_size=40))
@settings(max_examples=25, deadline=None)
def test_a_strips_dots_lie_at_their_values(values: list[int]) -> None:
    cities = tuple(City(str(n), samples.amounts("en", value)[0]) for n, value in enumerate(values))
    chart = Strip(code="s", language="en", alt="", cities=cities, ticks=samples.amounts("en", 0, 1000))
    ticks = [label.x + label.width / 2 for label in laid_out(chart).labels]
    expected = sorted(ticks[0] + value / 1000 * (ticks[1] - ticks[0]) for value in values)
    assert sorted(dot.x for dot in dots(laid_out(chart))) == pytest.approx(expected)


def test_aligned_targets_stand_below_one_another() -> None:
    chart = replace(samples.bullet("en", 164), aligned=True)
    rows = tuple(
        replace(row, actual=samples.amounts("en", actual)[0], target=samples.amounts("en", target)[0], baseline=None)
        for row, actual, target in zip(chart.rows, (5, 50, 1, 9), (10, 80, 2, 6), strict=True)
    )
    ticks = {
        mark.points[0][0]
        for mark in laid_out(replace(chart, rows=rows)).marks
        if isinstance(mark, Path) and mark.casing
    }
    assert len({round(x, 6) for x in ticks}) == 1


# ---- the map ----


def spots(layout: Layout) -> list[Dot]:
    """The dots of places, without the key's hollow circles."""
    return [dot for dot in dots(layout) if dot.opacity < 1]


def test_dots_are_as_large_as_their_values() -> None:
    chart = samples.nordic_map("en")
    radii = sorted({round(dot.radius, 3) for dot in spots(laid_out(chart))})
    assert radii[-1] ** 2 / radii[-2] ** 2 == pytest.approx(412 / 388, rel=0.01)
    assert radii[-1] ** 2 / radii[-3] ** 2 == pytest.approx(412 / 96, rel=0.01)


def test_every_country_has_its_land_and_the_far_islands_are_left_out() -> None:
    countries = {country.code: country for country in read_countries(samples.TEMPLATES)}
    assert set(countries) == {"AX", "DK", "FI", "FO", "GL", "IS", "NO", "SE"}
    norway = [point for surface in countries["NO"].surfaces for point in surface[0]]
    assert max(y for _, y in norway) < 72
    assert min(y for _, y in norway) > 57
    assert (samples.TEMPLATES / "map" / "nordic.geojson").stat().st_size < 120_000


def test_the_projection_keeps_areas() -> None:
    projection = Projection(63.5, 17.0)

    def square(latitude: float, longitude: float) -> float:
        """The area on paper of a tenth of a degree each way, against the sphere's."""
        corners = [(latitude, longitude), (latitude, longitude + 0.1), (latitude + 0.1, longitude + 0.1)]
        (x, y), (x2, y2), (x3, y3) = (projection.place(*corner) for corner in corners)
        return abs((x2 - x) * (y3 - y) - (x3 - x) * (y2 - y))

    true = [pi / 180 * 0.1 * (sine(latitude + 0.1) - sine(latitude)) * 6371.0**2 for latitude in (55.0, 70.0)]
    assert [square(55.0, 8.0) / true[0], square(70.0, 30.0) / true[1]] == pytest.approx([1.0, 1.0], rel=4e-3)


def sine(degrees: float) -> float:
    return sin(radians(degrees))


def test_north_is_up_and_each_inset_is_in_its_own_place() -> None:
    chart = samples.nordic_map("en", 164)
    layout = laid_out(replace(chart, spots=tuple(replace(spot, label="") for spot in chart.spots), sizes=()))
    where = {}
    for name, spot in zip(samples.PLACES, chart.spots, strict=True):
        (where[name],) = dots(laid_out(replace(chart, spots=(spot,), sizes=())))[:1]
    assert where["Tromssa"].y < where["Oslo"].y < where["Kristiansand"].y < where["Kaupmannahöfn"].y
    assert where["Stafangur"].x < where["Oslo"].x < where["Maríuhöfn"].x < where["Vantaa"].x
    assert where["Nuuk"].x < where["Reykjavík"].x < where["Tromssa"].x
    assert len(dots(layout)) >= 13


coordinates = st.tuples(st.floats(0, 300), st.floats(0, 300), st.floats(1, 9), st.floats(20, 70))


@given(st.lists(coordinates, min_size=1, max_size=14))
@settings(max_examples=25, deadline=None)
def test_no_name_stands_on_another_or_on_a_dot(places: list[tuple[float, float, float, float]]) -> None:
    wanted = [Wanted(*one, 10.0) for one in places]
    found = [one.box for one in place(wanted, [], Box(0, 0, 300, 300)) if one is not None]
    assert not [1 for number, one in enumerate(found) for other in found[:number] if one.meets(other)]
    assert not [1 for one in found for dot in wanted if one.meets(dot.box)]
    assert all(Box(0, 0, 300, 300).holds(one) for one in found)


@given(st.lists(st.floats(0, 100), max_size=8))
def test_labels_are_spread_in_their_order_and_within_the_room(middles: list[float]) -> None:
    places = spread(middles, [10.0] * len(middles), -5.0, 105.0)
    ordered = [place for _, place in sorted(zip(middles, places, strict=True))]
    gaps = [second - first for first, second in pairwise(ordered)]
    assert all(gap >= 10 - 1e-6 for gap in gaps)
    assert all(-1e-6 <= y <= 100 + 1e-6 for y in places)


def test_labels_with_room_stay_where_they_are() -> None:
    assert spread([10.0, 50.0, 30.0], [10.0] * 3, 0.0, 100.0) == (10.0, 50.0, 30.0)


def test_values_stay_values_of_the_model() -> None:
    chart: Lines | NordicMap
    for chart in (samples.lines("en"), samples.nordic_map("en")):
        assert hash(chart) == hash(replace(chart))
