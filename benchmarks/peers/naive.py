"""The naive loop: openpyxl, pyplot, one HTML(...).write_pdf() after another: naive.py PROJECT OUTPUT."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import matplotlib.pyplot as plt
from common import Letter, page_html, read_with_openpyxl
from matplotlib import font_manager
from weasyprint import HTML


def draw(letter: Letter, file: Path) -> None:
    """The chart as most scripts draw it."""
    fig, axes = plt.subplots(figsize=(108 / 25.4, 28 / 25.4))
    words = [bar[0] for bar in letter.roles][::-1]
    now = [bar[1] for bar in letter.roles][::-1]
    before = [bar[2] for bar in letter.roles][::-1]
    axes.barh(words, now, height=0.55, color="#0B5563")
    axes.vlines(before, [i - 0.4 for i in range(len(words))], [i + 0.4 for i in range(len(words))], color="#777777")
    for place, value in enumerate(now):
        axes.text(value, place, f"  {value}", va="center", fontsize=8, fontweight="semibold")
    axes.set_xticks([])
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    axes.tick_params(labelsize=8)
    plt.tight_layout()
    fig.savefig(file)
    plt.close(fig)


def main() -> None:
    """Letter by letter."""
    project, output = map(Path, sys.argv[1:])
    output.mkdir(parents=True, exist_ok=True)
    templates = project / "templates"
    for font in sorted((templates / "fonts").glob("*.otf")):
        font_manager.fontManager.addfont(font)
    plt.rcParams["font.family"] = "Inter"
    style = "".join(f"<style>{(templates / name).read_text()}</style>" for name in ("house.css", "letter/letter.css"))
    letters = read_with_openpyxl(project / "activity.xlsx")
    for number, letter in enumerate(letters, 1):
        chart = output / f"{letter.city}.svg"
        draw(letter, chart)
        html = page_html(letter, chart.resolve().as_uri(), style)
        HTML(string=html).write_pdf(output / f"{letter.city}.pdf", pdf_variant="pdf/ua-1", pdf_tags=True)
        print(f"{number}/{len(letters)} {letter.city}", flush=True)


main()
