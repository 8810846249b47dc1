"""Lines of text, broken and measured once wherever the same words stand in the same type at the same width."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from typing import Any

from weasyprint.css.functions import check_math
from weasyprint.layout import inline, preferred
from weasyprint.text import line_break

from reportgen.press.pdf.seams import Seam
from reportgen.press.pdf.shared.drawn import Line
from reportgen.press.pdf.shared.styles import is_shared

MOST_ONCE, MOST_AGAIN = 5_000, 6_000  # lines of one document yet, and of several; a letter has some 800, 25 its own
KEPT_FOR = 30  # documents, for a line of one of them to come again: documents of several languages take turns
# All that the engine asks of a style while it breaks a line.
ASKED = (
    *("direction", "hyphenate_character", "hyphenate_limit_chars", "hyphenate_limit_zone", "hyphens", "lang"),
    *("letter_spacing", "overflow_wrap", "tab_size", "text_decoration_line", "white_space", "word_break"),
    *("word_spacing", "font_family", "font_feature_settings", "font_kerning", "font_language_override", "font_size"),
    *("font_stretch", "font_style", "font_variant_alternates", "font_variant_caps", "font_variant_east_asian"),
    *("font_variant_ligatures", "font_variant_numeric", "font_variant_position", "font_variation_settings"),
    "font_weight",
)

Broken = tuple[Any, ...]  # a line as the engine holds it, and its measures

_break = line_break.split_first_line


class Lines:
    """The lines of a press: all that a second document had too, and those of the last documents."""

    def __init__(self) -> None:
        self._once: OrderedDict[object, tuple[int, Broken]] = OrderedDict()  # with the number of its document
        self._again: OrderedDict[object, Broken] = OrderedDict()
        self._document = 0

    def seams(self) -> Iterator[Seam]:
        """Where the engine breaks a line, and makes one."""
        yield line_break, "Layout", Line
        for module in (inline, line_break, preferred):
            yield module, "split_first_line", self.split_first_line

    def begin(self) -> None:
        """Begin another document, without the lines that only one had, long ago."""
        self._document += 1
        while self._once and next(iter(self._once.values()))[0] <= self._document - KEPT_FOR:
            self._once.popitem(last=False)

    def forget(self) -> None:
        """Begin anew."""
        self._once.clear()
        self._again.clear()

    def split_first_line(
        self,
        text: str,
        style: Any,  # noqa: ANN401  the engine's
        context: Any,  # noqa: ANN401  the engine's
        max_width: float | None,
        *rest: Any,  # noqa: ANN401  the engine's
        **minimum: bool,
    ) -> Broken:
        """The first line of a text with its measures, as the engine gives them."""
        said = _said(style)
        if not said:
            return tuple(_break(text, style, context, max_width, *rest, **minimum))
        key = (text, said, max_width, rest, *minimum.items())
        known = self._again.get(key)
        if known is not None:
            self._again.move_to_end(key)
            return known
        known = self._promoted(key)
        if known is None:
            known = _break(text, style, context, max_width, *rest, **minimum)
            _keep(self._once, key, (self._document, known), MOST_ONCE)
        return known

    def _promoted(self, key: object) -> Broken | None:
        """A line that was broken once; if for another document, it is kept with those that come again."""
        document, known = self._once.get(key, (0, None))
        if known is not None and document != self._document:
            del self._once[key]
            _keep(self._again, key, known, MOST_AGAIN)
        return known


def _keep(lines: OrderedDict[object, Any], key: object, line: object, most: int) -> None:
    lines[key] = line
    if len(lines) > most:
        lines.popitem(last=False)


def _said(style: Any) -> str:  # noqa: ANN401  the engine's
    """What a style says of a line, as text: some of its values are lists; "" where one is still to be reckoned."""
    if not is_shared(style):
        return _words(style)
    if style.said is None:
        style.said = _words(style)
    return str(style.said)


def _words(style: Any) -> str:  # noqa: ANN401  the engine's
    values = [style[name] for name in ASKED]
    return "" if any(map(check_math, values)) else str(values)
