"""What stands beside the figures: titles, captions and notes, checked like a letter's text before they are printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportgen.errors import TemplateError
from reportgen.model.records import PrintedValue
from reportgen.model.spec import FigureSpec, Rounding
from reportgen.press.prose.filters import Filters
from reportgen.press.prose.lines import Line, Said, read_line, say

SILENT = Said("")


@dataclass(frozen=True, slots=True)
class Told:
    """A figure's title, caption and note as one document says them, and every value they print."""

    title: str
    caption: str
    note: str
    printed: tuple[PrintedValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Titles:
    """The lines of every figure in one language, by the figure's code and the line's key."""

    language: str
    lines: Mapping[tuple[str, str], Line]

    def tell(self, code: str, scene: Mapping[str, object]) -> Told:
        """A figure's lines in one document; TemplateError, with the key, where a line fails or the title is empty."""
        title, caption, note = (self._say(code, key, scene) for key in ("title", "caption", "note"))
        if not title.text:
            key = f"figures.{code}.title.{self.language}"
            raise TemplateError(f"{key}: says nothing here; write what it says else, with {{% else %}}")
        return Told(title.text, caption.text, note.text, (*title.printed, *caption.printed, *note.printed))

    def _say(self, code: str, key: str, scene: Mapping[str, object]) -> Said:
        line = self.lines.get((code, key))
        return say(line, scene) if line else SILENT


def read_titles(figures: Iterable[FigureSpec], language: str, rounding: Rounding) -> Titles:
    """The titles, captions and notes in one language, proof-read; TemplateError names every one with a mistake."""
    filters = Filters(language, rounding)
    lines: dict[tuple[str, str], Line] = {}
    faults: list[str] = []
    for figure in figures:
        for key, texts in (("title", figure.title), ("caption", figure.caption), ("note", figure.note)):
            try:
                name = f"figures.{figure.code}.{key}.{language}"
                lines[figure.code, key] = read_line(texts.read(language), name, filters)
            except TemplateError as error:
                faults.append(str(error))
    if faults:
        raise TemplateError("\n".join(faults))
    return Titles(language, lines)
