"""One document, start to end; what a worker runs."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, field, fields
from pathlib import Path

from reportgen.errors import TemplateError
from reportgen.model.documents import Document, Figure
from reportgen.model.figures import AnyChart
from reportgen.model.records import Failed, Printed, PrintedValue
from reportgen.press.blocks import Desk, page_blocks
from reportgen.press.figures import Composed, compose_figure
from reportgen.press.pages import Pages, lay_out, open_pages
from reportgen.press.pdf.press import Attached, Press, Typeset, TypesettingError
from reportgen.press.prose.scene import set_scene
from reportgen.press.prose.text import Prose, Section, Text, compose, read_text
from reportgen.press.words import read_words

STYLES = ("house.css",)
NUMBERS = "numbers.csv"
MOST_WITHOUT_CONTENTS = 4  # pages
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


@dataclass(slots=True)
class Workshop:
    """What all documents of one process share: the press, the page templates, what was read and drawn so far."""

    templates: Path
    press: Press
    pages: Pages
    texts: dict[tuple[str, str], Text] = field(default_factory=dict)
    pictures: dict[Figure | AnyChart, bytes] = field(default_factory=dict)
    words: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def words_in(self, language: str) -> Mapping[str, str]:
        """The fixed words of the pages in one language, read once; TemplateError as `read_words`."""
        if language not in self.words:
            self.words[language] = read_words(self.templates, language)
        return self.words[language]


def open_workshop(templates: Path, kinds: Iterable[str]) -> Workshop:
    """Fonts loaded and styles parsed, once for all documents; `kinds` are the template folders in use."""
    folders = sorted(kinds)
    pages = open_pages(templates)
    for folder in folders:
        pages.read_all(folder)
    return Workshop(templates, Press(templates, (*STYLES, *(f"{kind}/{kind}.css" for kind in folders))), pages)


def render(document: Document, workshop: Workshop) -> Printed | Failed:
    """The document as a PDF with its receipts attached, or the reason why it could not be made."""
    try:
        return _render(document, workshop)
    except TemplateError as error:
        return _failed(document, str(error), in_template=True)
    except TypesettingError as error:
        return _failed(document, str(error), in_template=False)


def _failed(document: Document, reason: str, *, in_template: bool) -> Failed:
    return Failed(document.id, document.path, document.language, document.recipient.id, reason, in_template)


def read_letter_text(document: Document, workshop: Workshop) -> Text:
    """The text of a document's kind and language, read once; TemplateError when there is none or it has a mistake."""
    key = (document.template, document.language)
    if key not in workshop.texts:
        name = f"{document.template}/{document.template}.{document.language}.md"
        source = _read_source(workshop.templates, name)
        workshop.texts[key] = read_text(source, f"templates/{name}", document.language, document.rounding)
        workshop.words_in(document.language)
    return workshop.texts[key]


def _read_source(templates: Path, name: str) -> str:
    """A text file below the templates; what lies elsewhere is not followed."""
    path = (templates / name).resolve()
    if not path.is_relative_to(templates.resolve()):
        raise TemplateError(f"templates/{name}: leads out of the project's templates; put the text itself there")
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise TemplateError(
            f"templates/{name}: there is no such text; write it, or change the letter's language"
        ) from error
    except UnicodeDecodeError as error:
        raise TemplateError(f"templates/{name}: {error}; save the text as UTF-8") from error
    except OSError as error:
        raise TemplateError(f"templates/{name}: {error.strerror}; see that it is a file that can be read") from error


@dataclass(frozen=True, slots=True)
class Draft:
    """A document put into words: its text, its pages as HTML, and the figures they show."""

    prose: Prose
    html: str
    figures: Mapping[str, Composed]


def _render(document: Document, workshop: Workshop) -> Printed:
    draft = _put_into_words(document, workshop, ())
    typeset = _typeset(draft, document, workshop)
    if typeset.pages > MOST_WITHOUT_CONTENTS:
        draft = _put_into_words(document, workshop, draft.prose.sections)
        typeset = _typeset(draft, document, workshop)
    return Printed(
        document.id,
        document.path,
        document.language,
        document.recipient.id,
        typeset.content,
        hashlib.sha256(typeset.content).hexdigest(),
        typeset.pages,
        draft.prose.printed,
    )


def _put_into_words(document: Document, workshop: Workshop, sections: tuple[Section, ...]) -> Draft:
    """The document's words and figures; `sections` are listed where its text asks for its contents."""
    words = workshop.words_in(document.language)
    scene = set_scene(document, words)
    figures = {fact.spec.code: compose_figure(fact, document, words) for fact in document.figures}
    desk = Desk(workshop.pages, document, scene, words, figures, sections)
    prose = compose(read_letter_text(document, workshop), scene, page_blocks(desk))
    html = lay_out(workshop.pages, document, prose, words)
    return Draft(
        prose, html, {code: figure for code, figure in figures.items() if figure and f"figure:{code}.svg" in html}
    )


def _typeset(draft: Draft, document: Document, workshop: Workshop) -> Typeset:
    return workshop.press.typeset(
        draft.html,
        attachments=(_numbers(draft.prose.printed, workshop.words_in(document.language)),),
        created=document.edition.date,
        images={f"{code}.svg": _picture(figure.chart, document, workshop) for code, figure in draft.figures.items()},
    )


def _picture(figure: Figure | AnyChart, document: Document, workshop: Workshop) -> bytes:
    """The figure drawn; documents that share its every word and number share the drawing."""
    from reportgen.press.charts import draw

    if figure not in workshop.pictures:
        workshop.pictures[figure] = draw(figure, workshop.templates, document.publisher.accent)
    return workshop.pictures[figure]


def _numbers(values: tuple[PrintedValue, ...], words: Mapping[str, str]) -> Attached:
    """Every printed value with its receipt; the mark at the front lets spreadsheet programs see that it is UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["indicator" if f.name == "code" else f.name for f in fields(PrintedValue)])
    writer.writerows([_inert(cell) for cell in astuple(value)] for value in values)
    return Attached(NUMBERS, words["numbers_description"], out.getvalue().encode("utf-8-sig"), "text/csv")


def _inert(cell: object) -> object:
    """A cell that no spreadsheet program takes for a formula; numbers stay numbers."""
    live = isinstance(cell, str) and cell[:1] in FORMULA_STARTS and not NUMBER.fullmatch(cell)
    return f"'{cell}" if live else cell
