"""Makes the example's form: `python templates/figures/make_form.py` writes results.docx beside this script.

It stands for the form that a funder sends. Its words come from the annex, so it is filled in in any language; put your
own in its place (docs/funder.md).
"""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

from docx import Document

from reportgen.press.word.archive import pack, unpack
from reportgen.press.word.blank import Properties, blank
from reportgen.press.word.elements import element, paragraph, run
from reportgen.press.word.pages import LYING, Pages

# The results' columns, each with its share of the page, and whether it holds numbers.
COLUMNS = (
    ("objective", 12, False),
    ("indicator", 14, False),
    ("unit", 12, False),
    ("baseline", 12, True),
    ("target", 9, True),
    ("actual", 8, True),
    ("share", 10, True),
    ("status", 9, False),
    ("comment", 14, False),
)
# What stands in a cell beside its column's own value: when a baseline was, where there is one.
SAID = {"baseline": "{{ row.baseline }}{% if row.baseline_year %} ({{ row.baseline_year }}){% endif %}"}
ACCENT = "#1D2429"


def main() -> None:
    """Write the form."""
    subject = "A form in the place of the funder's own"
    properties = Properties("{{ title }}", "{{ publisher }}", subject, "en", date(2018, 1, 1), ACCENT)
    document = Document(BytesIO(blank(properties)))
    pages = Pages(document)
    pages.turn(lying=True)
    pages.add(
        paragraph("Title", run("{{ title }}")),
        paragraph("Subtitle", run("{{ funder }}")),
        paragraph("Normal", run("{{ publisher }} · {{ issued }}")),
        results(),
        *chapters(),
    )
    pages.finish("{{ title }}", "{{ publisher }}", {"page": "", "of": " / "})
    written = BytesIO()
    document.save(written)
    target = Path(__file__).with_name("results.docx")
    target.write_bytes(pack(unpack(written.getvalue())))
    print(f"{target.name}: {target.stat().st_size // 1000} kB")


def results() -> object:
    """A row for each indicator, with a head that comes again on every page."""
    made = element("tbl")
    made.append(element("tblPr", element("tblStyle", val="HouseTable"), element("tblW", w="5000", type="pct"), look()))
    made.append(element("tblGrid", *(element("gridCol", w=str(LYING * share // 100)) for _, share, _ in COLUMNS)))
    made.append(row("tblHeader", *(f"{{{{ headings.{name} }}}}" for name, _, _ in COLUMNS)))
    made.append(row("", "{%tr for row in results %}"))
    made.append(row("cantSplit", *(SAID.get(name, f"{{{{ row.{name} }}}}") for name, _, _ in COLUMNS)))
    made.append(row("", "{%tr endfor %}"))
    return made


def look() -> object:
    """The head is a head, and the first cell of a row too."""
    return element("tblLook", val="06A0", firstRow="1", lastRow="0", firstColumn="1", lastColumn="0")


def row(mark: str, *texts: str) -> object:
    """A row of the table; a lone text stands in a cell across all columns."""
    made = element("tr", *((element("trPr", element(mark)),) if mark else ()))
    for text, (_, share, is_number) in zip(texts, COLUMNS, strict=False):
        width = element("tcW", w=str(share * 50 if len(texts) > 1 else 5000), type="pct")
        span = () if len(texts) > 1 else (element("gridSpan", val=str(len(COLUMNS))),)
        words = paragraph("TableText", run(text), align="right" if is_number and len(texts) > 1 else "")
        made.append(element("tc", element("tcPr", width, *span), words))
    return made


def chapters() -> tuple[object, ...]:
    """The chapters that have something to say beside their numbers."""
    return (
        paragraph("Normal", run("{%p for chapter in chapters %}")),
        paragraph("Normal", run("{%p if chapter.note %}")),
        paragraph("Heading2", run("{{ chapter.title }}")),
        paragraph("Normal", run("{{ chapter.note }}")),
        paragraph("Normal", run("{%p endif %}")),
        paragraph("Normal", run("{%p endfor %}")),
    )


if __name__ == "__main__":
    main()
