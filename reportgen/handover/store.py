"""Files under their final names: whole, or not there. One build at a time holds the folder."""

from __future__ import annotations

import errno
import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from reportgen.errors import MachineError, OutputLockedError
from reportgen.handover.inputs import sha256_of

LOCK = ".lock"
LEFTOVER = ".part-"
JOURNAL = ".journal"  # what a build has finished; where it is still there, the build was cut short
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@dataclass(frozen=True, slots=True)
class Store:
    """An edition's output folder, held by this build."""

    folder: Path

    def read(self, path: str) -> bytes | None:
        """A file's bytes, or None when there is no such file."""
        target = self._inside(path)
        try:
            return target.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise MachineError(_sentence(target, error)) from error

    def write(self, path: str, content: bytes) -> None:
        """Put a file under its final name, whole: written beside it, flushed to the disk, then renamed.

        MachineError when the disk is full or the folder can't be written; the earlier file then stands untouched.
        """
        target = self._inside(path)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(target, content)
        except OSError as error:
            raise MachineError(_sentence(target, error)) from error

    def sha256(self, path: str) -> str:
        """The SHA-256 of a file; "" when there is no such file, MachineError when it can't be read."""
        target = self._inside(path)
        return sha256_of(target) if target.is_file() else ""

    def remove(self, path: str) -> None:
        """Take a file away, and the folders that it leaves empty."""
        target = self._inside(path)
        try:
            target.unlink(missing_ok=True)
            for folder in target.relative_to(self.folder.resolve()).parents[:-1]:
                if not any((self.folder / folder).iterdir()):
                    (self.folder / folder).rmdir()
        except OSError as error:
            raise MachineError(_sentence(target, error)) from error

    def _inside(self, path: str) -> Path:
        """The full path of a file of this folder; whatever a name holds, nothing is written elsewhere."""
        target = (self.folder / path).resolve()
        if not target.is_relative_to(self.folder.resolve()):
            raise MachineError(
                f"{self.folder / path}: leads out of the output folder; take the link away, or mend the id"
            )
        return target


@contextmanager
def open_store(folder: Path) -> Iterator[Store]:
    """The output folder, made and held; OutputLockedError when another build holds it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise MachineError(_sentence(folder, error)) from error
    try:
        _take(lock, folder)
        for leftover in folder.rglob(f"{LEFTOVER}*"):
            if leftover.is_file():
                leftover.unlink(missing_ok=True)
        yield Store(folder)
    finally:
        os.close(lock)


def _take(lock: int, folder: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        message = f"{folder}: another build is writing to this folder; wait until it ends, or give --output another one"
        raise OutputLockedError(message) from error


def _write_whole(target: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=LEFTOVER, dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except (OSError, KeyboardInterrupt):
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _sentence(path: Path, error: OSError) -> str:
    if error.errno in FULL:
        return f"{path}: the disk is full; free some space and build again, what was made is kept"
    return f"{path}: {error.strerror or error}; see that the folder can be written, or give --output another one"
