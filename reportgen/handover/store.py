"""Files under their final names: whole, or not there. One build at a time holds the folder."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from reportgen.errors import MachineError
from reportgen.handover.faults import refused
from reportgen.handover.inputs import sha256_of
from reportgen.handover.lock import held

LEFTOVER = ".part-"
JOURNAL = ".journal"  # what a build has finished; where it is still there, the build was cut short


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
            raise refused(target, error) from error

    def write(self, path: str, content: bytes) -> None:
        """Put a file under its final name, whole: written beside it, flushed to the disk, then renamed.

        MachineError when the disk is full or the folder can't be written; the earlier file then stands untouched.
        """
        target = self._inside(path)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(target, content)
        except OSError as error:
            raise refused(target, error) from error

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
            raise refused(target, error) from error

    def _inside(self, path: str) -> Path:
        """The full path of a file of this folder; whatever a name holds, nothing is written elsewhere."""
        target = (self.folder / path).resolve()
        if not target.is_relative_to(self.folder.resolve()):
            raise MachineError(
                f"{self.folder / path}: leads out of the output folder; take the link away, or mend the id"
            )
        return target


@dataclass(slots=True)
class Hold:
    """The hold of a build on its output folder: taken by whoever first knows the folder, and kept until the end."""

    store: Store | None = None
    ending: ExitStack = field(default_factory=ExitStack)

    def of(self, folder: Path) -> Store:
        """The folder, made and held from now on; OutputLockedError when another build holds it."""
        if self.store is None or self.store.folder != folder:
            self.ending.close()
            self.store = self.ending.enter_context(open_store(folder))
        return self.store

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.ending.close()


@contextmanager
def open_store(folder: Path) -> Iterator[Store]:
    """The output folder, made and held; OutputLockedError when another build holds it."""
    with held(folder):
        for leftover in folder.rglob(f"{LEFTOVER}*"):
            if leftover.is_file():
                leftover.unlink(missing_ok=True)
        yield Store(folder)


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
