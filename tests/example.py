"""The example project, read and computed once for all tests that speak of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportgen import build
from reportgen.model.documents import Document
from reportgen.model.packs import AnnexFile
from reportgen.model.records import Printed
from reportgen.model.selection import Selection
from reportgen.numbers.compute import Computed, compute
from reportgen.press.facts import Material
from reportgen.press.figures import Album
from reportgen.press.plan import plan
from reportgen.press.prose.scene import set_scene
from reportgen.press.render import render
from reportgen.press.workshop import Workshop, open_workshop

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
    sources = tuple((table.source, table.files) for table in checked().tables)
    years = found.findings, found.previous, found.recipients, found.history
    return Material(checked().project, *years, found.places, found.left, sources)


def documents(*recipients: str, language: str = "", kind: str = "letters") -> tuple[Document, ...]:
    """The planned letters of these cities, in their own language or in this one."""
    languages = (language,) if language else ()
    return plan(material(), Selection(only=(kind,), recipients=recipients, languages=languages))


def document(recipient: str = "larvik", language: str = "en", kind: str = "letters") -> Document:
    """One planned document."""
    return documents(recipient, language=language, kind=kind)[0]


def pack(language: str = "") -> tuple[AnnexFile, ...]:
    """The planned files of the funder's pack, in its languages or in this one."""
    languages = (language,) if language else ()
    planned = plan(material(), Selection(only=("figures",), languages=languages))
    return tuple(file for file in planned if isinstance(file, AnnexFile))


@cache
def workshop() -> Workshop:
    """One press for the whole test process, as a worker has."""
    return open_workshop(ROOT / "templates", ("letter", "city-report", "figures"))


def album(recipient: str = "larvik", language: str = "en", kind: str = "letters") -> Album:
    """The figures of one document, each composed when it is asked for."""
    planned, shop = document(recipient, language, kind), workshop()
    words = shop.words_in(language)
    return Album(planned, words, set_scene(planned, words), shop.titles_of(planned))


@cache
def printed(recipient: str = "larvik", language: str = "en", kind: str = "letters") -> Printed:
    """A document that was made."""
    made = render(document(recipient, language, kind), workshop())
    assert isinstance(made, Printed), made
    return made
