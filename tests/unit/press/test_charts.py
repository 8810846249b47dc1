"""A chart is measured on the SVG that comes out, with the fonts' own widths, not with what the layout believes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import matplotlib as mpl
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from reportgen.errors import TemplateError
from reportgen.model.figures import Amount, Bars, Group
from reportgen.press.charts import bars, draw
from reportgen.press.charts.layout import Role
from reportgen.press.charts.style import INK, MARK, SOFT, open_style
from reportgen.press.charts.wrapping import wrap

ROOT = Path(__file__).parents[3]
TEMPLATES = ROOT / "templates"
ACCENT = "#0B5563"
SVG = "{http://www.w3.org/2000/svg}"

LONG_NAMES = {
    "en": ("Practitioners in municipalities", "Elected representatives", "Experts and researchers", "Young people"),
    "da": ("Kommunale praktikere og fagfolk", "Byrådspolitikere", "Eksperter og forskere", "Unge frivillige"),
    "nb": ("Førstelinje og fagfolk i kommunen", "Folkevalgte", "Eksperter og forskere", "Ungdomsrepresentanter"),
    "sv": ("Kommunala tjänstepersoner", "Förtroendevalda", "Sakkunniga och forskare", "Ungdomsföreträdare"),
    "fi": ("Käytännön toimijat ja ammattilaiset", "Luottamushenkilöt", "Asiantuntijat ja tutkijat", "Nuorisoedustajat"),
    "is": ("Starfsfólk sveitarfélaga á vettvangi", "Kjörnir fulltrúar", "Sérfræðingar og fræðimenn", "Ungmenni"),
}


def figure(*shown: Group, width_mm: int = 108, years: tuple[str | None, str | None] = ("2018", "2017")) -> Bars:
    value_label, compare_label = years
    return Bars(
        code="roles",
        language="en",
        alt="",
        width_mm=width_mm,
        groups=shown,
        value_label=value_label,
        compare_label=compare_label,
    )


def bar(label: str, value: int | None, compare: int | None = None) -> Group:
    shown = "not recorded" if value is None else str(value)
    return Group(label, (Amount(value, shown),), None if compare is None else Amount(compare, str(compare)))


@dataclass(frozen=True)
class Printed:
    """One text of the SVG and the box that its letters fill, in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Printed) -> bool:
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)


@cache
def advances(weight: str) -> tuple[dict[int, str], dict[str, tuple[int, int]], int]:
    font = TTFont(TEMPLATES / "fonts" / ("Inter-SemiBold.otf" if weight == "600" else "Inter-Regular.otf"))
    return font.getBestCmap(), font["hmtx"].metrics, font["head"].unitsPerEm


def printed(svg: bytes) -> tuple[Printed, ...]:
    found = []
    for element in ET.fromstring(svg).iter(f"{SVG}text"):  # noqa: S314  our own drawing
        style = dict(part.strip().split(": ", 1) for part in element.get("style", "").split(";") if part.strip())
        size = float(style["font-size"].removesuffix("px"))
        names, metrics, em = advances(style.get("font-weight", "400"))
        width = sum(metrics[names[ord(letter)]][0] for letter in element.text or "") * size / em
        x, y = float(element.get("x", "nan")), float(element.get("y", "nan"))
        found.append(Printed(element.text or "", x, y - 0.73 * size, x + width, y + 0.2 * size))
    return tuple(found)


def size(svg: bytes) -> tuple[float, float]:
    _, _, width, height = map(float, (ET.fromstring(svg).get("viewBox") or "").split())  # noqa: S314  our own drawing
    return width, height


def all_texts(svg: bytes) -> list[str]:
    return [text.text for text in printed(svg)]


@pytest.mark.parametrize("language", LONG_NAMES)
@pytest.mark.parametrize("width_mm", [90, 108, 164])
@pytest.mark.parametrize(
    "values", [((214, 171), (187, 184), (61, 66), (38, 420)), ((3, 3), (1, 0), (0, 2), (None, 1)), ((9999, None),) * 4]
)
def test_no_text_leaves_the_canvas_or_meets_another(
    language: str, width_mm: int, values: tuple[tuple[int | None, int | None], ...]
) -> None:
    rows = (bar(name, *pair) for name, pair in zip(LONG_NAMES[language], values, strict=True))
    svg = draw(figure(*rows, width_mm=width_mm), TEMPLATES, ACCENT)
    width, height = size(svg)
    texts = printed(svg)
    assert {word for name in LONG_NAMES[language] for word in name.split()} <= set(" ".join(all_texts(svg)).split())
    # Kerning and rounding leave a fifth of a point.
    outside = [t for t in texts if t.left < 0 or t.top < 0 or t.right > width + 0.2 or t.bottom > height]
    assert not outside
    assert not [(one.text, other.text) for one, other in combinations(texts, 2) if one.overlaps(other)]


