"""What the workbook holds, sheet by sheet, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportgen.model.annexes import Annex, Cell, CellKind, Chapter, Datum, Definition, Grid, Heading, Standing
from reportgen.model.findings import Number
from reportgen.press.dataset.values import numeral

DATA_WORDS = (
    ("figure", "data_figure", CellKind.NUMBER),
    ("indicator", "figure_indicator", CellKind.TEXT),
    ("scope", "data_scope", CellKind.TEXT),
    ("dimension", "data_dimension", CellKind.TEXT),
    ("category", "data_category", CellKind.TEXT),
    ("label", "data_label", CellKind.TEXT),
    ("period", "data_period", CellKind.TEXT),
    ("value", "data_value", CellKind.NUMBER),
    ("numerator", "data_numerator", CellKind.NUMBER),
    ("denominator", "data_denominator", CellKind.NUMBER),
    ("unit", "data_unit", CellKind.TEXT),
    ("rows", "counted_rows", CellKind.NUMBER),
    ("status", "data_status", CellKind.TEXT),
)
DEFINITION_WORDS = (
    ("code", "definition_code", CellKind.TEXT),
    ("title", "figure_indicator", CellKind.TEXT),
    ("definition", "data_definition", CellKind.TEXT),
    ("unit", "data_unit", CellKind.TEXT),
    ("period", "data_period", CellKind.TEXT),
    ("filter", "counted_filter", CellKind.TEXT),
    ("source", "counted_source", CellKind.TEXT),
    ("files", "definition_files", CellKind.TEXT),
    ("rows", "counted_rows", CellKind.NUMBER),
    ("rounding", "definition_rounding", CellKind.TEXT),
    ("additive", "definition_additive", CellKind.TEXT),
)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One sheet: what its tab should say, its title, what it holds, the table (`table` is its name) and the words."""

    tab: str
    table: str
    title: str
    holds: str
    grid: Grid
    above: str = ""
    below: tuple[str, ...] = ()
    number: str = ""


def plan_leaves(annex: Annex, words: Mapping[str, str]) -> tuple[Leaf, ...]:
    """The sheets after the contents: results, tables and figures chapter by chapter, all values, the definitions."""
    return (
        Leaf(words["sheet_results"], "results", annex.results.title, words["holds_results"], annex.results),
        *_chapters(annex),
        _listed("data", _data(annex, words), words),
        _listed("definitions", _definitions(annex, words), words),
    )


def _listed(name: str, grid: Grid, words: Mapping[str, str]) -> Leaf:
    """A sheet of every figure together."""
    holds = words[f"holds_{name}"]
    return Leaf(grid.title, name, grid.title, holds, grid, above=holds)


def _chapters(annex: Annex) -> Iterable[Leaf]:
    """The tables and figures; one that stands in two chapters has one sheet."""
    leaves: dict[str, Leaf] = {}
    for chapter in annex.chapters:
        for leaf in _chapter(chapter, annex):
            leaves.setdefault(leaf.table, leaf)
    return leaves.values()


def _chapter(chapter: Chapter, annex: Annex) -> Iterator[Leaf]:
    for grid in chapter.grids:
        if not _is_told(grid, annex.results):
            tab = chapter.title if _is_common(grid.title, annex) else grid.title
            yield Leaf(tab, f"table_{grid.code}", grid.title, chapter.title, grid)
    yield from map(_figure, chapter.figures)


def _is_common(title: str, annex: Annex) -> bool:
    """Whether several chapters have a table of their own by this title: then its sheet is named after its chapter."""
    told = ((chapter, grid) for chapter in reversed(annex.chapters) for grid in chapter.grids)
    homes = {grid.code: chapter.code for chapter, grid in told if grid.title == title}
    return len(set(homes.values())) > 1 or title == annex.results.title


def _is_told(grid: Grid, results: Grid) -> bool:
    """Whether the results hold every row already, as they do those of a single objective."""
    told = [{cell.shown for cell in row} for row in results.rows]
    return all(any({cell.shown for cell in row} <= row_told for row_told in told) for row in grid.rows)


def _figure(figure: Standing) -> Leaf:
    defined = (f"{one.title}: {one.definition}" for one in figure.definitions)
    return Leaf(
        figure.name,
        f"figure_{figure.number:02}",
        figure.title,
        figure.caption,
        figure.grid,
        above=figure.caption,
        below=(figure.note, *defined, figure.source),
        number=str(figure.number),
    )


def _headings(columns: tuple[tuple[str, str, CellKind], ...], words: Mapping[str, str]) -> tuple[Heading, ...]:
    return tuple(Heading(name, words[word], kind) for name, word, kind in columns)


def _number(value: Number | None) -> Cell:
    return Cell("") if value is None else Cell(numeral(value), value)


def _data(annex: Annex, words: Mapping[str, str]) -> Grid:
    rows = tuple(_datum(figure, datum, words) for figure in annex.figures for datum in figure.data)
    return Grid("data", words["sheet_data"], _headings(DATA_WORDS, words), rows)


def _datum(figure: Standing, datum: Datum, words: Mapping[str, str]) -> tuple[Cell, ...]:
    texts = (datum.indicator, datum.scope, datum.dimension, datum.category, datum.label, datum.period)
    return (
        _number(figure.number),
        *map(Cell, texts),
        *map(_number, (datum.value, datum.numerator, datum.denominator)),
        Cell(datum.unit),
        _number(datum.rows),
        Cell(words["not_recorded" if datum.value is None else "recorded"]),
    )


def _definitions(annex: Annex, words: Mapping[str, str]) -> Grid:
    rows = tuple(_definition(one, words) for one in annex.evidence)
    return Grid("definitions", words["sheet_definitions"], _headings(DEFINITION_WORDS, words), rows)


def _definition(one: Definition, words: Mapping[str, str]) -> tuple[Cell, ...]:
    files = "\n".join(f"{name} {digest}" for name, digest in one.files)
    return (
        *map(Cell, (one.code, one.title, one.definition, one.unit, one.period, one.filter, one.source, files)),
        _number(one.rows),
        Cell(one.rounding),
        Cell(words["yes" if one.additive else "additive_in_totals"]),
    )
