"""A part of a zipped file (docx, xlsx) and the XML in it, within limits: nothing is expanded, followed or fetched."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from reportgen.audit.readings import UnreadableError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MOST_OF_A_PART = 64_000_000  # bytes, unpacked


def read_xml(content: bytes, part: str) -> Element:
    """The root of one part's XML; UnreadableError for what is no archive, too large, or declares a DOCTYPE."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(_read_part(content, part), parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(f"has a {part} that is no XML ({error})") from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableError(f"has a {part} with a DOCTYPE, which no program that writes such files puts there")
    return root


def refuse_bomb(content: bytes) -> None:
    """UnreadableError for an archive whose parts, by what it says of itself, are too large to be read."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadableError(f"is no archive that can be read ({error})") from error
    if size > MOST_OF_A_PART:
        raise UnreadableError(f"holds {size // 1_000_000} MB, and at most {MOST_OF_A_PART // 1_000_000} are read")


def _read_part(content: bytes, part: str) -> bytes:
    try:
        with ZipFile(io.BytesIO(content)) as archive, archive.open(part) as file:
            told = file.read(MOST_OF_A_PART + 1)  # what the archive says of its sizes may be a lie
    except KeyError as error:
        raise UnreadableError(f"has no {part}") from error
    except (BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        raise UnreadableError(f"is no archive that can be read ({error})") from error
    if len(told) > MOST_OF_A_PART:
        raise UnreadableError(f"has a {part} of more than {MOST_OF_A_PART // 1_000_000} MB, and no more is read")
    return told
