"""Copies of the example project that a test may change, and the command as a user gives it."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pypdfium2
from click.testing import CliRunner, Result

from reportgen.cli import main
from reportgen.manifest.read import read_manifest

ROOT = Path(__file__).parent.parent


def copy_example(folder: Path) -> Path:
    """The example project without its output, in a folder of its own."""
    shutil.copy(ROOT / "reportgen.toml", folder)
    for part in ("data", "templates"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return folder


def reportgen(*words: str | Path) -> Result:
    """The command, run in this process."""
    return CliRunner().invoke(main, [str(word) for word in words])


def manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a build."""
    return read_manifest((folder / "manifest.json").read_bytes())


def pdfs(folder: Path) -> list[str]:
    """The PDFs below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.pdf"))


def change(workbook: Path, edit: Callable[[openpyxl.Workbook], None]) -> None:
    """A workbook opened, changed and saved, as staff would."""
    book = openpyxl.load_workbook(workbook)
    edit(book)
    book.save(workbook)


def attached(path: Path) -> list[dict[str, str]]:
    """The rows of a document's numbers.csv."""
    with pikepdf.open(path) as pdf:
        content = pdf.attachments["numbers.csv"].get_file().read_bytes()
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def text_of(path: Path) -> str:
    """A PDF's text with its lines joined, hyphenation undone and every kind of space made plain."""
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    text = " ".join(pages).translate(dict.fromkeys((0x02, 0xFFFE, 0xAD))).replace("\u00a0", " ").replace("\u202f", " ")
    return " ".join(text.split())


def lengthen(project: Path) -> None:
    """Give the project forty workbooks more to read, which takes seconds: each row again, and so counted once."""
    for number in range(40):
        folder = project / f"data/again-{number:02}"
        folder.mkdir()
        shutil.copy(project / "data/2018/activity.xlsx", folder)
