"""The structure tree, put right where WeasyPrint leaves it undone (its issues 1836 and 2508, and more)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from reportgen.press.pdf.artifacts import POINTS_PER_PIXEL, set_aside
from reportgen.press.pdf.layout import Layout, Link, Sheet
from reportgen.press.pdf.structure import (
    ObjectNumber,
    Parents,
    drop,
    drop_annotations,
    elements,
    link_annotations,
    take_in,
    walk,
)

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

REPEATED = ("/THead", "/TFoot")
UNFOLDED = ("/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/Caption")


def mend(content: bytes, layout: Layout) -> bytes:
    """Give the PDF `content` with a structure tree a reader can follow; `layout` is what its pages know.

    What runs on over a page becomes one element again; running headers and footers, and the headers a table
    repeats, become artifacts of type Pagination; header cells get their Scope and are found by their ID
    (ISO 32000-1, 14.7.2); a link is one element and its Contents its words (ISO 14289-1, 7.18.5); figures get their
    place in points.
    """
    import pikepdf

    with pikepdf.open(BytesIO(content)) as pdf:
        root = pdf.Root.StructTreeRoot
        document = root.K[0]
        parents = Parents(root)
        pages = list(pdf.pages)
        _join_pages(document, pages, layout.sheets)
        _mend_links(document, list(_linked(pages, layout.sheets)), parents)
        _unfold(document)
        _mend_tables(document)
        _index_ids(root, document, pdf)
        _place_figures(document)
        set_aside(pdf, document, parents)
        parents.write()
        _list_attachments_once(pdf)
        return _write(pdf)


def _write(pdf: Pdf) -> bytes:
    written = BytesIO()
    # Without a deterministic ID the bytes would differ from run to run.
    pdf.save(written, deterministic_id=True, fix_metadata_version=False)
    # Of a stream that happens to end in CR, the LF after it looks like the second half of one line break, and the
    # stream one byte shorter than it says. A lone CR ends a line as well, and cannot be taken so.
    return written.getvalue().replace(b"\r\nendstream", b"\r\rendstream")


# ------------------------------------------------------------------------------- what runs on over a page


def _join_pages(document: Object, pages: Sequence[Page], sheets: Sequence[Sheet]) -> None:
    for page, sheet in zip(pages, sheets, strict=True):
        parent = document
        for role in sheet.continued:
            halves = _halves(parent, f"/{role}", page.obj.objgen)
            if halves is None:
                break
            parent = _join(parent, *halves)


def _halves(parent: Object, role: str, page: ObjectNumber) -> tuple[Object, Object] | None:
    """The last element of this role before a page, and the first on it."""
    alike = [kid for kid in elements(parent) if role == kid.S]
    pairs = ((one, other) for one, other in pairwise(alike) if one.Pg.objgen != page == other.Pg.objgen)
    return next(pairs, None)


def _join(parent: Object, first: Object, second: Object) -> Object:
    """The first element, now with all that the second held."""
    if first.S == "/Table":
        _drop_repeated(first, second)
    take_in(first, second)
    drop(parent, {second.objgen})
    if first.S == "/Table":
        _join_bodies(first)
    return first


def _drop_repeated(first: Object, second: Object) -> None:
    """Take from a table's second half the header and footer it repeats, and point its cells to those of the first."""
    from pikepdf import Array, String

    kept = {str(kid.S): kid for kid in elements(first) if kid.S in REPEATED}
    repeated = [kid for kid in elements(second) if kid.S in kept]
    twins = dict(pair for kid in repeated for pair in zip(_ids(kid), _ids(kept[str(kid.S)]), strict=True))
    drop(second, {kid.objgen for kid in repeated})
    for cell in walk(second):
        if cell.S == "/TD" and "/Headers" in cell.A:
            cell.A.Headers = Array([String(twins.get(bytes(name), bytes(name))) for name in cell.A.Headers])


def _ids(element: Object) -> list[bytes]:
    return [bytes(kid.ID) for kid in walk(element) if "/ID" in kid]


def _join_bodies(table: Object) -> None:
    """Make the bodies that a page break parted one body."""
    body, *rest = [kid for kid in elements(table) if kid.S == "/TBody"]
    for other in rest:
        take_in(body, other)
    drop(table, {other.objgen for other in rest})


# ------------------------------------------------------------------------------- links


def _linked(pages: Sequence[Page], sheets: Sequence[Sheet]) -> Iterator[tuple[Object, Link]]:
    """Each link annotation, with what the layout knows of it."""
    for page, sheet in zip(pages, sheets, strict=True):
        links = [annotation for annotation in page.obj.get("/Annots", ()) if annotation.Subtype == "/Link"]
        yield from zip(links, sheet.links, strict=True)


def _mend_links(document: Object, linked: Sequence[tuple[Object, Link]], parents: Parents) -> None:
    for annotation, link in linked:
        annotation.Contents = link.text
    for element in walk(document):
        # WeasyPrint gives words in bold inside a link an annotation of their own, above that of the link.
        if element.S != "/Link" and link_annotations(element):
            drop_annotations(element)
    numbers = {annotation.objgen: link.element for annotation, link in linked}
    for parent in list(walk(document)):
        _join_links(parent, numbers, parents)


def _join_links(parent: Object, numbers: dict[ObjectNumber, int], parents: Parents) -> None:
    """Make the pieces of one link that a line break parted one element; it keeps an annotation for each line."""
    previous: Object | None = None
    for kid in elements(parent):
        link = kid if kid.S == "/Link" else None
        if previous is not None and link is not None and _are_one(previous, link, numbers):
            take_in(previous, link)
            drop(parent, {link.objgen})
            parents.replace(link, previous)
        else:
            previous = link


def _are_one(first: Object, second: Object, numbers: dict[ObjectNumber, int]) -> bool:
    if first.Pg.objgen != second.Pg.objgen:  # the numbers of marked content mean nothing on another page
        return False
    one, other = ({numbers[annotation.objgen] for annotation in link_annotations(link)} for link in (first, second))
    return bool(one) and one == other


# ------------------------------------------------------------------------------- tables, figures, attachments


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


def _index_ids(root: Object, document: Object, pdf: Pdf) -> None:
    from pikepdf import Array, Dictionary, String

    named = {bytes(element.ID): element for element in walk(document) if "/ID" in element}
    if named:
        names = Array([item for key in sorted(named) for item in (String(key), named[key])])
        root.IDTree = pdf.make_indirect(Dictionary(Names=names))


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
