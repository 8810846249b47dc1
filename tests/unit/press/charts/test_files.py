"""What comes out: SVG with text, PNG at 300 dots an inch, PDF with its fonts; the same bytes each time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from itertools import combinations
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from reportgen.model.figures import Line
from reportgen.press.charts import draw, draw_pdf, draw_png, palette
from tests.unit.press.charts import samples
from tests.unit.press.charts.samples import ACCENT, TEMPLATES

ROOT = Path(__file__).parents[4]
SIGNS = ["$x^2$", "a_b", "R&D <b>", "50 % {{ n }}"]


@pytest.mark.parametrize("name", samples.every())
def test_text_stays_text_in_the_house_face_at_the_page_sizes(name: str) -> None:
    svg = draw(samples.every()[name], TEMPLATES, ACCENT).decode()
    assert set(re.findall(r"font-family: ([^;\"]+)", svg)) == {"'Inter'"}
    assert set(re.findall(r"font-size: ([^;\"]+)", svg)) <= {"9px", "8px"}
    assert "date" not in svg.lower()


def test_same_bytes_in_every_process() -> None:
    program = (
        "import sys, hashlib; from tests.unit.press.charts.samples import *;"
        "from reportgen.press.charts import draw, draw_pdf, draw_png;"
        "out = [d(c, TEMPLATES, ACCENT) for c in every().values() for d in (draw, draw_pdf, draw_png)];"
        "print(hashlib.sha256(b''.join(out)).hexdigest())"
    )
    places = ({"PYTHONHASHSEED": "1", "TZ": "UTC"}, {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C"})
    drawn = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONPATH": str(ROOT), **place},
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout
        for place in places
    }
    assert len(drawn) == 1


def test_signs_are_letters() -> None:
    chart = samples.lines("en", 164)
    lines = tuple(Line(name, line.amounts) for name, line in zip(SIGNS, chart.lines, strict=True))
    svg = draw(replace(chart, lines=lines), TEMPLATES, ACCENT).decode()
    assert all(sign.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in svg for sign in SIGNS)


def test_a_png_is_300_dots_an_inch_and_says_what_it_shows() -> None:
    chart = replace(samples.strip("nb"), alt="Larvik: 157 av 412.", title="Hvor byen står")
    picture = Image.open(BytesIO(draw_png(chart, TEMPLATES, ACCENT)))
    assert picture.size[0] == pytest.approx(108 / 25.4 * 300, abs=1)
    assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    assert (picture.info["Title"], picture.info["Description"]) == ("Hvor byen står", "Larvik: 157 av 412.")
    assert "Software" not in picture.info
    assert picture.convert("RGBA").getpixel((0, 0)) == (255, 255, 255, 255)


def test_a_pdf_is_its_own_size_with_its_fonts_and_no_date() -> None:
    chart = replace(samples.lines("nb", 164), alt="Fire linjer.", title="Deltakere")
    with pikepdf.open(BytesIO(draw_pdf(chart, TEMPLATES, ACCENT))) as pdf:
        assert float(pdf.pages[0].MediaBox[2]) == pytest.approx(164 * 72 / 25.4, abs=0.01)
        assert (str(pdf.docinfo["/Title"]), str(pdf.docinfo["/Subject"])) == ("Deltakere", "Fire linjer.")
        assert not {"/CreationDate", "/ModDate"} & set(pdf.docinfo)
        fonts = pdf.pages[0].Resources.Font
        assert {"Inter" in str(font.get("/BaseFont", font.get("/Name", ""))) for font in fonts.values()} == {True}


# ---- colours: seen by everyone, and in grey print ----

# Brettel, Viénot and Mollon's red-green confusion as simplified by Viénot (1999), a simulation other than the one that
# chooses: what is left of linear RGB; and grey print, which keeps lightness alone.
SIGHTS = {
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
    "protanopia": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deuteranopia": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
}


def luminance(colour: str, sight: str) -> float:
    shares = [int(colour.lstrip("#")[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    seen = [sum(weight * part for weight, part in zip(row, linear, strict=True)) for row in SIGHTS[sight]]
    return sum(weight * min(1, max(0, part)) for weight, part in zip((0.2126, 0.7152, 0.0722), seen, strict=True))


def contrast(one: str, other: str, sight: str) -> float:
    dark, light = sorted((luminance(one, sight), luminance(other, sight)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("accent", [ACCENT, "#8A1538", "#1B3A6B", "#5B2A86", "#2E6B2E"])
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_categories_differ_for_every_reader_and_in_grey(count: int, accent: str, sight: str) -> None:
    # Lines have dashes and marks besides, and must be dark enough for paper: so they lie a little closer together.
    for colours, least in ((palette.fills(accent, count), 1.3), (palette.inks(accent, count), 1.15)):
        assert colours[0] == accent
        assert len(set(colours)) == count
        assert all(contrast(one, other, sight) > least for one, other in combinations(colours, 2))
    assert all(contrast(colour, palette.PAPER, sight) > 2.5 for colour in palette.inks(accent, count))


def test_lines_differ_without_any_colour() -> None:
    assert len(set(palette.DASHES)) == len(set(palette.SHAPES)) == palette.MOST


def test_a_faint_part_has_an_edge() -> None:
    svg = draw(samples.stacked("en"), TEMPLATES, ACCENT).decode()
    faint = [colour for colour in palette.fills(ACCENT, 4) if palette.is_faint(colour)]
    for colour in faint:
        assert re.search(rf"fill: {colour.lower()}; stroke: #7b868c", svg)
