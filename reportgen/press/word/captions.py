"""Word captions: the word, a number that Word itself can count (a SEQ field), the title."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportgen.press.word import elements

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(slots=True)
class Captions:
    """The captions of one file: tables are counted here, figures bring their numbers."""

    words: Mapping[str, str]
    _last: dict[str, int] = field(default_factory=dict)

    def table(self, title: str) -> Element:
        """The caption above a table, with the next number."""
        return self._caption("caption_table", self._last.get("caption_table", 0) + 1, title)

    def figure(self, number: int, title: str) -> Element:
        """The caption above a figure."""
        return self._caption("caption_figure", number, title)

    def name(self, number: int) -> str:
        """What a text calls a figure: Figure 1."""
        return f"{self.words['caption_figure']} {number}"

    def _caption(self, key: str, number: int, title: str) -> Element:
        word = self.words[key]
        # Word names its sequences by the caption's word in the user's language; `\\r` sets a number out of turn.
        in_turn = number == self._last.get(key, 0) + 1
        instruction = f"SEQ {''.join(filter(str.isalnum, word))} \\* ARABIC" + ("" if in_turn else f" \\r {number}")
        self._last[key] = number
        counted = elements.field(instruction, str(number), "Strong")
        pieces = (elements.run(f"{word} ", "Strong"), counted, elements.run(".", "Strong"))
        return elements.paragraph("Caption", *pieces, *((elements.run(f" {title}"),) if title else ()))
