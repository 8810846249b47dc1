"""figures.docx: what Word finds in it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from reportgen.model.annexes import Annex, Cell
from reportgen.press.word.order import word_values
from tests.annex import sample_annex
from tests.word_files import W, body, bookmarks, find, parts, sample_word, words_in, written

TYPED = (
    '=cmd|"/C calc"!A0',
    "{{ 7 * 7 }} {% for x in y %} {_{ }_}",
    "<w:p>&amp;</w:p> ]]> \"'",
    "👩‍🚒 Åbo ŧ $x$ _y_",
    'HYPERLINK "https://example.org" \\* MERGEFORMAT',
    "x" * 10_000,
)
# What is no letter is left out, and so is what would turn the reading direction; a line stays one line.
HOSTILE = (
    *((text, text) for text in TYPED),
    ("Fjord\x00\x07\x1b\ufffe\ufdd00\ufdd1 Oslo", "Fjord0 Oslo"),
    ("a\u202egnp.exe", "agnp.exe"),
    ("one\ntwo\tthree", "one two three"),
)


def with_title(title: str) -> Annex:
    """The sample with this text as its title, a chapter's, a figure's and a cell's."""
    annex = sample_annex()
    first, *others = annex.chapters
    figure, *more = first.figures
    grid = replace(annex.results, rows=((Cell(title), *annex.results.rows[0][1:]), *annex.results.rows[1:]))
    figures = (replace(figure, title=title, caption=title, chart=replace(figure.chart, alt=title)), *more)
    chapters = (replace(first, title=title, figures=figures), *others)
    return replace(annex, title=title, results=grid, chapters=chapters)


@pytest.mark.parametrize("language", ["en", "da"])
def test_python_docx_opens_it_again(language: str) -> None:
    annex, document = sample_annex(language), Document(BytesIO(sample_word(language)))
    headings = [p.text for p in document.paragraphs if p.style and p.style.name.startswith("Heading")]
    assert headings[:2] == [annex.results.title, annex.chapters[0].title]
    assert all(figure.title in headings for figure in annex.figures)
    assert len(document.tables) == 1 + 3 + 2 + 2
    assert [cell.text for cell in document.tables[0].rows[0].cells] == [h.text for h in annex.results.headings]


def test_every_part_is_well_formed_and_none_has_a_clock() -> None:
    found = parts(sample_word("en"))
    for name, part in found.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(part)
    assert found["docProps/core.xml"].count(b"2018-12-14T00:00:00Z") == 2
    assert not [name for name in found if "thumbnail" in name]


def test_it_says_of_itself_what_it_is() -> None:
    said = Document(BytesIO(sample_word("da"))).core_properties
    assert (said.title, said.author, said.language) == ("Resultater og figurer 2018", "Nordic Safe Cities", "da-DK")
    assert (said.subject, said.revision) == ("Bilag til rapporten til bevillingsgiveren", 1)


def test_language_and_compatibility_stand_in_styles_and_settings() -> None:
    found = parts(sample_word("da"))
    defaults = find(etree.fromstring(found["word/styles.xml"]), "//w:docDefaults//w:lang")
    settings = etree.fromstring(found["word/settings.xml"])
    assert [one.get(f"{W}val") for one in defaults] == ["da-DK"]
    assert [one.get(f"{W}val") for one in find(settings, "//w:themeFontLang")] == ["da-DK"]
    assert [one.get(f"{W}val") for one in find(settings, "//w:compatSetting")] == ["15"]
    assert find(settings, "//w:autoHyphenation")


def test_every_style_used_is_defined() -> None:
    found = parts(sample_word("en"))
    defined = {style.get(f"{W}styleId") for style in find(etree.fromstring(found["word/styles.xml"]), "//w:style")}
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        used = find(etree.fromstring(found[name]), "//w:pStyle | //w:rStyle | //w:tblStyle")
        assert {style.get(f"{W}val") for style in used} <= defined, name


def test_tables_repeat_their_head_and_no_row_is_cut() -> None:
    for table in find(body(sample_word("en")), "//w:tbl"):
        first, *rows = find(table, "w:tr")
        assert find(first, "w:trPr/w:tblHeader")
        assert not any(find(row, "w:trPr/w:tblHeader") for row in rows)
        assert all(find(row, "w:trPr/w:cantSplit") for row in (first, *rows))
        assert find(table, "w:tblPr/w:tblLook")[0].get(f"{W}firstColumn") == "1"
        assert find(table, "w:tblPr/w:tblCaption")[0].get(f"{W}val")
        assert {len(find(row, "w:tc")) for row in (first, *rows)} == {len(find(table, "w:tblGrid/w:gridCol"))}


def test_numbers_stand_to_the_right_and_the_sum_is_the_last_row() -> None:
    roles = find(body(sample_word("en")), "//w:tbl")[2]
    last = find(roles, "w:tr")[-1]
    assert words_in(last) == "All1,022"
    assert find(roles, "w:tblPr/w:tblLook")[0].get(f"{W}lastRow") == "1"
    assert [len(find(cell, ".//w:jc[@w:val='right']")) for cell in find(last, "w:tc")] == [0, 1]


