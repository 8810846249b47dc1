"""The workshop that workers are born with: the server they are forked from opens it before there is one.

The server imports this module while the first process still reads the rows, and sets one page that nobody will see, so
that what the engines put off until they are used is done once and not in each worker. What is wrong with the
project is no matter here: whoever opens a workshop that is not ready opens it himself, and tells.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date
from pathlib import Path

from reportgen.collector import settle
from reportgen.glance import glance_at
from reportgen.model.figures import Amount, Bars, Group
from reportgen.press.charts import draw
from reportgen.press.pdf.engine import read_engine
from reportgen.press.workshop import files_of, keep_ready, open_workshop, warm
from reportgen.server import HEARTH

DAY = date(2000, 1, 1)
PAGE = """<!doctype html><html lang="en" style="--accent: #000000"><head><meta charset="utf-8"><title>1</title></head>
<body class="letter"><main><h1>1</h1><p>1 <a href="https://example.org">1</a> <strong>1</strong></p><ul><li>1</li></ul>
<div class="figure"><img src="figure:1.svg" alt="1"></div>
<table><thead><tr><th>1</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table></main></body></html>"""
FIGURE = Bars(code="1", language="en", alt="1", groups=(Group("1", (Amount(1, "1"),)),))


def light(file: Path) -> None:
    """Open the workshop of a project, use everything in it once, and keep it ready, where that is possible.

    What it was read from is noted before: a template that has changed by the time of the first document is read again.
    """
    kinds, templates = glance_at(file).kinds, (file.parent / "templates").resolve()
    with suppress(Exception):  # the server is to live, whatever is wrong with a template
        files = files_of(templates)
        workshop = open_workshop(templates, kinds)
        warm(workshop)
        workshop.press.typeset(PAGE, created=DAY, images={"1.svg": draw(FIGURE, workshop.templates, "#000000")})
        keep_ready(workshop, files)


read_engine()  # also where no hearth is lit: workers are forked from a server that has read it
if HEARTH in os.environ:
    light(Path(os.environ[HEARTH]))
    settle()
