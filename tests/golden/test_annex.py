"""The example's annex before it is set anywhere: every table, figure and definition, with its receipts."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

from reportgen.model.annexes import Cell, Definition, Grid, Standing
from reportgen.press.annex_files import annex_of
from tests import example

Golden = Callable[[str, bytes], None]


def test_annex(golden: Golden) -> None:
    annex = annex_of(example.pack("en")[0], example.workshop())
    told = {
        "title": annex.title,
        "description": annex.description,
        "funder": annex.funder,
        "licence": annex.licence,
        "results": _grid(annex.results),
        "chapters": [
            {
                "code": chapter.code,
                "title": chapter.title,
                "note": chapter.note,
                "grids": [_grid(grid) for grid in chapter.grids],
                "figures": [_figure(figure) for figure in chapter.figures],
            }
            for chapter in annex.chapters
        ],
        "evidence": [_definition(definition) for definition in annex.evidence],
    }
    golden("annex.json", (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())


def _grid(grid: Grid) -> dict[str, object]:
    return {
        "code": grid.code,
        "title": grid.title,
        "headings": [f"{heading.name}: {heading.text} ({heading.kind})" for heading in grid.headings],
        "rows": [" | ".join(_cell(cell, grid) for cell in row) for row in grid.rows],
        "note": grid.note,
        "has_total": grid.has_total,
    }


def _cell(cell: Cell, grid: Grid) -> str:
    """What stands there, and the name and exact value of what it prints."""
    assert not isinstance(cell.value, date)
    if cell.receipt is None:
        return cell.shown
    receipt = grid.printed[cell.receipt]
    return f"{cell.shown} <{receipt.code} {receipt.scope} {receipt.period}: {receipt.exact}, {receipt.rows} rows>"


def _figure(figure: Standing) -> dict[str, object]:
    return {
        "name": figure.name,
        "title": figure.title,
        "caption": figure.caption,
        "note": figure.note,
        "source": figure.source,
        "definitions": [definition.code for definition in figure.definitions],
        "alt": figure.chart.alt,
        "grid": _grid(figure.grid),
        "data": len(figure.data),
    }


def _definition(definition: Definition) -> dict[str, object]:
    """Without the fingerprints of the workbooks: another version of their writer gives other bytes."""
    return {
        "code": definition.code,
        "title": definition.title,
        "unit": definition.unit,
        "period": definition.period,
        "filter": definition.filter,
        "source": definition.source,
        "files": [path for path, _ in definition.files],
        "rows": definition.rows,
        "rounding": definition.rounding,
        "additive": definition.additive,
    }
