"""LibreOffice opens `figures.xlsx` and prints it: what stands on the pages is what the annex says."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from reportgen.model.annexes import Annex
from reportgen.press.dataset import write_sheets
from reportgen.press.words import read_words
from tests.annex import sample_annex
from tests.unit.press.dataset.attacks import TEXTS, hostile_annex

TEMPLATES = Path(__file__).parents[4] / "templates"
OFFICE = shutil.which("soffice")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed here")]


def printed(annex: Annex, folder: Path) -> list[str]:
    """The text of each page."""
    (folder / "figures.xlsx").write_bytes(write_sheets(annex, read_words(TEMPLATES, annex.language)))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "figures.xlsx")], check=True, capture_output=True, timeout=120)
    with pypdfium2.PdfDocument(folder / "figures.pdf") as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def test_each_sheet_is_a_page_with_its_numbers(tmp_path: Path) -> None:
    pages = printed(sample_annex("da"), tmp_path)
    contents, results, roles, trend, women, data, definitions = pages
    assert "Halvdelen af deltagerne er fagfolk" in contents
    assert "110.00%" in results
    assert "ikke oplyst" in results
    assert all(number in roles for number in ("511", "312", "187", "12", "1,022"))
    assert "2015" in trend
    assert "48.54%" in women
    assert "politician" in data
    assert "9f86d081884c7d659a2feaa0c55ad015" in "".join(definitions.split())
    assert not [page for page in pages if "Err:" in page or "#NAME" in page or "###" in page]


def test_attacks_are_printed_as_typed(tmp_path: Path) -> None:
    hostile = hostile_annex()
    # A word of 10,000 letters fills pages of its own; what it does there is seen elsewhere.
    figures = tuple(
        replace(figure, data=tuple(d for d in figure.data if len(d.label) < 100)) for figure in hostile.figures
    )
    annex = replace(hostile, chapters=(replace(hostile.chapters[0], figures=figures),))
    text = "\n".join(printed(annex, tmp_path))
    for typed in ("=1+1", "@SUM(A1:A9)", "＝1+1", "0301", "1e5", "=cmd|'/c calc'!A0"):
        assert typed in TEXTS
        assert typed in text
    assert "Err:" not in text
