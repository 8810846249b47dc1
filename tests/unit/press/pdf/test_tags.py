"""The structure tree that a screen reader walks."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest

from reportgen.press.pdf.press import Attached
from tests.sample_page import BODY, CREATED, page, press, sample, small
from tests.tagged import Tag, painted, read
from tests.validators import all_faults


@pytest.fixture(scope="module")
def tree() -> Tag:
    return read(sample().content)


def test_reading_order_is_that_of_the_page(tree: Tag) -> None:
    passed_over = {"Span", "NonStruct", "TR", "TD", "TH", "Lbl", "LBody"}
    assert " ".join(tag.role for tag in tree.walk() if tag.role not in passed_over) == (
        "Document Part H1 P Link Link Link P H2 L LI LI L LI Figure Caption Table Caption THead TBody H2 P"
    )


def test_stream_that_ends_in_a_carriage_return_keeps_its_length() -> None:
    # The last byte of a packed stream is a checksum, here 1 + 12: CR.
    attached = Attached("numbers.csv", "Every number", b"\x0c", "text/csv")
    content = press().typeset(page("<h1>Letter</h1>"), attachments=(attached,), created=CREATED).content
    assert b"\r\rendstream" in content
    assert all_faults(content) == ()
    with pikepdf.open(BytesIO(content)) as pdf:
        assert pdf.attachments["numbers.csv"].get_file().read_bytes() == b"\x0c"
        assert pdf.get_warnings() == []


def test_header_cells_say_what_they_head(tree: Tag) -> None:
    (found,) = tree.all("Table")
    scopes = [[(cell.words, cell.said["Scope"]) for cell in row.all("TH")] for row in found.all("TR")]
    assert scopes[:2] == [[("City", "Column"), ("2018", "Column")], [("City 0", "Row")]]


def test_row_header_without_scope_heads_its_row_only() -> None:
    rows = "<tr><th>Larvik</th><td>3</td></tr><tr><th>Skien</th><td>4</td></tr>"
    found = read(small(f"<h1>a</h1><table><thead><tr><th>City</th><th>2018</th></tr></thead>{rows}</table>"))
    words = {cell.said["ID"]: cell.words for cell in found.all("TH")}
    heads = [{words[name] for name in cell.said["Headers"].split()} for cell in found.all("TD")]
    assert heads == [{"Larvik", "2018"}, {"Skien", "2018"}]


def test_every_identifier_is_found_through_the_tree() -> None:
    with pikepdf.open(BytesIO(sample().content)) as pdf:
        names = list(pdf.Root.StructTreeRoot.IDTree.Names)
        keys = [bytes(name) for name in names[::2]]
        assert keys == sorted(set(keys))
        assert [bytes(element.ID) for element in names[1::2]] == keys
    assert len(keys) == 32


def test_figure_says_where_it_stands() -> None:
    figure = read(sample().content).all("Figure")[0]
    ((number_page, number),) = figure.spots
    left, bottom, right, top = (float(edge) for edge in figure.said["BBox"].split())
    things = [thing for thing in painted(sample().content) if (thing.page, thing.number) == (number_page, number)]
    assert things
    assert all(left - 1 <= thing.place[0] <= right and bottom - 1 <= thing.place[1] <= top for thing in things)
    assert (right - left, top - bottom) == pytest.approx((340.2, 113.4), abs=0.5)


def test_catalogue_says_language_and_shows_the_title() -> None:
    with pikepdf.open(BytesIO(sample().content)) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert str(pdf.Root.ViewerPreferences.DisplayDocTitle) == "True"
        assert {str(leaf.obj.Tabs) for leaf in pdf.pages} == {"/S"}


def test_body_of_the_sample_is_read_whole(tree: Tag) -> None:
    plain = " ".join(re.sub(r"<[^>]+>", " ", BODY.partition("<main>")[2]).split())
    read_words = set(re.findall(r"\w+", tree.words))
    assert set(re.findall(r"\w+", plain)) <= read_words
