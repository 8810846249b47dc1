"""What a chart cannot show is refused with a sentence: where, what, what to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from reportgen.errors import TemplateError
from reportgen.model.figures import AnyChart, Line, Multiples, Spot
from reportgen.press.charts import draw, draw_pdf, draw_png
from tests.unit.press.charts import samples
from tests.unit.press.charts.samples import ACCENT, TEMPLATES, amounts

BELOW = amounts("en", -3, -3)


def refusal(chart: AnyChart) -> str:
    with pytest.raises(TemplateError) as told:
        draw(chart, TEMPLATES, ACCENT)
    return str(told.value)


@pytest.mark.parametrize(
    "chart",
    [
        replace(samples.bars("en"), groups=(replace(samples.bars("en").groups[0], amounts=BELOW),)),
        replace(samples.area("en"), steps=("2017", "2018"), lines=(Line("", BELOW),)),
        replace(samples.bullet("en"), rows=(replace(samples.bullet("en").rows[0], actual=BELOW[0]),)),
        replace(samples.strip("en"), cities=(replace(samples.strip("en").cities[0], amount=BELOW[0]),)),
        replace(samples.nordic_map("en"), spots=(Spot(60.0, 10.0, BELOW[0]),)),
    ],
)
def test_a_length_or_a_surface_below_zero(chart: AnyChart) -> None:
    assert refusal(chart) == f"figure {chart.code}: -3 is below zero, where this chart begins; draw it as lines"


def test_more_categories_than_colours() -> None:
    chart = samples.lines("en")
    assert refusal(replace(chart, lines=chart.lines * 2)).startswith(
        "figure lines: 8 categories cannot be told apart by colour; group all but 3"
    )


def test_areas_that_would_hide_one_another() -> None:
    assert "small multiples" in refusal(replace(samples.lines("en"), area=True))


def test_a_strip_without_an_axis() -> None:
    assert "figure strip: a strip needs two ticks" in refusal(replace(samples.strip("en"), ticks=amounts("en", 0)))


@pytest.mark.parametrize("kind", [kind for kind in samples.KINDS if kind is not samples.multiples])
def test_a_width_without_room(kind: Callable[[str], AnyChart]) -> None:
    assert "20 mm leave no room for its" in refusal(replace(kind("en"), width_mm=20))


def test_three_columns_of_numbers_need_their_width() -> None:
    assert "give it a larger width_mm" in refusal(samples.bullet("nb", 80))


def test_a_day_outside_the_year() -> None:
    chart = replace(samples.timeline("en"), first=date(2019, 1, 1), last=date(2019, 12, 31))
    assert "lies outside 2019-01-01 to 2019-12-31; leave it out" in refusal(chart)


def test_a_place_outside_the_map() -> None:
    spot = Spot(40.71, -74.01, amounts("en", 3)[0], "New York")
    assert refusal(replace(samples.nordic_map("en"), spots=(spot,))) == (
        "figure map: New York at 40.71, -74.01 lies outside the map; correct its latitude and longitude, or leave it "
        "out and name it in the caption"
    )


def test_a_name_without_a_place() -> None:
    crowd = tuple(Spot(60.0, 10.0 + n / 1000, amounts("en", 3)[0], f"A rather long name {n}") for n in range(90))
    assert "leave no place for the name" in refusal(replace(samples.nordic_map("en", 60), spots=crowd))


def test_panels_of_two_kinds() -> None:
    chart = Multiples(code="m", language="en", alt="", panels=(samples.area("en"), samples.strip("en")))
    assert refusal(chart) == "figure m: small multiples are of one kind, these are Lines and Strip; part them"


def test_a_map_that_is_missing_or_spoilt(tmp_path: Path) -> None:
    for part in ("fonts", "map"):
        copytree(TEMPLATES / part, tmp_path / part)
    (tmp_path / "house.mplstyle").write_bytes((TEMPLATES / "house.mplstyle").read_bytes())
    (tmp_path / "map" / "nordic.geojson").write_text('{"features": [{}]}')
    with pytest.raises(TemplateError, match="make it again"):
        draw(samples.nordic_map("en"), tmp_path, ACCENT)
    (tmp_path / "map" / "nordic.geojson").unlink()
    with pytest.raises(TemplateError, match="put it back"):
        draw(samples.nordic_map("en"), tmp_path, ACCENT)


@pytest.mark.parametrize("draw_it", [draw_png, draw_pdf])
def test_a_letter_that_the_fonts_lack(draw_it: Callable[[AnyChart, Path, str], bytes]) -> None:
    chart = replace(samples.area("en"), lines=(Line("北", samples.area("en").lines[0].amounts),))
    with pytest.raises(TemplateError, match="figure area: Glyph"):
        draw_it(chart, TEMPLATES, ACCENT)
