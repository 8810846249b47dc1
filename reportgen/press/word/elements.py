"""WordprocessingML, an element at a time: runs, paragraphs, fields, bookmarks (ECMA-376 part 1, 17.3, 17.13, 17.16)."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from reportgen.press.word.letters import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

BOOKMARK = "rg_"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def element(name: str, /, *children: Element, **attributes: str) -> Element:
    """An element of the `w` namespace; so are its attributes."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    made: Element = OxmlElement(f"w:{name}", {qn(f"w:{key}"): text for key, text in attributes.items()})
    made.extend(children)
    return made


def paragraph(style: str, *children: Element, align: str = "", keep_next: bool = False) -> Element:
    """A paragraph in a style; `keep_next` keeps it on the page of what follows."""
    properties = element("pPr", element("pStyle", val=style))
    if keep_next:
        properties.append(element("keepNext"))
    if align:
        properties.append(element("jc", val=align))
    return element("p", properties, *children)


def run(text: str, style: str = "") -> Element:
    """Text as typed: never a field, never two lines; `style` is a character style."""
    words = element("t")
    words.text = plain(text)
    words.set(_SPACE, "preserve")
    properties = (element("rPr", element("rStyle", val=style)),) if style else ()
    return element("r", *properties, words)


def field(instruction: str, shown: str, style: str = "") -> Element:
    """A field of our own, with what it shows until Word counts anew."""
    return element("fldSimple", run(shown, style), instr=f" {instruction} ")


class Bookmarks:
    """Bookmarks `rg_1`, `rg_2`, ... in the order in which they are asked for."""

    def __init__(self) -> None:
        self._numbers: Iterator[int] = count(1)

    def around(self, *runs: Element) -> Iterable[Element]:
        """The runs between the start and the end of the next bookmark."""
        number = next(self._numbers)
        start = element("bookmarkStart", id=str(number), name=f"{BOOKMARK}{number}")
        return (start, *runs, element("bookmarkEnd", id=str(number)))
