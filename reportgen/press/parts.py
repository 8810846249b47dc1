"""Which of the template files a document is made with, part by part."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from reportgen.model.documents import Document
from reportgen.model.packs import AnnexFile

# These act on a document through its words alone: where the words are the same, so is the document.
WORDED = frozenset({"text", "pages", "words", "form"})
FONTS = {".otf", ".ttf"}
DRAWING = {".mplstyle", ".geojson"}
ASIDE = {".py", ".pyc", ".md", ".txt", ".toml", ".docx"}  # notes, licences, scripts, others' texts and forms


def parts_of(document: Document, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The names of the files below the templates folder that may change the document, by the part they have in it.

    The translations in texts/ have none: they are among the document's values. A file of no known part, such as a
    picture, is taken to change every document.
    """
    parts: dict[str, list[str]] = {}
    for name in sorted(names):
        part = _part(document, PurePosixPath(name))
        if part:
            parts.setdefault(part, []).append(name)
    return {part: tuple(found) for part, found in sorted(parts.items())}


def _part(document: Document, name: PurePosixPath) -> str:
    exact = {f"{document.template}/{document.template}.{document.language}.md": "text", "words.toml": "words"}
    if isinstance(document, AnnexFile) and document.form:
        exact[document.form] = "form"
    by_ending = {".html": "pages", ".css": "styles"}
    by_ending |= dict.fromkeys(FONTS, "fonts") | dict.fromkeys(DRAWING, "drawing") | dict.fromkeys(ASIDE, "")
    return exact.get(str(name)) or by_ending.get(name.suffix.lower(), "pictures")
