"""The annex on the page: its chapters with their tables and figures, its contents, and the evidence at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from reportgen.model.annexes import Annex, Cell, CellKind, Chapter, Grid, Standing
from reportgen.model.records import PrintedValue
from reportgen.press import wording
from reportgen.press.annex.results import TARGETS
from reportgen.press.desk import Desk
from reportgen.press.prose.text import Block, Section
from reportgen.press.prose.values import Receipt, Shown, Value, View

NUMBERS = {CellKind.NUMBER, CellKind.SHARE, CellKind.YEAR}
RESULTS = "results_"
LONGEST = 16  # rows of a figure's table; a longer one stands in three columns
EVIDENCE = "evidence"
Column = tuple[str, str, str]  # its words, what it holds, its name


def annex_blocks(desk: Desk, annex: Annex) -> dict[str, Block]:
    """The blocks that the annex's text may call beside those of every text."""
    return {"chapters": Block(partial(_chapters, desk, annex)), "evidence": Block(partial(_evidence, desk, annex))}


def annex_sections(annex: Annex, words: Mapping[str, str]) -> tuple[Section, ...]:
    """What stands in the contents: each chapter with its figures, and the evidence."""
    entries = [entry for chapter in annex.chapters for entry in _entries(chapter, words)]
    return tuple({entry.anchor: entry for entry in (*entries, Section(words["evidence"], EVIDENCE))}.values())


def _entries(chapter: Chapter, words: Mapping[str, str]) -> Iterator[Section]:
    yield Section(chapter.title, _anchor(chapter))
    for figure in chapter.figures:
        label = words["annex_figure"].format(number=figure.number)
        yield Section(f"{label}  {figure.title}", _figure_anchor(figure))


def annex_scene(annex: Annex, words: Mapping[str, str]) -> dict[str, object]:
    """The sets `annex` (title, funder) and `targets` (set, met) for its text."""
    statuses = _statuses(annex)
    judged = sum(status in {words[key] for key in TARGETS} for status in statuses.values())
    met = sum(status == words["annex_met"] for status in statuses.values())
    title = annex.title.removesuffix(f" {annex.year}")
    told = {"title": _own("title", title, annex, ""), "funder": _own("funder", annex.funder, annex, "")}
    targets = {
        "set": _own("targets.set", judged, annex, words["annex_targets"]),
        "met": _own("targets.met", met, annex, words["annex_targets_met"]),
    }
    return {"annex": View("annex", dict(told)), "targets": View("targets", dict(targets))}


def _statuses(annex: Annex) -> dict[str, str]:
    """What became of each indicator that is judged anywhere in the annex, by its title."""
    grids = (grid for chapter in annex.chapters for grid in chapter.grids if grid.code.startswith("results"))
    found: dict[str, str] = {}
    for grid in grids:
        place = next(number for number, heading in enumerate(grid.headings) if heading.name == "status")
        found |= {row[0].shown: row[place].shown for row in grid.rows}
    return found


def _own(code: str, content: object, annex: Annex, title: str) -> Value:
    return Value(content, Receipt(code, "project", title, "", "", str(annex.year), "reportgen.toml › funder", "", 0))


def _anchor(chapter: Chapter) -> str:
    return f"chapter-{chapter.code}"


def _figure_anchor(figure: Standing) -> str:
    return f"figure-{figure.number}"


def _chapters(desk: Desk, annex: Annex) -> Shown:
    """Each chapter in turn; a figure stands in the first that has it."""
    shown: set[int] = set()
    printed: list[PrintedValue] = []
    chapters = []
    for chapter in annex.chapters:
        figures = [figure for figure in chapter.figures if figure.number not in shown]
        shown |= {figure.number for figure in figures}
        printed += [value for grid in (*chapter.grids, *(f.grid for f in figures)) for value in grid.printed]
        chapters.append(
            {
                "anchor": _anchor(chapter),
                "title": chapter.title,
                "note": chapter.note,
                "tables": [_table(grid) for grid in chapter.grids],
                "figures": [_figure(desk, figure) for figure in figures],
            }
        )
    return desk.fill("annex_chapters", tuple(printed), chapters=chapters)


