"""Markdown + sandboxed Jinja -> HTML in which every number carries its receipt.

The text is proof-read, then run in the sandbox, then set as Markdown. What an expression gives is put in only after
that, in the place of a mark that means nothing to Markdown: so text from a cell can become neither markup nor code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from reportgen.errors import TemplateError
from reportgen.press.prose.filters import Filters
from reportgen.press.prose.ledger import MARK, Ledger, open_template, read_aloud, refuse_private, run
from reportgen.press.prose.markdown import markdown
from reportgen.press.prose.mentions import Mentions
from reportgen.press.prose.proof import refuse_typed_number
from reportgen.press.prose.sandbox import TEMPLATE_FAULTS, sentence
from reportgen.press.prose.values import Shown

if TYPE_CHECKING:
    from jinja2 import Template

    from reportgen.model.records import PrintedValue
    from reportgen.model.spec import Rounding


@dataclass(frozen=True, slots=True)
class Section:
    """A section that the text itself opens: the words of its h2, and its anchor."""

    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A text that is set: its HTML, its title (the h1's words), every value it prints, and its sections, in order."""

    html: Markup
    title: str
    printed: tuple[PrintedValue, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A letter's text in one language, read and proof-read."""

    path: str
    template: Template
    filters: Filters
    mentions: Mentions


def read_text(source: str, path: str, language: str, rounding: Rounding) -> Text:
    """The text of `source` made ready to run; `path` is its name in messages.

    TemplateError, with file and line, for a mistake of syntax, a word the sandbox refuses or a number typed by hand.
    """
    filters = Filters(language, rounding)
    try:
        refuse_private(source)
        opened = open_template(source, path, filters)
    except TEMPLATE_FAULTS as error:
        raise sentence(error, path, {}) from error
    if opened.typed:
        raise TemplateError("\n".join(str(sentence(error, path, {})) for error in opened.typed))
    return Text(path, opened.template, filters, opened.mentions)


def compose(text: Text, scene: Mapping[str, object], blocks: Mapping[str, Block]) -> Prose:
    """The text run over the values of one document; TemplateError with file and line where it can't be."""
    ledger = Ledger(text.filters)
    try:
        html = markdown().render(run(text.template, {**scene, **blocks}, ledger))
        refuse_typed_number(read_aloud(html, ledger), text.filters.language)
    except TEMPLATE_FAULTS as error:
        raise sentence(error, text.path, scene) from error
    html, sections = _open_sections(_fill(html, ledger, text.path))
    title = re.search(r"<h1>(.*?)</h1>", html, re.DOTALL)
    if not title or html.count("<h1>") != 1:
        raise TemplateError(f"{text.path}: a letter has one subject; begin exactly one line with '# '")
    printed = tuple(value for piece in ledger.pieces for value in piece.printed)
    return Prose(Markup(html), Markup(title[1]).striptags(), tuple(dict.fromkeys(printed)), sections)  # noqa: S704  built of escaped pieces


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the page that the text places by calling it: `{{ key_figures() }}`."""

    make: Callable[..., Shown]
    is_block: bool = True

    def __call__(self, *names: str) -> Shown:
        return self.make(*names)


def _open_sections(html: str) -> tuple[str, tuple[Section, ...]]:
    """The text with an anchor on each h2, and what they are called; a contents block may point to them."""
    sections: list[Section] = []

    def anchor(found: re.Match[str]) -> str:
        name = f"section-{len(sections) + 1}"
        sections.append(Section(Markup(found[1]).striptags(), name))  # noqa: S704  built of escaped pieces
        return f'<h2 id="{name}">{found[1]}</h2>'

    return re.sub(r"<h2>(.*?)</h2>", anchor, html, flags=re.DOTALL), tuple(sections)


def _fill(html: str, ledger: Ledger, path: str) -> str:
    """The pieces in the place of their marks, all at once: what a piece says is never looked at again."""

    def fill(found: re.Match[str]) -> str:
        piece = ledger.piece(found)
        if found["alone"] and not piece.block:
            return f"<p>{piece.html}</p>"
        if piece.block and not found["alone"]:
            raise TemplateError(f"{path}: a figure or block stands in the middle of a line; give it a line of its own")
        return str(piece.html)

    return MARK.sub(fill, html)
