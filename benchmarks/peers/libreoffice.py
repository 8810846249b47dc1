"""LibreOffice over docxtpl: a template filled for each letter, then one conversion: libreoffice.py PROJECT OUTPUT."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

from common import Letter, paragraphs, read_with_calamine
from docx import Document
from docx.shared import Mm, Pt
from docxtpl import DocxTemplate, InlineImage
from fast_chart import draw
from matplotlib import font_manager


def write_template(file: Path, letter: Letter) -> None:
    """A Word file as an office would make it: the text, a place for the picture, two tables with loops."""
    book = Document()
    section = book.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(23)
    section.top_margin, section.bottom_margin = Mm(24), Mm(22)
    section.footer.paragraphs[0].text = "Nordic Safe Cities   Edition 2018 · Data as of 14 December 2018"
    book.styles["Normal"].font.name, book.styles["Normal"].font.size = "Inter", Pt(10)
    book.styles["Normal"].paragraph_format.space_after = Pt(4)
    book.add_paragraph("Nordic Safe Cities")
    book.add_paragraph("{{ address }}")
    book.add_paragraph("Copenhagen, 14 December 2018")
    for kind, words in paragraphs(letter):
        said = words.replace(letter.name, "{{ name }}")
        if kind == "figure":
            book.add_paragraph("{{ chart }}")
            _table(book, ("Group", "2018", "2017"), "bar in bars", ("bar[0]", "bar[1]", "bar[2]"))
        elif kind == "table":
            _table(
                book, ("Date", "Activity", "Kind", "People"), "row in rows", ("row[0]", "row[1]", "row[2]", "row[3]")
            )
        elif kind == "p":
            book.add_paragraph(
                said.replace(f", {letter.participants:,} people", ", {{ participants }} people").replace(
                    f"{letter.activities:,} of the", "{{ activities }} of the"
                )
            )
        else:
            book.add_heading(said, 0 if kind == "h1" else 2)
    book.save(file)


def _table(book: Document, heads: tuple[str, ...], loop: str, cells: tuple[str, ...]) -> None:
    table = book.add_table(rows=4, cols=len(heads))
    for cell, words in zip(table.rows[0].cells, heads, strict=True):
        cell.text = words
    table.rows[1].cells[0].text = f"{{%tr for {loop} %}}"
    for cell, name in zip(table.rows[2].cells, cells, strict=True):
        cell.text = f"{{{{ {name} }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    for cell in (cell for row in table.rows for cell in row.cells):
        cell.paragraphs[0].paragraph_format.space_after = Pt(0)
        for run in cell.paragraphs[0].runs:
            run.font.size = Pt(8)


def main() -> None:
    """Fill, then convert."""
    project, output = map(Path, sys.argv[1:])
    output.mkdir(parents=True, exist_ok=True)
    for font in sorted((project / "templates" / "fonts").glob("*.otf")):
        font_manager.fontManager.addfont(font)
    letters = read_with_calamine(project / "activity.xlsx")
    form = output / "form.docx"
    write_template(form, letters[0])
    files = []
    for letter in letters:
        draw(letter, output / f"{letter.city}.png", dpi=300)
        book = DocxTemplate(form)
        book.render(
            {
                "name": letter.name,
                "address": ", ".join(letter.address),
                "participants": letter.participants,
                "activities": letter.activities,
                "bars": letter.roles,
                "rows": [(f"{day:%d/%m/%Y}", *rest) for day, *rest in letter.rows],
                "chart": InlineImage(book, str(output / f"{letter.city}.png"), width=Mm(108)),
            }
        )
        files.append(output / f"{letter.city}.docx")
        book.save(files[-1])
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                "soffice",
                "--headless",
                f"-env:UserInstallation=file://{profile}",
                "--convert-to",
                'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}',
                "--outdir",
                output,
                *files,
            ],
            check=True,
            capture_output=True,
        )


main()
