"""What a build is asked for, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.glance import find_project
from reportgen.model.selection import Selection
from reportgen.model.tables import Issue, Severity, Table

if TYPE_CHECKING:  # an unchanged build has no need of these, and they cost a third of its time
    from reportgen.model.records import Failed
    from reportgen.model.spec import Project


@dataclass(frozen=True, slots=True)
class Order:
    """What the user asked for."""

    project: Path
    output: Path | None = None
    edition: int | None = None
    selection: Selection = field(default_factory=Selection)
    force: bool = False
    prune: bool = False

    @property
    def project_file(self) -> Path:
        """The project's file, whether it was named or its folder."""
        return find_project(self.project)

    @property
    def asked(self) -> tuple[tuple[str, ...], ...]:
        """The selection as the manifest tells it: kinds, recipients, languages."""
        return self.selection.only, self.selection.recipients, self.selection.languages


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
    """What a build came to; nothing was made when the data has errors.

    `left_over` are files of earlier builds that nobody receives any more, `pruned` those that were taken away; `why`
    tells for each document why it was made or not.
    """

    folder: Path
    issues: tuple[Issue, ...]
    made: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    failed: tuple[Failed, ...] = ()
    left_over: tuple[str, ...] = ()
    pruned: tuple[str, ...] = ()
    why: tuple[tuple[str, str], ...] = ()

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


def folder_of(order: Order, root: Path, year: int) -> Path:
    """The folder of one edition's files; `root` is the project's."""
    return (order.output or root / "output") / str(year)
