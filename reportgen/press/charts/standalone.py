"""What a picture outside the page says of itself: its title, its alt text and its language, in the file's own way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from reportgen.press.charts.layout import Layout

if TYPE_CHECKING:
    from PIL.PngImagePlugin import PngInfo

# Faces about as wide and as plain as Inter, for who has not got it; each text keeps the width that Inter gave it.
FACES = "Inter, 'Helvetica Neue', Helvetica, Arial, sans-serif"
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
SVG_HEAD = re.compile(r"<svg ([^>]*)>\s*<metadata>.*?</metadata>", re.DOTALL)
SVG_TEXT = re.compile(r'<text style="([^"]*)"')
# XMP part 1; Iptc4xmpCore:AltTextAccessibility is where IPTC puts what a screen reader says.
PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
   <dc:format>image/png</dc:format>
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
   <dc:title>{title}</dc:title>
   <dc:description>{alt}</dc:description>
   <Iptc4xmpCore:AltTextAccessibility>{alt}</Iptc4xmpCore:AltTextAccessibility>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, slots=True)
class Says:
    """A picture's name in ids, its title, what it says to the blind, and in which language."""

    code: str
    title: str
    alt: str
    language: str


def complete_svg(svg: str, layout: Layout, says: Says) -> str:
    """The page's SVG as an image of its own: title, description, role, language, and faces to fall back on."""
    code, language = _safe(says.code), _safe(says.language)
    head = (
        f' role="img" lang="{language}" xml:lang="{language}"'
        f' aria-labelledby="{code}-title" aria-describedby="{code}-desc">'
        f'\n <title id="{code}-title">{_safe(says.title)}</title>'
        f'\n <desc id="{code}-desc">{_safe(says.alt)}</desc>'
    )
    # matplotlib writes the texts in the order of the labels, and leaves out the empty ones.
    widths = iter([label.width for label in layout.labels if label.text])
    kept = SVG_TEXT.sub(lambda text: f'<text style="{_faces(text[1])}"{_length(next(widths))}', svg)
    return SVG_HEAD.sub(lambda found: f"<svg {found[1]}{head}", kept, count=1)


def _faces(style: str) -> str:
    return style.replace("font-family: 'Inter'", f"font-family: {FACES}")


def _length(width: float) -> str:
    """Another face is drawn as wide as Inter, so that nothing is pushed out of place."""
    return f' textLength="{width:.3f}" lengthAdjust="spacingAndGlyphs"' if width > 0 else ""


def png_words(says: Says) -> PngInfo:
    """What a PNG says of itself: text chunks for most programs, XMP with IPTC's alt text for picture archives."""
    from PIL.PngImagePlugin import PngInfo

    words = PngInfo()
    for key, text in (("Title", says.title), ("Description", says.alt)):
        words.add_itxt(key, _legal(text), lang=says.language)
    packet = PACKET.format(language=_safe(says.language), title=_spoken(says.title, says), alt=_spoken(says.alt, says))
    words.add_itxt("XML:com.adobe.xmp", packet)
    return words


def _spoken(text: str, says: Says) -> str:
    """A text in XMP, for readers of its language and of any other."""
    return "".join(
        f'<rdf:li xml:lang="{language}">{_safe(text)}</rdf:li>' for language in ("x-default", says.language)
    ).join(("<rdf:Alt>", "</rdf:Alt>"))


def _safe(text: str) -> str:
    return escape(_legal(text))


def _legal(text: str) -> str:
    return NOT_XML.sub("", text)
