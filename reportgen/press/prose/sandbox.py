"""The one place where templates are run: plain values only, a short list of words, no way out.

A letter's text may say what is on the list below and nothing else: no macros, no loops in loops, no arithmetic, no
method of any object. What is not on the list is refused before a line of it runs; a loop goes over values only, and
both the text and what it gives have a largest size: so no text can take more than a moment, whoever wrote it.
"""

from __future__ import annotations

import linecache
import re
import traceback
from typing import TYPE_CHECKING

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reportgen.errors import TemplateError, nearest
from reportgen.press.prose.values import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LETTER_WORDS: tuple[type[nodes.Node], ...] = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Const,
    nodes.Name,
    nodes.Getattr,
    nodes.Filter,
    nodes.Test,
    nodes.If,
    nodes.For,
    nodes.Assign,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
    nodes.Call,
    nodes.Keyword,
)
UNDEFINED_NAME = re.compile(r"'(?P<name>\w+)' is undefined")


class LetterEnvironment(ImmutableSandboxedEnvironment):
    """Jinja for the letters' texts: attributes are looked up in Views only, filters and tests are ours."""

    def getattr(self, obj: object, attribute: str) -> object:
        """A value of a View; anything else has no attributes here."""
        if isinstance(obj, View):
            return obj.pick(attribute)
        if isinstance(obj, StrictUndefined):
            return str(obj)  # raises, and so names what is not known
        message = f"{attribute!r} can't be asked of this value"
        raise SecurityError(message)

    def is_safe_callable(self, obj: object) -> bool:
        """Only the blocks that the press itself offers can be called."""
        return getattr(obj, "is_block", False) is True


def refuse_other_words(words: Iterable[nodes.Node], environment: LetterEnvironment) -> None:
    """Raise TemplateSyntaxError at the first construct, filter or test of a text that letters may not use."""
    for node in words:
        if not isinstance(node, LETTER_WORDS):
            _refuse(f"{type(node).__name__.lower()!r} can't be used here", node)
        if isinstance(node, nodes.Filter) and node.name not in environment.filters:
            _refuse(f"no filter named {node.name!r}; {nearest(node.name, environment.filters)}", node)
        if isinstance(node, nodes.Test) and node.name not in environment.tests:
            _refuse(f"no test named {node.name!r}; {nearest(node.name, environment.tests)}", node)
        if isinstance(node, nodes.For):
            _refuse_loop(node)


def _refuse_loop(node: nodes.For) -> None:
    if node.recursive or any(True for _ in _inner_loops(node)):
        _refuse("a loop within a loop can't be used here", node)
    if not isinstance(node.iter, nodes.Name | nodes.Getattr):
        _refuse("a loop goes over the rows of a record, such as signatories", node)


def _inner_loops(node: nodes.For) -> Iterable[nodes.Node]:
    for child in node.body:
        if isinstance(child, nodes.For):
            yield child
        yield from child.find_all(nodes.For)


def _refuse(message: str, node: nodes.Node) -> None:
    inner = (child.lineno for child in node.find_all(nodes.Node) if child.lineno)
    raise TemplateSyntaxError(message, node.lineno or next(inner, 1))  # a scope has no line of its own


def sentence(error: Exception, path: str, known: Mapping[str, object]) -> TemplateError:
    """What went wrong in a template, as one sentence with file and line."""
    line = error.lineno if isinstance(error, TemplateSyntaxError) else _line(error, path)
    what = reason(error, known)
    return TemplateError(f"{path}, line {line}: {what}" if line else f"{path}: {what}")


def reason(error: Exception, known: Mapping[str, object]) -> str:
    """What went wrong in a template, without its place; of an unknown name, the nearest of those `known`."""
    what = str(error.message if isinstance(error, JinjaError) and error.message else error)
    if isinstance(error, RecursionError | SyntaxError):
        what = "is nested too deep; write it with fewer brackets and ifs"
    undefined = UNDEFINED_NAME.search(what)
    if undefined:
        what = f"{undefined['name']!r} is not known; {nearest(undefined['name'], known)}"
    return what


def _line(error: Exception, path: str) -> int | None:
    """The template's line in the traceback that Jinja has rewritten."""
    linecache.checkcache()
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if f"/{frame.filename}".endswith(f"/{path}")]
    return frames[-1].lineno if frames else None


# What a text can cause beside Jinja's own errors: an operand that does not fit, a value asked for what it has not,
# nesting deeper than Python follows.
TEMPLATE_FAULTS = (TemplateError, JinjaError, TypeError, AttributeError, ValueError, RecursionError, SyntaxError)
