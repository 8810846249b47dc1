"""Small projects made by hand: a source with the columns a test speaks of, and the files it reads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl

from reportgen.intake import checks, tables
from reportgen.model.spec import Column, Edition, Project, Publisher, RecipientsSpec, Rounding, Source, Texts


def project(root: Path, *sources: Source) -> Project:
    """A project of these sources that asks for nothing else."""
    return Project(
        root=root,
        file=root / "reportgen.toml",
        publisher=Publisher("Publisher", 2016, Texts((("en", "Oslo"),))),
        languages=("en",),
        editions=(Edition(2018, date(2018, 12, 14), date(2018, 12, 7)),),
        rounding=Rounding(),
        sources=sources,
        recipients=RecipientsSpec(sources[0].name, "name", None, "languages"),
        indicators=(),
        listings=(),
        records=(),
        facts=(),
        units=(),
        figures=(),
        documents=(),
    )


def source(*columns: Column, name: str = "rows", files: str = "rows.*", sheet: str | None = None) -> Source:
    """A source of these columns, without a key."""
    return Source(name, files, sheet, columns)


def workbook(path: Path, *rows: Sequence[object], sheet: str = "Rows") -> openpyxl.Workbook:
    """An xlsx file with one sheet of these rows; the open workbook, to be changed and saved again."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = sheet
    for row in rows:
        page.append(list(row))
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return book


def check(root: Path, *sources: Source) -> checks.Checked:
    """Read and check all files of these sources."""
    made = project(root, *sources)
    return checks.check(made, tables.read(made))


def told(checked: checks.Checked) -> list[tuple[str, str]]:
    """The code and the address of every issue."""
    return [(issue.code, str(issue.where)) for issue in checked.issues]


def values(checked: checks.Checked, column: str, table: int = 0) -> list[object]:
    """The typed values of a column; None where not recorded."""
    import pandas as pd

    assert not [str(issue) for issue in checked.issues if issue.severity == "error"]
    cells = list(checked.tables[table].columns[column])
    return [None if cell is pd.NA else cell for cell in cells]
