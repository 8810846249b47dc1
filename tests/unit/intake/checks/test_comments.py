"""A comment on an indicator that does not exist is told at its cell."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportgen import build
from tests.copies import change, copy_example

if TYPE_CHECKING:
    import openpyxl

WORKBOOK = "data/2018/activity.xlsx"


def misspell(project: Path) -> None:
    """The example with a comment on an indicator that there is none of."""

    def edit(book: openpyxl.Workbook) -> None:
        book["Result comments"]["B3"].value = "young_people_traind"

    copy_example(project)
    change(project / WORKBOOK, edit)


def test_an_unknown_indicator_is_a_warning_with_its_cell_and_the_nearest_name(tmp_path: Path) -> None:
    misspell(tmp_path)
    (issue,) = build.check(build.Order(tmp_path)).issues
    assert (issue.code, issue.severity) == ("unknown_indicator", "warning")
    assert str(issue) == (
        f'{WORKBOOK} › Result comments › B3: "young_people_traind" is not an indicator, '
        "so its comment stands in no annex; did you mean young_people_trained?"
    )


def test_without_an_annex_nobody_reads_the_comments(tmp_path: Path) -> None:
    misspell(tmp_path)
    file = tmp_path / "reportgen.toml"
    file.write_text(file.read_text().replace('comments    = "result_comments"\n', ""))
    assert build.check(build.Order(tmp_path)).issues == ()
