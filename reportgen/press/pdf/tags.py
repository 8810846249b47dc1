"""The structure tree, put right where WeasyPrint leaves it undone (its issues 1836 and 2508, and more)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from reportgen.press.pdf.artifacts import POINTS_PER_PIXEL, drop_leaders, set_aside
from reportgen.press.pdf.layout import Layout
from reportgen.press.pdf.links import mend_links
from reportgen.press.pdf.lists import mend_lists
from reportgen.press.pdf.passages import Passage, Passages
from reportgen.press.pdf.runs import join_pages
from reportgen.press.pdf.spans import fold, say_languages
from reportgen.press.pdf.structure import Parents, elements, walk

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

UNFOLDED = ("/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/Caption")


def mend(content: bytes, layout: Layout, noted: Sequence[tuple[Passage, ...]]) -> bytes:
    """Give the PDF `content` with a structure tree a reader can follow.

    `layout` is what its pages know, `noted` what is known of the marked content of each page. What runs on over a page
    becomes one element again; running headers and footers, the headers a table repeats, and the dots before a page's
    number become artifacts; header cells get their Scope and are found by their ID (ISO 32000-1, 14.7.2); a link is one
    element and its Contents its words (ISO 14289-1, 7.18.5); contents are a TOC; words in another language say so;
    figures get their place in points.
    """
    import pikepdf

    with pikepdf.open(BytesIO(content)) as pdf:
        root = pdf.Root.StructTreeRoot
        document = root.K[0]
        parents = Parents(root)
        pages = list(pdf.pages)
        passages = _by_spot(pages, noted)
        join_pages(document, pages, layout.sheets)
        mend_links(document, pages, layout.sheets, parents)
        mend_lists(pdf, document, passages)
        _unfold(document)
        say_languages(document, passages, str(pdf.Root.Lang))
        drop_leaders(document, passages)
        fold(document, parents)
        set_aside(pdf, document, parents, passages)
        _mend_tables(document)
        _place_figures(document)
        _index_ids(root, document)
        parents.write()
        _list_attachments_once(pdf)
        return _write(pdf)


def _by_spot(pages: Sequence[Page], noted: Sequence[tuple[Passage, ...]]) -> Passages:
    return {
        (page.obj.objgen, number): passage
        for page, on_page in zip(pages, noted, strict=True)
        for number, passage in enumerate(on_page)
    }


def _write(pdf: Pdf) -> bytes:
    from pikepdf import ObjectStreamMode

    written = BytesIO()
    packed = ObjectStreamMode.generate
    # Without a deterministic ID the bytes would differ from run to run.
    pdf.save(written, deterministic_id=True, fix_metadata_version=False, object_stream_mode=packed)
    # Of a stream that happens to end in CR, the LF after it looks like the second half of one line break, and the
    # stream one byte shorter than it says. A lone CR ends a line as well, and cannot be taken so.
    return written.getvalue().replace(b"\r\nendstream", b"\r\rendstream")


def _unfold(document: Object) -> None:
    """Leave one paragraph or heading where WeasyPrint puts it into itself, for words that have a block beside them."""
    from pikepdf import Name

    for element in walk(document):
        if element.S in UNFOLDED and element.S == element.P.S:
            element.S = Name.NonStruct


def _mend_tables(document: Object) -> None:
    """Say of each header cell whether it heads a row or a column."""
    from pikepdf import Name

    for row in walk(document):
        if row.S == "/TR":
            cells = elements(row)
            heads_row = row.P.S != "/THead" and any(cell.S == "/TD" for cell in cells)
            for cell in cells:
                if cell.S == "/TH":
                    cell.A.Scope = Name.Row if heads_row else Name.Column


def _index_ids(root: Object, document: Object) -> None:
    from pikepdf import Array, Dictionary, String

    named = {bytes(element.ID): element for element in walk(document) if "/ID" in element}
    if named:
        names = Array([item for key in sorted(named) for item in (String(key), named[key])])
        root.IDTree = Dictionary(Names=names)


def _place_figures(document: Object) -> None:
    """Turn a figure's place from CSS pixels below the top into points above the foot of its page."""
    from pikepdf import Array

    for figure in walk(document):
        if figure.S == "/Figure":
            left, top, right, bottom = (Decimal(str(edge)) * POINTS_PER_PIXEL for edge in figure.A.BBox)
            height = Decimal(str(figure.Pg.MediaBox[3]))
            figure.A.BBox = Array([left, height - bottom, right, height - top])


def _list_attachments_once(pdf: Pdf) -> None:
    """Name each associated file once; WeasyPrint names it twice."""
    from pikepdf import Array

    if "/AF" in pdf.Root:
        pdf.Root.AF = Array(list({file.objgen: file for file in pdf.Root.AF}.values()))
