"""How a chart looks: the house's colours, sizes and faces, and how wide a text is in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import TemplateError

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

INK = "#1d2429"
SOFT = "#4b555c"
# The mark of the year before: grey enough to stand back, dark enough to be seen on white (3:1 and more).
MARK = "#7b868c"
PAPER = "#ffffff"


class Face(StrEnum):
    """A text's face, by the file in `templates/fonts` that holds it."""

    REGULAR = "Inter-Regular.otf"
    STRONG = "Inter-SemiBold.otf"


WEIGHTS = {Face.REGULAR: 400, Face.STRONG: 600}


@dataclass(frozen=True, slots=True)
class Style:
    """The templates' folder, seen by a chart; sizes in points."""

    templates: Path
    accent: str
    label_size: float = 9.0
    small_size: float = 8.0

    @property
    def settings(self) -> Path:
        """The house's settings for matplotlib."""
        return self.templates / "house.mplstyle"

    def font(self, face: Face, size: float) -> FontProperties:
        """A face at a size, for matplotlib."""
        return _font(_file(self.templates, face), WEIGHTS[face], size)

    def measure(self, text: str, face: Face, size: float) -> float:
        """The width of a text in points."""
        return extent(text, _file(self.templates, face), size)[0]


def open_style(templates: Path, accent: str) -> Style:
    """The style of a templates' folder; a `TemplateError` names the file that is missing."""
    for file in (templates / "house.mplstyle", *(templates / "fonts" / face for face in Face)):
        if not file.is_file():
            message = f"{file.parent.name}/{file.name}: charts need this file and it is not there; put it back"
            raise TemplateError(message)
    return Style(templates, accent)


@lru_cache(maxsize=32)
def _file(templates: Path, face: Face) -> str:
    return str(templates / "fonts" / face)


def _font(file: str, weight: int, size: float) -> FontProperties:
    from matplotlib.font_manager import FontProperties

    # Given the file, matplotlib never searches the machine's fonts; the family's name is what the SVG asks for.
    return FontProperties(family="Inter", weight=weight, size=size, fname=file)


@lru_cache(maxsize=4096)
def extent(text: str, font: str, size: float) -> tuple[float, float, float]:
    """How wide and how high a text is in a font's file, and how much of that lies below its baseline, in points."""
    from matplotlib.textpath import text_to_path

    return text_to_path.get_text_width_height_descent(text, _font(font, 400, size), ismath=False)
