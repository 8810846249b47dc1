"""An annex whose every text is something that a spreadsheet program might act on."""

from __future__ import annotations

from dataclasses import replace

from reportgen.model.annexes import Annex, Cell, Datum, Grid, Standing
from tests.annex import sample_annex

TEXTS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1:A9)",
    "＝1+1",
    "\t=1+1",
    "=cmd|'/c calc'!A0",
    '=HYPERLINK("https://example.org";"x")',
    "https://example.org",
    "mailto:someone@example.org",
    "internal:Sheet1!A1",
    "{=1+1}",
    "0301",
    "1e5",
    "TRUE",
    "a\x01b\x1bc",
    "_x0041_",
    "\u202eabc\u202c",
    "👩‍👩‍👧 🇩🇰",
    "two\nlines; =1",
    " blanks ",
    "a" * 10_000,
    "<b>&amp;</b> ]]>",
    "[x]:*?/\\'",
)


def hostile_annex() -> Annex:
    """The sample with these texts in titles, tables, definitions and data."""
    annex = sample_annex()
    figures = tuple(_figure(figure, text) for figure, text in zip(annex.figures, TEXTS, strict=False))
    chapter = replace(annex.chapters[0], title=TEXTS[0], figures=figures, grids=())
    evidence = tuple(
        replace(one, title=text, definition=text, unit=text) for one, text in zip(annex.evidence, TEXTS, strict=False)
    )
    return replace(
        annex, title=TEXTS[6], description=TEXTS[7], publisher=TEXTS[3], chapters=(chapter,), evidence=evidence
    )


def _figure(figure: Standing, title: str) -> Standing:
    data = tuple(Datum(text, text, text, text, text, text, 1.5, text, 7) for text in TEXTS)
    return replace(figure, title=title, caption=title, source=title, grid=_grid(figure.grid), data=data)


def _grid(grid: Grid) -> Grid:
    rows = tuple((Cell(text), Cell("7", 7)) for text in TEXTS)
    headings = tuple(replace(heading, text=TEXTS[0]) for heading in grid.headings)
    return replace(grid, title=TEXTS[0], headings=headings, rows=rows, has_total=False)
