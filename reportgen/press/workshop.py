"""What all documents of one process share: the press, the page templates, what was read and drawn so far."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import TemplateError
from reportgen.model.annexes import Annex
from reportgen.model.documents import Document
from reportgen.model.figures import AnyChart
from reportgen.model.packs import AnnexFacts
from reportgen.press.figures import Titles, read_titles
from reportgen.press.pages import Pages, open_pages
from reportgen.press.prose.text import Text, read_text
from reportgen.press.words import read_words

if TYPE_CHECKING:
    from reportgen.press.pdf.press import Press

STYLES = ("house.css", "report.css")
ENGINES = ("babel.numbers", "pikepdf", "reportgen.press.charts.brush")
MOST_PICTURES = 100  # that are kept: what reports share is drawn for each of them, and not long before
MISSING_TEXT = "there is no such text; write it, or change the letter's language"
MISSING_FILE = "there is no such file; put it there, or change what the project file asks for"


@dataclass(slots=True)
class Workshop:
    """What all documents of one process share: the press, the page templates, what was read and drawn so far."""

    templates: Path
    styles: tuple[str, ...]
    pages: Pages
    texts: dict[tuple[str, str], Text] = field(default_factory=dict)
    pictures: OrderedDict[AnyChart, bytes] = field(default_factory=OrderedDict)
    words: dict[str, Mapping[str, str]] = field(default_factory=dict)
    titles: dict[tuple[str, frozenset[str]], Titles] = field(default_factory=dict)
    annexes: dict[tuple[AnnexFacts, str], Annex] = field(default_factory=dict)
    drawings: dict[tuple[AnyChart, str], bytes] = field(default_factory=dict)
    opened: list[Press] = field(default_factory=list)

    @property
    def press(self) -> Press:
        """The press, opened when the first document is set: putting one into words needs none."""
        if not self.opened:
            from reportgen.press.pdf.press import Press

            self.opened.append(Press(self.templates, self.styles))
        return self.opened[0]

    def picture(self, figure: AnyChart, draw: Callable[[AnyChart], bytes]) -> bytes:
        """The figure drawn; documents share one whose every word and number is theirs, of those drawn last."""
        if figure not in self.pictures:
            self.pictures[figure] = draw(figure)
            if len(self.pictures) > MOST_PICTURES:
                self.pictures.popitem(last=False)
        self.pictures.move_to_end(figure)
        return self.pictures[figure]

    def words_in(self, language: str) -> Mapping[str, str]:
        """The fixed words of the pages in one language, read once; TemplateError as `read_words`."""
        if language not in self.words:
            self.words[language] = read_words(self.templates, language)
        return self.words[language]

    def titles_of(self, document: Document) -> Titles:
        """What stands beside the figures in the document's language, read once; TemplateError as `read_titles`."""
        figures = {fact.spec.code: fact.spec for fact in document.figures}
        key = (document.language, frozenset(figures))
        if key not in self.titles:
            self.titles[key] = read_titles(figures.values(), document.language, document.rounding)
        return self.titles[key]


Files = tuple[tuple[str, int, int], ...]  # each with its size and the moment of its last change

_ready: list[tuple[Workshop, Files]] = []  # what this process was born with, as a worker


def open_workshop(templates: Path, kinds: Iterable[str]) -> Workshop:
    """What all documents share, with the templates of these folders read; TemplateError where one has a mistake."""
    folders = sorted(kinds)
    styles = (*STYLES, *(f"{kind}/{kind}.css" for kind in folders))
    for workshop, files in _ready:
        if (workshop.templates, workshop.styles) == (templates.resolve(), styles) and files == files_of(templates):
            return workshop
    workshop = open_texts(templates, styles)
    for folder in folders:
        workshop.pages.read_all(folder)
    return workshop


def open_texts(templates: Path, styles: tuple[str, ...] = ()) -> Workshop:
    """For who reads texts and sets no page: no page template is read, and a mistake in one is not found."""
    return Workshop(templates, styles, open_pages(templates))


def files_of(templates: Path) -> Files:
    """The files below the templates as they are now; another answer later says that what was read may be no longer."""
    found = sorted(path for path in templates.resolve().rglob("*") if path.is_file())
    return tuple((str(path), told.st_size, told.st_ctime_ns) for path in found for told in [path.stat()])


def keep_ready(workshop: Workshop, files: Files) -> None:
    """Let this process, and those that are forked from it, open this workshop and no other of the same `files`."""
    _ready[:] = [(workshop, files)]


def warm(workshop: Workshop) -> None:
    """Load the fonts, parse the styles and read the engines now, and not when the first document needs them."""
    for module in ENGINES:
        import_module(module)
    workshop.press  # noqa: B018  opened by being asked for


def read_letter_text(document: Document, workshop: Workshop) -> Text:
    """The text of a document's kind and language, read once with its words and its figures' titles.

    TemplateError when there is none or it has a mistake.
    """
    key = (document.template, document.language)
    if key not in workshop.texts:
        name = f"{document.template}/{document.template}.{document.language}.md"
        source = _read_source(workshop.templates, name)
        workshop.texts[key] = read_text(source, f"templates/{name}", document.language, document.rounding)
        workshop.words_in(document.language)
        workshop.titles_of(document)
    return workshop.texts[key]


def _read_source(templates: Path, name: str) -> str:
    try:
        return read_bytes(templates, name, MISSING_TEXT).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TemplateError(f"templates/{name}: {error}; save the text as UTF-8") from error


def read_bytes(templates: Path, name: str, missing: str = MISSING_FILE) -> bytes:
    """A file below the templates; TemplateError where it lies elsewhere, can't be read, or is `missing`."""
    path = (templates / name).resolve()
    if not path.is_relative_to(templates.resolve()):
        raise TemplateError(f"templates/{name}: leads out of the project's templates; put the file itself there")
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise TemplateError(f"templates/{name}: {missing}") from error
    except OSError as error:
        raise TemplateError(f"templates/{name}: {error.strerror}; see that it is a file that can be read") from error
