"""A million participations, thirty indicators, 300 cities: the product against bare pandas, from CSV and from parquet.

`large.py [--rounds N] [--rows N] [--folder FOLDER]` makes the material where it is missing, asserts that both find the
same values, and prints for each format the ratio of whole processes over interleaved rounds, and their peak memory.
"""

from __future__ import annotations

import argparse
import os
import pickle
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from large_material import FORMATS, write_projects

HERE = Path(__file__).parent
CONTENDERS = {"reportgen": HERE / "large_ours.py", "bare pandas": HERE / "peers" / "bare_pandas.py"}


@dataclass(frozen=True, slots=True)
class Run:
    """One whole process: seconds by the clock, seconds of all cores, megabytes at its peak."""

    wall: float
    cores: float
    peak: float


def run(script: Path, *arguments: Path) -> Run:
    """Start the script, wait for its end, and ask the system what it took."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, script, *arguments], stderr=subprocess.PIPE)
    told = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(told.decode())
    return Run(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def compare(project: Path) -> int:
    """How many values the two agree on; every one that either has, nought and not recorded left out."""
    found = []
    for number, script in enumerate(CONTENDERS.values()):
        file = project / f"values-{number}.pickle"
        run(script, project, file)
        values = pickle.loads(file.read_bytes())  # noqa: S301  written a line above, by our own script
        found.append({key: value for key, value in values.items() if value})
    ours, theirs = found
    different = [key for key in ours.keys() | theirs.keys() if ours.get(key) != theirs.get(key)]
    if different:
        sys.exit(f"{len(different)} values differ, the first at {different[0]}")
    return len(ours)


def measure(project: Path, rounds: int) -> None:
    """Print one row of the table: medians, and the ratio of each pair of runs with its spread."""
    pairs = [[run(script, project) for script in CONTENDERS.values()] for _ in range(rounds)]
    ours, theirs = ([pair[side] for pair in pairs] for side in (0, 1))
    wall = sorted(one.wall / other.wall for one, other in pairs)
    cores = sorted(one.cores / other.cores for one, other in pairs)
    print(
        f"| {project.name} | {median(wall):.2f} ({wall[0]:.2f}-{wall[-1]:.2f})"
        f" | {median(cores):.2f} ({cores[0]:.2f}-{cores[-1]:.2f})"
        f" | {median(one.wall for one in ours):.1f} / {median(one.wall for one in theirs):.1f} s"
        f" | {max(one.peak for one in ours):.0f} / {max(one.peak for one in theirs):.0f} MB |",
        flush=True,
    )


def main() -> None:
    """Both formats, the values first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "reportgen-large")
    asked = parser.parse_args()
    folder = asked.folder / str(asked.rows)
    if not (folder / FORMATS[-1] / "participations.parquet").exists():
        write_projects(folder, asked.rows)
    for name in FORMATS:
        print(f"{name}: {compare(folder / name)} values are the same", flush=True)
    print(
        "\n| from | wall, reportgen / bare pandas | all cores | wall | peak memory |\n| --- | --- | --- | --- | --- |"
    )
    for name in FORMATS:
        measure(folder / name, asked.rounds)


if __name__ == "__main__":
    main()
