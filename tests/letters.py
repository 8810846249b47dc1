"""The command that builds the letters of three cities, run as a process of its own, and the files it leaves."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests import copies

SOME = tuple(word for city in ("larvik", "reykjavik", "skien") for word in ("--recipient", city))
PATHS = ("letters/larvik.nb.pdf", "letters/reykjavik.en.pdf", "letters/reykjavik.is.pdf", "letters/skien.nb.pdf")


def command(project: Path, *words: str | Path) -> list[str]:
    """The command that builds these letters of a project."""
    build = ("-m", "reportgen", "build", "--project", project, "--only", "letters")
    return [sys.executable, *map(str, (*build, *SOME, *words))]


def build(project: Path, *words: str | Path) -> str:
    """The command run to its end; what it says."""
    done = run(project, *words)
    assert done.returncode == 0, done.stderr
    return done.stdout


def run(project: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """The command run to its end, whichever it is."""
    return subprocess.run(command(project, *words), cwd=copies.ROOT, capture_output=True, text=True, check=False)


def start(project: Path, *words: str | Path, **environment: str) -> subprocess.Popen[str]:
    """The command under way, at the head of a group of its own, as a terminal starts it."""
    return subprocess.Popen(
        command(project, *words),
        cwd=copies.ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, **environment},
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path: after a build that ended, neither a lock nor a journal is among them."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
