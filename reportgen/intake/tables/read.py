"""Read the files of every source into raw tables, each cell with its address."""

from __future__ import annotations

import contextlib
import functools
import gc
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.intake.sheets import Coded, Fault, Places, RawTable, error, order, warning
from reportgen.intake.tables import columnar, delimited, encodings, headers, limits, parquet, rows, spreadsheets
from reportgen.intake.values import names
from reportgen.model.tables import Address, Severity, SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pyarrow as pa

    from reportgen.intake.tables.spreadsheets import Spreadsheet
    from reportgen.model.spec import Project, Source
    from reportgen.model.tables import Issue

_SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".ods"})
_DELIMITED = frozenset({".csv", ".tsv", ".txt"})
_LARGE = 1_000_000  # the letters from which on reading by columns is worth its own start


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What the files hold, source by source and file by file, and the faults of the files' form.

    `incomplete` names the sources of which some rows could not be read.
    """

    tables: tuple[RawTable, ...]
    issues: tuple[Issue, ...]
    incomplete: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class _File:
    """One file, read once although several sources may have a sheet in it."""

    path: str
    sha256: str
    suffix: str
    content: bytes
    book: Spreadsheet | pa.Table | Fault | None

    def source_file(self, sheet: str | None = None, number: int = 0) -> SourceFile:
        return SourceFile(self.path, sheet, self.sha256, number)


def read(project: Project) -> Reading:
    """Every source's rows in every file that its pattern finds; a fault in one file does not stop the others.

    Each file's bytes are read once: what is hashed is what is parsed.
    """
    opened = functools.cache(functools.partial(_open, project.root))
    tables: list[RawTable] = []
    issues: dict[str, list[Issue]] = {}
    with _without_collector():
        for source in project.sources:
            found, faults = _find(project.root, source)
            issues[source.name] = faults
            for path in found:
                table, told = _read_source(source, opened(path))
                faults.extend(told)
                tables.extend([] if table is None else [table])
    incomplete = (name for name, told in issues.items() if any(issue.severity is Severity.ERROR for issue in told))
    every = dict.fromkeys(issue for told in issues.values() for issue in told)
    return Reading(tuple(tables), tuple(sorted(every, key=order)), frozenset(incomplete))


@contextlib.contextmanager
def _without_collector() -> Iterator[None]:
    """Hold the garbage collector back: among a million fresh rows it finds nothing, and takes half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _find(root: Path, source: Source) -> tuple[list[Path], list[Issue]]:
    """The files of a source in the order of their names, without lock files; none outside the project's folder."""
    home = root.resolve()
    found = sorted(path for path in root.glob(source.files) if path.is_file() and not _is_lock(path.name))
    inside = [path for path in found if path.resolve().is_relative_to(home)]
    what = "the file lies outside the project's folder"
    fault = Fault("outside_project", what, "copy it into the folder in place of the link")
    issues = [error(Address(path.relative_to(root).as_posix()), fault) for path in found if path not in inside]
    if not found:
        what = f'there is no such file for the source "{source.name}"'
        fault = Fault(
            "no_file", what, f"put one there, or change `files` of [sources.{source.name}] in the project file"
        )
        issues.append(error(Address(source.files), fault))
    return inside, issues


def _is_lock(name: str) -> bool:
    """Whether this is what Excel (`~$`) or LibreOffice (`.~lock.`) leaves beside an open file."""
    return name.startswith(("~$", ".~lock."))


def _open(root: Path, path: Path) -> _File:
    name, suffix = path.relative_to(root).as_posix(), path.suffix.lower()
    try:
        if (refused := limits.refuse_file(path.stat().st_size)) is not None:
            return _File(name, "", suffix, b"", refused)
        content = path.read_bytes()
    except OSError as mistake:
        fault = Fault("unreadable", f"the file cannot be read ({mistake.strerror})", "allow this user to read it")
        return _File(name, "", suffix, b"", fault)
    return _File(name, hashlib.sha256(content).hexdigest(), suffix, content, _book(suffix, content))


def _book(suffix: str, content: bytes) -> Spreadsheet | pa.Table | Fault | None:
    if suffix in _SPREADSHEETS:
        return spreadsheets.read(content)
    if suffix == ".parquet":
        return parquet.read(content)
    if suffix in _DELIMITED:
        return None
    return Fault("file_type", f'files of the kind "{suffix}" are not read', "save it as .xlsx, .ods, .csv or .parquet")


def _read_source(source: Source, file: _File) -> tuple[RawTable | None, list[Issue]]:
    if isinstance(file.book, Fault):
        return None, [error(Address(file.path), file.book)]
    if isinstance(file.book, spreadsheets.Spreadsheet):
        return _read_sheet(source, file, file.book)
    if file.book is None:
        return _read_text(source, file)
    return _read_parquet(source, file, file.book)


def _read_sheet(source: Source, file: _File, book: Spreadsheet) -> tuple[RawTable | None, list[Issue]]:
    name = spreadsheets.choose(book, source.sheet, hidden=source.read_hidden)
    if isinstance(name, Fault):
        return None, [error(Address(file.path, source.sheet if name.code == "sheet_hidden" else None), name)]
    sheet = spreadsheets.cells(book, name)
    if isinstance(sheet, Fault):
        return None, [error(Address(file.path, name), sheet)]
    return rows.take(sheet, source, file.source_file(name), Places.CELL)


def _read_text(source: Source, file: _File) -> tuple[RawTable | None, list[Issue]]:
    text = encodings.decode(file.content, source.encoding)
    if isinstance(text, str) and len(text) >= _LARGE:
        columns = columnar.read(text, source)
        if columns is not None:
            return rows.take_columns(columns, source, file.source_file())
    sheet = delimited.read(text, [column.header for column in source.columns]) if isinstance(text, str) else text
    if isinstance(sheet, tuple):
        line, fault = sheet
        return None, [error(Address(file.path, None, f"line {line}"), fault)]
    return rows.take(sheet, source, file.source_file(), Places.LINE)


def _read_parquet(source: Source, file: _File, table: pa.Table) -> tuple[RawTable | None, list[Issue]]:
    """A parquet file has no header row, notes or totals: each of its rows is data, counted from 1."""
    import numpy as np

    columns: dict[str, Coded] = {}
    issues: list[Issue] = []
    present = parquet.column_names(table)
    header = headers.Header(0, {}, (), tuple(table.column_names))
    for wanted in source.columns:
        where = present.get(names.fold(wanted.header))
        coded = rows.absent(table.num_rows) if where is None else parquet.column(table, where)
        if where is None:
            tell = error if wanted.required else warning
            issues.append(tell(Address(file.path), headers.missing(wanted, header, source.columns)))
        if isinstance(coded, Fault):
            issues.append(error(Address(file.path), coded))
            coded = rows.absent(table.num_rows)
        columns[wanted.name] = coded
    numbers = np.arange(1, table.num_rows + 1, dtype=np.int32)
    letters = {column.name: "" for column in source.columns if names.fold(column.header) in present}
    return RawTable(source, file.source_file(number=table.num_rows), Places.ROW, letters, columns, numbers), issues
