"""One HTML page becomes one PDF: PDF/UA-1 and PDF/A-3a in the same file, the same bytes wherever it is made."""

from __future__ import annotations

import atexit
import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import escape

from reportgen.errors import TemplateError
from reportgen.press.pdf.engine import read_engine
from reportgen.press.pdf.file import pack
from reportgen.press.pdf.glyphs import (
    Fonts,
    drawing_families,
    drawing_texts,
    missing_families,
    missing_glyphs,
    read_fonts,
)
from reportgen.press.pdf.layout import Layout, declare_row_headers, page_faults, read_layout, unwrap_values
from reportgen.press.pdf.metadata import declare_accessible
from reportgen.press.pdf.passages import note_passages
from reportgen.press.pdf.supplies import ATTACHMENT, Supplies
from reportgen.press.pdf.tags import mend

VARIANT = "pdf/a-3a"
COLOURS = "screen"
LISTENED_TO = ("weasyprint", "fontTools")
MOST_FAULTS = 5

Finish = Callable[[object, object], None]  # called with the document and its PDF before the engine writes it

FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir><config><rescan><int>0</int></rescan></config></fontconfig>
"""


class TypesettingError(Exception):
    """A document cannot be set: a character, a font, an image, a link, or a warning of the engine, in one sentence."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that travels inside the PDF, as data the document was made from."""

    name: str
    description: str
    content: bytes
    mime: str


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished PDF and the number of its pages."""

    content: bytes
    pages: int


class Press:
    """What all documents of one process share: the fonts, the parsed styles, and the folder they may draw on.

    `styles` are stylesheets below `templates`, applied to every document before its own. A TemplateError tells of
    a missing font or a mistake in a stylesheet. The fonts of the machine are shut out for the whole process, so make
    a Press before anything else uses Pango, and one Press a process.
    """

    def __init__(self, templates: Path, styles: tuple[str, ...] = ()) -> None:
        self.templates = templates.resolve()
        self.fonts: Fonts = read_fonts(self.templates / "fonts")
        os.environ["FONTCONFIG_FILE"] = str(_fontconfig_file(self.fonts.folder))
        read_engine()
        from weasyprint.text.fonts import FontConfiguration

        self._font_configuration = FontConfiguration()
        self._colours = _read_colours()
        sheets = [self._read_sheet(name) for name in styles]
        self._share(text for _, text in sheets)
        with _overheard() as said:
            self._styles = [self._parse(path, text) for path, text in sheets]
        if said:
            raise TemplateError(f"the stylesheets have a mistake: {_listed(said)}")

    def typeset(
        self,
        html: str,
        *,
        attachments: tuple[Attached, ...] = (),
        created: date,
        images: Mapping[str, bytes] | None = None,
    ) -> Typeset:
        """Give the PDF of `html`, dated `created`, with `images` at `figure:NAME`; a TypesettingError says why not."""
        given = {file.name: (file.content, file.mime) for file in attachments}
        supplies = Supplies(self.templates, images, given)
        # The engine's own memory of line heights takes one calc() for another: none is to meet that of another page.
        self._font_configuration.strut_layouts.clear()
        with _overheard() as said, self._memory.lent():
            page = self._read_page(html, supplies)
            document = self._lay_out(page)
            layout = read_layout(document.pages)
            faults = (*page_faults(page.etree_element, document.pages), *self._font_faults(layout, supplies))
            _refuse(faults, said)
            noted = note_passages(page.etree_element, document.pages)

            def finish(_document: object, pdf: object) -> None:
                _refuse((), said)
                mend(pdf, layout, noted)

            content = self._paint(document, attachments, created, finish)
        return Typeset(pack(content), len(document.pages))

    def _share(self, styles: Iterable[str]) -> None:
        """Lend the engine a memory, and leave out of its own rules what these style sheets have no use for."""
        from reportgen.press.pdf.shared import Memory, OwnRules

        self._memory, self._rules = Memory(), OwnRules(styles)

    def _read_sheet(self, name: str) -> tuple[Path, str]:
        path = self.templates / name
        if not path.is_file():
            raise TemplateError(f"{path}: there is no such stylesheet")
        try:
            return path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise TemplateError(f"{path}: {error}; save the stylesheet as UTF-8") from error

    def _parse(self, path: Path, text: str) -> Any:  # noqa: ANN401  the engine's
        from weasyprint import CSS

        fetcher, fonts = Supplies(self.templates), self._font_configuration
        # As bytes, because the engine takes a mark at their front for what it is.
        return CSS(string=text.encode(), base_url=path, url_fetcher=fetcher, font_config=fonts)

    def _read_page(self, html: str, supplies: Supplies) -> Any:  # noqa: ANN401  the engine's
        from reportgen.press.pdf.shared import Page

        page = Page(self._rules, html, base_url=self.templates, url_fetcher=supplies)
        declare_row_headers(page.etree_element)
        unwrap_values(page.etree_element)
        return page

    def _lay_out(self, page: Any) -> Any:  # noqa: ANN401  the engine's
        from weasyprint.css import ColorProfile

        # A profile for each document: reading its name changes the bytes that it gives from then on.
        profile = ColorProfile(BytesIO(self._colours), "sRGB2014.icc", "relative-colorimetric", (["r"], ["g"], ["b"]))
        return page.render(
            font_config=self._font_configuration,
            color_profiles={COLOURS: profile},
            stylesheets=self._styles,
            output_intent=COLOURS,
            pdf_variant=VARIANT,
        )

    def _font_faults(self, layout: Layout, supplies: Supplies) -> tuple[str, ...]:
        texts = (*layout.texts, *(text for drawing in supplies.drawings for text in drawing_texts(drawing)))
        families = (*layout.families, *(stack for drawing in supplies.drawings for stack in drawing_families(drawing)))
        return (*missing_glyphs(texts, self.fonts), *missing_families(families, self.fonts))

    def _paint(self, document: Any, attachments: tuple[Attached, ...], created: date, finish: Finish) -> bytes:  # noqa: ANN401  the engine's
        moment = datetime.combine(created, time(), UTC)
        document.metadata.created = document.metadata.modified = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        declare_accessible(document.metadata)
        # The name tree of embedded files is searched by halving, so its names must stand in order.
        attached = [
            _attach(file, document.url_fetcher, moment) for file in sorted(attachments, key=lambda file: file.name)
        ]
        content: bytes = document.write_pdf(
            finisher=finish,
            pdf_variant=VARIANT,
            output_intent=COLOURS,
            attachments=attached,
            # The finished file is packed and numbered once it is whole; the engine would pack it twice before.
            uncompressed_pdf=True,
            pdf_identifier=False,
        )
        return content


def _fontconfig_file(fonts: Path) -> Path:
    """A configuration in which `fonts` is the only folder there is; it stays as long as the process."""
    folder = Path(tempfile.mkdtemp(prefix="reportgen-fonts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    text = FONTCONFIG.format(fonts=escape(str(fonts)), cache=escape(str(folder / "cache")))
    (folder / "fonts.conf").write_text(text, encoding="utf-8")
    return folder / "fonts.conf"


def _read_colours() -> bytes:
    """The sRGB profile WeasyPrint brings; left to itself it opens it for each document and never closes it."""
    import weasyprint.pdf

    return (files(weasyprint.pdf) / "sRGB2014.icc").read_bytes()


def _attach(file: Attached, supplies: Supplies, moment: datetime) -> Any:  # noqa: ANN401  the engine's
    from weasyprint import Attachment

    return Attachment(
        url=f"{ATTACHMENT}:{quote(file.name)}",
        url_fetcher=supplies,
        name=file.name,
        description=file.description,
        relationship="Data",
        created=moment,
        modified=moment,
    )


@contextmanager
def _overheard() -> Iterator[list[str]]:
    """Collect every warning and error the engine logs meanwhile; it goes on after a blocked image."""
    said: list[str] = []
    ear = _Ear(said)
    with ExitStack() as stack:
        for name in LISTENED_TO:
            logger = logging.getLogger(name)
            stack.callback(logger.setLevel, logger.level)
            stack.callback(logger.removeHandler, ear)
            logger.setLevel(logging.WARNING)
            logger.addHandler(ear)
        yield said


class _Ear(logging.Handler):
    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._said = said

    def emit(self, record: logging.LogRecord) -> None:
        self._said.append(f"the engine says: {record.getMessage()}")


def _refuse(faults: Sequence[str], said: Sequence[str]) -> None:
    if faults or said:
        raise TypesettingError(_listed((*faults, *said)))


def _listed(faults: Sequence[str]) -> str:
    """The first few faults in one sentence, each once."""
    unique = tuple(dict.fromkeys(faults))
    more = (f"and {len(unique) - MOST_FAULTS} more",) if len(unique) > MOST_FAULTS else ()
    return "; ".join((*unique[:MOST_FAULTS], *more))
