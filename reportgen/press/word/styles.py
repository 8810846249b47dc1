"""How a Word file of the house looks: its styles, as `word/styles.xml`.

Built-in names (Title, Heading 1, Caption, ...), so that a paragraph pasted into another document takes that one's look.
The face is Arial: a file for the hands of others has to open the same on a machine that lacks the house's Inter, and of
the faces that every office has it is the nearest to it.
"""

from __future__ import annotations

from dataclasses import dataclass

FACE = "Arial"
INK, SOFT, RULE = "1D2429", "4B555C", "C3CBCE"
TABLE_STYLE = "HouseTable"
# Languages as Word names them, by the project's code; another code is written as it is.
_LOCALES = {
    "da": "da-DK",
    "en": "en-GB",
    "fi": "fi-FI",
    "fo": "fo-FO",
    "is": "is-IS",
    "kl": "kl-GL",
    "nb": "nb-NO",
    "nn": "nn-NO",
    "se": "se-NO",
    "sv": "sv-SE",
}
_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@dataclass(frozen=True, slots=True)
class _Paragraphs:
    """A paragraph style; sizes in half points, distances in twentieths of a point."""

    id: str
    name: str
    size: int
    before: int = 0
    after: int = 0
    line: int = 260
    colour: str = INK
    bold: bool = False
    keep_next: bool = False
    level: int | None = None
    next: str = "Normal"


def locale(language: str) -> str:
    """The language as Word names it: `da-DK`."""
    return _LOCALES.get(language, language)


def styles(language: str, accent: str) -> str:
    """The styles in XML; `accent` (RRGGBB) colours headings, captions' numbers and the rule under a table's head."""
    shown = "".join(_paragraphs(style) for style in _house(accent))
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles {_NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="{FACE}" w:hAnsi="{FACE}" w:eastAsia="{FACE}" w:cs="{FACE}"/><w:color w:val="{INK}"/>
<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="{locale(language)}" w:eastAsia="en-US" w:bidi="ar-SA"/>
</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="260" w:lineRule="auto"/></w:pPr>
</w:pPrDefault></w:docDefaults>{_DEFAULTS}{shown}{_table(accent)}</w:styles>"""


_DEFAULTS = """
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>
<w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>
<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>
<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>
</w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>
<w:semiHidden/></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:basedOn w:val="DefaultParagraphFont"/>
<w:uiPriority w:val="22"/><w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="Unsaid"><w:name w:val="Not a number"/>
<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:color w:val="4B555C"/></w:rPr></w:style>
"""


def _house(accent: str) -> tuple[_Paragraphs, ...]:
    return (
        _Paragraphs("Normal", "Normal", 20, after=100),
        _Paragraphs("Title", "Title", 52, after=60, line=240, colour=accent, bold=True, next="Subtitle"),
        _Paragraphs("Subtitle", "Subtitle", 24, after=160, colour=SOFT),
        _Paragraphs("Heading1", "heading 1", 32, 400, 120, 250, accent, bold=True, keep_next=True, level=0),
        _Paragraphs("Heading2", "heading 2", 24, 400, 60, 250, bold=True, keep_next=True, level=1),
        _Paragraphs("Caption", "caption", 18, 240, 100, colour=SOFT, keep_next=True),
        _Paragraphs("Picture", "Picture", 20, 60, 60, 240),
        _Paragraphs("Source", "Source", 16, 100, 60, 250, SOFT),
        _Paragraphs("TableText", "Table Text", 17, line=245, next="TableText"),
        _Paragraphs("Header", "header", 16, line=240, colour=SOFT, next="Header"),
        _Paragraphs("Footer", "footer", 16, line=240, colour=SOFT, next="Footer"),
        _Paragraphs("SectionEnd", "Section End", 2, line=20, next="SectionEnd"),
    )


def _paragraphs(style: _Paragraphs) -> str:
    built_in = style.id not in {"Picture", "Source", "TableText", "SectionEnd"}
    default = ' w:default="1"' if style.id == "Normal" else ""
    based = "" if style.id == "Normal" else '<w:basedOn w:val="Normal"/>'
    keep = "<w:keepNext/><w:keepLines/>" if style.keep_next else ""
    level = "" if style.level is None else f'<w:outlineLvl w:val="{style.level}"/>'
    # A hyphen in a heading looks like a fault.
    hyphens = "<w:suppressAutoHyphens/>" if style.level is not None or style.id == "Title" else ""
    return f"""
<w:style w:type="paragraph"{default}{"" if built_in else ' w:customStyle="1"'} w:styleId="{style.id}">
<w:name w:val="{style.name}"/>{based}<w:next w:val="{style.next}"/><w:qFormat/><w:pPr>{keep}<w:widowControl/>{hyphens}
<w:spacing w:before="{style.before}" w:after="{style.after}" w:line="{style.line}" w:lineRule="auto"/>{level}</w:pPr>
<w:rPr>{"<w:b/><w:bCs/>" if style.bold else ""}<w:color w:val="{style.colour}"/>
<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/></w:rPr></w:style>"""


def _table(accent: str) -> str:
    """White space and thin rules: the accent under the head, ink over the sum."""
    return f"""
<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE}"><w:name w:val="House Table"/>
<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>
<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/></w:tblBorders>
<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="50" w:type="dxa"/>
<w:right w:w="200" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>
<w:bottom w:val="single" w:sz="12" w:space="0" w:color="{accent}"/></w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr>
</w:tblStylePr>
<w:tblStylePr w:type="lastRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>
<w:top w:val="single" w:sz="8" w:space="0" w:color="{INK}"/></w:tcBorders></w:tcPr></w:tblStylePr>
</w:style>"""
