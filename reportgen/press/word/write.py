"""`figures.docx`: the annex as native Word content, which a person copies into a form of the funder's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from reportgen.model.annexes import Annex, Definition, Grid, Standing
from reportgen.press import wording
from reportgen.press.word.archive import pack, unpack
from reportgen.press.word.blank import Properties, blank
from reportgen.press.word.captions import Captions
from reportgen.press.word.elements import Bookmarks, paragraph, run
from reportgen.press.word.evidence import evidence_grids
from reportgen.press.word.order import Placed, placed
from reportgen.press.word.pages import Pages
from reportgen.press.word.pictures import picture
from reportgen.press.word.tables import table

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# A table of more columns lies across the page.
_UPRIGHT_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the pages of one file are written with."""

    annex: Annex
    words: Mapping[str, str]
    pictures: Mapping[int, bytes]
    pages: Pages
    captions: Captions
    bookmarks: Bookmarks


def write_word(annex: Annex, pictures: Mapping[int, bytes], words: Mapping[str, str], accent: str) -> bytes:
    """The annex as .docx, the same bytes every time; `word_values` are the values in it, in the order of its bookmarks.

    `pictures` holds a PNG for the number of every figure, `words` the fixed words of the annex's language, `accent`
    the publisher's colour (#RRGGBB).
    """
    from docx import Document

    properties = Properties(annex.title, annex.publisher, annex.description, annex.language, annex.issued, accent)
    document = Document(BytesIO(blank(properties)))
    pages = Pages(document)
    desk = _Desk(annex, words, pictures, pages, Captions(words), Bookmarks())
    _open(desk)
    for part in placed(annex):
        _chapter(desk, part)
    _evidence(desk)
    pages.finish(f"{annex.title} · {annex.publisher}", annex.publisher, words)
    written = BytesIO()
    document.save(written)
    return pack(unpack(written.getvalue()))


def _open(desk: _Desk) -> None:
    """The title, who says it to whom and when, and the results of every objective."""
    annex, words = desk.annex, desk.words
    desk.pages.turn(lying=_lies(annex.results))
    issued = wording.date(annex.issued, annex.language)
    as_of = words["data_as_of"].replace("{date}", wording.date(annex.data_date, annex.language))
    desk.pages.add(
        paragraph("Title", run(annex.title)),
        paragraph("Subtitle", run(annex.description)),
        paragraph("Normal", run(f"{annex.publisher} · {annex.funder} · {issued}")),
        paragraph("Source", run(f"{as_of} · {words['licence']}: {annex.licence}")),
        paragraph("Heading1", run(annex.results.title)),
    )
    _grid(desk, annex.results)


def _chapter(desk: _Desk, part: Placed) -> None:
    chapter = part.chapter
    if part.figures or any(map(_lies, chapter.grids)):
        desk.pages.turn(lying=any(map(_lies, chapter.grids)))
    desk.pages.add(paragraph("Heading1", run(chapter.title)))
    if chapter.note:
        desk.pages.add(paragraph("Normal", run(chapter.note)))
    for grid in chapter.grids:
        _grid(desk, grid)
    for figure in part.earlier:
        desk.pages.add(paragraph("Normal", run(f"→ {desk.captions.name(figure.number)}. {figure.title}")))
    for figure in part.figures:
        _figure(desk, figure)


def _figure(desk: _Desk, figure: Standing) -> None:
    """A figure that stands alone: what it finds, the chart, its data, how it was counted and where it comes from."""
    desk.pages.turn(lying=_lies(figure.grid))
    desk.pages.add(
        paragraph("Heading2", run(figure.title)),
        desk.captions.figure(figure.number, figure.caption),
        picture(desk.pages.document, figure, desk.pictures[figure.number], desk.pages.room),
    )
    if figure.note and figure.note != figure.grid.note:
        desk.pages.add(paragraph("Source", run(figure.note), keep_next=True))
    _grid(desk, figure.grid)
    desk.pages.add(*(paragraph("Source", *_counted(one)) for one in figure.definitions))
    desk.pages.add(paragraph("Source", run(figure.source)))


def _counted(one: Definition) -> tuple[Element, ...]:
    """The indicator and its definition; in brackets its unit, period and selection."""
    limits = "; ".join(filter(None, (one.unit, one.period, one.filter)))
    return (run(f"{one.title}. ", "Strong"), run(f"{one.definition} ({limits})" if limits else one.definition))


def _evidence(desk: _Desk) -> None:
    grids = evidence_grids(desk.annex, desk.words)
    desk.pages.turn(lying=any(map(_lies, grids)))
    desk.pages.add(paragraph("Heading1", run(desk.words["evidence"])))
    for grid in grids:
        _grid(desk, grid)


def _grid(desk: _Desk, grid: Grid) -> None:
    desk.pages.add(desk.captions.table(grid.title), table(grid, desk.pages.room, desk.bookmarks))
    if grid.note:
        desk.pages.add(paragraph("Source", run(grid.note)))


def _lies(grid: Grid) -> bool:
    return len(grid.headings) > _UPRIGHT_COLUMNS
