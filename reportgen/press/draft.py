"""A document put into words: its text, its pages as HTML, the charts they show, and the digest of all three."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace

from reportgen.model.documents import Document
from reportgen.model.figures import AnyChart
from reportgen.model.packs import AnnexFile
from reportgen.model.records import PrintedValue
from reportgen.press.annex_files import annex_of
from reportgen.press.annex_pages import annex_scene, annex_sections
from reportgen.press.blocks import page_blocks
from reportgen.press.desk import Desk
from reportgen.press.figures import Album
from reportgen.press.inert import inert
from reportgen.press.pages import lay_out
from reportgen.press.pdf.press import Attached
from reportgen.press.prose.scene import set_scene
from reportgen.press.prose.text import Prose, Section, compose
from reportgen.press.workshop import Workshop, read_bytes, read_letter_text

NUMBERS = "numbers.csv"


@dataclass(frozen=True, slots=True)
class Draft:
    """A document put into words: its text, its pages as HTML, and the charts they show."""

    prose: Prose
    html: str
    charts: Mapping[str, AnyChart]


def put_into_words(document: Document, workshop: Workshop, sections: tuple[Section, ...]) -> Draft:
    """The document's words and figures; `sections` are listed where its text asks for its contents."""
    words = workshop.words_in(document.language)
    scene = set_scene(document, words)
    figures = Album(document, words, scene, workshop.titles_of(document))
    desk = Desk(workshop.pages, document, scene, words, figures, sections)
    charts: Mapping[str, AnyChart] = {}
    if isinstance(document, AnnexFile):
        annex = annex_of(document, workshop)
        scene |= annex_scene(annex, words)
        desk = replace(desk, sections=annex_sections(annex, words), annex=annex)
        charts = {figure.code: figure.chart for figure in annex.figures}
    prose = compose(read_letter_text(document, workshop), scene, page_blocks(desk))
    html = lay_out(workshop.pages, document, prose, words)
    return Draft(prose, html, {**charts, **{code: figure.chart for code, figure in figures.shown.items()}})


def words_of(draft: Draft, document: Document, workshop: Workshop) -> str:
    """The digest of everything in which the document's pages can differ, templates' styles and engines apart.

    A text that asks for its contents is put into words twice: a change of the contents shows only then.
    """
    htmls = [draft.html]
    if read_letter_text(document, workshop).mentions.calls_any("contents"):
        htmls.append(put_into_words(document, workshop, draft.prose.sections).html)
    attached = numbers(draft.prose.printed, workshop.words_in(document.language))
    charts = sorted(draft.charts.items())
    return _digest((htmls, charts, attached, document.edition.date, document.publisher.accent))


def words_of_file(document: AnnexFile, workshop: Workshop) -> str:
    """The digest of everything in which a file without pages can differ: its annex, or the one figure it shows."""
    annex = annex_of(document, workshop)
    shown = next((figure for figure in annex.figures if figure.code == document.figure), annex)
    form = read_bytes(workshop.templates, document.form) if document.form else b""
    words = sorted(workshop.words_in(document.language).items())
    return _digest((shown, words, form, document.publisher, document.edition, document.path))


def _digest(parts: Iterable[object]) -> str:
    """Values and tuples of values say in `repr` all that they hold."""
    found = hashlib.sha256()
    for part in parts:
        found.update(repr(part).encode())
    return found.hexdigest()


def numbers(values: tuple[PrintedValue, ...], words: Mapping[str, str]) -> Attached:
    """Every printed value with its receipt; the mark at the front lets spreadsheet programs see that it is UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    names = [field.name for field in fields(PrintedValue)]
    writer.writerow("indicator" if name == "code" else name for name in names)
    for value in values:
        cells = (getattr(value, name) for name in names)
        writer.writerow(inert(cell) if isinstance(cell, str) else cell for cell in cells)
    return Attached(NUMBERS, words["numbers_description"], out.getvalue().encode("utf-8-sig"), "text/csv")
