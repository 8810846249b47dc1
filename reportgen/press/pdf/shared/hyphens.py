"""Where words may be parted: of a language's patterns those are read that a word asks for, and not all 30,000."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyphen

from reportgen.press.pdf.seams import Seam

SPECIAL = ("^^", "/")  # letters by their number, and words that are spelt otherwise where they are parted
NO_DIGITS = str.maketrans("", "", "0123456789")

Pattern = tuple[int, tuple[int, ...]]

_Own = pyphen.HyphDict


class Dictionary(pyphen.HyphDict):  # type: ignore[misc]  # pyphen has no types
    """A language's patterns by their letters, as pyphen has them, each read by pyphen when it is first asked for."""

    def __init__(self, path: Path) -> None:
        """Read all at once where the file holds more than plain patterns."""
        with path.open("rb") as file:
            encoding = file.readline().decode().strip()
        text = path.read_text(encoding)
        if any(sign in text for sign in SPECIAL):
            super().__init__(path)
            return
        _, *lines = text.split("\n")
        _, *letters = text.translate(NO_DIGITS).split("\n")
        unread = zip(map(str.strip, letters), map(str.strip, lines), strict=True)
        self.patterns = _Patterns((key, line) for key, line in unread if line and not line.startswith(pyphen.ignored))
        self.cache: dict[str, object] = {}
        self.maxlen = max(map(len, self.patterns))


class _Patterns(dict[str, Any]):
    """Patterns as the file spells them, until they are asked for."""

    def get(self, letters: str, default: Any = None) -> Any:  # noqa: ANN401  as a dict's
        pattern = super().get(letters, default)
        if isinstance(pattern, str):
            pattern = self[letters] = _read(pattern).get(letters)
        return pattern


def _read(pattern: str) -> dict[str, Pattern]:
    """What pyphen makes of one pattern, beside one that it never leaves out."""
    patterns: dict[str, Pattern] = _Own(_File(f"UTF-8\n{pattern}\n\ue0001\ue000")).patterns
    return patterns


class _File(io.StringIO):
    """A file of patterns that is none."""

    def open(self, _mode: str) -> io.BytesIO:
        return io.BytesIO(self.getvalue().encode())

    def read_text(self, _encoding: str) -> str:
        return self.getvalue()


def seams() -> Iterator[Seam]:
    """Where pyphen opens a language."""
    yield pyphen, "HyphDict", Dictionary
