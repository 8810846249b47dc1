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

MOST = 6_000  # lines; a letter has some 800, of which 25 are its own
# All that the engine asks of a style while it breaks a line.
ASKED = (
    *("direction", "hyphenate_character", "hyphenate_limit_chars", "hyphenate_limit_zone", "hyphens", "lang"),
    *("letter_spacing", "overflow_wrap", "tab_size", "text_decoration_line", "white_space", "word_break"),
    *("word_spacing", "font_family", "font_feature_settings", "font_kerning", "font_language_override", "font_size"),
    *("font_stretch", "font_style", "font_variant_alternates", "font_variant_caps", "font_variant_east_asian"),
    *("font_variant_ligatures", "font_variant_numeric", "font_variant_position", "font_variation_settings"),
    "font_weight",
)

_break = line_break.split_first_line


class Lines:
    """The lines of a press, those that were asked for last."""

    def __init__(self) -> None:
        self._lines: OrderedDict[object, tuple[Any, ...]] = OrderedDict()

    def seams(self) -> Iterator[Seam]:
        """Where the engine breaks a line, and makes one."""
        yield line_break, "Layout", Line
        for module in (inline, line_break, preferred):
            yield module, "split_first_line", self.split_first_line

    def forget(self) -> None:
        """Begin anew."""
        self._lines.clear()

    def split_first_line(
        self,
        text: str,
        style: Any,  # noqa: ANN401
        context: Any,  # noqa: ANN401
        max_width: float | None,
        *rest: Any,  # noqa: ANN401
        **minimum: bool,
    ) -> tuple[Any, ...]:
        """The first line of a text with its measures, as the engine gives them."""
        said = _said(style)
        if not said:
            return tuple(_break(text, style, context, max_width, *rest, **minimum))
        key = (text, said, max_width, rest, *minimum.items())
        found = self._lines.get(key)
        if found is None:
            found = self._lines[key] = _break(text, style, context, max_width, *rest, **minimum)
            if len(self._lines) > MOST:
                self._lines.popitem(last=False)
        else:
            self._lines.move_to_end(key)
        return found


def _said(style: Any) -> str:  # noqa: ANN401
    """What a style says of a line, as text: some of its values are lists; "" where one is still to be reckoned."""
    if not is_shared(style):
        return _words(style)
    if style.said is None:
        style.said = _words(style)
    return str(style.said)


def _words(style: Any) -> str:  # noqa: ANN401
    values = [style[name] for name in ASKED]
    return "" if any(map(check_math, values)) else str(values)
