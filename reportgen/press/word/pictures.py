"""A chart as a picture in the text, with its words for those who do not see it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from reportgen.model.annexes import Standing
from reportgen.press.word.elements import element, paragraph
from reportgen.press.word.letters import plain

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element as Element

# English Metric Units (ECMA-376 part 1, 20.1.10.16).
_PER_MM, _PER_TWENTIETH = 36_000, 635


def picture(document: Document, figure: Standing, png: bytes, room: int) -> Element:
    """The picture at the chart's own width, less where the page is narrower; its alt text is the chart's."""
    width = min(int(figure.chart.width_mm * _PER_MM), room * _PER_TWENTIETH)
    inline = document.part.new_pic_inline(BytesIO(png), width=width)
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")  # left unsaid, LibreOffice sets it in by 3 mm
    said = inline.docPr
    # Ids are the figures' numbers: python-docx would count those in the text so far.
    said.set("id", str(figure.number))
    said.set("name", f"{figure.name}.png")
    said.set("descr", plain(figure.chart.alt))
    said.set("title", plain(figure.title))
    drawing = element("drawing")
    drawing.append(inline)
    return paragraph("Picture", element("r", drawing), keep_next=True)
