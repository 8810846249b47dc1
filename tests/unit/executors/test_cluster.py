"""A Dask cluster that loses a worker, or has other engines than we."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reportgen.errors import MachineError
from reportgen.executors.bundle import pack, unpack
from reportgen.executors.cluster import Cluster
from reportgen.model.records import Failed, Job, Printed, Result
from tests import clusters, copies, paper


def test_documents_of_a_lost_worker_are_made_by_another(tmp_path: Path) -> None:
    jobs = [Job(paper.sheet(f"{number:02}", "slow")) for number in range(20)]
    results: list[Result] = []
    with clusters.cluster(tmp_path) as (address, workers), Cluster(address).open(paper.craft(tmp_path)) as run:
        for result in run(jobs):
            if not results:
                workers[0].kill()
            results.append(result)
    assert paper.paths(results, Printed) == [f"{number:02}" for number in range(20)]


def test_other_engines_are_refused_before_anything_is_made(tmp_path: Path) -> None:
    with clusters.cluster(tmp_path, PAPER_VERSION="2") as (address, _):
        refusal = re.escape("has paper 2, here 1; install the same versions on each machine")
        with pytest.raises(MachineError, match=refusal), Cluster(address).open(paper.craft(tmp_path)):
            pass


STAND_STILL = """
import sys, time
from pathlib import Path
from reportgen.executors.cluster import Cluster
from reportgen.model.records import Job
from tests import clusters, paper

def jobs(address):
    clusters.freeze(address)
    for number in range(7):
        yield Job(paper.sheet(f"{number:02}", "much" * 1_000_000))
    time.sleep(0.5)
    print(time.monotonic())
    raise KeyboardInterrupt

def build(address, folder):
    with Cluster(address).open(paper.craft(folder)) as run:
        list(run(jobs(address)))

try:
    build(sys.argv[1], Path(sys.argv[2]))
except KeyboardInterrupt:
    pass
"""


def test_a_scheduler_that_stands_still_is_left_at_once_whatever_is_on_its_way_there(tmp_path: Path) -> None:
    with clusters.cluster(tmp_path) as (address, _):
        build = [sys.executable, "-c", STAND_STILL, address, str(tmp_path)]
        done = subprocess.run(build, cwd=copies.ROOT, capture_output=True, text=True, check=True)
        assert time.monotonic() - float(done.stdout) < 1.5
    assert done.stderr == ""


def test_a_local_worker_that_dies_is_replaced(tmp_path: Path) -> None:
    with Cluster("local").open(paper.craft(tmp_path)) as run:
        (died,) = run([Job(paper.sheet("a", "dies"))])
        assert isinstance(died, Failed)
        assert died.reason.startswith("its worker died 4 times; ")
        assert paper.paths(list(run([Job(paper.sheet("b"))])), Printed) == ["b"]


def test_a_scheduler_that_can_not_be_started_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASK_DISTRIBUTED__WORKER__PRELOAD", "no_such_module")
    with (
        pytest.raises(MachineError, match="no scheduler could be started"),
        Cluster("local").open(paper.craft(tmp_path)),
    ):
        pass


def test_templates_travel_whole(tmp_path: Path) -> None:
    (tmp_path / "here/fonts").mkdir(parents=True)
    (tmp_path / "here/house.css").write_bytes(b"a {}")
    (tmp_path / "here/fonts/a.otf").write_bytes(b"\x00\xff")
    bundle = pack(tmp_path / "here")
    assert pack(unpack(bundle, tmp_path / "there")) == bundle
    (tmp_path / "here/fonts/a.otf").write_bytes(b"\x00\xfe")
    assert pack(tmp_path / "here").digest != bundle.digest
