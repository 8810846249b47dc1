"""Local workers: opened once, a document a task, each within its limits, killed and replaced when it hangs or dies."""

from __future__ import annotations

import multiprocessing
import os
import signal
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any

from reportgen import collector, server
from reportgen.errors import MachineError, ReportgenError
from reportgen.executors.craft import Craft, Run, lost
from reportgen.executors.limits import Limits, hold_to
from reportgen.model.records import Job, Result

if TYPE_CHECKING:
    from pebble import ProcessPool

RETIRED_AFTER = 400  # documents: the engines lose some 10 kB a document, and a worker is soon replaced
AHEAD = 2  # documents that wait at each worker's door, so that none stands idle


@dataclass(frozen=True, slots=True)
class Processes:
    """So many workers on this machine.

    They are forked from a server that has read the engines once: a third less time than two that each read them, and
    nothing of this process, its threads and its tables goes along.
    """

    workers: int
    limits: Limits = field(default_factory=Limits)

    @contextmanager
    def open(self, craft: Craft) -> Iterator[Run]:
        """Begin to warm the workers at once, beside whatever this process does next."""
        with tempfile.TemporaryDirectory(prefix="reportgen-", ignore_cleanup_errors=True) as scratch:
            crew = _Crew(craft, self.limits, scratch)
            pool = crew.hire(self.workers)
            starting = Thread(target=_start, args=(pool,), daemon=True)
            starting.start()
            try:
                yield partial(_run, crew, pool, self.workers * (1 + AHEAD), starting)
            finally:
                if starting.is_alive():
                    server.end()  # it still reads the engines, for which nobody waits any more
                starting.join()
                _dismiss(pool)


def _start(pool: ProcessPool) -> None:
    """Have the workers forked and warmed; a pool that can't be started is told of by its first document."""
    with server.deaf_to_the_terminal(), suppress(BrokenProcessPool):
        pool.schedule(os.getpid)


@dataclass(frozen=True, slots=True)
class _Crew:
    """How workers are hired: what they do, their limits, and where they may put temporary files."""

    craft: Craft
    limits: Limits
    scratch: str

    def hire(self, number: int) -> ProcessPool:
        from pebble import ProcessPool

        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([*self.craft.preload, __name__])
        enter = (self.craft, self.limits, self.scratch)
        return ProcessPool(number, RETIRED_AFTER, initializer=_enter, initargs=enter, context=context)

    def alone(self, job: Job) -> Result:
        """A lost document once more, with a worker to itself; then it has failed, and the reason says of what."""
        pool = self.hire(1)
        try:
            outcome = _outcome(pool.schedule(_make, args=[job], timeout=self.limits.seconds), self.limits)
        finally:
            _dismiss(pool)
        return lost(job, outcome) if isinstance(outcome, str) else outcome


def _run(crew: _Crew, pool: ProcessPool, places: int, starting: Thread, jobs: Iterable[Job]) -> Iterator[Result]:
    """The results as they come; documents whose worker was lost are made once more when all others are done."""
    starting.join()
    waiting, done, again = iter(jobs), SimpleQueue[tuple[Job, "Future[Result]"]](), list[Job]()

    def send(job: Job) -> int:
        future = pool.schedule(_make, args=[job], timeout=crew.limits.seconds)
        future.add_done_callback(lambda finished: done.put((job, finished)))
        return 1

    under_way = sum(send(job) for job in islice(waiting, places))
    while under_way:
        job, future = done.get()
        under_way -= 1
        outcome = _outcome(future, crew.limits)
        if pool.active:
            under_way += sum(send(next_job) for next_job in islice(waiting, 1))
        if isinstance(outcome, str):
            again.append(job)
        else:
            yield outcome
    yield from map(crew.alone, again)
    yield from map(crew.alone, waiting)  # only where the pool itself broke down


def _outcome(future: Future[Result], limits: Limits) -> Result | str:
    """What became of a document, or in words how its worker was lost; a user's fault is raised again here."""
    from pebble import ProcessExpired

    try:
        return future.result()
    except TimeoutError:
        return limits.too_long
    except MemoryError:
        return limits.too_large
    except ProcessExpired as error:
        return _died(error.exitcode or 0, limits)
    except BrokenProcessPool as error:
        return f"its worker could not be kept alive ({error}); see `reportgen doctor`, or build with --workers 1"


def _died(exitcode: int, limits: Limits) -> str:
    how = signal.Signals(-exitcode).name if exitcode < 0 else f"exit status {exitcode}"
    megabytes = limits.memory // 1_000_000
    return (
        f"its worker died ({how}), twice; it may have run out of memory (it may use {megabytes} MB): "
        "look for an endless table in it, or build with --workers 1 to see what it says"
    )


def _dismiss(pool: ProcessPool) -> None:
    """End the workers at once: all that they had to give has been received, or is not wanted.

    Ctrl-C while a document is put in their queue can leave it one waiter that waits no more, and it is he whom the next
    word wakes: so the word that it is over is said twice.
    """
    pool.stop()
    pool._context.task_queue.put(None)  # noqa: SLF001  the pool says it once
    pool.join()


# ------------------------------------------------ in the worker

_OPENED: dict[str, Any] = {}  # what this process has opened: its craft, what its documents share, or why they can't


def _enter(craft: Craft, limits: Limits, scratch: str) -> None:
    """Open what the documents share, once; a fault of the user's waits for the first document, and is told there."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # there is nothing to put away, and no time to do it
    tempfile.tempdir = scratch
    try:
        shared = craft.open(craft.templates)
        craft.warm(shared)
        _OPENED.update(craft=craft, shared=shared)
    except ReportgenError as error:
        _OPENED.update(fault=error)
    hold_to(limits)
    collector.look_seldom()
    collector.settle()


def _make(job: Job) -> Result:
    if "fault" in _OPENED:
        raise _OPENED["fault"]
    if "craft" not in _OPENED:
        raise MachineError("a worker began without its tools; build again, with --workers 1 if it does so again")
    craft: Craft = _OPENED["craft"]
    collector.tidy()  # before the next document, and not before this one is handed back
    return craft.make(job, _OPENED["shared"])
