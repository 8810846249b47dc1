"""A tagged PDF as plain values: its structure tree with the words in it, and what is painted outside of it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
import pypdfium2
from pypdfium2 import raw

INLINE = frozenset({"Span", "NonStruct", "Link"})


@dataclass(frozen=True, slots=True)
class Painted:
    """One thing painted on a page (counted from 0): its marks, its number in the tree (-1: none), its text and place.

    The text begins with a line break where it stands on another line than the text painted before it.
    """

    page: int
    marks: tuple[str, ...]
    number: int
    text: str
    place: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked content that an element holds: its page and number, and the text painted in it."""

    spot: tuple[int, int]
    text: str


@dataclass(frozen=True, slots=True)
class Tag:
    """One element of the structure tree: its role, what it holds, in order, and what is said of it."""

    role: str
    pieces: tuple[Tag | Mark, ...]
    said: Mapping[str, str] = field(default_factory=dict)

    @property
    def kids(self) -> tuple[Tag, ...]:
        """The elements it holds itself."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Tag))

    @property
    def spots(self) -> tuple[tuple[int, int], ...]:
        """The page and number of the marked content it holds itself."""
        return tuple(piece.spot for piece in self.pieces if isinstance(piece, Mark))

    @property
    def words(self) -> str:
        """All text in it, in reading order."""
        return " ".join("".join(self._texts()).split())

    def walk(self) -> Iterator[Tag]:
        """Give this tag and all that lie in it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, *roles: str) -> tuple[Tag, ...]:
        """Give the tags of these roles in it, in reading order."""
        return tuple(tag for tag in self.walk() if tag.role in roles)

    def _texts(self) -> Iterator[str]:
        if self.role not in INLINE:
            yield " "
        for piece in self.pieces:
            if isinstance(piece, Mark):
                yield piece.text
            else:
                yield from piece._texts()  # noqa: SLF001 - another tag's


def read(content: bytes) -> Tag:
    """Give the structure tree of a PDF; a ValueError when it has none."""
    with pikepdf.open(BytesIO(content)) as pdf:
        if "/StructTreeRoot" not in pdf.Root:
            raise ValueError("there is no structure tree")
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        texts: dict[tuple[int, int], str] = {}
        for thing in painted(content):
            spot = thing.page, thing.number
            texts[spot] = texts.get(spot, "") + thing.text
        return _tag(pdf.Root.StructTreeRoot.K[0], pages, texts)


def painted(content: bytes) -> tuple[Painted, ...]:
    """Give everything that is painted, page by page, in the order of painting."""
    document = pypdfium2.PdfDocument(content)
    try:
        return tuple(thing for number, page in enumerate(document) for thing in _on_page(number, page))
    finally:
        document.close()


def _tag(element: pikepdf.Object, pages: dict[tuple[int, int], int], texts: dict[tuple[int, int], str]) -> Tag:
    page = pages.get(element.Pg.objgen, -1) if "/Pg" in element else -1
    held = list(element.get("/K", ()))
    pieces: list[Tag | Mark] = []
    for piece in held:
        if isinstance(piece, int):
            pieces.append(Mark((page, piece), texts.get((page, piece), "")))
        elif "/S" in piece:
            pieces.append(_tag(piece, pages, texts))
    return Tag(str(element.S).removeprefix("/"), tuple(pieces), _said(element, held))


def _said(element: pikepdf.Object, pieces: list[pikepdf.Object]) -> dict[str, str]:
    """The alternative text, the identifier, the attributes, and the words of the element's annotations."""
    said = {key: str(element[f"/{key}"]) for key in ("Alt", "ID", "Lang") if f"/{key}" in element}
    attributes = element.get("/A", pikepdf.Dictionary())
    said |= {
        key: str(attributes[f"/{key}"]).removeprefix("/")
        for key in ("Scope", "ListNumbering")
        if f"/{key}" in attributes
    }
    for key in ("Headers", "BBox"):
        if f"/{key}" in attributes:
            said[key] = " ".join(str(item) for item in attributes[f"/{key}"])
    references = [piece for piece in pieces if not isinstance(piece, int) and piece.get("/Type") == "/OBJR"]
    if references:
        said["Contents"] = " | ".join(str(reference.Obj.get("/Contents", "")) for reference in references)
    return said


def _on_page(number: int, page: pypdfium2.PdfPage) -> Iterator[Painted]:
    words = page.get_textpage()
    line = 0
    for thing in page.get_objects(max_depth=1):
        marks = tuple(_mark(thing, place) for place in range(raw.FPDFPageObj_CountMarks(thing.raw)))
        left, bottom, _, _ = thing.get_bounds()
        text = ""
        if thing.type == raw.FPDF_PAGEOBJ_TEXT:
            height = round(thing.get_matrix().f)
            text = _text(thing, words) if height == line else f"\n{_text(thing, words)}"
            line = height
        yield Painted(number, marks, raw.FPDFPageObj_GetMarkedContentID(thing.raw), text, (round(left), round(bottom)))


def _mark(thing: pypdfium2.PdfObject, place: int) -> str:
    mark = raw.FPDFPageObj_GetMark(thing.raw, place)
    buffer, length = (ctypes.c_ushort * 64)(), ctypes.c_ulong()
    raw.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), ctypes.byref(length))
    return bytes(buffer)[: length.value].decode("utf-16-le").rstrip("\0")


def _text(thing: pypdfium2.PdfObject, words: pypdfium2.PdfTextPage) -> str:
    length = raw.FPDFTextObj_GetText(thing.raw, words.raw, None, 0)
    buffer = (ctypes.c_ushort * (length // 2))()
    raw.FPDFTextObj_GetText(thing.raw, words.raw, buffer, length)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")
