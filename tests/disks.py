"""A small disk that a test can fill."""

from __future__ import annotations

import mmap
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PAGE = mmap.PAGESIZE  # bytes: in these a file takes room


def pages(size: int) -> int:
    """How many pages a file of so many bytes takes."""
    return -(-size // PAGE)


@contextmanager
def disk(folder: Path, room: int) -> Iterator[Callable[[int], None]]:
    """A disk of so many pages in the folder, and what gives it more; the test is left out where none can be mounted."""
    folder.mkdir(exist_ok=True)
    mount = ("mount", "-t", "tmpfs", "-o", f"size={room * PAGE}", "tmpfs", str(folder))
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can't be mounted here; tests/unit/handover has a quota in its place")
    try:
        yield lambda more: _enlarge(folder, more)
    finally:
        subprocess.run(("umount", str(folder)), check=True)


def _enlarge(folder: Path, room: int) -> None:
    subprocess.run(("mount", "-o", f"remount,size={room * PAGE}", str(folder)), check=True)
