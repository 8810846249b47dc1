"""Everything built, read back from the finished files: the door of this stage."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from reportgen.audit.compare import compare
from reportgen.audit.data import read_csv, read_package
from reportgen.audit.folder import MANIFEST, read_files
from reportgen.audit.pdf import read_pdf
from reportgen.audit.readings import Account, Entry, Fault, FileRead, UnreadableError
from reportgen.audit.record import Record, read_record
from reportgen.audit.sheets import read_sheets
from reportgen.audit.word import read_word
from reportgen.errors import UsageError

READERS = {".pdf": read_pdf, ".docx": read_word, ".xlsx": read_sheets, ".csv": read_csv}
PACKAGE = "datapackage.json"


def reconcile(folder: Path, root: Path) -> Account:
    """What every file of an edition's output folder says, held against its findings and against one another.

    `root` is the project's folder, whose workbooks may have changed since. UsageError where nothing was built.
    """
    record = _record(folder)
    contents, faults = read_files(folder, record.entries)
    files = tuple(_read(entry, contents) for entry in record.entries if entry.path in contents)
    lines, differing = compare(record, files)
    told = (*faults, *(fault for file in files for fault in file.faults), *differing)
    return Account(
        folder=folder,
        year=record.year,
        kinds=record.kinds,
        indicators=record.indicators,
        lines=lines,
        faults=tuple(sorted(dict.fromkeys(told), key=lambda fault: fault.where)),
        notes=tuple(_outdated(record, root)),
        files=len(files),
        readings=sum(len(file.readings) for file in files),
    )


def _record(folder: Path) -> Record:
    try:
        return read_record((folder / MANIFEST).read_bytes())
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UsageError(f"{folder}: nothing has been built here; build it first: reportgen build") from error
    except OSError as error:
        raise UsageError(f"{folder / MANIFEST}: {error.strerror}; see that it can be read") from error
    except UnreadableError as error:
        raise UsageError(f"{folder / MANIFEST}: {error}; build again") from error


def _read(entry: Entry, contents: Mapping[str, bytes]) -> FileRead:
    """A file's values; one that can't be read is a place that does not agree."""
    path, content = PurePosixPath(entry.path), contents[entry.path]
    try:
        if path.name.startswith(PACKAGE.removesuffix(".json")) and path.suffix == ".json":
            return read_package(content, entry, contents)
        reader = READERS.get(path.suffix)
        return reader(content, entry) if reader else FileRead(entry)
    except UnreadableError as error:
        return FileRead(entry, (), (Fault(entry.path, str(error), "build again"),))


def _outdated(record: Record, root: Path) -> Iterator[str]:
    """The workbooks that are no longer those of the build."""
    for name, sha256 in record.sources:
        path = root / name
        if not path.resolve().is_relative_to(root.resolve()):
            continue
        try:
            is_same = hashlib.sha256(path.read_bytes()).hexdigest() == sha256
        except OSError:
            yield f"{name}: is no longer there, and the build was made from it; build again before anything is sent"
            continue
        if not is_same:
            yield f"{name}: has changed since this was built; build again before anything is sent"
