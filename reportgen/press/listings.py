"""A table of words: every cell in the document's language, or marked with the language it is in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportgen.errors import TemplateError, nearest
from reportgen.model.documents import TableFact
from reportgen.model.findings import Interval
from reportgen.model.records import PrintedValue
from reportgen.model.spec import Texts
from reportgen.press import wording
from reportgen.press.desk import Desk
from reportgen.press.prose.values import Shown


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table as it is printed; `lang` is the language it is in where that is not the document's."""

    text: str
    lang: str = ""


def set_table(desk: Desk, code: str) -> Shown:
    """The table of this code as a block, with a receipt for each of its numbers; TemplateError when there is none."""
    tables = {table.code: table for table in desk.document.tables}
    if code not in tables:
        raise TemplateError(f"there is no table {code!r}; {nearest(code, tables)}")
    table, language = tables[code], desk.document.language
    columns = tuple((header.read(language), _kind(table, number)) for number, (_, header) in enumerate(table.headers))
    rows = tuple(tuple(_cell(desk, cell) for cell in row.cells) for row in table.rows)
    return desk.fill(
        "table",
        _receipts(desk, table),
        caption=table.evidence.title.read(language),
        columns=columns,
        rows=rows,
        note="",
    )


def _kind(table: TableFact, number: int) -> str:
    cells = [row.cells[number] for row in table.rows if row.cells[number] is not None]
    if cells and all(isinstance(cell, date | Interval) for cell in cells):
        return "date"
    return "number" if cells and all(isinstance(cell, int | float) for cell in cells) else "text"


def _cell(desk: Desk, cell: object) -> Cell:
    language = desk.document.language
    match cell:
        case None | ():
            return Cell(desk.words["not_recorded"])
        case date():
            return Cell(wording.short_date(cell, language))
        case Texts():
            spoken, text = wording.nearest_text(cell, language)
            return Cell(text or desk.words["not_recorded"], spoken if spoken != language else "")
        case tuple():
            return Cell(wording.listing([desk.filters.plain(item) for item in cell], language))
        case _:
            return Cell(desk.filters.plain(cell))


def _receipts(desk: Desk, table: TableFact) -> tuple[PrintedValue, ...]:
    """A receipt for each number of the table."""
    language, evidence = desk.document.language, table.evidence
    period = evidence.period
    return tuple(
        PrintedValue(
            code=f"{table.code}[{number}].{name}",
            scope=desk.document.recipient.id,
            title=f"{evidence.title.read(language)}: {header.read(language)}",
            definition="",
            exact=str(cell),
            shown=desk.filters.plain(cell),
            unit="",
            period=wording.period(period.first, period.last, language) if period else "",
            source=evidence.source,
            filter=wording.selection(evidence.filter, language),
            rows=row.rows,
        )
        for number, row in enumerate(table.rows, 1)
        for (name, header), cell in zip(table.headers, row.cells, strict=True)
        if isinstance(cell, int | float)
    )
