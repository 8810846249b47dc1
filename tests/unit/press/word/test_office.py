"""LibreOffice opens both Word files, and its pages hold what they should."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from reportgen.press.word.form import fill_form
from reportgen.press.word.order import word_values
from tests.annex import sample_annex
from tests.word_files import FORM, sample_word, to_pdf

pytestmark = pytest.mark.slow


def pages(pdf: Path) -> list[str]:
    """The text of each page."""
    document = PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded().replace("\u00a0", " ") for page in document]
    finally:
        document.close()


def pictures(pdf: Path) -> int:
    """How many pictures the pages show."""
    document = PdfDocument(pdf)
    try:
        return sum(1 for page in document for _ in page.get_objects(filter=[3]))
    finally:
        document.close()


@pytest.mark.parametrize("language", ["en", "da"])
def test_figures_docx_opens_in_libreoffice(language: str, tmp_path: Path) -> None:
    annex = sample_annex(language)
    pdf = to_pdf(sample_word(language), tmp_path)
    text = "\n".join(pages(pdf))
    assert 4 <= len(pages(pdf)) <= 6
    assert all(value.shown.replace("\u00a0", " ") in text for value in word_values(annex))
    assert all(figure.title in text for figure in annex.figures)
    assert annex.evidence[0].files[0][1] in text
    assert all(word in text for heading in annex.results.headings for word in heading.text.split())
    assert pictures(pdf) == len(annex.figures)


def test_results_docx_opens_in_libreoffice(tmp_path: Path) -> None:
    annex = sample_annex("da")
    filled = fill_form(FORM.read_bytes(), annex, "results.docx")
    text = "\n".join(pages(to_pdf(filled.content, tmp_path)))
    assert all(value.shown in text for value in filled.values)
    assert "{{" not in text