@given(
    st.lists(
        st.tuples(st.none() | st.integers(0, 5000), st.none() | st.integers(0, 5000)),
        min_size=1,
        max_size=5,
    )
)
def test_no_mark_and_no_bar_stands_in_a_figure(values: list[tuple[int | None, int | None]]) -> None:
    rows = (bar(f"Role {number}", *pair) for number, pair in enumerate(values))
    layout = bars.lay_out(figure(*rows), open_style(TEMPLATES, ACCENT))
    figures = [label for label in layout.labels if label.x > layout.strokes[0].x]
    for label in figures:
        middle = label.y - bars.HALF_CAPITAL * label.size
        struck = [
            stroke
            for stroke in layout.strokes
            if stroke.role is not Role.AXIS
            and min(stroke.y, stroke.y2) - stroke.breadth / 2 < middle < max(stroke.y, stroke.y2) + stroke.breadth / 2
            and stroke.x < label.right
            and stroke.x2 > label.x
        ]
        assert not struck
        assert label.x >= 0
        assert label.right <= layout.width


def test_bars_are_drawn_from_zero() -> None:
    layout = bars.lay_out(figure(bar("A", 200), bar("B", 50, 100)), open_style(TEMPLATES, ACCENT))
    axis = next(stroke.x for stroke in layout.strokes if stroke.role is Role.AXIS)
    lengths = [stroke.x2 - stroke.x for stroke in layout.strokes if stroke.role is Role.BAR]
    marks = [stroke.x - axis for stroke in layout.strokes if stroke.role is Role.COMPARE]
    assert {stroke.x for stroke in layout.strokes if stroke.role is Role.BAR} == {axis}
    assert lengths[0] == pytest.approx(4 * lengths[1])
    assert marks == [pytest.approx(lengths[0] / 2)]


def test_not_recorded_is_a_mark_of_its_own_and_zero_is_a_zero() -> None:
    layout = bars.lay_out(figure(bar("A", 10), bar("B", None), bar("C", 0)), open_style(TEMPLATES, ACCENT))
    by_row = {stroke.y: stroke.role for stroke in layout.strokes if stroke.role is not Role.AXIS}
    assert list(by_row.values()) == [Role.BAR, Role.NOT_RECORDED]
    svg = draw(figure(bar("A", 10), bar("B", None), bar("C", 0)), TEMPLATES, ACCENT)
    assert [text for text in all_texts(svg) if text in {"not recorded", "0"}] == ["not recorded", "0"]
    assert svg.count(b"stroke-dasharray") == 1


def test_the_two_years_are_named_once_where_a_year_before_is_known() -> None:
    compared = all_texts(draw(figure(bar("A", 10), bar("B", 9, 8), bar("C", 7, 6)), TEMPLATES, ACCENT))
    assert (compared.count("2018"), compared.count("2017")) == (1, 1)
    alone = all_texts(draw(figure(bar("A", 10), bar("B", 9)), TEMPLATES, ACCENT))
    assert not {"2018", "2017"} & set(alone)


def test_signs_are_letters() -> None:
    names = ["$x^2$", "a_b", "R&D <b>", "50 % {{ n }}"]
    svg = draw(figure(*(bar(name, 3) for name in names), width_mm=164), TEMPLATES, ACCENT)
    assert [text for text in all_texts(svg) if text in names] == names


def test_text_stays_text_in_the_house_face_at_the_page_sizes() -> None:
    svg = draw(figure(bar("A", 10, 9)), TEMPLATES, ACCENT).decode()
    assert set(re.findall(r"font-family: ([^;\"]+)", svg)) == {"'Inter'"}
    assert set(re.findall(r"font-size: ([^;\"]+)", svg)) == {"9px", "8px"}


