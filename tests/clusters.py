"""A real Dask scheduler and two real workers on this machine, each a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import copies

Worker = subprocess.Popen[bytes]


@contextmanager
def cluster(folder: Path, **environment: str) -> Iterator[tuple[str, list[Worker]]]:
    """The scheduler's address, and its workers; these have this environment beside our own."""
    file = folder / "scheduler.json"
    environment = {
        "TMPDIR": str(folder),
        **environment,
    }  # what workers that are killed leave goes with the test's folder
    start = ("--no-dashboard", "--scheduler-file", str(file))
    scheduler = _start("scheduler", {}, "--host", "127.0.0.1", "--port", "0", *start)
    workers = [_start("worker", environment, "--no-nanny", "--nthreads", "1", *start) for _ in range(2)]
    try:
        yield _address(file, scheduler), workers
    finally:
        for process in (*workers, scheduler):
            process.kill()  # asked to end, a worker would first look for its scheduler
            process.wait()


def tasks(address: str) -> int:
    """How many tasks the scheduler still holds, for whoever gave them; it may take seconds to forget all."""
    from distributed import Client

    left = -1
    with Client(address, set_as_default=False) as client:
        for _ in range(50):
            left = client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks))
            if left == 0:
                break
            time.sleep(0.1)
    return left


def freeze(address: str) -> None:
    """Let the scheduler stand still, as on a machine that has gone to sleep."""
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        number = client.run_on_scheduler(os.getpid)
    os.kill(number, signal.SIGSTOP)


def _start(kind: str, environment: dict[str, str], *words: str) -> Worker:
    known = {**os.environ, "PYTHONPATH": str(copies.ROOT), **environment}
    command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *words]
    return subprocess.Popen(command, env=known, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _address(file: Path, scheduler: Worker) -> str:
    """The address, once the scheduler has two workers."""
    from distributed import Client

    for _ in range(300):
        if file.exists() and file.read_text(encoding="utf-8").rstrip().endswith("}"):
            address = str(json.loads(file.read_text(encoding="utf-8"))["address"])
            with Client(address, set_as_default=False) as client:
                client.wait_for_workers(2, timeout=60)
            return address
        assert scheduler.poll() is None
        time.sleep(0.1)
    message = "no scheduler came up"
    raise AssertionError(message)
