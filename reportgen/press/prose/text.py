"""Markdown + sandboxed Jinja -> HTML in which every number carries its receipt.

The text is proof-read, then run in the sandbox, then set as Markdown. What an expression gives is put in only after
that, in the place of a mark that means nothing to Markdown: so text from a cell can become neither markup nor code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from jinja2 import StrictUndefined, pass_context
from jinja2.runtime import Context  # noqa: TC002  pass_context reads the signature
from markupsafe import Markup

from reportgen.errors import TemplateError
from reportgen.press.prose.filters import Filters
from reportgen.press.prose.markdown import MARK as OPEN
from reportgen.press.prose.markdown import markdown
from reportgen.press.prose.proof import refuse_typed_number, typed_numbers
from reportgen.press.prose.sandbox import TEMPLATE_FAULTS, LetterEnvironment, refuse_other_words, sentence
from reportgen.press.prose.values import Shown

if TYPE_CHECKING:
    from jinja2 import Template

    from reportgen.model.records import PrintedValue
    from reportgen.model.spec import Rounding

CLOSE = "\ue001"
MARK = re.compile(f"<p>{OPEN}(?P<alone>\\d+){CLOSE}</p>|{OPEN}(?P<inline>\\d+){CLOSE}")
TAG = re.compile(r"<[^>]*>")
INLINE_TAGS = {"em", "strong"}
LONGEST_TEXT, LONGEST_RUN = 60_000, 400_000
LEDGER = "\x00ledger"  # no template can spell this name


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


@dataclass(slots=True)
class Ledger:
    """The pieces that wait for their place while a text is run."""

    filters: Filters
    pieces: list[Shown] = field(default_factory=list)

    def note(self, value: object) -> str:
        """A mark for the value; the value itself comes in when the Markdown is set."""
        self.pieces.append(self.filters.show(value))
        return f"{OPEN}{len(self.pieces) - 1}{CLOSE}"


@dataclass(frozen=True, slots=True)
class Text:
    """A letter's text in one language, read and proof-read."""

    path: str
    template: Template
    filters: Filters


def read_text(source: str, path: str, language: str, rounding: Rounding) -> Text:
    """The text of `source` made ready to run; `path` is its name in messages.

    TemplateError, with file and line, for a mistake of syntax, a word the sandbox refuses or a number typed by hand.
    """
    filters = Filters(language, rounding)
    environment = _environment(filters)
    if OPEN in source or CLOSE in source:
        raise TemplateError(f"{path}: the text holds a private character (U+E000 or U+E001); delete it")
    if len(source) > LONGEST_TEXT:
        raise TemplateError(f"{path}: the text has {len(source)} characters; a letter has at most {LONGEST_TEXT}")
    try:
        tree = environment.parse(source, filename=path)
        refuse_other_words(tree, environment)
        typed = tuple(typed_numbers(tree, language))
        code = environment.compile(tree, filename=path)
    except TEMPLATE_FAULTS as error:
        raise sentence(error, path, {}) from error
    if typed:
        raise TemplateError("\n".join(str(sentence(error, path, {})) for error in typed))
    return Text(path, environment.template_class.from_code(environment, code, dict(environment.globals)), filters)


def compose(text: Text, scene: Mapping[str, object], blocks: Mapping[str, Block]) -> Prose:
    """The text run over the values of one document; TemplateError with file and line where it can't be."""
    ledger = Ledger(text.filters)
    try:
        html = markdown().render(_run(text, {**scene, **blocks, LEDGER: ledger}))
        refuse_typed_number(_read_aloud(html, ledger), text.filters.language)
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


def _run(text: Text, context: Mapping[str, object]) -> str:
    """What the text gives, piece by piece, up to the largest size."""
    pieces, size = [], 0
    for piece in text.template.generate(context):
        pieces.append(piece)
        size += len(piece)
        if size > LONGEST_RUN:
            raise TemplateError(f"gives more than {LONGEST_RUN} characters; a letter is shorter")
    return "".join(pieces)


def _read_aloud(html: str, ledger: Ledger) -> str:
    """The words of a set text as they will be read, less what values say: those have their receipts."""

    def word(found: re.Match[str]) -> str:
        piece = ledger.pieces[int(found["alone"] or found["inline"])]
        return " " if piece.printed or piece.block else str(piece.html)

    return unescape(TAG.sub(lambda tag: "" if tag[0].strip("</>") in INLINE_TAGS else " ", MARK.sub(word, html)))


def _environment(filters: Filters) -> LetterEnvironment:
    environment = LetterEnvironment(undefined=StrictUndefined, autoescape=True, lstrip_blocks=True, finalize=_finalize)
    environment.filters = dict(filters.by_name())
    environment.tests = dict(filters.tests())
    environment.globals = {}
    return environment


@pass_context
def _finalize(context: Context, value: object) -> object:
    if isinstance(value, StrictUndefined):
        return str(value)  # raises, and so names what is not known
    return context[LEDGER].note(value)


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
        piece = ledger.pieces[int(found["alone"] or found["inline"])]
        if found["alone"] and not piece.block:
            return f"<p>{piece.html}</p>"
        if piece.block and not found["alone"]:
            raise TemplateError(f"{path}: a figure or block stands in the middle of a line; give it a line of its own")
        return str(piece.html)

    return MARK.sub(fill, html)
