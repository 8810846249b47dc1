"""What the page's SVG is written with: matplotlib's own bytes, the house's settings, and no trace left behind."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from shutil import copytree

import matplotlib as mpl
import pytest

from reportgen.errors import TemplateError
from reportgen.model.figures import AnyChart, Bars
from reportgen.press.charts import canvas, draw, draw_png, kinds
from reportgen.press.charts.layout import Layout
from reportgen.press.charts.settings import NO_DATE
from reportgen.press.charts.style import Style, open_style
from tests.unit.press.charts import samples
from tests.unit.press.charts.samples import ACCENT, TEMPLATES

GALLERY: dict[str, AnyChart] = runpy.run_path(str(TEMPLATES.parent / "docs" / "make_gallery.py"))["charts"]()
STYLE = open_style(TEMPLATES, ACCENT)
WIDTHS = (100, 136.5, 164)


def saved(layout: Layout, style: Style = STYLE) -> bytes:
    """The same chart as matplotlib itself saves it, with axes and all."""
    picture = BytesIO()
    with canvas.composed(layout, style) as figure:
        figure.savefig(picture, format="svg", metadata=NO_DATE)
    return picture.getvalue()


def named(label: str) -> Bars:
    """Bars of which one is called so."""
    chart = samples.bars("en")
    return replace(chart, groups=(replace(chart.groups[0], label=label), *chart.groups[1:]))


@pytest.mark.parametrize("name", GALLERY)
def test_a_chart_of_the_gallery_is_what_matplotlib_saves(name: str) -> None:
    layout = kinds.lay_out(GALLERY[name], STYLE)
    assert canvas.paint(layout, STYLE) == saved(layout)


@pytest.mark.parametrize("width_mm", WIDTHS)
@pytest.mark.parametrize("kind", samples.KINDS)
def test_a_chart_of_any_width_is_what_matplotlib_saves(kind: Callable[[str, float], AnyChart], width_mm: float) -> None:
    layout = kinds.lay_out(kind("is", width_mm), STYLE)
    assert canvas.paint(layout, STYLE) == saved(layout)


@pytest.mark.parametrize("setting", ["figure.frameon: False", "figure.edgecolor: red"])
def test_a_ground_of_any_kind_is_what_matplotlib_saves(tmp_path: Path, setting: str) -> None:
    templates = copytree(TEMPLATES, tmp_path / "templates")
    with (templates / "house.mplstyle").open("a", encoding="utf-8") as settings:
        settings.write(f"\n{setting}\n")
    style = open_style(templates, ACCENT)
    layout = kinds.lay_out(samples.bars("en"), style)
    assert canvas.paint(layout, style) == saved(layout, style)


@pytest.mark.filterwarnings("ignore:Glyph")
@pytest.mark.parametrize("label", ["", " ", "two\nlines", "北 b", "$x^2$", "R&D <b>", "\u00ad", "a" * 300])
def test_a_text_of_any_letters_is_what_matplotlib_saves(label: str) -> None:
    layout = kinds.lay_out(named(label), STYLE)
    assert canvas.paint(layout, STYLE) == saved(layout)


def test_a_letter_that_was_drawn_for_the_page_is_still_refused_in_a_picture() -> None:
    assert "北" in draw(named("北"), TEMPLATES, ACCENT).decode()
    with pytest.raises(TemplateError, match="Glyph"):
        draw_png(named("北"), TEMPLATES, ACCENT)


def test_the_settings_of_others_stand_as_they_were() -> None:
    with mpl.rc_context({"font.size": 20, "svg.fonttype": "path", "savefig.transparent": False}):
        before = dict(mpl.rcParams.copy())
        drawn = draw(samples.bars("en"), TEMPLATES, ACCENT)
        assert dict(mpl.rcParams.copy()) == before
    assert drawn == draw(samples.bars("en"), TEMPLATES, ACCENT)


def test_a_style_that_was_changed_is_read_again(tmp_path: Path) -> None:
    templates = copytree(TEMPLATES, tmp_path / "templates")
    drawn = draw(samples.lines("en"), templates, ACCENT)
    style = templates / "house.mplstyle"
    style.write_text(style.read_text("utf-8").replace("solid_capstyle : butt", "solid_capstyle : round"), "utf-8")
    assert b"stroke-linecap: round" not in drawn
    assert b"stroke-linecap: round" in draw(samples.lines("en"), templates, ACCENT)
