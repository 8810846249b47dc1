"""The pictures of the gallery: every chart, drawn from sample values, and reports that `./run build` has made.

python docs/make_gallery.py             # writes docs/pictures/gallery/*.png again
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image

from reportgen.model import figures as f
from reportgen.model.findings import Number
from reportgen.press.charts import draw_png

HERE = Path(__file__).parent
REPORTS = HERE.parent / "output" / "2018" / "reports"
TEMPLATES = HERE.parent / "templates"
ACCENT = "#0B5563"
LOST = "not recorded"

# A report of each kind of city, then one in each of the other languages.
CITIES = (
    "larvik.nb",
    "arendal.nb",
    "tromsoe.nb",
    "bodoe.nb",
    "haugesund.nb",
    "network.en",
    "koebenhavn.da",
    "helsinki.sv",
    "vantaa.fi",
    "reykjavik.is",
)
PAGES_SHOWN = 2
PAGE_SCALE = 1.4  # 101 dots an inch
COLOURS = 64
GAP = 16
GROUND = (222, 227, 228)
DRAWN_DPI, CHART_DPI = 300, 110
MARGIN = 14

ROLES = ("Practitioners", "Experts", "Politicians", "Young people")
YEARS = ("2014", "2015", "2016", "2017", "2018")


def amounts(*values: Number | None, unit: str = "") -> tuple[f.Amount, ...]:
    """Sample values as a chart of this gallery prints them; None is not recorded."""
    return tuple(f.Amount(value, LOST if value is None else f"{value}{unit}") for value in values)


def one(value: Number | None) -> f.Amount:
    """A single sample value."""
    return amounts(value)[0]


def bar_charts() -> dict[str, f.AnyChart]:
    """Samples of bars and of stacked bars."""
    single = zip(ROLES, (214, 96, None, 157), (171, 110, 20, 88), strict=True)
    pairs = zip(ROLES, ((214, 171), (96, 61), (None, 22), (0, 9)), strict=True)
    counts = (("2016", (40, 20, 18, 22), "100"), ("2017", (60, None, 30, 25), "115"), ("2018", (90, 20, 44, 57), "211"))
    shares = zip(ROLES, ((55, 38, 7), (40, 48, 12), (44, 56, 0), (61, 30, 9)), strict=True)
    parts = (f.Series("Women"), f.Series("Men"), f.Series("Not recorded", recorded=False))
    return {
        "bars": f.Bars(
            code="bars",
            language="en",
            alt="Sample: people by role",
            groups=tuple(f.Group(role, amounts(now), one(before)) for role, now, before in single),
            value_label="2018",
            compare_label="2017",
        ),
        "grouped-bars": f.Bars(
            code="grouped_bars",
            language="en",
            alt="Sample: people by role, women and men",
            groups=tuple(f.Group(role, amounts(*both)) for role, both in pairs),
            series=("Women", "Men"),
        ),
        "stacked-bars": f.StackedBars(
            code="stacked_bars",
            language="en",
            alt="Sample: people by role, year by year",
            series=tuple(map(f.Series, ROLES)),
            stacks=tuple(f.Stack(year, amounts(*values), total) for year, values, total in counts),
        ),
        "share-bars": f.StackedBars(
            code="share_bars",
            language="en",
            alt="Sample: women and men by role, as shares",
            share=True,
            series=parts,
            stacks=tuple(f.Stack(role, amounts(*values, unit="\u00a0%")) for role, values in shares),
        ),
    }


def trend_charts() -> dict[str, f.AnyChart]:
    """Samples of lines, area, slope and small multiples."""
    trends = zip(
        ROLES, ((20, 44, 60, 95, 140), (30, 31, 28, 35, 38), (12, 18, None, 33, 61), (0, 5, 22, 60, 88)), strict=True
    )
    changes = zip(ROLES, (171, 110, 20, 88), (214, 96, None, 157), strict=True)
    panels = zip(ROLES, ((60, 90, 140), (28, 35, 38), (None, 33, 61), (22, 60, 88)), strict=True)
    return {
        "lines": f.Lines(
            code="lines",
            language="en",
            alt="Sample: people by role over five years",
            width_mm=136,
            steps=YEARS,
            lines=tuple(f.Line(role, amounts(*values)) for role, values in trends),
        ),
        "area": f.Lines(
            code="area",
            language="en",
            alt="Sample: young people over five years, 2016 not recorded",
            steps=YEARS,
            area=True,
            lines=(f.Line("Young people", amounts(41, 88, None, 120, 157)),),
        ),
        "slope": f.Slope(
            code="slope",
            language="en",
            alt="Sample: people by role, last year and this",
            before_label="2017",
            after_label="2018",
            changes=tuple(
                f.Change(role, one(before), one(after), role == ROLES[-1]) for role, before, after in changes
            ),
        ),
        "small-multiples": f.Multiples(
            code="small_multiples",
            language="en",
            alt="Sample: people over three years, a panel a role",
            width_mm=136,
            panels=tuple(_panel(role, values) for role, values in panels),
        ),
    }


def _panel(role: str, values: Sequence[Number | None]) -> f.Lines:
    line = f.Line("", amounts(*values))
    return f.Lines(code=role, language="en", alt="", title=role, steps=YEARS[2:], area=True, lines=(line,))


def spread_charts() -> dict[str, f.AnyChart]:
    """Samples of a strip and of a bullet chart."""
    dots = (0, 1, 3, 3, 5, 8, 12, 12, 18, 25, 31, 31, 44, 60, 87, 140, 388, 412, None, None)
    return {
        "strip": f.Strip(
            code="strip",
            language="en",
            alt="Sample: one city among all",
            width_mm=136,
            cities=(f.City("Larvik", one(157), marked=True), *(f.City("", one(dot)) for dot in dots)),
            ticks=amounts(0, 100, 200, 300, 400),
            middle=f.Amount(25, "median 25"),
            not_recorded=LOST,
        ),
        "bullet": f.Bullet(
            code="bullet",
            language="en",
            alt="Sample: three promises and what came of them",
            width_mm=136,
            actual_label="2018",
            target_label="target 2018",
            baseline_label="baseline 2015",
            rows=(
                f.Judged("Young people trained", one(157), one(120), one(41)),
                f.Judged("Local campaigns", one(22), one(40), one(8)),
                f.Judged("People of known age", one(None), one(50), one(0)),
            ),
        ),
    }


def year_charts() -> dict[str, f.AnyChart]:
    """A sample of a year's activities."""
    local = (_on(1, 23, "Opening day"), _on(5, 3, "Campaign in the schools"), _on(11, 30, "Seminar", held=False))
    nordic = (_on(3, 8, "Network session"), _on(10, 22, "Workshop for teachers and youth workers"))
    abroad = (_on(4, 17, "Study visit"), f.Occasion(None, "date not recorded", "Exchange"))
    chart = f.Timeline(
        code="timeline",
        language="en",
        alt="Sample: the activities of a year",
        width_mm=164,
        first=date(2018, 1, 1),
        last=date(2018, 12, 31),
        months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        lanes=(f.Lane("Local", local), f.Lane("Nordic", nordic), f.Lane("International", abroad)),
    )
    return {"timeline": chart}