def test_captions_are_words_own_with_their_numbers() -> None:
    root = body(sample_word("da"))
    captions = [words_in(p) for p in find(root, "//w:p[w:pPr/w:pStyle/@w:val='Caption']")]
    fields = [(f.get(f"{W}instr"), words_in(f)) for f in find(root, "//w:body/w:p/w:fldSimple")]
    assert captions[0] == "Tabel 1. Resultater efter mål"
    assert "Figur 2. Flere byer hvert år" in captions
    assert [number for instruction, number in fields if "SEQ Tabel " in instruction] == list("12345678")
    assert [number for instruction, number in fields if "SEQ Figur " in instruction] == list("12")
    assert not any("\\r" in instruction for instruction, _ in fields)


def test_a_figure_out_of_turn_keeps_its_number() -> None:
    annex = sample_annex()
    first, *others = annex.chapters
    turned = replace(annex, chapters=(replace(first, figures=first.figures[::-1]), *others))
    instructions = [
        f.get(f"{W}instr") for f in find(body(written(turned)), "//w:fldSimple[contains(@w:instr,'Figure')]")
    ]
    assert [instruction.split("\\r")[-1].strip() for instruction in instructions] == ["2", "1"]


def test_a_figure_of_two_chapters_stands_once_and_is_named_again() -> None:
    annex = sample_annex()
    first, second, *others = annex.chapters
    both = replace(annex, chapters=(first, replace(second, figures=first.figures[:1]), *others))
    root = body(written(both))
    assert len(find(root, "//wp:docPr")) == 2
    assert "→ Figure 1. Half of the participants are practitioners" in [words_in(p) for p in find(root, "//w:p")]
    assert len(word_values(both)) == len(word_values(annex))


def test_pictures_have_words_and_ids_of_their_own() -> None:
    found = find(body(sample_word("en")), "//wp:docPr")
    assert [one.get("id") for one in found] == ["1", "2"]
    assert [one.get("descr") for one in found] == [figure.chart.alt for figure in sample_annex().figures]
    assert all(one.get("title") for one in found)
    extents = find(body(sample_word("en")), "//wp:extent")
    assert [round(int(one.get("cx")) / 36_000) for one in extents] == [136, 136]


@pytest.mark.parametrize("language", ["en", "da"])
def test_bookmark_n_holds_value_n(language: str) -> None:
    annex = sample_annex(language)
    expected = [(f"rg_{n}", value.shown) for n, value in enumerate(word_values(annex), start=1)]
    assert list(bookmarks(body(sample_word(language)))) == expected
    assert len(expected) == 5 + 3 + 5 + 3 + 2 + 3


def test_wide_tables_lie_across_the_page() -> None:
    sizes = find(body(sample_word("en")), "//w:pgSz")
    assert [size.get(f"{W}orient") for size in sizes] == ["landscape", None, "landscape"]
    assert len({section.tag for section in find(body(sample_word("en")), "//w:pPr/w:sectPr")}) == 1


def test_the_evidence_names_every_indicator_and_file() -> None:
    annex, document = sample_annex(), Document(BytesIO(sample_word("en")))
    definitions, files = document.tables[-2:]
    assert [row.cells[0].text for row in definitions.rows][1:] == [one.title for one in annex.evidence]
    assert {row.cells[1].text for row in files.rows[1:]} == {sha256 for _, sha256 in annex.evidence[0].files}
    assert "1,140" in [cell.text for cell in definitions.rows[1].cells]


@pytest.mark.parametrize(("text", "shown"), HOSTILE)
def test_hostile_text_is_shown_as_typed(text: str, shown: str) -> None:
    content = written(with_title(text))
    document = Document(BytesIO(content))
    assert document.paragraphs[0].text == shown
    assert document.tables[0].rows[1].cells[0].text == shown
    assert find(body(content), "//wp:docPr")[0].get("descr") == shown
    fields = [f.get(f"{W}instr").split()[0] for f in find(body(content), "//w:fldSimple")]
    assert set(fields) == {"SEQ"}
    assert not find(body(content), "//w:instrText")


def test_two_processes_write_the_same_bytes() -> None:
    script = """
from hashlib import sha256
from reportgen.press.word.form import fill_form
from tests.word_files import FORM, sample_annex, sample_word
form = fill_form(FORM.read_bytes(), sample_annex("da"), "form")
print(sha256(sample_word("da")).hexdigest(), sha256(form.content).hexdigest())
"""
    prints = {
        subprocess.run(
            [sys.executable, "-c", script],
            check=True,
            capture_output=True,
            text=True,
            cwd=Path(__file__).parents[4],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Pacific/Kiritimati"))
    }
    assert len(prints) == 1
