"""Lists and tables of contents, as a screen reader meets them."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from tests.sample_page import small
from tests.tagged import painted, read
from tests.validators import all_faults, has_verapdf, verapdf

SECTIONS = "".join(f'<h2 id="s{number}">Part {number}</h2><p>Words.</p>' for number in range(1, 4))
ENTRIES = "".join(f'<li><a href="#s{number}">Part {number}</a></li>' for number in range(1, 4))
LEADERS = "ol { list-style: none; padding: 0 } li a::after { content: leader('.') target-counter(attr(href), page) }"


def contents(style: str = LEADERS, entries: str = ENTRIES) -> bytes:
    nav = f'<nav role="doc-toc"><h2>Contents</h2><ol>{entries}</ol></nav>'
    return small(f"<main><h1>Report</h1>{nav}{SECTIONS}</main>", style)


def test_list_of_contents_is_a_toc_of_references() -> None:
    (toc,) = read(contents()).all("TOC")
    assert [[tag.role for tag in entry.walk()] for entry in toc.kids] == [["TOCI", "Reference", "Link"]] * 3
    assert [link.said["Contents"] for link in toc.all("Link")] == ["Part 1", "Part 2", "Part 3"]
    assert [link.words.replace(" ", "") for link in toc.all("Link")] == ["Part11", "Part21", "Part31"]
    assert read(contents()).all("L", "LI") == ()


def test_dots_before_a_page_number_are_artifacts_of_the_layout() -> None:
    content = contents()
    assert "." not in read(content).all("TOC")[0].words
    dots = [thing for thing in painted(content) if thing.text == "."]
    assert len(dots) > 30
    assert {thing.marks for thing in dots} == {("Artifact",)}
    with pikepdf.open(BytesIO(content)) as pdf:
        assert b"/Artifact <</Type /Layout>> BDC" in pdf.pages[0].obj.Contents.read_bytes()
        assert len(pdf.pages[0].obj.Annots) == 3


def test_number_before_an_entry_is_its_label() -> None:
    (toc,) = read(contents("ol { list-style: decimal }")).all("TOC")
    assert [[kid.role for kid in entry.kids] for entry in toc.kids] == [["Lbl", "Reference"]] * 3
    assert "ListNumbering" not in toc.said


def test_contents_within_contents_are_a_toc_in_a_toc() -> None:
    nested = '<li><a href="#s1">Part 1</a><ol><li><a href="#s2">Part 2</a></li></ol></li>'
    outer, inner = read(contents("", nested)).all("TOC")
    assert [kid.role for kid in outer.kids] == ["TOCI", "TOC"]
    assert [kid.role for kid in inner.kids] == ["TOCI"]


def test_list_of_links_elsewhere_stays_a_list() -> None:
    tree = read(small(f"<h1>Report</h1><nav><ol>{ENTRIES}</ol></nav>{SECTIONS}"))
    assert len(tree.all("L")) == 1
    assert tree.all("TOC", "TOCI") == ()


def test_contents_over_two_pages_are_one_toc() -> None:
    entries = "".join(f'<li><a href="#s1">Entry {number}</a></li>' for number in range(30))
    content = contents(LEADERS, entries)
    (toc,) = read(content).all("TOC")
    assert len(toc.kids) == 30
    assert len({spot[0] for tag in toc.walk() for spot in tag.spots}) > 1
    assert all_faults(content) == ()


@pytest.mark.parametrize(
    ("tag", "sign", "numbering"),
    [
        ("ul", "disc", "Disc"),
        ("ul", "square", "Square"),
        ("ul", "'– '", None),
        ("ul", "none", None),
        ("ol", "decimal", "Decimal"),
        ("ol", "upper-roman", "UpperRoman"),
        ("ol", "lower-alpha", "LowerAlpha"),
        ("ol", "none", None),
    ],
)
def test_list_names_the_kind_of_its_signs(tag: str, sign: str, numbering: str | None) -> None:
    content = small(f"<h1>a</h1><{tag}><li>One</li><li>Two</li></{tag}>", f"{tag} {{ list-style-type: {sign} }}")
    (found,) = read(content).all("L")
    assert found.said.get("ListNumbering") == numbering
    assert all_faults(content) == ()


def test_paragraphs_of_an_item_are_its_body() -> None:
    content = small("<h1>a</h1><ul><li>One<p>Two</p></li><li><p>Three</p><p>Four</p></li></ul>")
    assert [[kid.role for kid in item.kids] for item in read(content).all("LI")] == [["Lbl", "LBody"]] * 2
    assert [body.words for body in read(content).all("LBody")] == ["One Two", "Three Four"]
    assert all_faults(content) == ()


def test_list_within_a_list_names_its_own_signs() -> None:
    content = small("<h1>a</h1><ol><li>One<ul><li>Inner</li></ul></li><li>Two</li></ol>")
    assert [found.said["ListNumbering"] for found in read(content).all("L")] == ["Decimal", "Circle"]


def test_contents_pass_every_judge() -> None:
    content = contents()
    nav = f'<nav role="doc-toc"><h2>Contents</h2><ol>{ENTRIES}</ol></nav>'
    assert all_faults(content, f'<html lang="en"><h1>Report</h1>{nav}{SECTIONS}</html>') == ()


@pytest.mark.slow
@pytest.mark.skipif(not has_verapdf(), reason="veraPDF needs Java and Debian's libjaxb-java")
def test_contents_and_lists_pass_verapdf() -> None:
    nested = "<h1>a</h1><ol><li>One<ul><li>Inner</li></ul></li><li>Two</li></ol>"
    assert verapdf(contents(), contents("ol { list-style: decimal }"), small(nested)) == ()
