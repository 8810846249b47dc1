"""One build at a time holds an output folder; one that makes nothing leaves nothing there."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reportgen.errors import OutputLockedError
from reportgen.handover.faults import refused

LOCK = ".lock"
TRIES = 100  # a folder that goes as often while it is taken is not held by builds


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the folder, which is made where there is none; OutputLockedError when another build holds it.

    In the end the lock is taken away again, and each folder that was made for it and is still empty.
    """
    new = _absent(folder)
    try:
        lock = _lock(folder)
        try:
            yield
        finally:
            with suppress(OSError):
                (folder / LOCK).unlink()  # while it is held: see `_is_held`
            os.close(lock)
    finally:
        _clear(new)


def _absent(folder: Path) -> list[Path]:
    """The folders on the way that are not there, the innermost first."""
    try:
        return [place for place in (folder, *folder.parents) if not place.exists()]
    except OSError as error:
        raise refused(folder, error) from error


def _clear(folders: list[Path]) -> None:
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


def _lock(folder: Path) -> int:
    """The open lock of the folder; tried again where another build, as it ended, took lock or folder away."""
    for tries_left in reversed(range(TRIES)):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
            if _is_held(lock, folder):
                return lock
        except OSError as error:
            if not tries_left or not isinstance(error, FileNotFoundError | FileExistsError):
                raise refused(folder, error) from error
    raise _locked(folder)


def _is_held(lock: int, folder: Path) -> bool:
    """Whether this process now holds the folder; the lock is closed where it does not.

    A build that ends takes its lock away while it still holds it. So a lock that was opened before and is got after is
    no longer the one that the next build will open, and holding it would keep nobody out.
    """
    is_held = False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        is_held = os.path.samestat(os.fstat(lock), (folder / LOCK).stat())
    except BlockingIOError as error:
        raise _locked(folder) from error
    finally:
        if not is_held:
            os.close(lock)
    return is_held


def _locked(folder: Path) -> OutputLockedError:
    return OutputLockedError(
        f"{folder}: another build is writing to this folder; wait until it ends, or give --output another one"
    )
