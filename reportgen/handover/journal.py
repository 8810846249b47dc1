"""The documents that a build has finished, a line each as they come, so that a build cut short need not begin anew."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import FileIO
from pathlib import Path

from reportgen.handover.faults import refused
from reportgen.handover.store import JOURNAL
from reportgen.manifest.rows import filed_of, plain_filed
from reportgen.model.records import Filed

FLUSHED_EVERY = 1.0  # seconds: what a failing machine forgets is made again, and a file is held to its own SHA-256
encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
FAULTS = (ValueError, RecursionError, KeyError, TypeError, AttributeError)


@dataclass(slots=True)
class Journal:
    """The open journal of a build."""

    file: FileIO
    flushed: float = field(default_factory=time.monotonic)

    def note(self, filed: Filed, told: Mapping[str, tuple[str, ...]]) -> None:
        """Note a document whose file is written; MachineError when the disk is full."""
        self.write((encode({**plain_filed(filed), "told": told}) + "\n").encode())

    def write(self, line: bytes) -> None:
        """Write the line at once: what a buffer kept back, a full disk would refuse again when the file is closed."""
        left = memoryview(line)
        try:
            while left:
                left = left[self.file.write(left) :]
            if time.monotonic() - self.flushed > FLUSHED_EVERY:
                os.fsync(self.file.fileno())
                self.flushed = time.monotonic()
        except OSError as error:
            raise refused(Path(self.file.name), error) from error


@contextmanager
def open_journal(folder: Path) -> Iterator[Journal]:
    """The folder's journal, to be written on at its end."""
    path = folder / JOURNAL
    try:
        file = path.open("ab", buffering=0)
    except OSError as error:
        raise refused(path, error) from error
    with file:
        journal = Journal(file)
        journal.write(b"\n")  # ends the line that a build which was cut short may have left half
        yield journal


def read_journal(folder: Path) -> tuple[dict[str, Filed], dict[str, tuple[str, ...]]]:
    """The documents of a build that was cut short, by their paths, and the words of their receipts."""
    filed, told = dict[str, Filed](), dict[str, tuple[str, ...]]()
    for line in _lines(folder / JOURNAL):
        if not line:
            continue
        try:
            entry = json.loads(line)
            one, words = filed_of(entry, {}), {key: tuple(said) for key, said in entry["told"].items()}
        except FAULTS:
            continue  # the line that was being written when the build was cut short
        filed[one.path] = one
        told |= words
    return filed, told


def _lines(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().splitlines()
    except OSError:
        return []


def end_journal(folder: Path) -> None:
    """Take the journal away: the manifest now says all that it says."""
    (folder / JOURNAL).unlink(missing_ok=True)
