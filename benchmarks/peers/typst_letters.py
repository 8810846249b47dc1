"""Typst, one process, with its own chart or one by matplotlib: typst_letters.py PROJECT OUTPUT [--matplotlib]."""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

import typst
from common import Letter, paragraphs, read_with_calamine
from fast_chart import draw

TEMPLATE = Path(__file__).with_name("letter.typ")


def values(letter: Letter, chart: str) -> str:
    """What the template is given, as JSON."""
    most = max(max(now, before) for _, now, before in letter.roles)
    told = {
        "name": letter.name,
        "address": letter.address,
        "blocks": paragraphs(letter),
        "bars": letter.roles,
        "most": most,
        "rows": [[f"{day:%d/%m/%Y}", title, kind, str(people)] for day, title, kind, people in letter.rows],
        "chart": chart,
        "alt": "Who took part, 2018. " + "; ".join(f"{w}: {now} (2017: {then})" for w, now, then in letter.roles),
    }
    return json.dumps(told)


def main() -> None:
    """One compiler for all letters: its fonts and its cache are kept."""
    project, output = map(Path, sys.argv[1:3])
    with_matplotlib = "--matplotlib" in sys.argv
    output.mkdir(parents=True, exist_ok=True)
    (output / TEMPLATE.name).write_text(TEMPLATE.read_text())
    fonts = [project / "templates" / "fonts"]
    compiler = typst.Compiler(
        str(output / TEMPLATE.name),
        root=str(output),
        font_paths=[str(f) for f in fonts],
        ignore_system_fonts=True,
        sys_inputs={},
    )
    for letter in read_with_calamine(project / "activity.xlsx"):
        chart = ""
        if with_matplotlib:
            chart = f"{letter.city}.svg"
            draw(letter, output / chart, format="svg")
        compiler.compile(
            sys_inputs={"letter": values(letter, chart)},
            output=str(output / f"{letter.city}.pdf"),
            format="pdf",
            pdf_standards=["ua-1"],
        )


main()
