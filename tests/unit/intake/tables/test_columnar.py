"""Large delimited text read by columns: the same as line by line, or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.intake.sheets import Places, RawTable, Sheet
from reportgen.intake.tables import columnar, delimited, rows
from reportgen.model.spec import Column, Source
from reportgen.model.tables import Issue, SourceFile

SOURCE = Source("rows", "rows.csv", None, (Column("id", "Id"), Column("name", "Name"), Column("note", "Note")))
FILE = SourceFile("rows.csv", None, "0" * 64, 0)
LINES = [f"a{number};Åbo {number % 7};{'' if number % 3 else 'seen'}" for number in range(60)]
HEADED = "\n".join(["Id;Name;Note", *LINES])


def by_columns(text: str, source: Source = SOURCE) -> tuple[RawTable, list[Issue]] | None:
    found = columnar.read(text, source)
    return None if found is None else rows.take_columns(found, source, FILE)


def by_lines(text: str, source: Source = SOURCE) -> tuple[RawTable | None, list[Issue]]:
    sheet = delimited.read(text, [column.header for column in source.columns])
    assert isinstance(sheet, Sheet)
    return rows.take(sheet, source, FILE, Places.LINE)


def cells(table: RawTable | None) -> object:
    assert table is not None
    columns = {name: [str(coded.values[code]) for code in coded.codes] for name, coded in table.columns.items()}
    return columns, table.numbers.tolist(), dict(table.letters), table.file


@pytest.mark.parametrize(
    "text",
    [
        HEADED,
        HEADED + "\n",
        HEADED + "\n\n\n",
        HEADED.replace("\n", "\r\n") + "\r\n\r\n",
        "sep=;\n" + HEADED,
        "All that took part\n\n" + HEADED,
        HEADED.replace(";", ","),
        HEADED.replace(";", "\t"),
        HEADED.replace("Id;", "Page;Id;").replace("\na", "\np1;a"),
        HEADED.replace("Name", "Nmae"),
        HEADED.replace("Note", "Name"),
        HEADED.replace("seen", '"seen; twice"'),
        HEADED.replace("seen", '"seen ""twice"""'),
        HEADED.replace("seen", '""'),
        HEADED.replace("a1;", " a1 ;").replace("seen", "sum"),
        HEADED.replace("a2;", "NA;").replace("a3;", "null;"),
    ],
)
def test_columns_are_what_lines_are(text: str) -> None:
    columns, lines = by_columns(text), by_lines(text)
    assert columns is not None
    assert cells(columns[0]) == cells(lines[0])
    assert columns[1] == lines[1]


@pytest.mark.parametrize(
    "text",
    [
        HEADED.replace("seen", '"seen\ntwice"'),
        HEADED.replace("seen", 'seen "twice"'),
        HEADED.replace("seen", '"seen" twice'),
        HEADED.replace("a40;", '"a40;'),
        HEADED.replace("a40;", 'a4"0;').replace("a41;", 'a4"1;'),
        HEADED.replace("a40;", "a40;;"),
        HEADED.replace("a40;", "a40"),
        HEADED.replace("a40;", "\na40;"),
        HEADED.replace("a40;", "a40\r"),
        HEADED.replace("a40;", "a\x0040;"),
        HEADED.replace("a40;Åbo 5;", " ; ;"),
        HEADED.replace("a59;", "Total;"),
        HEADED.replace("a59;Åbo 3;", ";Sum;"),
        HEADED.replace("a40;", "x" * 140_000 + ";"),
        "\n".join(["Id;Name;Note", *LINES[:20]]),
        "\n".join(LINES),
    ],
)
def test_what_may_be_more_or_less_than_a_row_of_data_is_read_line_by_line(text: str) -> None:
    assert by_columns(text) is None


def test_a_declared_stop_is_left_to_the_lines() -> None:
    assert by_columns(HEADED.replace("a59;", "Source: us;"), replace(SOURCE, stop="Source")) is None
    assert by_columns(HEADED, replace(SOURCE, stop="Source")) is not None
