"""The funder's own form: what it may say, and what is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from reportgen.errors import TemplateError
from reportgen.model.annexes import Annex, Cell
from reportgen.press.word.archive import pack
from reportgen.press.word.form import Filled, fill_form
from tests.annex import sample_annex
from tests.word_files import FORM, W, body, bookmarks, find, parts, words_in

FILE = "templates/figures/results.docx"


def form(*texts: str) -> bytes:
    """A form of these paragraphs."""
    document = Document()
    for text in texts:
        document.add_paragraph(text)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def fill(*texts: str, annex: Annex | None = None) -> Filled:
    """The form filled in from the sample."""
    return fill_form(form(*texts), annex or sample_annex(), FILE)


def text(filled: Filled) -> list[str]:
    """Its paragraphs."""
    return [paragraph.text for paragraph in Document(BytesIO(filled.content)).paragraphs]


def with_parts(changed: Mapping[str, bytes]) -> bytes:
    """The example's form with some parts changed or added."""
    return pack({**parts(FORM.read_bytes()), **changed})


def refused(content: bytes) -> str:
    """Why the form is refused."""
    with pytest.raises(TemplateError) as caught:
        fill_form(content, sample_annex(), FILE)
    return str(caught.value)


@pytest.mark.parametrize("language", ["en", "da"])
def test_the_examples_form_holds_a_row_for_each_result(language: str) -> None:
    annex = sample_annex(language)
    filled = fill_form(FORM.read_bytes(), annex, FILE)
    rows = Document(BytesIO(filled.content)).tables[0].rows
    assert [row.cells[1].text for row in rows] == [annex.results.headings[1].text] + [
        row[1].shown for row in annex.results.rows
    ]
    assert [row.cells[3].text for row in rows[1:]] == [
        f"{row[3].shown} ({row[4].shown})" if row[4].value else row[3].shown for row in annex.results.rows
    ]
    assert filled.values == annex.results.printed
    assert list(bookmarks(body(filled.content))) == [
        (f"rg_{number}", value.shown) for number, value in enumerate(filled.values, start=1)
    ]
    assert text(filled)[0] == annex.title
    assert annex.chapters[-1].note in text(filled)


def test_the_form_signs_with_the_edition_and_never_a_clock() -> None:
    filled = fill_form(FORM.read_bytes(), sample_annex("da"), FILE)
    said = Document(BytesIO(filled.content)).core_properties
    assert (said.title, said.language, said.last_modified_by) == (
        "Resultater og figurer 2018",
        "da-DK",
        "Nordic Safe Cities",
    )
    assert str(said.modified) == "2018-12-14 00:00:00+00:00"
    assert filled.content == fill_form(FORM.read_bytes(), sample_annex("da"), FILE).content


def test_running_lines_are_filled_in_too() -> None:
    found = parts(fill_form(FORM.read_bytes(), sample_annex(), FILE).content)
    assert b"Results and figures 2018" in found["word/header1.xml"]
    assert b"Nordic Safe Cities" in found["word/footer1.xml"]


def test_an_indicator_is_named_by_its_code() -> None:
    filled = fill("{{ indicators.trained.actual }} of {{ indicators.trained.target }}, {{ indicators.visits.actual }}")
    assert text(filled) == ["157 of 120, not recorded"]
    assert [value.code for value in filled.values] == ["trained"]


def test_a_value_twice_has_a_bookmark_each() -> None:
    filled = fill("{{ indicators.trained.actual }}", "{{ indicators.trained.actual }}")
    assert list(bookmarks(body(filled.content))) == [("rg_1", "157"), ("rg_2", "157")]
    assert len(filled.values) == 2


def test_ifs_ask_whether_there_is_a_value() -> None:
    line = "{% if indicators.campaigns.target %}set{% else %}none{% endif %}"
    assert text(fill(line, "{% if indicators.trained.status == 'met' %}met{% endif %}")) == ["none", "met"]


def test_loops_go_over_results_chapters_and_figures() -> None:
    filled = fill(
        "{%p for figure in figures %}", "{{ loop.index }}: {{ figure.number }} {{ figure.title }}", "{%p endfor %}"
    )
    assert text(filled) == [
        "1: 1 Half of the participants are practitioners",
        "2: 2 Participants have grown every year",
    ]


