"""A finished Word file read back: every bookmark that a receipt put round a value, with the cell it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.audit.archives import read_xml
from reportgen.audit.numerals import overstates
from reportgen.audit.readings import BUILD_AGAIN, Entry, Fault, FileRead, Reading
from reportgen.audit.texts import fold

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

PART = "word/document.xml"
SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OUTSIDE_BEFORE, OUTSIDE_AFTER = re.compile(r"\d[\d.,]*$"), re.compile(r"[.,]?\d[\d.,]*")
BOOKMARK = re.compile(r"rg_([1-9]\d{0,6})")


def read_word(content: bytes, entry: Entry) -> FileRead:
    """What stands in each bookmark, `rg_1` being the manifest's first value, and where the two differ.

    UnreadableError for what is no Word file.
    """
    found = _bookmarked(read_xml(content, PART))
    readings, faults = [], []
    for number, value in enumerate(entry.values, 1):
        if number not in found:
            what = f"the bookmark of “{value.shown}” ({value.code}, {value.scope}) is gone"
            faults.append(Fault(f"{entry.path} › rg_{number}", what, BUILD_AGAIN))
            continue
        place, said = found[number]
        exact = None if overstates(said, value.exact, entry.language) else value.exact
        readings.append(Reading(place, value.code, value.scope, value.period, exact, said))
        if fold(said) != fold(value.shown):
            what = f"{value.code} ({value.scope}) is “{said}”, and should be “{value.shown}”"
            faults.append(Fault(f"{entry.path} › {place}", what, BUILD_AGAIN))
    faults += _unknown(found, entry)
    return FileRead(entry, tuple(readings), tuple(faults))


def _unknown(found: dict[int, tuple[str, str]], entry: Entry) -> Iterator[Fault]:
    for number in sorted(set(found) - set(range(1, len(entry.values) + 1))):
        place, said = found[number]
        yield Fault(
            f"{entry.path} › {place}", f"“{said}” is bookmarked rg_{number}, and the manifest has none", BUILD_AGAIN
        )


def _bookmarked(root: Element) -> dict[int, tuple[str, str]]:
    """The place and the text of every bookmark of ours, by its number.

    Digits that touch a bookmark from outside are read with it: to the eye they are one number.
    """
    tables = {table: number for number, table in enumerate(root.iter(f"{SPACE}tbl"), 1)}
    found: dict[int, tuple[str, str]] = {}
    for paragraph in root.iter(f"{SPACE}p"):
        text, spans = _spans(paragraph)
        for number, (mark, first, last) in spans.items():
            before, after = OUTSIDE_BEFORE.search(text[:first]), OUTSIDE_AFTER.match(text[last:])
            said = f"{before[0] if before else ''}{text[first:last]}{after[0] if after else ''}"
            found[number] = (_place(mark, tables), said)
    return found


def _spans(paragraph: Element) -> tuple[str, dict[int, tuple[Element, int, int]]]:
    """A paragraph's text, and where in it each bookmark of ours begins and ends."""
    text, ours, spans = "", {}, {}
    for element in paragraph.iter(f"{SPACE}bookmarkStart", f"{SPACE}bookmarkEnd", f"{SPACE}t"):
        mark = element.get(f"{SPACE}id", "")
        named = BOOKMARK.fullmatch(element.get(f"{SPACE}name", ""))
        if named:
            ours[mark] = int(named[1])
            spans[ours[mark]] = (element, len(text), len(text))
        elif element.tag == f"{SPACE}t":
            text += element.text or ""
        elif mark in ours:
            start, first, _ = spans[ours[mark]]
            spans[ours[mark]] = (start, first, len(text))
    return text, spans


def _place(mark: Element, tables: dict[Element, int]) -> str:
    """Where a bookmark stands, as a person finds it: table, row, column."""
    cell = next(mark.iterancestors(f"{SPACE}tc"), None)
    row = next(mark.iterancestors(f"{SPACE}tr"), None)
    table = next(mark.iterancestors(f"{SPACE}tbl"), None)
    if cell is None or row is None or table is None:
        return f"bookmark {mark.get(f'{SPACE}name')}"
    column = [other for other in row if other.tag == cell.tag].index(cell) + 1
    line = [other for other in table if other.tag == row.tag].index(row) + 1
    return f"table {tables[table]} › row {line} › column {column}"
