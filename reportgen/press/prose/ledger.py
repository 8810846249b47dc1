"""A text runs in the sandbox: what it says stays, and what it prints waits in the ledger for its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes, pass_context
from jinja2.runtime import Context  # noqa: TC002  pass_context reads the signature

from reportgen.errors import TemplateError
from reportgen.press.prose.filters import Filters
from reportgen.press.prose.markdown import MARK as OPEN
from reportgen.press.prose.mentions import Mentions, read_mentions
from reportgen.press.prose.proof import typed_numbers
from reportgen.press.prose.sandbox import LetterEnvironment, refuse_other_words
from reportgen.press.prose.values import Shown

if TYPE_CHECKING:
    from jinja2 import Template

CLOSE = "\ue001"
MARK = re.compile(f"<p>{OPEN}(?P<alone>\\d+){CLOSE}</p>|{OPEN}(?P<inline>\\d+){CLOSE}")
TAG = re.compile(r"<[^>]*>")
INLINE_TAGS = {"em", "strong"}
LONGEST_TEXT, LONGEST_RUN = 60_000, 400_000
LEDGER = "\x00ledger"  # no template can spell this name


@dataclass(slots=True)
class Ledger:
    """The pieces that wait for their place while a text is run."""

    filters: Filters
    pieces: list[Shown] = field(default_factory=list)

    def note(self, value: object) -> str:
        """A mark for the value; the value itself comes in when the text is set."""
        self.pieces.append(self.filters.show(value))
        return f"{OPEN}{len(self.pieces) - 1}{CLOSE}"

    def piece(self, found: re.Match[str]) -> Shown:
        """The piece that a mark stands for."""
        return self.pieces[int(found["alone"] or found["inline"])]


def refuse_private(source: str) -> None:
    """Raise TemplateError for a text that holds the ledger's own marks, or is longer than any text."""
    if OPEN in source or CLOSE in source:
        raise TemplateError("the text holds a private character (U+E000 or U+E001); delete it")
    if len(source) > LONGEST_TEXT:
        raise TemplateError(f"the text has {len(source)} characters; a letter has at most {LONGEST_TEXT}")


@dataclass(frozen=True, slots=True)
class Opened:
    """A text made ready to run, all that it names, and each number that it types by hand."""

    template: Template
    mentions: Mentions
    typed: tuple[TemplateSyntaxError, ...]


def open_template(source: str, path: str, filters: Filters) -> Opened:
    """The text made ready to run; `path` is its name in tracebacks.

    TemplateSyntaxError for a mistake of syntax or a word that the sandbox refuses.
    """
    environment = _environment(filters)
    tree = environment.parse(source, filename=path)
    words = tuple(tree.find_all(nodes.Node))  # walked once, since a walk takes longer than any reading of it
    refuse_other_words(words, environment)
    typed = tuple(typed_numbers(words, filters.language))
    code = environment.compile(tree, filename=path)
    template = environment.template_class.from_code(environment, code, dict(environment.globals))
    return Opened(template, read_mentions(words), typed)


def run(template: Template, scene: Mapping[str, object], ledger: Ledger) -> str:
    """What the text gives, with marks for its values; TemplateError beyond the largest size."""
    pieces, size = [], 0
    for piece in template.generate({**scene, LEDGER: ledger}):
        pieces.append(piece)
        size += len(piece)
        if size > LONGEST_RUN:
            raise TemplateError(f"gives more than {LONGEST_RUN} characters; a letter is shorter")
    return "".join(pieces)


def read_aloud(html: str, ledger: Ledger) -> str:
    """The words of a set text as they will be read, less what values say: those have their receipts."""

    def word(found: re.Match[str]) -> str:
        piece = ledger.piece(found)
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
