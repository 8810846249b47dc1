"""Page templates + CSS -> one HTML document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from reportgen.errors import TemplateError
from reportgen.model.documents import Document
from reportgen.press import wording
from reportgen.press.prose.sandbox import TEMPLATE_FAULTS, sentence
from reportgen.press.prose.text import Prose


@dataclass(frozen=True, slots=True)
class Pages:
    """The page templates of a project, and the fixed words in each language asked for so far."""

    environment: ImmutableSandboxedEnvironment

    def fill(self, name: str, context: Mapping[str, object]) -> Markup:
        """One template filled; TemplateError with file and line where it can't be."""
        try:
            return Markup(self.environment.get_template(name).render(context))  # noqa: S704  autoescape is on
        except (*TEMPLATE_FAULTS, OSError) as error:
            raise sentence(error, f"templates/{name}", context) from error

    def read_all(self, folder: str) -> None:
        """Read the page of a kind of document and every block; TemplateError for the first that can't be."""
        blocks = (name for name in self.environment.list_templates() if name.startswith("blocks/"))
        names = (f"{folder}/{folder}.html", *blocks)
        for name in names:
            try:
                self.environment.get_template(name)
            except TemplateNotFound as error:
                raise TemplateError(f"templates/{name}: there is no such template; take it from the example") from error
            except (*TEMPLATE_FAULTS, OSError) as error:
                raise sentence(error, f"templates/{name}", {}) from error


def open_pages(templates: Path) -> Pages:
    """The page templates below `templates`; nothing outside that folder can be included."""
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(templates), undefined=StrictUndefined, autoescape=True, trim_blocks=True
    )
    for name in ("safe", "tojson", "urlize", "xmlattr"):
        environment.filters.pop(name)
    environment.globals.clear()  # a page lays out what it is given; range() and its like only make loops without end
    return Pages(environment)


def lay_out(pages: Pages, document: Document, prose: Prose, words: Mapping[str, str]) -> str:
    """The whole HTML document; its style sheets are the press's own."""
    language, publisher = document.language, document.publisher
    date = wording.date(document.edition.date, language)
    date_line = words["date_line"].format(place=publisher.place.read(language), date=date)
    data_date = wording.date(document.edition.data_date, language)
    context: dict[str, object] = {
        "language": language,
        "title": prose.title,
        "description": f"{prose.title}: {wording.place(document.recipient.place, language)}",
        "publisher": publisher,
        "edition": document.edition,
        "date_line": date_line,
        "data_line": words["data_as_of"].format(date=data_date),
        "recipient": {
            "name": wording.place(document.recipient.place, language),
            "address": document.recipient.address,
            "email": document.recipient.email,
        },
        "address_window": document.address_window,
        "body": prose.html,
        "notice": publisher.notice.read(language),
        "words": words,
    }
    return str(pages.fill(f"{document.template}/{document.template}.html", context))
