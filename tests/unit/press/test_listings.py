"""A table speaks the document's language, and says where a cell does not."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from reportgen.model.documents import Document
from reportgen.model.findings import FieldValue, TableRow
from reportgen.model.spec import KeyFigure, Texts
from reportgen.press.blocks import page_blocks
from reportgen.press.desk import Desk
from reportgen.press.figures import Album
from reportgen.press.listings import set_table
from reportgen.press.prose.scene import set_scene
from tests import example


def desk(document: Document) -> Desk:
    shop = example.workshop()
    words = shop.words_in(document.language)
    scene = set_scene(document, words)
    return Desk(shop.pages, document, scene, words, Album(document, words, scene, shop.titles_of(document)))


def with_cell(language: str, name: str, cell: FieldValue) -> Document:
    """A report whose activities have this cell in one column."""
    document = example.document("larvik", language, "reports")
    (table,) = (table for table in document.tables if table.code == "own_activities")
    place = [column for column, _ in table.headers].index(name)
    rows = tuple(TableRow((*row.cells[:place], cell, *row.cells[place + 1 :]), row.rows) for row in table.rows[:1])
    return replace(document, tables=(replace(table, rows=rows),))


def html(document: Document) -> str:
    return str(set_table(desk(document), "own_activities").html)


@pytest.mark.parametrize(
    ("language", "title", "kind"),
    [
        ("en", "KomINN, first module", "Training"),
        ("da", "KomINN, første modul", "Kursus"),
        ("nb", "KomINN, første modul", "Opplæring"),
        ("sv", "KomINN, första modulen", "Utbildning"),
        ("fi", "KomINN, ensimmäinen jakso", "Koulutus"),
        ("is", "KomINN, fyrsti hluti", "Þjálfun"),
    ],
)
def test_titles_and_kinds_are_in_the_documents_language(language: str, title: str, kind: str) -> None:
    page = html(example.document("larvik", language, "reports"))
    assert f'<th class="text">{title}</th>' in page
    assert f'<td class="text">{kind}</td>' in page
    assert "lang=" not in page


@pytest.mark.parametrize(
    ("texts", "marked"),
    [
        ((("en", "Open day"),), '<th class="text" lang="en">Open day</th>'),
        ((("en", "Open day"), ("da", "Åben dag")), '<th class="text" lang="da">Åben dag</th>'),
        ((("nb", "Åpen dag"), ("en", "Open day")), '<th class="text">Åpen dag</th>'),
        ((), '<th class="text">ikke registrert</th>'),
    ],
)
def test_a_title_in_another_language_says_in_which(texts: tuple[tuple[str, str], ...], marked: str) -> None:
    assert marked in html(with_cell("nb", "title", Texts(texts)))


@pytest.mark.parametrize(
    ("cell", "printed"), [(None, "ikke registrert"), ("<b>", "&lt;b&gt;"), (("a", "b", "c"), "a, b og c")]
)
def test_a_cell_is_escaped_listed_or_said_not_to_be_recorded(cell: FieldValue, printed: str) -> None:
    assert f">{printed}</td>" in html(with_cell("nb", "kind", cell))


@pytest.mark.parametrize(
    ("language", "value", "unit"),
    [
        ("en", 1, "person"),
        ("en", 2, "people"),
        ("da", 1, "person"),
        ("fi", 1, "henkilö"),
        ("fi", 21, "henkilöä"),
        ("is", 1, "einstaklingur"),
        ("is", 21, "einstaklingur"),
        ("is", 11, "einstaklingar"),
    ],
)
def test_a_key_figure_bends_its_unit_by_the_rule_of_the_language(language: str, value: int, unit: str) -> None:
    assert (str(value), unit) in strip(language, value, "exact")


def test_a_unit_follows_the_number_as_it_is_printed() -> None:
    """Twenty-one Icelanders go with the form beside one; rounded down to twenty they do not."""
    assert strip("is", 21, "plus") == [("20+", "einstaklingar")]


def test_a_unit_of_one_form_stays_away_from_the_number_that_asks_for_the_other() -> None:
    assert strip("is", 21, "exact", singular=False) == [("21", "")]
    assert strip("is", 22, "exact", singular=False) == [("22", "einstaklingar")]


def strip(language: str, value: int, show: str, *, singular: bool = True) -> list[tuple[str, str]]:
    """The numerals and units of a report whose city had so many participants."""
    document = example.document("larvik", language, "reports")
    number = replace(next(n for n in document.own.numbers if n.code == "participants"), value=value)
    if not singular:
        number = replace(number, evidence=replace(number.evidence, unit_one=Texts()))
    own = replace(document.own, numbers=(number,))
    changed = replace(document, own=own, key_figures=(KeyFigure("participants", show),))
    block = page_blocks(desk(changed))["key_figures"]()
    return re.findall(r'numeral"><data [^>]*>([^<]+)</data></span> <span class="unit">([^<]*)<', str(block.html))
