"""One text in several languages, and the words for a column and for the codes in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Texts:
    """One text in several languages, in the order the author wrote them."""

    entries: tuple[tuple[str, str], ...] = ()

    def get(self, language: str) -> str | None:
        """The text in exactly this language, or None."""
        return next((text for code, text in self.entries if code == language), None)

    def read(self, language: str, fallback: str = "en") -> str:
        """The text in `language`, else in `fallback`, else the first one; "" when there is none."""
        for code in (language, fallback):
            text = self.get(code)
            if text:
                return text
        return self.entries[0][1] if self.entries else ""

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages that have a text."""
        return tuple(code for code, _ in self.entries)


@dataclass(frozen=True, slots=True)
class Term:
    """The words for a column of a source, and for each code that its cells may hold."""

    source: str
    column: str
    title: Texts
    values: tuple[tuple[str, Texts], ...] = ()

    def read(self, code: str) -> Texts | None:
        """The words for a code, or None where the author gave none."""
        return next((words for value, words in self.values if value == code), None)


@dataclass(frozen=True, slots=True)
class Unit:
    """The word for what a number counts: with several of it, and with one where the author gave that form."""

    code: str
    several: Texts
    one: Texts = Texts()
