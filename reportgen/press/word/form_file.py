"""A form before it is filled in: a Word file with no macro in it, and no way out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from reportgen.errors import TemplateError

# Far more than a form needs, far less than a machine has.
_MOST_BYTES, _MOST_PARTS, _MOST_UNPACKED = 20_000_000, 2_000, 100_000_000
_OLE = b"\xd0\xcf\x11\xe0"
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = b"wordprocessingml.template.main+xml"
_ACTIVE = re.compile(r"vbaProject|vbaData|activeX|oleObject|\.bin$|\.exe$", re.IGNORECASE)
_LINKS = ("https://", "http://", "mailto:")
# Fields that fetch or start something when Word counts them anew (ECMA-376 part 1, 17.16.5).
_REACHING = re.compile(r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|RD|MACROBUTTON)\b")
_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def open_form(content: bytes, file: str) -> Mapping[str, bytes]:
    """The parts of a form that may be filled in; TemplateError, naming `file`, for any other."""
    parts = _parts(content, file)
    fault = next(_faults(parts), None)
    if fault:
        raise TemplateError(f"{file}: {fault}")
    return parts


def _parts(content: bytes, file: str) -> Mapping[str, bytes]:
    if content.startswith(_OLE):
        raise TemplateError(f"{file}: is an old .doc or has a password; save it as .docx without one")
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            size = sum(entry.file_size for entry in entries)
            if len(content) > _MOST_BYTES or len(entries) > _MOST_PARTS or size > _MOST_UNPACKED:
                raise TemplateError(f"{file}: is too large for a form; take out its pictures, or make it anew")
            return {entry.filename: archive.read(entry) for entry in entries}
    except (BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError) as error:
        raise TemplateError(f"{file}: is no whole Word file; open it in Word and save it as .docx") from error


def _faults(parts: Mapping[str, bytes]) -> Iterator[str]:
    types = parts.get("[Content_Types].xml", b"")
    active = next((name for name in parts if _ACTIVE.search(name)), None)
    if active or b"macroEnabled" in types or b"vbaProject" in types:
        yield "holds macros or other programs; save it as a Word document (.docx) without them"
    elif _TEMPLATE in types:
        yield "is a Word template (.dotx); save it as a Word document (.docx)"
    elif _MAIN not in types:
        yield "is no Word document; open it in Word and save it as .docx"
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            yield from _part_faults(name, part)


def _part_faults(name: str, part: bytes) -> Iterator[str]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        yield f"{name} can't be read ({error}); open the form in Word and save it again"
        return
    if root.getroottree().docinfo.doctype:
        yield f"{name} has a document type, which Word never writes; open the form in Word and save it again"
    if name.endswith(".rels"):
        yield from _outside(name, root)
    for words in root.iter(f"{_WORDS}instrText", f"{_WORDS}fldSimple"):
        instruction = words.get(f"{_WORDS}instr") or words.text or ""
        if found := _REACHING.search(instruction.upper()):
            yield f"has a field {found[1]}, which reaches for something outside; delete it"


def _outside(name: str, relations: Iterator[Mapping[str, str]]) -> Iterator[str]:
    """What the file would reach for elsewhere: links that a reader may follow are no fault."""
    for relation in relations:
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External":
            continue
        if not relation.get("Type", "").endswith("/hyperlink"):
            what = "hangs on a template" if relation.get("Type", "").endswith("/attachedTemplate") else "reaches"
            yield f"{what} outside itself ({name}: {target}); put it into the form, or take it out"
        elif not target.startswith(_LINKS):
            yield f"has a link to {target}; links go to https or mailto only"
