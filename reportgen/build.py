"""The whole way, in order: intake, numbers, press, handover."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path

from reportgen import __version__
from reportgen.doctor import refuse_without_libraries
from reportgen.errors import UsageError
from reportgen.executors import Executor, Serial
from reportgen.handover.manifest import FILE, read_documents, write_manifest
from reportgen.handover.store import Store, open_store
from reportgen.intake import checks, tables
from reportgen.intake import project as project_file
from reportgen.model.documents import Document, Recipient
from reportgen.model.records import Failed, Manifest, Printed
from reportgen.model.spec import Edition, Project
from reportgen.model.tables import Issue, Severity, Table
from reportgen.numbers.compute import Computed, compute
from reportgen.press.facts import Material
from reportgen.press.plan import NETWORK, Selection, plan

ENGINES = (
    "babel",
    "jinja2",
    "fonttools",
    "markdown-it-py",
    "matplotlib",
    "num2words",
    "pandas",
    "pikepdf",
    "python-calamine",
    "weasyprint",
)


@dataclass(frozen=True, slots=True)
class Order:
    """What the user asked for."""

    project: Path
    output: Path | None = None
    edition: int | None = None
    selection: Selection = field(default_factory=Selection)
    force: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """A project and its rows, held against what the project file says of them."""

    project: Project
    tables: tuple[Table, ...]
    issues: tuple[Issue, ...]

    @property
    def errors(self) -> tuple[Issue, ...]:
        """The issues that stop a build."""
        return tuple(issue for issue in self.issues if issue.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to; nothing was made when the data has errors."""

    folder: Path
    issues: tuple[Issue, ...]
    made: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    failed: tuple[Failed, ...] = ()

    @property
    def status(self) -> int:
        """The exit status: 3 for errors in the data, 4 for a template's fault, 1 for failed documents, else 0."""
        if any(issue.severity is Severity.ERROR for issue in self.issues):
            return 3
        if any(failed.in_template for failed in self.failed):
            return 4
        return 1 if self.failed else 0


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of a build as it happens: so many of so many, and the document's path."""

    done: int
    of: int
    path: str


Tell = Callable[[Progress], None]


def check(order: Order) -> Checked:
    """Read the project and hold every row against it; nothing is made."""
    project = project_file.read(order.project)
    checked = checks.check(project, tables.read(project))
    return Checked(project, checked.tables, checked.issues)


def build(order: Order, tell: Tell, executor: Executor | None = None) -> Outcome:
    """Make the documents that were asked for, and the manifest last."""
    checked = check(order)
    project, edition = checked.project, _edition(checked.project, order.edition)
    folder = (order.output or project.root / "output") / str(edition.year)
    if checked.errors:
        return Outcome(folder, checked.issues)
    refuse_without_libraries()
    computed = compute(project, edition, checked.tables)
    checked = replace(checked, issues=(*checked.issues, *computed.issues))
    if checked.errors:
        return Outcome(folder, checked.issues)
    material = Material(
        project, computed.findings, computed.previous, computed.recipients, computed.history, computed.places
    )
    documents = plan(material, order.selection)
    with open_store(folder) as store:
        outcome, results = _print(documents, project, store, (order, tell, executor or Serial()))
        manifest = _manifest(project, checked, computed, results)
        store.write(FILE, write_manifest(manifest, _kept(store, results, computed.recipients)))
    return replace(outcome, issues=checked.issues)


def _edition(project: Project, year: int | None) -> Edition:
    edition = project.edition(year)
    if edition is None:
        years = ", ".join(str(known.year) for known in project.editions)
        raise UsageError(f"--edition {year}: {project.file.name} has no such edition; there are: {years}")
    return edition


def _print(
    documents: tuple[Document, ...], project: Project, store: Store, how: tuple[Order, Tell, Executor]
) -> tuple[Outcome, tuple[Printed | Failed, ...]]:
    from reportgen.press.render import open_workshop, read_letter_text, render

    order, tell, executor = how
    workshop = open_workshop(project.templates, {document.template for document in documents})
    for document in {(d.template, d.language): d for d in documents}.values():
        read_letter_text(document, workshop)  # a mistake in a text is told before the first letter is made
    results, made, unchanged, failed = [], [], [], []
    for result in executor.run(partial(render, workshop=workshop), documents):
        results.append(result)
        tell(Progress(len(results), len(documents), result.path))
        if isinstance(result, Failed):
            failed.append(result)
        elif store.read(result.path) == result.content and not order.force:
            unchanged.append(result.path)
        else:
            store.write(result.path, result.content)
            made.append(result.path)
    return Outcome(store.folder, (), tuple(made), tuple(unchanged), tuple(failed)), tuple(results)


def _kept(
    store: Store, results: tuple[Printed | Failed, ...], recipients: tuple[Recipient, ...]
) -> tuple[dict[str, object], ...]:
    """What the last manifest says of documents that this build was not asked for, where their files still are whole."""
    asked = {result.path for result in results}
    known = {recipient.id for recipient in recipients} | {NETWORK}
    earlier = read_documents(store.read(FILE))
    kept = (earlier[path] for path in sorted(set(earlier) - asked) if earlier[path].get("recipient") in known)
    return tuple(entry for entry in kept if _is_whole(store.read(str(entry["path"])), str(entry.get("sha256"))))


def _is_whole(content: bytes | None, sha256: str) -> bool:
    return content is not None and hashlib.sha256(content).hexdigest() == sha256


def _versions() -> tuple[tuple[str, str], ...]:
    """Everything whose version can change a byte of what is made."""
    from reportgen.press.pdf.press import pango_version

    engines = ((name, version(name)) for name in ENGINES)
    return (("reportgen", __version__), ("python", platform.python_version()), ("pango", pango_version()), *engines)


def _manifest(
    project: Project, checked: Checked, computed: Computed, results: tuple[Printed | Failed, ...]
) -> Manifest:
    files = {(file.path, file.sheet): file for table in checked.tables for file in table.files}
    return Manifest(
        project=project.publisher.name,
        edition=computed.findings.edition,
        versions=_versions(),
        sources=tuple(files[key] for key in sorted(files, key=str)),
        findings=computed.findings.findings,
        listings=computed.findings.listings,
        records=computed.findings.records,
        printed=tuple(result for result in results if isinstance(result, Printed)),
        failed=tuple(result for result in results if isinstance(result, Failed)),
        issues=checked.issues,
    )
