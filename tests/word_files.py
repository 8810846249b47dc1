"""Word files of the sample annex, made with real charts, and ways to look into them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lxml import etree

from reportgen.model.annexes import Annex
from reportgen.press.charts import draw_png
from reportgen.press.word.write import write_word
from reportgen.press.words import read_words
from tests.annex import sample_annex

TEMPLATES = Path(__file__).parents[1] / "templates"
FORM = TEMPLATES / "figures" / "results.docx"
ACCENT = "#0B5563"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = {"w": W.strip("{}"), "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"}


@cache
def pictures(language: str) -> dict[int, bytes]:
    """The charts of the sample as PNG."""
    return {figure.number: draw_png(figure.chart, TEMPLATES, ACCENT) for figure in sample_annex(language).figures}


def written(annex: Annex) -> bytes:
    """An annex with the sample's figures as Word."""
    return write_word(annex, pictures("en"), read_words(TEMPLATES, "en"), ACCENT)


@cache
def sample_word(language: str) -> bytes:
    """The sample as Word."""
    return write_word(sample_annex(language), pictures(language), read_words(TEMPLATES, language), ACCENT)


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of a Word file."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(content: bytes) -> Any:
    """The text of a Word file, as XML."""
    return etree.fromstring(parts(content)["word/document.xml"])


def find(root: Any, path: str) -> list[Any]:
    """What an XPath finds, with the prefixes `w` and `wp`."""
    return list(root.xpath(path, namespaces=NAMES))


def words_in(root: Any) -> str:
    """The text of an element."""
    return "".join(text.text or "" for text in root.iter(f"{W}t"))


def bookmarks(root: Any) -> Iterator[tuple[str, str]]:
    """The name of each bookmark, and the words in it."""
    for start in root.iter(f"{W}bookmarkStart"):
        inside, piece = "", start.getnext()
        while piece.tag != f"{W}bookmarkEnd":
            inside += words_in(piece)
            piece = piece.getnext()
        yield start.get(f"{W}name"), inside


def to_pdf(content: bytes, folder: Path) -> Path:
    """The file as LibreOffice sets it."""
    source = folder / "file.docx"
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / "file.pdf"
