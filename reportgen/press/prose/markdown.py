"""Markdown as this house sets it: for the letters' texts, and for what staff write in a cell."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

from reportgen.errors import TemplateError

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

LINKS = ("https:", "mailto:")
MARK = "\ue000"  # opens the mark of a value in a text


def set_markdown(text: str, language: str | None) -> Markup:
    """A cell's text as paragraphs and lists: no headings, no HTML; `language` where it is not the page's own."""
    html = _plain().render(text.replace(MARK, ""))
    if language is not None:
        html = re.sub(r"<(p|ul|ol)(?=[ >])", rf'<\1 lang="{language}"', html)  # a "<" that was typed is escaped by now
    return Markup(html)  # noqa: S704  Markdown without HTML has escaped it


@cache
def markdown() -> MarkdownIt:
    """The Markdown of the house: no HTML, no pictures, links to https and mail only; a quote is a callout."""
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"html": False})
    markdown.disable(["image", "autolink", "html_inline", "html_block", "code", "fence", "entity"])
    markdown.validateLink = _is_allowed  # type: ignore[method-assign]  # the library's own way
    markdown.core.ruler.push("tight_lists", _tighten)
    markdown.add_render_rule("blockquote_open", lambda *_: '<div class="callout">\n')
    markdown.add_render_rule("blockquote_close", lambda *_: "</div>\n")
    return markdown


def _is_allowed(url: str) -> bool:
    if quote(MARK) in url or "xn--" in url:
        raise TemplateError("a value can't stand within a link; write the address out")
    return url.startswith(LINKS)


def _tighten(state: object) -> None:
    """No paragraph within a list's item: PDF/UA readers take it for a block of its own."""
    depth = 0
    for token in state.tokens:  # type: ignore[attr-defined]  # StateCore, of the library
        depth += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if depth and token.type in {"paragraph_open", "paragraph_close"}:
            token.hidden = True


@cache
def _plain() -> MarkdownIt:
    from markdown_it import MarkdownIt

    plain = MarkdownIt("commonmark", {"html": False})
    plain.disable(
        ["image", "autolink", "html_inline", "html_block", "code", "fence", "heading", "lheading", "hr", "blockquote"]
    )
    plain.validateLink = lambda url: url.startswith(LINKS)  # type: ignore[method-assign]  # the library's own way
    plain.core.ruler.push("tight_lists", _tighten)
    return plain
