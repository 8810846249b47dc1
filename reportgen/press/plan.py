"""Which documents there are, and what each holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.errors import UsageError, nearest
from reportgen.model.documents import Document, Recipient
from reportgen.model.findings import Place
from reportgen.model.selection import Selection
from reportgen.model.spec import Texts
from reportgen.press.facts import Material, record_facts, scope_of, table_facts
from reportgen.press.figure_facts import figure_fact, is_own
from reportgen.press.packs import FUNDER, funder_of, plan_pack
from reportgen.press.packs import KIND as PACK

if TYPE_CHECKING:
    from reportgen.model.spec import DocumentSpec, Project

NETWORK = "network"


def plan(material: Material, selection: Selection) -> tuple[Document, ...]:
    """The documents of the selection, by kind, recipient and language; the files of the funder's pack come last.

    A recipient named together with a language gets its document in that language even where it is not its own.
    Raises UsageError for a kind, recipient or language that is not there.
    """
    _check(material, selection)
    if not material.recipients:
        return ()
    shared = _shared(material)
    documents = tuple(
        replace(_open(shared, material, spec, recipient), path=_path(spec, recipient, language), language=language)
        for spec in material.project.documents
        if not selection.only or spec.kind in selection.only
        for recipient in _recipients(material, spec)
        if not selection.recipients or recipient.id in selection.recipients
        for language in dict.fromkeys(_languages(recipient, selection))
    )
    asked = (not selection.only or PACK in selection.only) and (
        not selection.recipients or FUNDER in selection.recipients
    )
    return (*documents, *(plan_pack(material, shared, selection.languages) if asked else ()))


def _recipients(material: Material, spec: DocumentSpec) -> tuple[Recipient, ...]:
    """The members, those who have left where they are to have one too, and the network itself likewise."""
    left = material.left if spec.left_too else ()
    network = (_network(material.project),) if spec.network_too else ()
    return (*sorted((*material.recipients, *left), key=lambda recipient: recipient.id), *network)


def _network(project: Project) -> Recipient:
    name = Texts(tuple((language, project.publisher.name) for language in project.languages))
    return Recipient(Place(NETWORK, name, name, None), project.languages)


def _path(spec: DocumentSpec, recipient: Recipient, language: str) -> str:
    return f"{spec.folder}/{recipient.id}.{language}.pdf"


def _open(shared: Document, material: Material, spec: DocumentSpec, recipient: Recipient) -> Document:
    """A document of one kind for one recipient; its language is still open."""
    whose = None if recipient.id == NETWORK else recipient.id
    network = {fact.spec.code: fact for fact in shared.figures}
    project, apart = material.project, recipient in material.left  # who has left is a dot in its own report only
    return replace(
        shared,
        kind=spec.kind,
        template=spec.template,
        recipient=recipient,
        own=scope_of(material, material.findings, whose),
        previous_own=scope_of(material, material.previous, whose),
        key_figures=spec.key_figures,
        key_figures_of=spec.key_figures_of,
        address_window=spec.address_window,
        figures=tuple(
            figure_fact(material, figure, whose) if apart or is_own(project, figure) else network[figure.code]
            for figure in project.figures
        ),
        tables=table_facts(material, whose),
        texts=tuple(material.findings.owned(whose).texts),
    )


def _languages(recipient: Recipient, selection: Selection) -> tuple[str, ...]:
    if not selection.languages:
        return recipient.languages
    if selection.recipients:
        return selection.languages
    return tuple(language for language in recipient.languages if language in selection.languages)


def _check(material: Material, selection: Selection) -> None:
    specs, funder = material.project.documents, funder_of(material)
    kinds = (*(spec.kind for spec in specs), *((PACK,) if funder else ()))
    known = (
        *(recipient for spec in specs for recipient in _recipients(material, spec)),
        *((funder,) if funder else ()),
    )
    ids = tuple(dict.fromkeys(recipient.id for recipient in known))
    asked = (
        ("--only", selection.only, kinds),
        ("--recipient", selection.recipients, ids),
        ("--language", selection.languages, material.project.languages),
    )
    for option, names, possible in asked:
        for name in names:
            if name not in possible:
                message = f"{option} {name}: there is no {name!r} in this edition; {nearest(name, possible)}"
                raise UsageError(message)


def _shared(material: Material) -> Document:
    """What every document of the edition holds alike; kind, recipient and language are still open."""
    project = material.project
    network = scope_of(material, material.findings, None)
    previous = scope_of(material, material.previous, None)
    return Document(
        kind="",
        template="",
        path="",
        language="",
        recipient=material.recipients[0],
        publisher=project.publisher,
        edition=material.findings.edition,
        rounding=project.rounding,
        own=network,
        network=network,
        previous_own=previous,
        previous_network=previous,
        records=record_facts(material),
        facts=project.facts,
        figures=tuple(figure_fact(material, figure, None) for figure in project.figures),
        key_figures=(),
        address_window="",
    )
