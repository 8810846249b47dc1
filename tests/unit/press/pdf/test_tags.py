"""The structure tree that a screen reader walks."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest

from reportgen.press.pdf.press import Attached
from tests.sample_page import BODY, CREATED, IMAGES, page, press, sample
from tests.tagged import Tag, painted, read
from tests.validators import all_faults


def typeset(body: str, style: str = "") -> bytes:
    base = "@page { size: A6; margin: 15mm } html { font: 10pt/15pt Inter } "
    return press().typeset(page(body, base + style), created=CREATED, images=IMAGES).content


def table(rows: int, foot: str = "") -> str:
    body = "".join(f'<tr><th scope="row">City {row}</th><td>{row}</td><td>{row * 2}</td></tr>' for row in range(rows))
    head = "<thead><tr><th>City</th><th>2017</th><th>2018</th></tr></thead>"
    return f"<table>{head}<tbody>{body}</tbody>{foot}</table>"


@pytest.fixture(scope="module")
def tree() -> Tag:
    return read(sample().content)


def test_reading_order_is_that_of_the_page(tree: Tag) -> None:
    passed_over = {"Span", "NonStruct", "TR", "TD", "TH", "Lbl", "LBody"}
    assert " ".join(tag.role for tag in tree.walk() if tag.role not in passed_over) == (
        "Document Part H1 P Link Link Link P H2 L LI LI L LI Figure Caption Table Caption THead TBody H2 P"
    )


def test_running_header_and_footer_are_pagination_artifacts(tree: Tag) -> None:
    assert "Page 1 of 2" not in tree.words
    assert "online" not in tree.words
    with pikepdf.open(BytesIO(sample().content)) as pdf:
        streams = [leaf.obj.Contents.read_bytes() for leaf in pdf.pages]
    for stream in streams:
        assert stream.count(b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC") == 2
        assert b"/Artifact <</Type /Pagination /Subtype /Header>> BDC" in stream
    aside = {thing.text.strip() for thing in painted(sample().content) if "Artifact" in thing.marks}
    assert {"Page 1 of 2", "Page 2 of 2", "Nordic Safe Cities", "online"} <= aside


def test_link_of_a_running_header_is_no_annotation() -> None:
    with pikepdf.open(BytesIO(sample().content)) as pdf:
        targets = [str(link.A.URI) for leaf in pdf.pages for link in leaf.obj.get("/Annots", ()) if "/A" in link]
    assert set(targets) == {"https://example.org/network", "mailto:post@example.org"}


def test_page_whose_only_link_runs_keeps_no_annotations() -> None:
    style = "@page { @top-left { content: element(run) } } .run { position: running(run) }"
    content = typeset('<p class="run"><a href="https://example.org/">home</a></p><h1>Letter</h1>', style)
    with pikepdf.open(BytesIO(content)) as pdf:
        assert "/Annots" not in pdf.pages[0].obj
    assert all_faults(content) == ()


def test_link_over_two_lines_is_one_link_with_its_words() -> None:
    words = "how all of the numbers in this letter have been counted, and by whom"
    content = typeset(f'<h1 id="a">a</h1><p>Read <a href="#a">how all of the <em>numbers</em>{words[22:]}</a> now</p>')
    (link,) = read(content).all("Link")
    assert link.words == words
    assert link.said["Contents"] == f"{words} | {words}"
    assert link.all("NonStruct")[0].said == {}
    assert all_faults(content) == ()


def test_words_of_links_are_their_contents(tree: Tag) -> None:
    contents = [link.said["Contents"].split(" | ")[0] for link in tree.all("Link")]
    assert contents == [link.words for link in tree.all("Link")]
    assert contents[:2] == ["our pages on the network", "write to us"]


def test_stream_that_ends_in_a_carriage_return_keeps_its_length() -> None:
    # The last byte of a packed stream is a checksum, here 1 + 12: CR.
    attached = Attached("numbers.csv", "Every number", b"\x0c", "text/csv")
    content = press().typeset(page("<h1>Letter</h1>"), attachments=(attached,), created=CREATED).content
    assert b"\r\rendstream" in content
    assert all_faults(content) == ()
    with pikepdf.open(BytesIO(content)) as pdf:
        assert pdf.attachments["numbers.csv"].get_file().read_bytes() == b"\x0c"
        assert pdf.get_warnings() == []


def test_two_links_side_by_side_stay_two() -> None:
    content = typeset('<h1>a</h1><p><a href="https://a.example/">one</a><a href="https://a.example/">two</a></p>')
    assert [link.words for link in read(content).all("Link")] == ["one", "two"]


def test_header_cells_say_what_they_head(tree: Tag) -> None:
    (found,) = tree.all("Table")
    scopes = [[(cell.words, cell.said["Scope"]) for cell in row.all("TH")] for row in found.all("TR")]
    assert scopes[:2] == [[("City", "Column"), ("2018", "Column")], [("City 0", "Row")]]


def test_row_header_without_scope_heads_its_row_only() -> None:
    rows = "<tr><th>Larvik</th><td>3</td></tr><tr><th>Skien</th><td>4</td></tr>"
    found = read(typeset(f"<h1>a</h1><table><thead><tr><th>City</th><th>2018</th></tr></thead>{rows}</table>"))
    words = {cell.said["ID"]: cell.words for cell in found.all("TH")}
    heads = [{words[name] for name in cell.said["Headers"].split()} for cell in found.all("TD")]
    assert heads == [{"Larvik", "2018"}, {"Skien", "2018"}]


def test_table_over_three_pages_is_one_table() -> None:
    content = typeset(f"<h1>Cities</h1>{table(40)}<p>End</p>")
    tree = read(content)
    (found,) = tree.all("Table")
    assert [kid.role for kid in found.kids] == ["THead", "TBody"]
    assert [row.words for row in found.kids[1].kids] == [f"City {row} {row} {row * 2}" for row in range(40)]
    words = {cell.said["ID"]: cell.words for cell in found.all("TH")}
    heads = [[words[name] for name in cell.said["Headers"].split()] for cell in found.all("TD")]
    assert heads == [[f"City {row}", year] for row in range(40) for year in ("2017", "2018")]
    assert max(spot[0] for tag in found.walk() for spot in tag.spots) >= 2
    assert all_faults(content, f"<h1></h1>{table(40)}") == ()


def test_foot_that_a_table_repeats_is_read_once() -> None:
    content = typeset(f"<h1>Cities</h1>{table(20, '<tfoot><tr><td>Sum</td><td>1</td><td>2</td></tr></tfoot>')}")
    (found,) = read(content).all("Table")
    assert [kid.role for kid in found.kids] == ["THead", "TBody", "TFoot"]
    assert found.words.count("Sum") == 1
    assert all_faults(content) == ()


def test_two_tables_that_meet_at_a_page_break_stay_two() -> None:
    content = typeset(f"<h1>a</h1>{table(3)}{table(3)}", "table + table { break-before: page }")
    assert len(read(content).all("Table")) == 2


def test_paragraph_and_section_over_two_pages_are_one() -> None:
    sentences = "Every person is counted once, however often. " * 30
    content = typeset(f"<main><h1>a</h1><section><h2>b</h2><p>{sentences}</p><p>End</p></section></main>")
    tree = read(content)
    assert [tag.role for tag in tree.walk() if tag.role not in {"Span", "NonStruct"}] == (
        ["Document", "Part", "H1", "Sect", "H2", "P", "P"]
    )
    assert tree.all("P")[0].words == sentences.strip()
    assert all_faults(content) == ()


def test_list_over_two_pages_is_one_list() -> None:
    content = typeset(f"<h1>a</h1><ul>{''.join(f'<li>Item {number}</li>' for number in range(30))}</ul>")
    (found,) = read(content).all("L")
    assert [re.sub(r"\W", "", item.words) for item in found.kids] == [f"Item{number}" for number in range(30)]


def test_page_break_between_two_paragraphs_joins_nothing() -> None:
    content = typeset('<h1>a</h1><p>One</p><p style="break-before: page">Two</p>')
    assert [tag.words for tag in read(content).all("P")] == ["One", "Two"]


def test_paragraph_with_a_block_before_its_words_is_one_paragraph() -> None:
    content = typeset("<h1>a</h1><p>20 March, Oslo</p>", "p::before { content: 'Save the date'; display: block }")
    assert [tag.words for tag in read(content).all("P")] == ["Save the date 20 March, Oslo"]
    assert all_faults(content) == ()


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