def _on(month: int, day: int, label: str, *, held: bool = True) -> f.Occasion:
    return f.Occasion(date(2018, month, day), f"{day}/{month}", label, held)


def map_charts() -> dict[str, f.AnyChart]:
    """A sample of the Nordic map."""
    places = (
        (55.68, 12.57, 388, "Copenhagen"),
        (59.91, 10.75, 412, "Oslo"),
        (59.05, 10.03, 157, "Larvik"),
        (59.33, 18.07, 60, "Stockholm"),
        (60.17, 24.94, 140, "Helsinki"),
        (69.65, 18.96, None, "Tromsø"),
        (64.14, -21.90, 96, "Reykjavík"),
        (62.01, -6.77, 11, "Tórshavn"),
        (64.18, -51.72, 4, "Nuuk"),
    )
    spots = tuple(f.Spot(north, east, one(value), name, name == "Larvik") for north, east, value, name in places)
    chart = f.NordicMap(
        code="map",
        language="en",
        alt="Sample: people by city",
        spots=spots,
        iceland="Iceland",
        faroe="Faroe Islands",
        greenland="Greenland",
        sizes=amounts(10, 100, 400),
        sizes_label="people in 2018",
    )
    return {"map": chart}


def charts() -> dict[str, f.AnyChart]:
    """Every sample chart, by the name of its picture."""
    return bar_charts() | trend_charts() | spread_charts() | year_charts() | map_charts()


def chart_picture(chart: f.AnyChart) -> bytes:
    """A chart as a PNG for reading on a screen, on white with a margin."""
    with Image.open(io.BytesIO(draw_png(chart, TEMPLATES, ACCENT))) as drawn:
        size = (round(drawn.width * CHART_DPI / DRAWN_DPI), round(drawn.height * CHART_DPI / DRAWN_DPI))
        small = drawn.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    sheet = Image.new("RGB", (size[0] + 2 * MARGIN, size[1] + 2 * MARGIN), "white")
    sheet.paste(small, (MARGIN, MARGIN))
    return _png(sheet)


def report_picture(report: Path | bytes) -> bytes:
    """The first two pages of a report side by side, as PNG."""
    document = pypdfium2.PdfDocument(report)
    shown = range(min(PAGES_SHOWN, len(document)))
    pages = [document[number].render(scale=PAGE_SCALE).to_pil().convert("RGB") for number in shown]
    document.close()
    width = sum(page.width + GAP for page in pages) + GAP
    sheet = Image.new("RGB", (width, pages[0].height + 2 * GAP), GROUND)
    for number, page in enumerate(pages):
        sheet.paste(page, (GAP + number * (page.width + GAP), GAP))
    return _png(sheet)


def _png(sheet: Image.Image) -> bytes:
    out = io.BytesIO()
    # The octree keeps the colour of a thin line, which the median cut mixes with the greys of the letters.
    sheet.quantize(COLOURS, Image.Quantize.FASTOCTREE).save(out, "PNG", optimize=True)
    return out.getvalue()


def main() -> None:
    """Write every picture, and take away those of earlier galleries."""
    folder = HERE / "pictures" / "gallery"
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {f"chart-{name}.png": chart_picture(chart) for name, chart in charts().items()}
    pictures |= {f"report-{city}.png": report_picture(REPORTS / f"{city}.pdf") for city in CITIES}
    for old in set(folder.glob("*.png")) - {folder / name for name in pictures}:
        old.unlink()
    for name, picture in pictures.items():
        (folder / name).write_bytes(picture)
        sys.stdout.write(f"docs/pictures/gallery/{name}\n")


if __name__ == "__main__":
    main()
