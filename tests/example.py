"""The example project, read and computed once for all tests that speak of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportgen import build
from reportgen.model.documents import Document
from reportgen.model.records import Failed, Printed
from reportgen.numbers.compute import Computed, compute
from reportgen.press.facts import Material
from reportgen.press.plan import Selection, plan
from reportgen.press.render import Workshop, open_workshop, render

ROOT = Path(__file__).parent.parent
LANGUAGES = ("en", "da", "nb", "sv", "fi", "is")


@cache
def checked() -> build.Checked:
    """The example's rows."""
    return build.check(build.Order(ROOT))


@cache
def computed() -> Computed:
    """The example's findings for its newest edition."""
    project = checked().project
    edition = project.edition(None)
    assert edition is not None
    return compute(project, edition, checked().tables)


@cache
def material() -> Material:
    """What the example's documents are planned from."""
    found = computed()
    return Material(checked().project, found.findings, found.previous, found.recipients, found.history, found.places)


def documents(*recipients: str, language: str = "", kind: str = "letters") -> tuple[Document, ...]:
    """The planned letters of these cities, in their own language or in this one."""
    languages = (language,) if language else ()
    return plan(material(), Selection(only=(kind,), recipients=recipients, languages=languages))


def document(recipient: str = "larvik", language: str = "en", kind: str = "letters") -> Document:
    """One planned document."""
    return documents(recipient, language=language, kind=kind)[0]


@cache
def workshop() -> Workshop:
    """One press for the whole test process, as a worker has."""
    return open_workshop(ROOT / "templates", ("letter", "city-report"))


@cache
def printed(recipient: str = "larvik", language: str = "en", kind: str = "letters") -> Printed:
    """A document that was made."""
    made = render(document(recipient, language, kind), workshop())
    assert not isinstance(made, Failed), made.reason
    return made
