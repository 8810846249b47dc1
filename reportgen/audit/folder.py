"""The output folder: which files are there, and whether they are the ones that were built."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from reportgen.audit.readings import Entry, Fault

MANIFEST = "manifest.json"
OURS = (".lock", ".journal", ".part-")  # what a build keeps in the folder beside its files
MOST_OF_A_FILE = 256_000_000  # bytes


def find_files(folder: Path) -> tuple[str, ...]:
    """Every file below the folder that a build may have made, by its path."""
    files = (path for path in folder.rglob("*") if path.is_file() or path.is_symlink())
    names = (path.relative_to(folder).as_posix() for path in files if not path.name.startswith(OURS))
    return tuple(sorted(name for name in names if name != MANIFEST))


def read_files(folder: Path, entries: tuple[Entry, ...]) -> tuple[dict[str, bytes], tuple[Fault, ...]]:
    """The bytes of every file that the manifest names, and what is wrong with the folder's files as such."""
    there = find_files(folder)
    contents: dict[str, bytes] = {}
    faults = []
    for entry in entries:
        found = _read(folder, entry, there)
        if isinstance(found, Fault):
            faults.append(found)
            continue
        contents[entry.path] = found
        faults += _changed(folder, entry, found)
    faults += _unnamed(there, entries)
    return contents, tuple(faults)


def _read(folder: Path, entry: Entry, there: tuple[str, ...]) -> bytes | Fault:
    path = folder / entry.path
    if entry.path not in there:
        return Fault(entry.path, "is named in the manifest, and is not there", "build again")
    if not path.resolve().is_relative_to(folder.resolve()):
        return Fault(entry.path, "leads out of the output folder", "take the link away, and build again")
    try:
        if path.stat().st_size > MOST_OF_A_FILE:
            return Fault(entry.path, f"is larger than {MOST_OF_A_FILE // 1_000_000} MB, and is not read", "build again")
        return path.read_bytes()
    except OSError as error:
        return Fault(entry.path, f"can't be read ({error.strerror})", "see who may read it, or build again")


def _changed(folder: Path, entry: Entry, content: bytes) -> Iterator[Fault]:
    if hashlib.sha256(content).hexdigest() != entry.sha256:
        changed = datetime.fromtimestamp((folder / entry.path).stat().st_mtime).astimezone()
        what = f"is not the file that was built: its SHA-256 differs; it was last changed {changed:%Y-%m-%d %H:%M}"
        yield Fault(entry.path, what, "ask who changed it, or build again")


def _unnamed(there: tuple[str, ...], entries: tuple[Entry, ...]) -> Iterator[Fault]:
    named = {entry.path for entry in entries}
    for path in there:
        if path not in named:
            what = "is in the folder, and the manifest does not name it, so nobody knows what it was made from"
            yield Fault(path, what, "take it away, or build it")
