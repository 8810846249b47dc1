"""What a sheet is written with: looks, texts that stay texts, paragraphs over several columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

INK, SOFT, RULE, GROUND, LINK = "#1D2429", "#4B555C", "#C3CBCE", "#EEF1F2", "#0B4F8A"
LONGEST_TEXT = 32_767  # UTF-16 units; a cell holds no more
LINE, HIGHEST = 15.0, 400.0  # points; a row is no higher than 409
COLUMN, PAGE = 8.43, 96.0  # letters: a column nobody has set, and a line that reads well
NEVER_LETTERS = {0xFFFE: None, 0xFFFF: None}  # no XML may hold them
# Calibri, since a workbook carries no fonts and every spreadsheet program has this one or its metric twin.
BASE = {"font_name": "Calibri", "font_size": 11, "font_color": INK, "valign": "top"}
LOOKS: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "text_wrap": True},
    "words": {"text_wrap": True},
    "soft": {"text_wrap": True, "font_color": SOFT},
    "label": {"font_color": SOFT},
    "link": {"font_color": LINK, "underline": 1},
    "head": {"bold": True, "bg_color": GROUND, "bottom": 1, "bottom_color": INK, "text_wrap": True, "valign": "bottom"},
    "cell": {"bottom": 4, "bottom_color": RULE, "text_wrap": True},
    "unknown": {"bottom": 4, "bottom_color": RULE, "font_color": SOFT, "italic": True},
    "linked": {"bottom": 4, "bottom_color": RULE, "font_color": LINK, "underline": 1},
    "total": {"bold": True, "top": 1, "top_color": INK, "text_wrap": True},
}


@dataclass(slots=True)
class Painter:
    """A workbook being written, and the formats made for it so far."""

    book: Workbook
    formats: dict[tuple[tuple[str, Any], ...], Format] = field(default_factory=dict)

    def look(self, name: str, **more: str | bool | int) -> Format:
        """A format by the name of its look."""
        settings = {**BASE, **LOOKS[name], **more}
        key = tuple(settings.items())
        if key not in self.formats:
            self.formats[key] = self.book.add_format(settings)
        return self.formats[key]

    def aligned(self, name: str, side: str, **more: str | bool) -> Format:
        """A look set left with a little room before it, or right without: LibreOffice loses that of some numbers."""
        return self.look(name, align=side, indent=int(side == "left"), **more)

    def text(self, sheet: Worksheet, at: tuple[int, int], text: str, look: Format) -> None:
        """A text as typed, whatever it begins with; cut with an ellipsis where no cell could hold it."""
        row, column = at
        if text:
            sheet.write_string(row, column, _held(text), look)
        else:
            sheet.write_blank(row, column, None, look)

    def paragraph(self, sheet: Worksheet, row: int, text: str, look: str, widths: tuple[float, ...]) -> None:
        """A text over columns of these widths (in letters) and as many more as make a line; its row shows all of it."""
        more = max(0, ceil((PAGE - sum(widths)) / COLUMN))
        sheet.merge_range(row, 0, row, len(widths) + more - 1, "", self.look(look))
        self.text(sheet, (row, 0), text, self.look(look))
        size = LOOKS[look].get("font_size", BASE["font_size"]) / BASE["font_size"]
        set_height(sheet, row, size, lines(text, (sum(widths) + more * COLUMN) / size))


def lines(text: str, width: float) -> int:
    """How many lines a text takes in a width of so many letters."""
    return sum(max(1, ceil(len(line) / width)) for line in text.splitlines()) or 1


def set_height(sheet: Worksheet, row: int, size: float, count: int) -> None:
    """A row as high as so many lines: not every program fits a row to its text by itself."""
    sheet.set_row(row, min(LINE * size * count + 3, HIGHEST))


def _held(text: str) -> str:
    """As much of a text as a cell holds."""
    units = text.translate(NEVER_LETTERS).encode("utf-16-le")
    if len(units) <= 2 * LONGEST_TEXT:
        return units.decode("utf-16-le")
    return units[: 2 * (LONGEST_TEXT - 1)].decode("utf-16-le", "ignore") + "…"