def _figure(desk: Desk, figure: Standing) -> dict[str, object]:
    counted = desk.words["annex_counted"]
    return {
        "anchor": _figure_anchor(figure),
        "label": desk.words["annex_figure"].format(number=figure.number),
        "title": figure.title,
        "caption": figure.caption,
        "note": figure.note,
        "source": figure.source,
        "definitions": [
            (one.title, counted.format(definition=one.definition, unit=one.unit, period=one.period))
            for one in figure.definitions
        ],
        "src": f"figure:{figure.code}.svg",
        "alt": figure.chart.alt,
        "width_mm": figure.chart.width_mm,
        "tables": [_table(part) for part in _in_columns(figure.grid)],
    }


def _in_columns(grid: Grid) -> tuple[Grid, ...]:
    """The table of a figure, cut into three of equal length where it would take the page."""
    if len(grid.rows) <= LONGEST:
        return (grid,)
    length = -(-len(grid.rows) // 3)
    return tuple(replace(grid, rows=grid.rows[start : start + length]) for start in range(0, len(grid.rows), length))


def _table(grid: Grid) -> dict[str, object]:
    """A table as the page sets it."""
    if grid.code.startswith(RESULTS):
        return _results_table(grid)
    return _set("split", grid, _columns(grid), [[_cell(cell) for cell in row] for row in grid.rows])


def _results_table(grid: Grid) -> dict[str, object]:
    """The results as the page has room for them: a unit beneath its indicator, a year beside its baseline.

    A column of comments that nobody wrote is left out.
    """
    places = {heading.name: number for number, heading in enumerate(grid.headings)}
    blank = not any(row[places["comment"]].shown for row in grid.rows)
    left_out = {"unit", "baseline_year", *(("comment",) if blank else ())}
    unit = grid.headings[places["unit"]].text
    columns = [one for one in _columns(grid) if one[2] not in left_out]
    columns[0] = (f"{columns[0][0]}, {unit[:1].lower()}{unit[1:]}", *columns[0][1:])
    rows = []
    for row in grid.rows:
        told = {name: _cell(row[place]) for name, place in places.items() if name not in left_out}
        told["indicator"]["beneath"] = row[places["unit"]].shown
        year = row[places["baseline_year"]]
        if year.value is not None:
            told["baseline"]["text"] += f" ({year.shown})"
        rows.append(list(told.values()))
    return _set("results", grid, columns, rows)


def _set(kind: str, grid: Grid, columns: list[Column], rows: list[list[dict[str, str]]]) -> dict[str, object]:
    told = {"kind": kind, "title": grid.title, "columns": columns, "rows": rows}
    return told | {"has_total": grid.has_total, "note": grid.note}


def _columns(grid: Grid) -> list[Column]:
    return [(one.text, "number" if one.kind in NUMBERS else "text", one.name) for one in grid.headings]


def _cell(cell: Cell) -> dict[str, str]:
    return {"text": cell.shown, "beneath": ""}


def _evidence(desk: Desk, annex: Annex) -> Shown:
    """How every indicator was counted, and the files behind them all."""
    files = dict.fromkeys(file for definition in annex.evidence for file in definition.files)
    items = [
        {
            "anchor": f"counted-{one.code}",
            "title": one.title,
            "unit": one.unit,
            "period": one.period,
            "definition": one.definition,
            "filter": one.filter,
            "rows": wording.exact(one.rows, annex.language),
            "source": one.source,
            "rounding": one.rounding,
            "additive": desk.words["yes" if one.additive else "additive_in_totals"],
        }
        for one in annex.evidence
    ]
    return desk.fill("annex_evidence", anchor=EVIDENCE, items=items, files=sorted(files))
