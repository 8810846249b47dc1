"""An empty Word file of the house: styles, language, settings and properties, and not a word on its pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from reportgen.press.word.archive import pack
from reportgen.press.word.letters import plain
from reportgen.press.word.styles import FACE, locale, styles

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# Word 2013 and later; a file that says nothing opens in compatibility mode ([MS-DOCX] 2.3.13, compatSetting).
_COMPATIBILITY = 15


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says of itself: `accent` is #RRGGBB, `issued` stands for every date."""

    title: str
    author: str
    subject: str
    language: str
    issued: date
    accent: str


def blank(properties: Properties) -> bytes:
    """The empty file: A4, margins 22 mm and more, no clock but the date of issue."""
    accent = properties.accent.removeprefix("#").upper()
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relations(),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _document_relations(),
        "word/styles.xml": styles(properties.language, accent),
        "word/settings.xml": _settings(locale(properties.language)),
        "word/fontTable.xml": _fonts(),
        "docProps/core.xml": _core(properties),
        "docProps/app.xml": f'{_HEAD}<Properties xmlns="{_OFFICE}/extended-properties"><Application>reportgen'
        "</Application></Properties>",
    }
    return pack({name: part.encode() for name, part in parts.items()})


def _content_types() -> str:
    overrides = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/word/styles.xml": f"{_WORD}.styles+xml",
        "/word/settings.xml": f"{_WORD}.settings+xml",
        "/word/fontTable.xml": f"{_WORD}.fontTable+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    parts = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _package_relations() -> str:
    return _relations(
        (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
        (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
    )


def _document_relations() -> str:
    names = ("styles", "settings", "fontTable")
    return _relations(*((f"{_OFFICE}/relationships/{name}", f"{name}.xml") for name in names))


def _relations(*targets: tuple[str, str]) -> str:
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def _document() -> str:
    return f"""{_HEAD}<w:document {_W} xmlns:r="{_OFFICE}/relationships"
xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body><w:sectPr>
<w:pgSz w:w="11906" w:h="16838"/>
<w:pgMar w:top="1361" w:right="1304" w:bottom="1361" w:left="1304" w:header="680" w:footer="680" w:gutter="0"/>
</w:sectPr></w:body></w:document>"""


def _settings(language: str) -> str:
    return f"""{_HEAD}<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>
<w:autoHyphenation/><w:hyphenationZone w:val="425"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="{_COMPATIBILITY}"/>
</w:compat><w:themeFontLang w:val="{language}"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>"""


def _fonts() -> str:
    return (
        f'{_HEAD}<w:fonts {_W}><w:font w:name="{FACE}"><w:altName w:val="Liberation Sans"/>'
        '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _core(properties: Properties) -> str:
    said = {
        "dc:title": properties.title,
        "dc:subject": properties.subject,
        "dc:creator": properties.author,
        "cp:lastModifiedBy": properties.author,
        "dc:language": locale(properties.language),
        "cp:revision": "1",
    }
    words = "".join(f"<{name}>{escape(plain(text))}</{name}>" for name, text in said.items())
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{properties.issued.isoformat()}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{words}{dates}</cp:coreProperties>'
    )
