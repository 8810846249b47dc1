"""What is longer than its place is parted or gives way: no row falls off a page, and no numeral runs into the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

import pypdfium2
import pytest

from reportgen.press.pages import open_pages
from reportgen.press.pdf.press import Press
from tests import sample_page

STYLES = ("house.css", "report.css", "letter/letter.css", "city-report/city-report.css", "figures/figures.css")
PAGES = open_pages(sample_page.TEMPLATES)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="108mm" height="{}mm"><rect width="9mm" height="9mm"/></svg>'
FIGURE: dict[str, object] = {
    "width_mm": 108,
    "title": "People",
    "caption": "By town.",
    "src": "figure:1.svg",
    "alt": "People",
    "note": "",
    "category": "Town",
    "value_label": "2018",
    "compare_label": "",
    "label": "Figure 1",
    "anchor": "figure-1",
    "definitions": (),
    "source": "Source: activities",
}
Filled = Callable[[list[str]], tuple[str, str]]  # of these towns: the class of the page, and the figure on it
LONGEST, SHORT, BAR = 45, 6, 6.35  # towns; and what each takes of the picture, mm


@cache
def press() -> Press:
    return Press(sample_page.TEMPLATES, STYLES)


def letter(towns: list[str]) -> tuple[str, str]:
    rows = [(town, "1", None) for town in towns]
    return "letter", PAGES.fill("blocks/figure.html", {"figure": FIGURE, "rows": rows, "words": {"not_recorded": "–"}})


def report(towns: list[str]) -> tuple[str, str]:
    table = {"columns": ("Town", "People"), "rows": [(town, "1") for town in towns]}
    return "report city-report", PAGES.fill("blocks/report_figure.html", {"figure": FIGURE, "table": table})


def annex(towns: list[str]) -> tuple[str, str]:
    rows = [[{"text": text, "beneath": ""} for text in (town, "1")] for town in towns]
    columns = [("Town", "text", "town"), ("People", "number", "people")]
    third = -(-len(rows) // 3)
    parts = [rows[start : start + third] for start in range(0, len(rows), third)]
    tables = [{"columns": columns, "rows": part, "has_total": False} for part in parts]
    chapter = {"anchor": "1", "title": "1", "note": "", "tables": (), "figures": [{**FIGURE, "tables": tables}]}
    return "report annex", PAGES.fill("blocks/annex_chapters.html", {"chapters": [chapter]})


def pdf(kind: str, body: str, picture: str = "") -> pypdfium2.PdfDocument:
    html = sample_page.page(f"<main><h1>1</h1>{body}</main>", style="").replace("<body>", f'<body class="{kind}">')
    html = html.replace('lang="en"', 'lang="en" style="--accent: #0B5563"', 1)
    images = {"1.svg": picture.encode()} if picture else None
    return pypdfium2.PdfDocument(press().typeset(html, created=sample_page.CREATED, images=images).content)


def on_paper(document: pypdfium2.PdfDocument) -> str:
    """The text within the pages, not what has fallen off one."""
    return "\n".join(page.get_textpage().get_text_bounded(0, 0, *page.get_size()) for page in document)


@pytest.mark.parametrize("number", [SHORT, 15, 16, LONGEST])
@pytest.mark.parametrize("filled", [letter, report, annex])
def test_each_row_of_a_figure_is_on_paper(filled: Filled, number: int) -> None:
    towns = [f"Town{town:02}" for town in range(number)]
    kind, body = filled(towns)
    text = on_paper(pdf(kind, body, SVG.format(number * BAR)))
    assert [town for town in towns if town not in text] == []
    assert "Source" in text or "annex" not in kind


def spans(document: pypdfium2.PdfDocument, texts: list[str]) -> Iterator[tuple[float, float]]:
    """From where to where each text stands across the first page."""
    words = document[0].get_textpage()
    for text in texts:
        first, count = words.search(text).get_next()
        yield words.get_charbox(first)[0], words.get_charbox(first + count - 1)[2]


@pytest.mark.parametrize("digits", ["{0}3", "{0}00+", "{0}2 345", "{0}23 456", "{0} 234 567"])
@pytest.mark.parametrize("number", [1, 3, 5, 6])
def test_no_key_figure_runs_into_the_next(digits: str, number: int) -> None:
    shown = [digits.format(item) for item in range(1, number + 1)]
    items = [{"shown": numeral, "label": "People", "anchor": "1"} for numeral in shown]
    found = list(
        spans(pdf("letter", f'{PAGES.fill("blocks/key_figures.html", {"items": items})}<p id="1">1</p>'), shown)
    )
    assert all(end < begin for (_, end), (begin, _) in pairwise(found))
    assert found[0][0] == pytest.approx(65.2, abs=3)  # points: at the margin, 23 mm
    assert found[-1][1] < 187 * 2.835  # points: at the other margin, 23 mm from the edge
