"""The product's own way from the files to the findings, without a document: `large_ours.py PROJECT [VALUES]`."""

from __future__ import annotations

import pickle
import sys
import time
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from reportgen.intake import checks, tables
from reportgen.intake import project as project_file
from reportgen.numbers.compute import Computed, compute


def run(root: Path) -> Computed:
    """Read, check and compute; the seconds of each are told on standard error."""
    project = project_file.read(root)
    edition = project.edition(None)
    if edition is None:
        raise LookupError(root)
    times = [time.perf_counter()]
    reading = tables.read(project)
    times.append(time.perf_counter())
    checked = checks.check(project, reading)
    del reading
    times.append(time.perf_counter())
    if not checked.tables:
        raise ValueError("\n".join(map(str, checked.issues[:10])))
    computed = compute(project, edition, checked.tables)
    times.append(time.perf_counter())
    read, check, count = (after - before for before, after in pairwise(times))
    print(f"read {read:.2f}  check {check:.2f}  compute {count:.2f}", file=sys.stderr)
    return computed


def values(computed: Computed) -> dict[tuple[object, ...], float | None]:
    """Every value by (code, year, recipient, dimension, category)."""
    return {
        (o.indicator, findings.edition.year, o.recipient, o.dimension, o.category): o.value
        for findings in computed.history
        for finding in findings.findings
        for o in finding.observations
    }


if __name__ == "__main__":
    found = run(Path(sys.argv[1]))
    if len(sys.argv) > 2:
        Path(sys.argv[2]).write_bytes(pickle.dumps(values(found)))
