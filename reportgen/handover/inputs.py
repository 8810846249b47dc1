"""The files that a build is made from, found by their patterns, each with the SHA-256 of its bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from reportgen.errors import MachineError

LOCKS = ("~$", ".~lock.")  # what Excel and LibreOffice leave beside an open file
ASIDE = "__pycache__"


def read_inputs(root: Path, patterns: Iterable[str]) -> dict[str, str]:
    """The SHA-256 of every file below `root` that a pattern finds, by its path; MachineError for one unreadable."""
    found = {path for pattern in patterns for path in root.glob(pattern)}
    return {path.relative_to(root).as_posix(): sha256_of(path) for path in sorted(found) if _counts(path)}


def patterns_of(files: Iterable[str], project_file: str) -> tuple[str, ...]:
    """The patterns that find everything a build reads: the project file, each source's files, all templates."""
    return tuple(dict.fromkeys((project_file, *sorted(files), "templates/**/*")))


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes; MachineError where it can't be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise MachineError(f"{path}: {error.strerror or error}; see that the file can be read") from error


def _counts(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(LOCKS) and ASIDE not in path.parts
