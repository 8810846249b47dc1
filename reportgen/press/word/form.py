"""The funder's own form, filled in: Word with names in braces, run in the sandbox of the letters."""

from __future__ import annotations

import re
import traceback
from dataclasses import dataclass
from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from jinja2 import StrictUndefined, TemplateSyntaxError
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.nodes import Node
from jinja2.runtime import LoopContext

from reportgen.errors import TemplateError
from reportgen.model.annexes import Annex
from reportgen.model.records import PrintedValue
from reportgen.press.prose.sandbox import TEMPLATE_FAULTS, LetterEnvironment, reason, refuse_other_words
from reportgen.press.prose.values import Rows, View
from reportgen.press.word.archive import pack, unpack
from reportgen.press.word.elements import Bookmarks
from reportgen.press.word.form_file import open_form
from reportgen.press.word.form_scene import OPEN, Sayings, scene
from reportgen.press.word.form_values import Values, put_in
from reportgen.press.word.letters import plain
from reportgen.press.word.styles import locale

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docx.opc.coreprops import CoreProperties
    from jinja2 import Template

_BODY = "word/document.xml"
_TAG = re.compile(r"<[^>]*>")
_WORDS_SHOWN = 60
_TORN = "an if or a loop begins in one paragraph, row or cell and ends in another; begin and end it in the same kind"
_LONGEST_PROPERTY = 255  # python-docx takes no more
_LOOP = frozenset({"first", "last", "index"})


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that is filled in: value n stands in the bookmark `rg_<n>`, counted from one."""

    content: bytes
    values: tuple[PrintedValue, ...]


def fill_form(form: bytes, annex: Annex, file: str) -> Filled:
    """The form with the annex's values in it, the same bytes every time; `file` is its name in messages.

    TemplateError for what is no plain Word file, reaches outside itself, or names what the annex does not have.
    """
    open_form(form, file)
    sayings, names = Sayings(), scene(annex)
    environment = FormEnvironment(sayings)
    try:
        return _put_in(_run(form, environment, names, annex), Values(sayings.said, locale(annex.language)))
    except TEMPLATE_FAULTS as error:
        raise TemplateError(f"{file}{environment.place(error)}: {reason(error, names)}") from error


class FormEnvironment(LetterEnvironment):
    """The sandbox of the letters, for a form's XML: no filters, no tests, a loop may ask where it is."""

    def __init__(self, sayings: Sayings) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True, finalize=_speak(sayings))
        self.filters, self.tests, self.globals = {}, {}, {}
        self._source = ""

    def from_string(self, source: str, *_rest: object) -> Template:  # type: ignore[override]  # docxtpl gives no more
        """The text of one part of the form, if it says only what may be said."""
        self._source = source
        refuse_other_words(self.parse(source).find_all(Node), self)
        return super().from_string(source)

    def getattr(self, obj: object, attribute: str) -> object:
        """As in a letter, and `loop.first`, `loop.last`, `loop.index`."""
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def place(self, error: Exception) -> str:
        """The words of the paragraph where the form went wrong: docxtpl begins a line with each paragraph."""
        number = error.lineno if isinstance(error, TemplateSyntaxError) else _line(error)
        lines = self._source.splitlines()
        words = _TAG.sub("", lines[number - 1]).strip() if number and number <= len(lines) else ""
        return f", at \u201c{words[:_WORDS_SHOWN]}\u201d" if words else ""


def _speak(sayings: Sayings) -> Callable[[object], object]:
    def finalize(value: object) -> object:
        if isinstance(value, StrictUndefined):
            return str(value)  # raises, and so names what is not known
        if isinstance(value, View | Rows):
            known = value.values if isinstance(value, View) else ()
            message = f"{value.name} is more than one value; name one of: {', '.join(known) or 'its rows, in a loop'}"
            raise JinjaError(message)
        return sayings.note(value)

    return finalize


def _run(form: bytes, environment: FormEnvironment, names: Mapping[str, object], annex: Annex) -> Mapping[str, bytes]:
    """The parts of the form after its braces were read, with a mark in the place of each value."""
    from docx.opc.exceptions import PackageNotFoundError
    from docxtpl import DocxTemplate
    from lxml import etree

    template = DocxTemplate(BytesIO(form))
    try:
        template.render_init()
    except (KeyError, PackageNotFoundError) as error:
        raise TemplateError(f"lacks a part of its own ({error}); open it in Word and save it again") from error
    try:
        # docxtpl mends XML that an if or a loop has torn, and so loses text without a word: look before it does.
        etree.fromstring(template.build_xml(names, environment))
        template.render(names, environment)
    except etree.XMLSyntaxError as error:
        raise TemplateError(f"{_TORN} ({error})") from error
    _sign(template.docx.core_properties, annex)
    written = BytesIO()
    template.save(written)
    return unpack(written.getvalue())


def _sign(properties: CoreProperties, annex: Annex) -> None:
    """Who filled in the form, when and in which language; its title and author are as the form has them."""
    properties.language = locale(annex.language)
    properties.last_modified_by = plain(annex.publisher)[:_LONGEST_PROPERTY]
    properties.modified = datetime.combine(annex.issued, time(), UTC)


def _put_in(parts: Mapping[str, bytes], given: Values) -> Filled:
    """The body's values in bookmarks; those of running lines, notes and properties as text alone."""
    filled, bookmarks = dict(parts), Bookmarks()
    values: tuple[PrintedValue, ...] = ()
    for name, part in parts.items():
        if OPEN.encode() in part and name.endswith(".xml"):
            in_body = name == _BODY
            filled[name], said = put_in(part, given, bookmarks if in_body else None)
            values += tuple(one.printed for one in said if one.printed)
    return Filled(pack(filled), values)


def _line(error: Exception) -> int | None:
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"]
    return frames[-1].lineno if frames else None