def test_the_width_is_the_width_asked_for() -> None:
    for width_mm in (90, 108, 164):
        width, _ = size(draw(figure(bar("A", 10), width_mm=width_mm), TEMPLATES, ACCENT))
        assert width == pytest.approx(width_mm * 72 / 25.4, abs=0.001)


def test_a_missing_letter_is_left_to_the_page_to_refuse() -> None:
    svg = draw(figure(bar("北", 10)), TEMPLATES, ACCENT)
    assert "北" in svg.decode()


def test_same_bytes_in_every_process_and_under_a_users_settings(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from tests.unit.press.test_charts import *;"
        "sys.stdout.buffer.write(draw(figure(bar('A', 10, 9), bar('Å', None)), TEMPLATES, ACCENT))"
    )
    (tmp_path / "matplotlibrc").write_text("font.size: 20\nsvg.fonttype: path\nlines.linewidth: 9\n")
    places = ({"PYTHONHASHSEED": "1", "TZ": "UTC"}, {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C"})
    drawn = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "MATPLOTLIBRC": str(tmp_path), "PYTHONPATH": str(ROOT), **place},
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout
        for place in places
    }
    with mpl.rc_context({"font.size": 20, "svg.fonttype": "path"}):
        drawn.add(draw(figure(bar("A", 10, 9), bar("Å", None)), TEMPLATES, ACCENT))
    assert len(drawn) == 1
    assert b"date" not in drawn.pop().lower()


def test_a_missing_font_is_named(tmp_path: Path) -> None:
    (tmp_path / "house.mplstyle").write_text("")
    with pytest.raises(TemplateError, match=r"fonts/Inter-Regular\.otf: .* put it back"):
        draw(figure(bar("A", 1)), tmp_path, ACCENT)


def test_a_width_without_room_is_refused() -> None:
    with pytest.raises(TemplateError, match=r"figure roles: 20 mm .* larger width_mm"):
        draw(figure(bar("A fairly long name", 1_000_000), width_mm=20), TEMPLATES, ACCENT)


def test_an_empty_figure_is_an_axis_alone() -> None:
    assert printed(draw(figure(), TEMPLATES, ACCENT)) == ()


@given(st.text(alphabet="abå –", max_size=60), st.integers(1, 20))
def test_broken_lines_keep_every_letter_and_fit(text: str, width: int) -> None:
    lines = wrap(text, width, lambda line: float(len(line)))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(len(line) <= width for line in lines)


# ---- colours: seen by everyone, and in grey print ----

# Machado, Oliveira and Fernandes (2009), severity 1: what is left of a linear RGB colour.
SIGHTS = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}


def luminance(colour: str, sight: str = "full") -> float:
    """The relative luminance (0-1) of a colour as this sight sees it."""
    parts = [int(colour.lstrip("#")[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    seen = [sum(weight * part for weight, part in zip(row, linear, strict=True)) for row in SIGHTS[sight]]
    return sum(weight * min(1.0, max(0.0, part)) for weight, part in zip((0.2126, 0.7152, 0.0722), seen, strict=True))


def contrast(one: str, other: str, sight: str = "full") -> float:
    dark, light = sorted((luminance(one, sight), luminance(other, sight)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("sight", SIGHTS)
def test_everything_drawn_is_seen_on_paper(sight: str) -> None:
    assert contrast(INK, "#ffffff", sight) > 7
    assert contrast(SOFT, "#ffffff", sight) > 4.5
    assert contrast(MARK, "#ffffff", sight) > 3
    assert contrast(ACCENT, MARK, sight) > 2


@pytest.mark.parametrize("sight", SIGHTS)
def test_the_four_category_colours_differ_in_lightness_alone(sight: str) -> None:
    with mpl.rc_context(fname=TEMPLATES / "house.mplstyle"):
        colours = mpl.rcParams["axes.prop_cycle"].by_key()["color"]
    assert len(colours) == 4
    assert min(contrast(one, other, sight) for one, other in combinations(colours, 2)) > 1.5


def test_the_title_is_the_pages_to_print() -> None:
    told = replace(figure(bar("A", 1)), title="A finding")
    assert draw(told, TEMPLATES, ACCENT) == draw(figure(bar("A", 1)), TEMPLATES, ACCENT)
