"""Hold every raw table against its columns: typed tables, and every issue in one pass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.errors import ProjectError
from reportgen.intake.checks import cells, columns, comments, keys, mergers, references
from reportgen.intake.sheets import error, few, order
from reportgen.model.tables import Severity, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import numpy as np
    from numpy.typing import NDArray

    from reportgen.intake.checks.columns import Joined, Typed
    from reportgen.intake.checks.references import Index
    from reportgen.intake.tables import Reading
    from reportgen.model.spec import Column, Project
    from reportgen.model.tables import Issue


@dataclass(frozen=True, slots=True, eq=False)
class Checked:
    """One typed table a source, in the project's order, and all issues; no table at all where one is an error."""

    tables: tuple[Table, ...]
    issues: tuple[Issue, ...]


def check(project: Project, reading: Reading) -> Checked:
    """The typed tables of what was read, and all issues of reading and checking by file, sheet, row and column."""
    joined = _join(project, reading)
    typing = _Typing(joined, reading.incomplete)
    issues = list(reading.issues)
    tables: list[Table] = []
    for rows in joined.values():
        typed = {column.name: typing.column(rows, column) for column in rows.source.columns}
        issues.extend(_cell_issues(rows, typed))
        counted, repeats = keys.compare(rows, typed)
        issues.extend(repeats)
        if rows.source.name == project.recipients.source:
            issues.extend(mergers.follow(project.recipients, rows, typed))
        issues.extend(comments.match(project, rows, typed))
        tables.append(_table(rows, typed, counted))
    failed = any(issue.severity is Severity.ERROR for issue in issues)
    return Checked(() if failed else tuple(tables), tuple(sorted(issues, key=order)))


def _join(project: Project, reading: Reading) -> dict[str, Joined]:
    """The sources that have any file, each with the rows of all of them."""
    found: dict[str, Joined] = {}
    for source in project.sources:
        parts = tuple(table for table in reading.tables if table.source.name == source.name)
        if parts:
            found[source.name] = columns.join(source, parts)
    return found


class _Typing:
    """The typed columns, each made when it is first asked for: a reference needs the names of its target's rows."""

    def __init__(self, joined: Mapping[str, Joined], incomplete: frozenset[str]) -> None:
        self._joined = joined
        self._incomplete = incomplete
        self._columns: dict[tuple[str, str], Typed] = {}
        self._indexes: dict[str, Index | None] = {}

    def column(self, rows: Joined, column: Column) -> Typed:
        """The column of these rows, with the ids of the rows it refers to."""
        place = (rows.source.name, column.name)
        if place not in self._columns:
            target = column.refers_to if column.refers_to in self._joined else None
            resolve = self._index(target).resolve if target else None
            rule = cells.rules(column, in_key=column.name in rows.source.key, resolve=resolve)
            self._columns[place] = columns.parse(rows.columns[column.name], rule)
        return self._columns[place]

    def _index(self, name: str) -> Index:
        if name not in self._indexes:
            self._indexes[name] = None
            rows = self._joined[name]
            named = references.named_columns(rows.source)
            typed = {column.name: self.column(rows, column) for column in rows.source.columns if column.name in named}
            self._indexes[name] = references.index(rows.source, typed, complete=name not in self._incomplete)
        found = self._indexes[name]
        if found is None:
            sentence = f"[sources.{name}]: its key or names refer to the source itself, so no row can be found by them"
            raise ProjectError(f"{sentence}; take `refers_to` from these columns")
        return found


def _cell_issues(rows: Joined, typed: Mapping[str, Typed]) -> Iterator[Issue]:
    for column in rows.source.columns:
        for row, fault in few(typed[column.name].faulty()):
            yield error(rows.address(column.name, row), rows.named(column, row, fault))


def _table(rows: Joined, typed: Mapping[str, Typed], counted: NDArray[np.intp]) -> Table:
    return Table(
        source=rows.source.name,
        columns={column.name: columns.values(typed[column.name], counted) for column in rows.source.columns},
        file_numbers=rows.files[counted],
        row_numbers=rows.numbers[counted],
        files=tuple(part.file for part in rows.parts),
        letters=tuple(part.letters for part in rows.parts),
    )
