"""Which files the funder's pack has, each with all that it may print."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from reportgen.model.documents import Document, Recipient
from reportgen.model.findings import Place
from reportgen.model.packs import AnnexFile
from reportgen.press.annex_facts import annex_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportgen.model.packs import AnnexFacts
    from reportgen.model.spec import FunderSpec
    from reportgen.press.facts import Material

KIND = "figures"  # as --only names it
FUNDER = "funder"  # as --recipient names the one who receives it
WHOLE = ("figures.pdf", "figures.docx", "figures.xlsx")
FORM = "results.docx"
PACKAGE = "datapackage.json"
PICTURES, DATA = ("svg", "png"), "csv"


def plan_pack(material: Material, shared: Document, languages: tuple[str, ...]) -> tuple[AnnexFile, ...]:
    """Every file of the pack in these languages (none: the funder's); `shared` is what all documents hold alike.

    The files of the funder's first language bear no language in their names; with them go those that have none.
    """
    funder = material.project.funder
    if funder is None:
        return ()
    annex = annex_facts(material, funder)
    opened = _open(material, shared, funder, annex)
    return tuple(file for language in languages or funder.languages for file in _files(opened, funder, language))


def funder_of(material: Material) -> Recipient | None:
    """Who receives the pack, where there is somebody."""
    funder = material.project.funder
    return Recipient(Place(FUNDER, funder.name, funder.name, None), funder.languages) if funder else None


def _open(material: Material, shared: Document, funder: FunderSpec, annex: AnnexFacts) -> AnnexFile:
    """What all files of the pack hold alike; path and language are still open."""
    recipient = funder_of(material)
    own: dict[str, object] = {
        "kind": KIND,
        "template": funder.template,
        "recipient": recipient,
        "key_figures": funder.key_figures,
        "annex": annex,
    }
    held = {f.name: getattr(shared, f.name) for f in fields(Document)}
    return AnnexFile(**{**held, **own})


def _files(opened: AnnexFile, funder: FunderSpec, language: str) -> Iterator[AnnexFile]:
    infix = "" if language == funder.languages[0] else f".{language}"
    for name in WHOLE:
        yield _file(opened, language, _path(funder, name, infix))
    if funder.form:
        yield _file(opened, language, _path(funder, FORM, infix), form=funder.form)
    for code, number in opened.annex.numbers:
        for ending in (*PICTURES, *(() if infix else (DATA,))):
            path = _path(funder, f"{KIND}/{number:02}-{code}.{ending}", infix)
            yield _file(opened, language, path, figure=code)
    if not infix:
        yield _file(opened, language, _path(funder, PACKAGE, ""))


def _path(funder: FunderSpec, name: str, infix: str) -> str:
    stem, _, ending = name.rpartition(".")
    return f"{funder.folder}/{stem}{infix}.{ending}"


def _file(
    opened: AnnexFile, language: str, path: str, *, figure: str | None = None, form: str | None = None
) -> AnnexFile:
    return replace(opened, language=language, path=path, figure=figure, form=form)
