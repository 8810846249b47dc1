"""The structure tree of a PDF, as something to walk and to move about in (ISO 32000-1, 14.7).

It is read from the objects of the engine before they are written: so it is plain Python, and no file is parsed for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydyf import Array, Dictionary

Reference = bytes  # how one object of a PDF names another: b"12 0 R"
Spot = tuple[int, int]  # a page, counted from 0, and the number of a piece of marked content on it

NOWHERE = -1  # the page of the document itself
NOTHING = b"null"


@dataclass(frozen=True, slots=True)
class Annotation:
    """The place of an annotation among the pieces of its element: the reference that stands there, and to what."""

    reference: Reference
    target: Reference


@dataclass(eq=False, slots=True)
class Element:
    """One element: its role and page, and all that it holds, in reading order; a number is marked content of its page.

    `entry` is the engine's dictionary of it, with all else that is said of it.
    """

    entry: Any
    role: str
    page: int
    pieces: list[Piece]

    @property
    def elements(self) -> list[Element]:
        """The elements that this one holds itself."""
        return [piece for piece in self.pieces if isinstance(piece, Element)]

    @property
    def annotations(self) -> list[Reference]:
        """The annotations that this element holds itself."""
        return [piece.target for piece in self.pieces if isinstance(piece, Annotation)]


Piece = Element | Annotation | int
Holders = Mapping[Spot | Reference, Element]


def read_tree(pdf: Any) -> Element:  # noqa: ANN401 - an untyped library
    """Give the element of the whole document."""
    pages = {reference: number for number, reference in enumerate(pdf.page_references)}

    def read(entry: Any) -> Element:  # noqa: ANN401  the engine's
        pieces = [piece if isinstance(piece, int) else read_piece(piece) for piece in entry["K"]]
        return Element(entry, entry["S"], pages.get(entry.get("Pg"), NOWHERE), pieces)

    def read_piece(reference: Reference) -> Element | Annotation:
        entry = at(pdf, reference)
        return read(entry) if "S" in entry else Annotation(reference, entry["Obj"])

    return read(at(pdf, root(pdf)["K"][0]))


def write_tree(document: Element) -> None:
    """Put back the elements of `document`, each with its role, its parent and what it holds."""
    for element in (document, *walk(document)):
        element.entry["S"] = element.role
        element.entry["K"] = Array([_named(piece) for piece in element.pieces])
        for kid in element.elements:
            kid.entry["P"] = element.entry.reference


def write_parents(pdf: Any, marked: Iterable[Spot], held: Holders) -> None:  # noqa: ANN401  the engine's
    """Write the parent tree: from all that is `marked`, page by page in its order, and from links back to elements."""
    entries: dict[int, Any] = {page: Array() for page in range(len(pdf.page_references))}
    for page, number in marked:
        holder = held.get((page, number))
        entries[page].append(holder.entry.reference if holder else NOTHING)
    for piece, holder in held.items():
        if isinstance(piece, bytes):
            entries[at(pdf, piece)["StructParent"]] = holder.entry.reference
    at(pdf, root(pdf)["ParentTree"])["Nums"] = Array([item for key in sorted(entries) for item in (key, entries[key])])


def at(pdf: Any, reference: Reference) -> Any:  # noqa: ANN401  the engine's
    """The object of the engine that `reference` names."""
    return pdf.objects[int(reference.partition(b" ")[0])]


def root(pdf: Any) -> Any:  # noqa: ANN401  the engine's
    """What holds the structure tree."""
    return at(pdf, pdf.catalog["StructTreeRoot"])


def walk(element: Element) -> Iterator[Element]:
    """Every element below `element`, in reading order."""
    waiting = element.elements[::-1]
    while waiting:
        kid = waiting.pop()
        yield kid
        waiting += reversed(kid.elements)


def spots(element: Element) -> Iterator[Spot]:
    """Where all marked content in `element` stands, in reading order."""
    for piece in element.pieces:
        if isinstance(piece, int):
            yield element.page, piece
        elif isinstance(piece, Element):
            yield from spots(piece)


def holders(document: Element) -> dict[Spot | Reference, Element]:
    """What holds each piece of marked content, and which link each annotation."""
    held: dict[Spot | Reference, Element] = {}
    for element in walk(document):
        held |= {(element.page, piece): element for piece in element.pieces if isinstance(piece, int)}
        if element.role == "/Link":
            held |= dict.fromkeys(element.annotations, element)
    return held


def add(pdf: Any, role: str, beside: Element) -> Element:  # noqa: ANN401  the engine's
    """Give a new element that holds nothing yet, on the page of another."""
    entry = Dictionary({"Type": "/StructElem", "Pg": beside.entry["Pg"]})
    pdf.add_object(entry)
    return Element(entry, role, beside.page, [])


def drop(parent: Element, gone: Collection[Element]) -> None:
    """Take the elements `gone` out of `parent`."""
    parent.pieces = [piece for piece in parent.pieces if piece not in gone]


def _named(piece: Piece) -> Reference | int:
    match piece:
        case Element():
            return piece.entry.reference  # type: ignore[no-any-return]  # the engine has no types
        case Annotation():
            return piece.reference
    return piece
