"""Local workers that hang, die and eat memory: each loses its own document, after a second try, and no other."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock, Thread

import pytest

from reportgen.errors import TemplateError
from reportgen.executors import Limits, Processes, Serial, processes
from reportgen.model.records import Failed, Job, Printed, Result
from tests import paper

LIMITS = Limits(seconds=2, memory=500_000_000)
GOOD = [f"good{number}" for number in range(8)]


def run(folder: Path, *fated: tuple[str, str], workers: int = 2) -> list[Result]:
    """What comes of eight good documents and these among them."""
    jobs = [Job(paper.sheet(name)) for name in GOOD]
    jobs[3:3] = [Job(paper.sheet(name, fate)) for name, fate in fated]
    with Processes(workers, LIMITS).open(paper.craft(folder)) as make:
        return list(make(jobs))


def test_a_worker_that_hangs_dies_or_eats_memory_loses_its_own_document_only(tmp_path: Path) -> None:
    results = run(tmp_path, ("a", "hangs"), ("b", "dies"), ("c", "eats"))
    assert paper.paths(results, Printed) == GOOD
    assert paper.paths(results, Failed) == ["a", "b", "c"]
    reasons = {Path(result.path).stem: result.reason for result in results if isinstance(result, Failed)}
    assert reasons["a"].startswith("was not made within 2 seconds, twice; ")
    assert reasons["b"].startswith("its worker died (SIGKILL), twice; ")
    assert reasons["c"].startswith("needs more than 500 MB of memory, twice; ")


@pytest.mark.parametrize("fate", ["hangs", "dies", "eats"])
def test_a_document_whose_worker_was_lost_once_is_made_at_the_second_try(tmp_path: Path, fate: str) -> None:
    results = run(tmp_path, ("a", f"{fate} once"))
    assert paper.paths(results, Printed) == ["a", *GOOD]
    assert results[-1].path == "figures/a.txt"  # when all others are done, and so alone


def test_a_pool_whose_queue_was_left_half_told_by_ctrl_c_is_dismissed_all_the_same(tmp_path: Path) -> None:
    pool = processes._Crew(paper.craft(tmp_path), LIMITS, str(tmp_path)).hire(1)  # noqa: SLF001  as a build hires it
    pool.schedule(os.getpid).result()
    half_told = Lock()
    half_told.acquire()  # by the queue's own thread, which was woken by it: the next word wakes it again
    pool._context.task_queue.not_empty._waiters.appendleft(half_told)  # type: ignore[attr-defined]  # noqa: SLF001
    ending = Thread(target=processes._dismiss, args=(pool,), daemon=True)  # noqa: SLF001
    ending.start()
    ending.join(10)
    assert not ending.is_alive()


def test_workers_give_what_one_process_gives(tmp_path: Path) -> None:
    jobs = [Job(paper.sheet(name)) for name in GOOD]
    with Serial().open(paper.craft(tmp_path)) as make:
        alone = list(make(jobs))
    assert sorted(run(tmp_path, workers=3), key=lambda result: result.path) == alone


def test_a_fault_in_what_documents_share_is_told_as_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "mistake").touch()
    with pytest.raises(TemplateError, match=r"house\.css: has a mistake"):
        run(tmp_path)


def test_workers_that_retire_lose_no_document(tmp_path: Path) -> None:
    names = [f"sheet{number}" for number in range(3 * processes.RETIRED_AFTER)]
    with Processes(2, LIMITS).open(paper.craft(tmp_path)) as make:
        assert sorted(paper.paths(list(make([Job(paper.sheet(name)) for name in names])), Printed)) == sorted(names)
