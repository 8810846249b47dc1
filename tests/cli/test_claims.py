"""Each claim of the letter of 2018 stands in the PDFs, in all six languages, computed from rows."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import copies, example
from tests.cli.claims import CLAIMS

if TYPE_CHECKING:
    import openpyxl

Texts = dict[str, str]


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    """Larvik's letter in six languages, as text."""
    return letters(copies.ROOT, tmp_path_factory.mktemp("claims"))


def letters(project: Path, output: Path) -> Texts:
    languages = [word for language in example.LANGUAGES for word in ("--language", language)]
    done = copies.reportgen(
        "build", "--only", "letters", "--project", project, "--output", output, "--recipient", "larvik", *languages
    )
    assert done.exit_code == 0, done.output
    return {code: copies.text_of(output / "2018" / "letters" / f"larvik.{code}.pdf") for code in example.LANGUAGES}


@pytest.mark.parametrize("language", example.LANGUAGES)
@pytest.mark.parametrize("claim", CLAIMS)
def test_the_claim_stands_in_the_letter(texts: Texts, claim: str, language: str) -> None:
    pattern = CLAIMS[claim][example.LANGUAGES.index(language)]
    assert re.search(pattern, texts[language], re.IGNORECASE), texts[language]


def test_there_are_eighteen() -> None:
    assert len(CLAIMS) == 18


def cancel_the_second_session(book: openpyxl.Workbook) -> None:
    """The session in Kristiansand did not take place after all."""
    sheet = book["Activities"]
    columns = {str(cell.value): number for number, cell in enumerate(sheet[1], 1)}
    for row in range(2, sheet.max_row + 1):
        at = {name: sheet.cell(row, column) for name, column in columns.items()}
        if (at["Kind"].value, at["Level"].value, at["City"].value) == ("session", "nordic", "Kristiansand"):
            at["Status"].value = "cancelled"


def test_a_claim_that_the_rows_no_longer_prove_is_gone_from_every_letter(texts: Texts, tmp_path: Path) -> None:
    """One cell: the session's status. Sessions, host cities and participants change; the mosques do not."""
    project = copies.copy_example(tmp_path)
    copies.change(project / "data" / "2018" / "activity.xlsx", cancel_the_second_session)
    changed = letters(project, tmp_path / "output")
    for position, language in enumerate(example.LANGUAGES):
        for claim in ("two Nordic Sessions, in Helsinki and Kristiansand", "at least 200 at the sessions"):
            assert re.search(CLAIMS[claim][position], texts[language], re.IGNORECASE)
            assert not re.search(CLAIMS[claim][position], changed[language], re.IGNORECASE)
        for claim in ("at least six mosques", "the next session, 20-21 March 2019, Oslo"):
            assert re.search(CLAIMS[claim][position], changed[language], re.IGNORECASE)
