"""A line as it is drawn, remembered with the line: what it does to the page, and which glyphs it needs."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from weasyprint.draw import text as drawing
from weasyprint.text import line_break
from weasyprint.text.ffi import ffi

from reportgen.press.pdf.seams import Seam

MOST = 500  # fonts, of one size each; the letters of a kind need some ten

_draw = drawing.draw_first_line


class Line(line_break.Layout):  # type: ignore[misc]  # the engine has no types
    """A line as the engine holds it, which many places share; Pango sets it once more only where it must."""

    drawn: Drawn | None = None
    awaited: Any = None
    first_line_direction: int

    @property
    def is_awake(self) -> bool:
        """Whether Pango has it set."""
        return "layout" in self.__dict__

    def reactivate(self, style: Any) -> None:  # noqa: ANN401  the engine's
        """Note in which style it is about to be drawn."""
        self.awaited = style

    def wake(self) -> None:
        """Have Pango set it, if it has not; its direction stays as found, since a line of spaces is not drawn."""
        if not self.is_awake:
            direction: int = self.first_line_direction
            super().reactivate(self.awaited)
            self.first_line_direction = direction

    def deactivate(self) -> None:
        """Let Pango forget it, and do without the style it was drawn in: that of a document which is over soon."""
        self.awaited = None
        if self.is_awake:
            super().deactivate()

    def apart(self) -> Line:
        """A line of its own, to be drawn in the same style."""
        own = copy(self)
        own.deactivate()
        own.awaited = self.awaited
        return own


@dataclass(slots=True)
class Glyphs:
    """The glyphs that a line needs of one font: a font of the engine's to all that draws with it, empty at first.

    `font` is the document's own, with its whole file, and is let go when the line is drawn.
    """

    pango_font: Any
    font: Any
    widths: dict[int, int] = field(default_factory=dict)
    to_unicode: dict[int, str] = field(default_factory=dict)
    is_whole: bool = True

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  the engine's
        return getattr(self.font, name)

    def get_unused_glyph_id(self, codepoint: int) -> int:
        """A number that stands for a missing glyph, which means something in one document only."""
        self.is_whole = False
        return int(self.font.get_unused_glyph_id(codepoint))

    def fit(self, font: Any) -> bool:  # noqa: ANN401  the engine's
        """Whether a document's font, as used so far, gives each glyph the width that the line was drawn with."""
        known = font.widths
        return all(known.get(glyph, width) == width for glyph, width in self.widths.items())

    def enter(self, font: Any) -> None:  # noqa: ANN401  the engine's
        """Have a document's font hold these glyphs."""
        for glyph, width in self.widths.items():
            font.widths.setdefault(glyph, width)
        for glyph, text in self.to_unicode.items():
            font.to_unicode.setdefault(glyph, text)


Act = tuple[str, tuple[Any, ...]]  # a method of the engine's stream, and what it is given


@dataclass(frozen=True, slots=True)
class Drawn:
    """What drawing a line does: its glyphs by font, whether it is placed at all, and its acts, in order.

    `repeats` is false where it does more than that: emojis are pictures, and a missing glyph has no number of its own.
    """

    glyphs: tuple[Glyphs, ...]
    placed: bool
    acts: tuple[Act, ...]
    repeats: bool

    def draw_again(self, stream: Any, matrix: Any) -> bool:  # noqa: ANN401  the engine's
        """Do the same to another page, unless the fonts of its document make it another line."""
        if not self.repeats:
            return False
        fonts = [stream.add_font(glyphs.pango_font)[0] for glyphs in self.glyphs]
        pairs = tuple(zip(self.glyphs, fonts, strict=True))
        if not all(glyphs.fit(font) for glyphs, font in pairs):
            return False
        for glyphs, font in pairs:
            glyphs.enter(font)
        if self.placed:
            stream.set_text_matrix(*matrix.values)
        for name, given in self.acts:
            getattr(stream, name)(*given)
        return True


class Listener:
    """A stream of the engine's that only notes what is drawn."""

    def __init__(self, stream: Any) -> None:  # noqa: ANN401  the engine's
        self.stream = stream
        self.ink_rect, self.logical_rect = stream.ink_rect, stream.logical_rect
        self.acts: list[Act] = []
        self.glyphs: dict[str, Glyphs] = {}
        self.placed = False

    def set_text_matrix(self, *_: float) -> None:
        """Where the line stands is another matter each time."""
        self.placed = True

    def add_font(self, pango_font: Any) -> tuple[Glyphs, float]:  # noqa: ANN401  the engine's
        """The stand-in of a font, and its size."""
        font, size = self.stream.add_font(pango_font)
        return self.glyphs.setdefault(font.hash, Glyphs(pango_font, font)), size

    def set_font_size(self, *given: Any) -> None:  # noqa: ANN401  the engine's
        """Note the font and its size."""
        self.acts.append(("set_font_size", given))

    def set_text_rise(self, *given: Any) -> None:  # noqa: ANN401  the engine's
        """Note how far above its line a glyph stands."""
        self.acts.append(("set_text_rise", given))

    def show_text(self, text: str) -> None:
        """Note the glyphs."""
        self.acts.append(("show_text", (text.encode(),)))


class Pen:
    """Draws lines; `held` keeps each of Pango's fonts alive by a line that is set in it."""

    def __init__(self) -> None:
        self.held: dict[int, Any] = {}

    @property
    def is_full(self) -> bool:
        """Whether it holds more fonts than documents of a kind can need."""
        return len(self.held) > MOST

    def forget(self) -> None:
        """Let go of the fonts; whoever has drawn a line with one must have forgotten it."""
        self.held.clear()

    def seams(self) -> Iterator[Seam]:
        """Where the engine draws a line."""
        yield drawing, "draw_first_line", self.draw_first_line

    def draw_first_line(self, stream: Any, textbox: Any, overflow: str, ellipsis: str, matrix: Any) -> list[Any]:  # noqa: ANN401  the engine's
        """Draw a line, by what is remembered of it where that will do; the emojis that the engine is still to draw."""
        line, how = textbox.pango_layout, (textbox, overflow, ellipsis, matrix)
        if overflow == "ellipsis" or ellipsis != "none":
            textbox.pango_layout = line.apart()  # the engine is about to shorten it
        else:
            if line.drawn is None:
                line.drawn = self._listen(stream, *how)
            if line.drawn.draw_again(stream, matrix):
                return []
        textbox.pango_layout.wake()
        return list(_draw(stream, *how))

    def _listen(self, stream: Any, textbox: Any, *how: Any) -> Drawn:  # noqa: ANN401  the engine's
        listener, line = Listener(stream), textbox.pango_layout
        line.wake()
        emojis = _draw(listener, textbox, *how)
        glyphs = tuple(listener.glyphs.values())
        for used in glyphs:
            self.held.setdefault(int(ffi.cast("uintptr_t", used.pango_font)), line.layout)
            used.font = None
        whole = not emojis and all(used.is_whole for used in glyphs)
        return Drawn(glyphs, listener.placed, tuple(listener.acts), whole)
