"""The order in which the annex stands in its Word file: the writer and the receipts both follow it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.model.annexes import Annex, Chapter, Grid, Standing
from reportgen.model.records import PrintedValue


@dataclass(frozen=True, slots=True)
class Placed:
    """A chapter as it is printed: the figures that stand here, and those that stand earlier and are named only."""

    chapter: Chapter
    figures: tuple[Standing, ...]
    earlier: tuple[Standing, ...]


def placed(annex: Annex) -> Iterator[Placed]:
    """Each chapter in turn; a figure stands in the first that has it."""
    seen: set[int] = set()
    for chapter in annex.chapters:
        here = tuple(figure for figure in chapter.figures if figure.number not in seen)
        earlier = tuple(figure for figure in chapter.figures if figure.number in seen)
        seen.update(figure.number for figure in here)
        yield Placed(chapter, here, earlier)


def word_values(annex: Annex) -> tuple[PrintedValue, ...]:
    """Every value of `figures.docx` with its receipt: value n stands in the bookmark `rg_<n>`, counted from one."""
    return tuple(
        grid.printed[cell.receipt]
        for grid in _grids(annex)
        for row in grid.rows
        for cell in row
        if cell.receipt is not None
    )


def _grids(annex: Annex) -> Iterator[Grid]:
    yield annex.results
    for part in placed(annex):
        yield from part.chapter.grids
        yield from (figure.grid for figure in part.figures)
