"""The engine's own style sheet without what a document has no use for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from weasyprint import CSS, HTML
from weasyprint import html as engine
from weasyprint.css.counters import CounterStyle

NOTES = re.compile(r"^::(?:foot)?note-[a-z]+ \{[^}]*\}\n", re.MULTILINE)
COUNTERS = re.compile(r"@counter-style [a-z-]+ \{[^{}]*\}\s*")  # the engine keeps those of its own reading
MARKERS = ("\n::marker {", "\n:is(li, summary)::marker {")
ELSEWHERE = r"@import|<link"  # what another style sheet has use for is not known
USES_NOTES = re.compile(rf"footnote|\bnote\(|{ELSEWHERE}", re.IGNORECASE)
USES_MARKERS = re.compile(rf"list-item|::marker|{ELSEWHERE}", re.IGNORECASE)


class Page(HTML):  # type: ignore[misc]  # the engine has no types
    """A page of HTML that is styled with no more of the engine's own rules than it needs.

    The engine gives each element a style for each of five kinds of notes, and for the sign before an item of a list:
    six of seven styles that it makes for a letter, and nothing is ever drawn with them.
    """

    def __init__(self, rules: OwnRules, string: str, **source: Any) -> None:  # noqa: ANN401  the engine's
        super().__init__(string=string, **source)
        self._rules = rules.fitting(string)

    def _ua_stylesheets(self, forms: bool = False) -> list[Any]:  # noqa: FBT001, FBT002  as the engine has it
        return list(super()._ua_stylesheets(forms)) if forms else [self._rules]


class OwnRules:
    """The engine's own style sheet, and what of it is left where neither the styles nor the page ask for the rest."""

    def __init__(self, styles: Iterable[str]) -> None:
        self._lean = _lean("\n".join(styles))

    def fitting(self, html: str) -> Any:  # noqa: ANN401  the engine's
        """The rules for a page."""
        return engine.UA_STYLESHEET if USES_NOTES.search(html) or USES_MARKERS.search(html) else self._lean


def _lean(styles: str) -> Any:  # noqa: ANN401  the engine's
    text = engine.UA if USES_NOTES.search(styles) else NOTES.sub("", engine.UA)
    text = text if USES_MARKERS.search(styles) else text.replace(*MARKERS)
    return CSS(string=COUNTERS.sub("", text), counter_style=CounterStyle())
