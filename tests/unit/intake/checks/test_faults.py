"""Twenty faults planted in the example's workbook: every one is told, at its cell, in one pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.intake import checks, project, tables
from tests import faults


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[tuple[str, str], ...], checks.Checked]:
    folder = tmp_path_factory.mktemp("faults")
    expected = faults.plant(folder)
    made = project.read(folder)
    return expected, checks.check(made, tables.read(made))


def test_each_of_the_twenty_faults_is_told_at_its_cell(
    planted: tuple[tuple[tuple[str, str], ...], checks.Checked],
) -> None:
    expected, checked = planted
    assert len(expected) == 20
    assert [(issue.code, str(issue.where)) for issue in checked.issues] == list(expected)


def test_no_table_is_given_where_one_cell_is_wrong(
    planted: tuple[tuple[tuple[str, str], ...], checks.Checked],
) -> None:
    assert planted[1].tables == ()


def test_every_message_says_what_and_what_to_do(
    planted: tuple[tuple[tuple[str, str], ...], checks.Checked],
) -> None:
    for issue in planted[1].issues:
        assert len(issue.what) > 10
        assert len(issue.mend) > 5


def test_the_example_itself_has_no_issue() -> None:
    made = project.read(faults.EXAMPLE)
    checked = checks.check(made, tables.read(made))
    assert checked.issues == ()
    assert [table.source for table in checked.tables] == [source.name for source in made.sources]


def test_one_mended_cell_leaves_nineteen(tmp_path: Path) -> None:
    import openpyxl

    expected = faults.plant(tmp_path)
    book = openpyxl.load_workbook(tmp_path / faults.WORKBOOK)
    book["Activities"]["N10"].value = "Larvik"
    book.save(tmp_path / faults.WORKBOOK)
    made = project.read(tmp_path)
    checked = checks.check(made, tables.read(made))
    mended = [planted for planted in expected if not planted[1].endswith("Activities › N10")]
    assert [(issue.code, str(issue.where)) for issue in checked.issues] == mended
