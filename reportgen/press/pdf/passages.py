"""What the engine knows of each piece of marked content and does not write: language, list sign, leader, contents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportgen.press.pdf.layout import boxes
from reportgen.press.pdf.structure import Spot

CONTENTS = "doc-toc"  # the role of a <nav> that lists the document's sections (DPUB-ARIA 1.1)


@dataclass(frozen=True, slots=True)
class Passage:
    """One text or picture: its language, the sign of the list around it, and what it belongs to.

    `leads` tells of the dots between a title and its page, `in_contents` of all that stands in a table of contents.
    """

    language: str
    list_style: str
    in_contents: bool
    leads: bool


Passages = Mapping[Spot, Passage]


def note_passages(root: Any, pages: Sequence[Any]) -> list[tuple[Passage, ...]]:  # noqa: ANN401 - an untyped library
    """Give a list that takes the passages of each page, in the order of their numbers, as the page is painted.

    `root` is the HTML that the laid-out `pages` show. The engine forgets which box a piece of marked content was as
    soon as the tree is written, so each page is listened to while it paints.
    """
    in_contents = {id(element) for nav in root.iter("nav") if nav.get("role") == CONTENTS for element in nav.iter()}
    noted: list[tuple[Passage, ...]] = []
    for page in pages:
        _listen(page, in_contents, noted)
    return noted


def _listen(page: Any, in_contents: set[int], noted: list[tuple[Passage, ...]]) -> None:  # noqa: ANN401  the engine's
    paint = page.paint

    def paint_and_note(stream: Any, *rest: object) -> None:  # noqa: ANN401  the engine's
        paint(stream, *rest)
        leaders = {id(child) for box in boxes(page._page_box) if box.is_leader for child in box.children}  # noqa: SLF001  the engine gives no other way
        # A dictionary keeps its order, and the engine numbers as it goes.
        noted.append(tuple(_passage(box, in_contents, leaders) for box in stream._tags))  # noqa: SLF001  the engine gives no other way

    page.paint = paint_and_note


def _passage(box: Any, in_contents: set[int], leaders: set[int]) -> Passage:  # noqa: ANN401  the engine's
    style = box.style["list_style_type"]
    return Passage(
        language=box.style["lang"] or "",
        list_style=style if isinstance(style, str) else "",
        in_contents=id(box.element) in in_contents,
        leads=id(box) in leaders,
    )
