"""A Dask scheduler of our own with its workers: one group of processes, which ends as one at whatever moment.

They stand outside this process, because Dask closes what it has started politely, in seconds, and can't close what has
only half started.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from threading import Thread
from typing import Any

from reportgen.errors import MachineError


@contextmanager
def local_dask(workers: int) -> Iterator[str]:
    """The address of a scheduler with so many workers; afterwards no process of it is left, and no file."""
    with tempfile.TemporaryDirectory(prefix="reportgen-") as scratch, _start(workers, scratch) as group:
        said: Any = group.stdout
        try:
            import_module("distributed")  # which takes as long here as there
            yield _address(said.readline())
        finally:
            with suppress(ProcessLookupError):
                os.killpg(group.pid, signal.SIGKILL)
            said.read()  # which ends when none is left to say anything


def _start(workers: int, scratch: str) -> subprocess.Popen[str]:
    """The group under way, where the terminal's signals don't reach it."""
    known = {**os.environ, "TMPDIR": scratch, "PYTHONPATH": os.pathsep.join(sys.path)}
    command, pipe = [sys.executable, "-m", __name__, str(workers)], subprocess.PIPE
    return subprocess.Popen(command, env=known, stdin=pipe, stdout=pipe, text=True, start_new_session=True)  # noqa: S603  this module


def _address(said: str) -> str:
    if not said:
        raise MachineError("--dask local: no scheduler could be started, as told above; build without --dask")
    return said.strip()


# ------------------------------------------------ in the group


def _serve(workers: int) -> None:
    """Start the scheduler and its workers, tell the address, and stay until the build has gone."""
    watch = Thread(target=_end_with_the_build, daemon=True)
    watch.start()
    from distributed import LocalCluster

    sizes = {"n_workers": workers, "threads_per_worker": 1, "dashboard_address": None}
    cluster = LocalCluster(**sizes, local_directory=tempfile.gettempdir())
    sys.stdout.write(f"{cluster.scheduler_address}\n")
    sys.stdout.flush()
    watch.join()


def _end_with_the_build() -> None:
    """End the whole group as soon as the build has, and be it killed: the pipe from it closes then."""
    os.read(0, 1)
    os.killpg(0, signal.SIGKILL)


if __name__ == "__mp_main__":  # a worker, which inherits our standard output: nobody listens there after the address
    sys.stdout = sys.stderr
if __name__ == "__main__":
    _serve(int(sys.argv[1]))
