"""A line of the project file, such as a figure's title, run over a document's values: plain words, with receipts.

It may say what a letter's text may say, and is proof-read like one; what it gives is no Markdown and no markup.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from reportgen.errors import TemplateError
from reportgen.press.prose.filters import WHITE_SPACE, Filters
from reportgen.press.prose.ledger import MARK, TAG, Ledger, open_template, read_aloud, refuse_private, run
from reportgen.press.prose.mentions import NOTHING, Mentions
from reportgen.press.prose.proof import refuse_typed_number
from reportgen.press.prose.sandbox import TEMPLATE_FAULTS, reason

if TYPE_CHECKING:
    from jinja2 import Template

    from reportgen.model.records import PrintedValue

SPACES = re.compile(r" {2,}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line in one language, read and proof-read; `key` is its name in messages, `template` None for plain words."""

    key: str
    words: str
    template: Template | None
    filters: Filters
    mentions: Mentions = NOTHING


@dataclass(frozen=True, slots=True)
class Said:
    """What a line says in one document, and every value it prints."""

    text: str
    printed: tuple[PrintedValue, ...] = ()


def read_line(source: str, key: str, filters: Filters) -> Line:
    """The line made ready to run; TemplateError, with its key, for what `read_text` refuses in a letter."""
    try:
        refuse_private(source)
        if "{" not in source:  # most lines are plain words, and a template costs a hundred times as much
            refuse_typed_number(source, filters.language)
            return Line(key, source, None, filters)
        opened = open_template(source, key, filters)
    except TEMPLATE_FAULTS as error:
        raise _fault(key, error, {}) from error
    if opened.typed:
        raise _fault(key, opened.typed[0], {})
    return Line(key, source, opened.template, filters, opened.mentions)


def say(line: Line, scene: Mapping[str, object]) -> Said:
    """The line run over the values of one document; TemplateError, with its key, where it can't be."""
    if line.template is None:
        return Said(_joined(line.words))
    ledger = Ledger(line.filters)
    try:
        html = run(line.template, scene, ledger)
        refuse_typed_number(read_aloud(html, ledger), line.filters.language)
    except TEMPLATE_FAULTS as error:
        raise _fault(line.key, error, scene) from error
    filled = MARK.sub(lambda found: unescape(TAG.sub("", str(ledger.piece(found).html))), html)
    printed = tuple(value for piece in ledger.pieces for value in piece.printed)
    return Said(_joined(filled), printed)


def _joined(text: str) -> str:
    """The words of several lines as one."""
    return SPACES.sub(" ", WHITE_SPACE.sub(" ", text)).strip()


def _fault(key: str, error: Exception, scene: Mapping[str, object]) -> TemplateError:
    what = reason(error, scene)
    return TemplateError(f"{key}: {what}" if ";" in what else f"{key}: {what}; mend this text")
