"""Whatever stands in a cell, a Word file shows it, and opens."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.model.annexes import Annex, Cell
from reportgen.press.word.form import fill_form
from reportgen.press.word.letters import plain
from tests.annex import sample_annex
from tests.word_files import FORM, written

TEXTS = st.text(max_size=60) | st.text("{}%_#=<>&;\"'\\\t\n \u202e\ufdd0\ufdd10", max_size=40)


def saying(text: str) -> Annex:
    """The sample with this text as its title and in a cell."""
    annex = sample_annex()
    row = annex.results.rows[0]
    return replace(annex, title=text, results=replace(annex.results, rows=((row[0], Cell(text), *row[2:]),)))


@settings(max_examples=25, deadline=None)
@given(TEXTS)
def test_figures_docx_shows_any_text(text: str) -> None:
    document = Document(BytesIO(written(saying(text))))
    assert document.paragraphs[0].text == plain(text)
    assert document.tables[0].rows[1].cells[1].text == plain(text)


@settings(max_examples=25, deadline=None)
@given(TEXTS)
def test_a_form_shows_any_text(text: str) -> None:
    document = Document(BytesIO(fill_form(FORM.read_bytes(), saying(text), "form").content))
    assert document.paragraphs[0].text == plain(text)
    assert document.tables[0].rows[1].cells[1].text == plain(text)
