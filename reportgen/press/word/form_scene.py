"""What a form may say: the annex's title and its like, results by row and by indicator, chapters and figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportgen.model.annexes import Annex, Cell, CellKind, Grid
from reportgen.model.records import PrintedValue
from reportgen.press import wording
from reportgen.press.prose.values import Rows, View

# What stands in a form where a value comes in: two characters that no text holds (Unicode 23.7, noncharacters).
OPEN, CLOSE = "\ufdd0", "\ufdd1"


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """Words of the annex, and the receipt of a value; true where there is something to say."""

    text: str
    there: bool
    printed: PrintedValue | None = None

    def __bool__(self) -> bool:
        return self.there

    def __eq__(self, other: object) -> bool:
        return self.text == (other.text if isinstance(other, Said) else other)

    def __hash__(self) -> int:
        return hash(self.text)


class Sayings:
    """What a form has said so far: each leaves a mark, and comes in when the form is whole."""

    def __init__(self) -> None:
        self.said: list[Said] = []

    def note(self, value: object) -> object:
        """A mark for the value; text that the form itself quotes is its own."""
        if isinstance(value, str):
            return value
        self.said.append(value if isinstance(value, Said) else _words(str(value)))
        return f"{OPEN}{len(self.said) - 1}{CLOSE}"


def scene(annex: Annex) -> Mapping[str, object]:
    """Everything that a form may name, by its name."""
    rows = tuple(_row(annex.results, row) for row in annex.results.rows)
    return {
        "title": _words(annex.title),
        "description": _words(annex.description),
        "year": _words(str(annex.year)),
        "funder": _words(annex.funder),
        "publisher": _words(annex.publisher),
        "issued": _words(wording.date(annex.issued, annex.language)),
        "data_date": _words(wording.date(annex.data_date, annex.language)),
        "licence": _words(annex.licence),
        "headings": View("headings", {heading.name: _words(heading.text) for heading in annex.results.headings}),
        "results": Rows("results", rows),
        "indicators": View("indicators", dict(_by_indicator(annex, rows))),
        "chapters": Rows("chapters", tuple(_view("chapter", c, "code", "title", "note") for c in annex.chapters)),
        "figures": Rows(
            "figures",
            tuple(_view("figure", f, "number", "title", "caption", "note", "source") for f in annex.figures),
        ),
    }


def _words(text: str) -> Said:
    return Said(text, bool(text))


def _view(name: str, thing: object, *attributes: str) -> View:
    return View(name, {attribute: _words(str(getattr(thing, attribute))) for attribute in attributes})


def _row(grid: Grid, row: tuple[Cell, ...]) -> View:
    named = zip(grid.headings, row, strict=True)
    return View("row", {heading.name: _cell(grid, cell, heading.kind) for heading, cell in named})


def _cell(grid: Grid, cell: Cell, kind: CellKind) -> Said:
    """A cell as printed; a number that was not recorded or not set has words, and is not there."""
    there = bool(cell.shown) if kind is CellKind.TEXT else cell.value is not None
    return Said(cell.shown, there, None if cell.receipt is None else grid.printed[cell.receipt])


def _by_indicator(annex: Annex, rows: tuple[View, ...]) -> Iterator[tuple[str, View]]:
    """The rows by their indicator's code: from the receipt of what came of it, else by the title in the evidence."""
    titles = {one.title: one.code for one in annex.evidence}
    for row in reversed(rows):
        actual, named = row.values.get("actual"), row.values.get("indicator")
        if isinstance(actual, Said) and actual.printed:
            yield actual.printed.code, row
        elif isinstance(named, Said) and named.text in titles:
            yield titles[named.text], row
