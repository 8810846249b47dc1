"""A page of HTML, counted: its elements, and the letters it has in each language."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

VOID = {"br", "col", "hr", "img", "link", "meta", "wbr"}  # they have no end tag


def read_elements(html: str) -> Elements:
    """Give the counts of a page."""
    elements = Elements()
    elements.feed(html)
    return elements


def letters(text: str) -> int:
    """Count the letters of a text: what is left of it whatever the line breaks, hyphens and list signs."""
    return sum(letter.isalpha() for letter in text)


class Elements(HTMLParser):
    """Counts the elements of a page, and the letters in each language."""

    def __init__(self) -> None:
        super().__init__()
        self.of: Counter[str] = Counter()
        self.letters: Counter[str] = Counter()
        self.language = ""
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.of[tag] += 1
        above = self._open[-1][1] if self._open else ""
        language = dict(attrs).get("lang") or above
        if tag == "html":
            self.language = language
        if tag not in VOID:
            self._open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open:
            self.letters[self._open[-1][1]] += letters(data)
