"""What the spreadsheet reader hides: error cells, formulas without a result, merged cells, hidden rows and columns.

calamine gives "" for a formula without a stored result and for an error cell, tells merged cells for xlsx
only, and hidden rows and columns never. openpyxl's full load costs seven times calamine's time. So the sheet's
own XML is searched for the few words that announce such parts, and only where one occurs is it parsed, as a stream.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Protocol
from xml.parsers import expat

from reportgen.intake.sheets import Box, ErrorCell, UnstoredFormula

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zipfile import ZipFile

_CHUNK = 1 << 20
_LONGEST_WORD = 64


@dataclass(slots=True)
class Parts:
    """The hidden parts of one sheet; cells by (row, column), all counted from 1."""

    cells: dict[tuple[int, int], ErrorCell | UnstoredFormula] = field(default_factory=dict)
    merged: list[Box] = field(default_factory=list)
    rows: list[range] = field(default_factory=list)
    columns: list[range] = field(default_factory=list)


class ForbiddenXmlError(Exception):
    """The XML declares a document type, which no spreadsheet program writes."""


class Reader(Protocol):
    """What hears the elements of a stream of XML, names without their prefix."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins; its attributes keep their prefixes."""

    def text(self, text: str) -> None:
        """Text stands in the element."""

    def end(self, name: str) -> None:
        """The element ends."""


def occurs(archive: ZipFile, member: str, words: Sequence[bytes]) -> bool:
    """Whether the member holds one of the words; it is searched a piece at a time, never loaded whole.

    The words are plain bytes: a regular expression takes twenty times as long over a sheet of 100 MB.
    """
    rest = b""
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            piece = rest + chunk
            if any(word in piece for word in words):
                return True
            rest = chunk[-_LONGEST_WORD:]
    return False


def parse(archive: ZipFile, member: str, reader: Reader) -> None:
    """Tell the reader the member's elements as they stream by; a document type is a ForbiddenXmlError."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: reader.start(local(name), attributes)
    parser.EndElementHandler = lambda name: reader.end(local(name))
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = _refuse
    with archive.open(member) as stream:
        _feed(parser, stream)


def local(name: str) -> str:
    """The name without its prefix."""
    return name.rpartition(":")[2]


def _feed(parser: expat.XMLParserType, stream: IO[bytes]) -> None:
    while chunk := stream.read(_CHUNK):
        parser.Parse(chunk, False)  # noqa: FBT003 - expat takes its arguments by position only
    parser.Parse(b"", True)  # noqa: FBT003 - as above


def _refuse(*_: object) -> None:
    raise ForbiddenXmlError