def test_a_value_has_the_look_of_the_words_around_it_and_its_own_language() -> None:
    document = Document()
    line = document.add_paragraph("Trained: ")
    line.add_run("about {{ indicators.trained.actual }} young people").bold = True
    saved = BytesIO()
    document.save(saved)
    filled = fill_form(saved.getvalue(), sample_annex("da"), FILE)
    runs = find(body(filled.content), "//w:p[1]/w:r")
    assert [words_in(run) for run in runs] == ["Trained: ", "about ", "157", " young people"]
    assert [bool(find(run, "w:rPr/w:b")) for run in runs] == [False, True, True, True]
    assert [lang.get(f"{W}val") for lang in find(runs[2], "w:rPr/w:lang")] == ["da-DK"]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("{{ 7 * 7 }} {_{ x }_} {%p if %}", "{{ 7 * 7 }} {_{ x }_} {%p if %}"),
        ("</w:t></w:r>&amp;<b>", "</w:t></w:r>&amp;<b>"),
        ("one\ntwo\tthree\x07\x0c", "one two three"),
        ("\ufdd00\ufdd1 \u202eabc 👩‍🚒", "0 abc 👩‍🚒"),
        ("x" * 10_000, "x" * 10_000),
    ],
)
def test_hostile_text_is_shown_as_typed(typed: str, shown: str) -> None:
    annex = sample_annex()
    row = annex.results.rows[0]
    grid = replace(annex.results, rows=((row[0], Cell(typed), *row[2:]),))
    filled = fill_form(FORM.read_bytes(), replace(annex, title=typed, results=grid), FILE)
    document = Document(BytesIO(filled.content))
    assert document.paragraphs[0].text == shown
    assert document.tables[0].rows[1].cells[1].text == shown
    assert document.core_properties.title == shown
    assert filled.values[0].shown == "33"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("The {{ publiser }}", "at “The {{ publiser }}”: 'publiser' is not known; did you mean publisher?"),
        ("{{ indicators.traned.actual }}", "indicators.traned is not known; did you mean trained?"),
        ("{{ indicators.trained.actul }}", "row.actul is not known; did you mean actual?"),
        ("{{ indicators.trained }}", "row is more than one value; name one of: objective, indicator"),
        ("{{ title ", "at “{{ title”"),
        ("{% if title %} never ended", "Unexpected end of template"),
        ("{{ title | upper }}", "no filter named 'upper'; there are none"),
        ("{{ title.text }}", "'text' can't be asked of this value"),
        ("{{ title.__class__.__mro__ }}", "can't be asked of this value"),
        ("{% include '/etc/passwd' %}", "'include' can't be used here"),
        ("{% macro x() %}{% endmacro %}", "'macro' can't be used here"),
        ("{% for a in results %}{% for b in results %}{% endfor %}{% endfor %}", "a loop within a loop"),
        ("{% for a in 'abc' %}{% endfor %}", "a loop goes over"),
        ("{{ 10 ** 10 }}", "'pow' can't be used here"),
        ("{{r title }}", "would stand where no text can be"),
        ("{%p if title %}", "Unexpected end of template"),
    ],
)
def test_a_mistake_is_told_with_its_place(line: str, sentence: str) -> None:
    said = refused(form("First paragraph", line))
    assert said.startswith(FILE)
    assert sentence in said


def test_an_if_that_tears_a_table_is_told() -> None:
    document = Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "{% if not title %}one"
    document.add_paragraph("{% endif %}")
    saved = BytesIO()
    document.save(saved)
    assert "begins in one paragraph, row or cell and ends in another" in refused(saved.getvalue())


def external(kind: str, target: str) -> bytes:
    """The form with a relation to something outside."""
    rels = parts(FORM.read_bytes())["word/_rels/document.xml.rels"].decode()
    one = f'<Relationship Id="rId99" Type="http://x/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    return with_parts({"word/_rels/document.xml.rels": rels.replace("</Relationships>", one).encode()})


def typed_as(kind: str) -> bytes:
    """The form as another kind of Word file."""
    types = parts(FORM.read_bytes())["[Content_Types].xml"]
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return with_parts({"[Content_Types].xml": types.replace(plain, kind.encode())})


def with_field(instruction: str) -> bytes:
    """The form with a field."""
    document = parts(FORM.read_bytes())["word/document.xml"].decode()
    one = f'<w:p><w:fldSimple w:instr="{instruction}"/></w:p><w:sectPr'
    return with_parts({"word/document.xml": document.replace("<w:sectPr", one, 1).encode()})


MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
DOTX = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
REFUSED: tuple[tuple[Any, str], ...] = (
    (b"", "is no whole Word file"),
    (b"hello", "is no whole Word file"),
    (FORM.read_bytes()[:-200], "is no whole Word file"),
    (b"\xd0\xcf\x11\xe0" + b"x" * 600, "is an old .doc or has a password"),
    (pack({"mimetype": b"application/vnd.oasis.opendocument.text"}), "is no Word document"),
    (typed_as(MACROS), "holds macros"),
    (typed_as(DOTX), "is a Word template (.dotx)"),
    (pack({"[Content_Types].xml": parts(FORM.read_bytes())["[Content_Types].xml"]}), "lacks a part of its own"),
    (with_parts({"word/vbaProject.bin": b"x"}), "holds macros"),
    (with_parts({"word/embeddings/oleObject1.bin": b"x"}), "holds macros"),
    (with_parts({"word/styles.xml": BOMB}), "has a document type"),
    (with_parts({"word/styles.xml": b"<w:styles>"}), "word/styles.xml can't be read"),
    (with_parts({"word/big.xml": b" " * 100_000_001}), "is too large"),
    (external("attachedTemplate", "https://example.org/x.dotm"), "hangs on a template outside itself"),
    (external("image", "https://example.org/x.png"), "reaches outside itself"),
    (external("hyperlink", "file:///etc/passwd"), "links go to https or mailto only"),
    (with_field("DDEAUTO c:\\\\cmd.exe"), "has a field DDEAUTO"),
    (with_field("includetext {{ title }}"), "has a field INCLUDETEXT"),
    (with_field("DOCPROPERTY {{ title }}"), "would stand where no text can be"),
)


@pytest.mark.parametrize(("content", "sentence"), REFUSED)
def test_what_is_no_plain_word_file_is_refused(content: bytes, sentence: str) -> None:
    said = refused(content)
    assert said.startswith(f"{FILE}: ")
    assert sentence in said


def test_a_link_that_a_reader_may_follow_is_no_fault() -> None:
    assert fill_form(external("hyperlink", "https://example.org"), sample_annex(), FILE).values
