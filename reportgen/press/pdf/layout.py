"""What the laid-out pages know and the PDF does not say: link texts, what runs on over a page, what is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

# The role WeasyPrint gives to an element that may run on over a page; the ones not named here are left as they are.
ROLES = {
    "article": "Art",
    "aside": "NonStruct",
    "blockquote": "BlockQuote",
    "div": "Div",
    "main": "Part",
    "nav": "NonStruct",
    "ol": "L",
    "p": "P",
    "section": "Sect",
    "table": "Table",
    "ul": "L",
}
INNERMOST = frozenset({"L", "P", "Table"})
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Link:
    """One link annotation: the number of its `<a>` in the document, and the words it stands on."""

    element: int
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its link annotations in order, and the roles of what runs on from the page before, outermost first."""

    links: tuple[Link, ...]
    continued: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages, every piece of text on them, and every list of font families these are set in."""

    sheets: tuple[Sheet, ...]
    texts: tuple[str, ...]
    families: tuple[tuple[str, ...], ...]


def read_layout(pages: Sequence[Any]) -> Layout:
    """Give what WeasyPrint's `pages` know."""
    page_boxes = [tuple(boxes(page._page_box)) for page in pages]  # noqa: SLF001 - the engine offers no other way
    shown = [box for page in page_boxes for box in page if _is_text(box)]
    elements = [{id(box.element) for box in page if box.element is not None} for page in page_boxes]
    runs = ((), *(_runs_on(page[0], before) for before, page in zip(elements, page_boxes[1:], strict=False)))
    numbers: dict[int, int] = {}
    links = (tuple(_links(page, numbers)) for page in pages)
    return Layout(
        sheets=tuple(Sheet(link, run) for link, run in zip(links, runs, strict=True)),
        texts=tuple(box.text for box in shown),
        families=tuple(dict.fromkeys(tuple(box.style["font_family"]) for box in shown)),
    )


def page_faults(root: Any, pages: Sequence[Any]) -> tuple[str, ...]:  # noqa: ANN401 - an element of an untyped library
    """Give what no accessible document may have: one sentence a fault, of the HTML `root` and its laid-out `pages`."""
    return (*_title_faults(root), *_heading_faults(root), *_link_faults(pages), *_fixed_faults(pages))


def declare_row_headers(root: Any) -> None:  # noqa: ANN401 - an element of an untyped library
    """Say of each header cell that shares its row with data that it heads the row; else it counts as a column's."""
    for row in root.iter("tr"):
        if row.find("td") is not None:
            for header in row.iterfind("th"):
                header.set("scope", header.get("scope", "row"))


def unwrap_values(root: Any) -> None:  # noqa: ANN401  the engine's
    """Let the words of each `<data>` be words of their paragraph; an interval stays an element, which never breaks.

    WeasyPrint breaks a line a word too early before an inline element that no longer fits, and each takes its time.
    """
    for parent in tuple(root.iter()):
        before = None
        for child in tuple(parent):
            if child.tag != "data" or len(child) or "/" in child.get("value", ""):
                before = child
                continue
            words = (child.text or "") + (child.tail or "")
            if before is None:
                parent.text = (parent.text or "") + words
            else:
                before.tail = (before.tail or "") + words
            parent.remove(child)


def boxes(box: Any) -> Iterator[Any]:  # noqa: ANN401  the engine's
    """A box and all that lies in it, outermost first."""
    waiting = [box]
    while waiting:
        box = waiting.pop()
        box = getattr(box, "_box", box)  # an absolutely placed box stands behind a placeholder
        yield box
        waiting += reversed(getattr(box, "children", ()))


def _is_text(box: Any) -> bool:  # noqa: ANN401  the engine's
    return isinstance(getattr(box, "text", None), str)


def _links(page: Any, numbers: dict[int, int]) -> Iterator[Link]:  # noqa: ANN401  the engine's
    for kind, _, _, box in page.links:
        if kind in {"internal", "external"}:
            number = numbers.setdefault(id(box.element), len(numbers))
            yield Link(number, _words(box.element))


def _words(element: Any) -> str:  # noqa: ANN401  the engine's
    return " ".join("".join(element.itertext()).split())


def _runs_on(box: Any, before: set[int]) -> tuple[str, ...]:  # noqa: ANN401  the engine's
    """The roles of the elements that hold both the end of the page before and the beginning of this one."""
    for child in getattr(box, "children", ()):
        inner = getattr(child, "_box", child)
        if inner.element is None or id(inner.element) not in before or "MarginBox" in type(inner).__name__:
            continue
        if inner.element_tag in {"html", "body"} or inner.element is box.element:
            return _runs_on(inner, before)
        role = ROLES.get(inner.element_tag)
        if role is None:
            return ()
        return (role,) if role in INNERMOST else (role, *_runs_on(inner, before))
    return ()


def _title_faults(root: Any) -> Iterator[str]:  # noqa: ANN401  the engine's
    title = root.find("head/title")
    if title is None or not _words(title):
        yield "the page has no <title>; give it one, it names the document"
    if not root.get("lang"):
        yield "the page has no language; write <html lang=…>"


def _heading_faults(root: Any) -> Iterator[str]:  # noqa: ANN401  the engine's
    found = [element for element in root.iter() if element.tag in HEADINGS]
    levels = [0, *(HEADINGS.index(element.tag) + 1 for element in found)]
    for element, (above, level) in zip(found, pairwise(levels), strict=True):
        if level > above + 1:
            yield f"the heading “{_words(element)}” is an h{level} where an h{above + 1} is due"
    if levels.count(1) > 1:
        yield "there is more than one h1; keep one"


def _link_faults(pages: Sequence[Any]) -> Iterator[str]:
    for kind, target, _, box in (link for page in pages for link in page.links):
        if kind == "external" and not target.lower().startswith(("https://", "mailto:")):
            yield f"the link to “{target}” is neither https: nor mailto:"
        if kind == "attachment":
            yield f"the link to “{target}” would attach a file"
        if not _words(box.element):
            yield f"the link to “{target}” has no words"


def _fixed_faults(pages: Sequence[Any]) -> Iterator[str]:
    fixed = (box for page in pages for box in boxes(page._page_box) if box.style["position"] == "fixed")  # noqa: SLF001  the engine gives no other way
    if box := next(fixed, None):
        yield f"“{_words(box.element)[:40]}” is fixed and would be read aloud on every page; put it into a margin box"
