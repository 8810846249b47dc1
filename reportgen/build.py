"""The whole way, in order: intake, numbers, press, handover."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reportgen.doctor import refuse_without_libraries
from reportgen.engines import versions
from reportgen.errors import UsageError
from reportgen.executors import Craft, Executor, Run, Serial
from reportgen.handover.inputs import patterns_of, read_inputs
from reportgen.handover.standing import read_standing
from reportgen.handover.store import Hold
from reportgen.intake import checks, tables
from reportgen.intake import project as project_file
from reportgen.model.records import Made, Manifest
from reportgen.model.selection import Selection
from reportgen.model.spec import Edition, Project
from reportgen.numbers.compute import Computed, compute
from reportgen.orders import Checked, Order, Outcome, Progress, Tell, folder_of
from reportgen.press.facts import Material
from reportgen.press.packs import FUNDER
from reportgen.press.plan import NETWORK, plan
from reportgen.production import Production
from reportgen.server import PRELOADED

if TYPE_CHECKING:
    from reportgen.audit.readings import Account

__all__ = ["Checked", "Order", "Outcome", "Progress", "Selection", "Tell", "build", "check", "reconcile"]


def check(order: Order) -> Checked:
    """Read the project and hold every row against it; nothing is made."""
    return _check(project_file.read(order.project))


def build(order: Order, hold: Hold, tell: Tell, executor: Executor | None = None) -> Outcome:
    """Make the documents that were asked for and differ from what stands, and the manifest last."""
    project = project_file.read(order.project)
    edition = _edition(project, order.edition)
    refuse_without_libraries()
    store = hold.of(folder_of(order, project.root, edition.year))  # before a row is read: a second build need not wait
    patterns = patterns_of((source.files for source in project.sources), project.file.name)
    made = Made(order.asked, patterns, tuple(read_inputs(project.root, patterns).items()))
    with (executor or Serial()).open(_craft(project)) as run:
        checked = _check(project)
        if checked.errors:
            return Outcome(store.folder, checked.issues)
        computed = compute(project, edition, checked.tables)
        checked = replace(checked, issues=(*checked.issues, *computed.issues))
        if checked.errors:
            return Outcome(store.folder, checked.issues)
        production = Production(order, read_standing(store), dict(made.inputs))
        return _make(production, (checked, computed, made), run, tell)


def reconcile(order: Order) -> Account:
    """Everything built for an edition, read back from its files; UsageError where nothing has been built."""
    from reportgen.audit.reconcile import reconcile as read_back

    project = project_file.read(order.project)
    edition = _edition(project, order.edition)
    return read_back(folder_of(order, project.root, edition.year), project.root)


def _check(project: Project) -> Checked:
    checked = checks.check(project, tables.read(project))
    return Checked(project, checked.tables, checked.issues)


def _edition(project: Project, year: int | None) -> Edition:
    edition = project.edition(year)
    if edition is None:
        years = ", ".join(str(known.year) for known in project.editions)
        raise UsageError(f"--edition {year}: {project.file.name} has no such edition; there are: {years}")
    return edition


def _craft(project: Project) -> Craft:
    """What workers do: the press's own acts, with the templates of every kind that the project declares.

    All of them, whatever was asked for, because every style sheet acts on every page.
    """
    from reportgen.press.work import do
    from reportgen.press.workshop import open_workshop, warm

    kinds = {spec.template for spec in project.documents} | ({project.funder.template} if project.funder else set())
    return Craft(
        templates=project.templates,
        open=partial(open_workshop, kinds=tuple(sorted(kinds))),
        warm=warm,
        make=do,
        engines=versions,
        preload=PRELOADED,
    )


def _make(production: Production, known: tuple[Checked, Computed, Made], run: Run, tell: Tell) -> Outcome:
    from reportgen.press.trim import Trimmer
    from reportgen.press.workshop import open_texts, read_letter_text

    checked, computed, made = known
    material = _material(checked, computed)
    documents = plan(material, production.order.selection)
    workshop = open_texts(checked.project.templates)
    for document in {(d.template, d.language): d for d in documents}.values():
        read_letter_text(document, workshop)  # a mistake in a text is told before the first letter is made
    production.print(documents, Trimmer(workshop), run, tell)
    recipients = {recipient.id for recipient in (*computed.recipients, *computed.left)} | {NETWORK, FUNDER}
    planned = tuple(document.path for document in documents)
    return production.close(_manifest(checked, computed, made), planned, frozenset(recipients))


def _material(checked: Checked, computed: Computed) -> Material:
    return Material(
        checked.project,
        computed.findings,
        computed.previous,
        computed.recipients,
        computed.history,
        computed.places,
        computed.left,
        tuple((table.source, table.files) for table in checked.tables),
    )


def _manifest(checked: Checked, computed: Computed, made: Made) -> Manifest:
    """The record of a build but for its documents."""
    files = {(file.path, file.sheet): file for table in checked.tables for file in table.files}
    return Manifest(
        project=checked.project.publisher.name,
        edition=computed.findings.edition,
        versions=versions(),
        sources=tuple(files[key] for key in sorted(files, key=str)),
        findings=computed.findings.findings,
        listings=computed.findings.listings,
        records=computed.findings.records,
        printed=(),
        failed=(),
        issues=checked.issues,
        made=made,
    )
