"""What the example comes to at each stage: findings, plan, a letter's HTML, its chart, its pages as pictures."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator

import pypdfium2
import pytest

from reportgen.model.findings import Interval, Place
from reportgen.model.selection import Selection
from reportgen.press.blocks import page_blocks
from reportgen.press.charts import draw
from reportgen.press.desk import Desk
from reportgen.press.figures import Album
from reportgen.press.pages import lay_out
from reportgen.press.plan import plan
from reportgen.press.prose.scene import set_scene
from reportgen.press.prose.text import compose
from reportgen.press.words import read_words
from reportgen.press.workshop import read_letter_text
from tests import example

Golden = Callable[[str, bytes], None]
# One city of each kind, and each language: most activities, joined this year, none, one, leaving with headcounts only.
PAGES = (
    ("larvik", "nb"),
    ("bodoe", "nb"),
    ("tromsoe", "nb"),
    ("arendal", "nb"),
    ("haugesund", "nb"),
    ("koebenhavn", "da"),
    ("helsinki", "sv"),
    ("vantaa", "fi"),
    ("reykjavik", "is"),
    ("reykjavik", "en"),
)


def test_findings(golden: Golden) -> None:
    found = example.computed().findings
    told = {
        "totals": {
            finding.indicator: {
                str(o.recipient or "network"): [o.value, o.rows] for o in finding.observations if not o.dimension
            }
            for finding in found.findings
        },
        "parts": {
            finding.indicator: {
                f"{o.dimension}={o.category}": [o.value, o.rows]
                for o in finding.observations
                if o.dimension and not o.recipient
            }
            for finding in found.findings
        },
        "lists": {
            f"{listing.code}/{listing.recipient or 'network'}": [_plain(i) for i in listing.items]
            for listing in found.listings
        },
        "records": {
            record.code: [
                {**{name: _plain(value) for name, value in entry.fields}, "at": entry.address}
                for entry in record.entries
            ]
            for record in found.records
        },
    }
    golden("findings.json", (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())


def _plain(value: object) -> object:
    if isinstance(value, Place):
        return value.id
    if isinstance(value, Interval):
        return f"{value.first}/{value.last}"
    return value if isinstance(value, str | int | float) else str(value)


def test_plan(golden: Golden) -> None:
    lines = [
        f"{document.path}  own {len(document.own.numbers)} numbers {len(document.own.lists)} lists  "
        f"records {' '.join(record.code for record in document.records if record.entries)}"
        for document in plan(example.material(), Selection())
    ]
    golden("plan.txt", ("\n".join(lines) + "\n").encode())


def test_a_letter_as_html(golden: Golden) -> None:
    document, workshop = example.document("larvik", "en"), example.workshop()
    words = read_words(workshop.templates, "en")
    scene = set_scene(document, words)
    figures = Album(document, words, scene, workshop.titles_of(document))
    blocks = page_blocks(Desk(workshop.pages, document, scene, words, figures))
    prose = compose(read_letter_text(document, workshop), scene, blocks)
    golden("larvik.en.html", lay_out(workshop.pages, document, prose, words).encode())


@pytest.mark.parametrize("language", example.LANGUAGES)
def test_the_chart(golden: Golden, language: str) -> None:
    document, templates = example.document("larvik", language), example.ROOT / "templates"
    composed = example.album("larvik", language).compose("participants_by_role")
    assert composed is not None
    golden(f"participants_by_role.{language}.svg", draw(composed.chart, templates, document.publisher.accent))


@pytest.mark.parametrize(("recipient", "language"), PAGES)
def test_the_pages_of_a_letter(golden: Golden, recipient: str, language: str) -> None:
    for number, picture in enumerate(pictures(example.printed(recipient, language).content), 1):
        golden(f"{recipient}.{language}-{number}.png", picture)


@pytest.mark.parametrize(("recipient", "language"), [*PAGES[:-1], ("network", "en")])
def test_the_pages_of_a_report(golden: Golden, recipient: str, language: str) -> None:
    for number, picture in enumerate(pictures(example.printed(recipient, language, "reports").content), 1):
        golden(f"report-{recipient}.{language}-{number}.png", picture)


def pictures(content: bytes) -> Iterator[bytes]:
    """Each page as a small grey PNG."""
    pdf = pypdfium2.PdfDocument(content)
    for page in pdf:
        out = io.BytesIO()
        page.render(scale=0.7).to_pil().convert("L").quantize(16).save(out, "PNG", optimize=True)
        yield out.getvalue()
    pdf.close()
