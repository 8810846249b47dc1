"""The structure tree, put right where WeasyPrint leaves it undone (its issues 1836 and 2508, and more)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from pydyf import Array, Dictionary

from reportgen.press.pdf.artifacts import POINTS_PER_PIXEL, drop_leaders, set_aside
from reportgen.press.pdf.layout import Layout
from reportgen.press.pdf.links import mend_links
from reportgen.press.pdf.lists import mend_lists
from reportgen.press.pdf.passages import Passage
from reportgen.press.pdf.runs import join_pages
from reportgen.press.pdf.spans import fold, say_languages
from reportgen.press.pdf.structure import Element, at, holders, read_tree, root, walk, write_parents, write_tree

UNFOLDED = ("/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/Caption")


def mend(pdf: Any, layout: Layout, noted: Sequence[tuple[Passage, ...]]) -> None:  # noqa: ANN401 - an untyped library
    """Give `pdf`, whose objects the engine is about to write, a structure tree a reader can follow.

    `layout` is what its pages know, `noted` what is known of the marked content of each page. What runs on over a page
    becomes one element again; running headers and footers, the headers a table repeats, and the dots before a page's
    number become artifacts; header cells get their Scope and are found by their ID (ISO 32000-1, 14.7.2); a link is one
    element and its Contents its words (ISO 14289-1, 7.18.5); contents are a TOC; words in another language say so;
    figures get their place in points.
    """
    document = read_tree(pdf)
    passages = {(page, number): passage for page, on_page in enumerate(noted) for number, passage in enumerate(on_page)}
    join_pages(document, layout.sheets)
    mend_links(pdf, document, layout.sheets)
    mend_lists(pdf, document, passages)
    _unfold(document)
    say_languages(document, passages, pdf.catalog["Lang"].string)
    drop_leaders(document, passages)
    fold(document)
    held = holders(document)
    set_aside(pdf, passages, held)
    _mend_tables(document)
    _place_figures(pdf, document)
    _index_ids(pdf, document)
    write_tree(document)
    write_parents(pdf, passages, held)
    _list_attachments_once(pdf)


def _unfold(document: Element) -> None:
    """Leave one paragraph or heading where WeasyPrint puts it into itself, for words that have a block beside them."""
    for element in walk(document):
        for kid in element.elements if element.role in UNFOLDED else ():
            if kid.role == element.role:
                kid.role = "/NonStruct"


def _mend_tables(document: Element) -> None:
    """Say of each header cell whether it heads a row or a column."""
    for part in walk(document):
        for row in part.elements:
            if row.role == "/TR":
                _mend_row(row, in_head=part.role == "/THead")


def _mend_row(row: Element, *, in_head: bool) -> None:
    heads_row = not in_head and any(cell.role == "/TD" for cell in row.elements)
    for cell in row.elements:
        if cell.role == "/TH":
            cell.entry["A"]["Scope"] = "/Row" if heads_row else "/Column"


def _index_ids(pdf: Any, document: Element) -> None:  # noqa: ANN401  the engine's
    named = {element.entry["ID"].string: element.entry for element in walk(document) if "ID" in element.entry}
    if named:
        items = [item for _, entry in sorted(named.items()) for item in (entry["ID"], entry.reference)]
        root(pdf)["IDTree"] = Dictionary({"Names": Array(items)})


def _place_figures(pdf: Any, document: Element) -> None:  # noqa: ANN401  the engine's
    """Turn a figure's place from CSS pixels below the top into points above the foot of its page."""
    for figure in walk(document):
        if figure.role == "/Figure":
            left, top, right, bottom = (_written(edge) * POINTS_PER_PIXEL for edge in figure.entry["A"]["BBox"])
            height = _written(at(pdf, figure.entry["Pg"])["MediaBox"][3])
            edges = (left, height - bottom, right, height - top)
            figure.entry["A"]["BBox"] = Array([f"{edge:f}" for edge in edges])


def _written(number: float) -> Decimal:
    """A number as the engine writes it."""
    return Decimal(f"{number:f}".rstrip("0"))


def _list_attachments_once(pdf: Any) -> None:  # noqa: ANN401  the engine's
    """Name each associated file once; WeasyPrint names it twice."""
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = Array(dict.fromkeys(pdf.catalog["AF"]))
