"""Debian's Chromium, headless, one session, with the fast matplotlib chart: chromium.py PROJECT OUTPUT."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

from common import page_html, read_with_calamine
from fast_chart import draw
from playwright.sync_api import sync_playwright

# Chromium has no running elements: its own header and footer stand for them.
FOOTER = (
    '<div style="font: 8px Inter; width: 100%; padding: 0 23mm; display: flex; justify-content: space-between">'
    "<b>Nordic Safe Cities</b><span>Edition 2018 · Data as of 14 December 2018</span>"
    '<span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>'
)


def main() -> None:
    """One browser, one page, letter after letter."""
    project, output = map(Path, sys.argv[1:])
    output.mkdir(parents=True, exist_ok=True)
    style = "".join(
        f'<link rel="stylesheet" href="{(project / "templates" / name).resolve().as_uri()}">'
        for name in ("house.css", "letter/letter.css")
    )
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        for letter in read_with_calamine(project / "activity.xlsx"):
            draw(letter, output / f"{letter.city}.svg")
            html = output / f"{letter.city}.html"
            html.write_text(page_html(letter, f"{letter.city}.svg", style), encoding="utf-8")
            page.goto(html.resolve().as_uri())
            page.pdf(
                path=output / f"{letter.city}.pdf",
                format="A4",
                tagged=True,
                display_header_footer=True,
                header_template="<span></span>",
                footer_template=FOOTER,
                margin={"top": "24mm", "bottom": "22mm", "left": "23mm", "right": "23mm"},
            )
        browser.close()


main()
