"""Whether time stays linear and memory flat over thousands of letters: many.py [LETTERS ...].

For each number it makes a project of as many cities, with 20 participations each, builds it with two workers, and
prints the seconds of the whole process, and what the workers hold of memory at the 100th letter, the 1,000th and the
last.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import material

ROWS_A_CITY = 20
SEEN_AT = (100, 1_000)
MOST = (100, 1_000, 5_000)


@dataclass(frozen=True, slots=True)
class Run:
    """One build: letters, seconds of the whole process, and by the number of letters made each worker's megabytes."""

    letters: int
    seconds: float
    first: float  # seconds until the first letter
    held: dict[int, tuple[float, ...]]


def build(project: Path, letters: int) -> Run:
    """Build a project of so many letters, cold, and look at its workers meanwhile."""
    command = [sys.executable, "-m", "reportgen", "build", "--project", str(project), "--workers", "2"]
    begun, first, held = time.perf_counter(), 0.0, dict[int, tuple[float, ...]]()
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        for line in process.stderr or ():
            done = int(line.partition("/")[0])
            first = first or time.perf_counter() - begun
            if done in {*SEEN_AT, letters - 1}:
                held[done] = tuple(sorted(map(megabytes, workers_of(process.pid))))
    if process.returncode:
        raise SystemExit(f"{letters} letters: the build ended with status {process.returncode}")
    return Run(letters, time.perf_counter() - begun, first, held)


def workers_of(pid: int) -> Iterator[int]:
    """The processes that the server of workers forked; the server is the build's child."""
    for child in children(pid):
        yield from children(child)


def children(pid: int) -> list[int]:
    """The processes that a process started."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]


def megabytes(pid: int) -> float:
    """What a process holds of memory, with what it shares."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))) / 1024


def main() -> None:
    """A row for each number of letters."""
    print("| letters | seconds | until the first | a letter after it, ms | MB of the workers |\n" + "| --- " * 5 + "|")
    for letters in map(int, sys.argv[1:] or MOST):
        with tempfile.TemporaryDirectory() as folder:
            material.write_project(Path(folder), cities=letters, rows=letters * ROWS_A_CITY)
            run = build(Path(folder), letters)
        each = 1000 * (run.seconds - run.first) / (letters - 1)
        held = "; ".join(f"at {done:,}: " + " and ".join(f"{one:.0f}" for one in mb) for done, mb in run.held.items())
        print(f"| {letters:,} | {run.seconds:.1f} | {run.first:.1f} | {each:.1f} | {held} |", flush=True)


if __name__ == "__main__":
    main()
