"""Workers on other machines: the same tasks, handed to a Dask scheduler that already runs, or to one of our own.

The limits of time and memory are the cluster's: it ends a worker that takes too much, and hands its documents to
another. Files come back as bytes with their SHA-256, and this process alone writes them.
"""

from __future__ import annotations

import atexit
import hashlib
import logging
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import Future as Made
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any

from reportgen.errors import MachineError
from reportgen.executors.bundle import Bundle, pack, unpack
from reportgen.executors.craft import Craft, Run, lost
from reportgen.executors.limits import Limits
from reportgen.executors.local_dask import local_dask
from reportgen.model.records import Job, Printed, Result

if TYPE_CHECKING:
    from distributed import Client, Future

LOCAL = "local"
PATIENCE = 10  # seconds that a scheduler may take to answer
AT_ONCE = 0.3  # seconds that it has to hear that a build is stopped
INSTALL = "pip install 'reportgen[dask]'"
AHEAD = 4  # documents under way for each thread of the cluster, so that none stands idle


@dataclass(frozen=True, slots=True)
class Cluster:
    """A Dask scheduler by its address, or `local`: one started for this build, with so many workers."""

    address: str
    workers: int = 1
    limits: Limits = field(default_factory=Limits)

    @contextmanager
    def open(self, craft: Craft) -> Iterator[Run]:
        """The scheduler reached, and its workers found to have the same engines; MachineError says what is amiss."""
        with self._connect() as client:
            engines = craft.engines()
            _refuse_other_engines(client, engines, craft)
            bundle = pack(craft.templates)
            # As a task it lies with the scheduler, which makes it again where a worker takes it to the grave.
            shipped = client.submit(_same, bundle, key=f"reportgen-templates-{bundle.digest}", pure=True)
            away = replace(craft, templates=Path())
            yield partial(_run, client, partial(_make, away, engines), shipped)

    @contextmanager
    def _connect(self) -> Iterator[Client]:
        if find_spec("distributed") is None:
            raise MachineError(f"--dask {self.address}: Dask is not installed here; run: {INSTALL}")
        with local_dask(self.workers) if self.address == LOCAL else nullcontext(self.address) as address:
            client = self._reach(address)
            try:
                yield client
                client.close()
            except BaseException:
                _leave(client)
                raise

    def _reach(self, address: str) -> Client:
        try:
            return _begin(address).result()
        except (OSError, ValueError) as error:
            raise MachineError(
                f"--dask {self.address}: no scheduler answers there ({error}); start one with `dask scheduler`, "
                "or mend the address, such as tcp://host:8786"
            ) from error


def _begin(address: str) -> Made[Client]:
    """A client in the making, in a thread: where Ctrl-C leaves it half made, it would take twenty seconds to close."""
    from distributed import Client

    made = Made[Client]()

    def make() -> None:
        try:
            made.set_result(Client(address, timeout=PATIENCE, set_as_default=False))
        except Exception as error:  # noqa: BLE001  it is raised again where somebody waits for the client
            made.set_exception(error)

    Thread(target=make, daemon=True).start()
    return made


def _leave(client: Client) -> None:
    """Go without waiting for what is under way, which the scheduler drops then; what Dask says of it helps nobody.

    Where the scheduler does not even hear that, Dask would go on saying so: then it is silent for good.
    """
    logging.disable()
    try:
        client.close(timeout=AT_ONCE)
        logging.disable(logging.NOTSET)
    except TimeoutError:
        pass
    finally:
        client.status = "closed"  # or it would be closed again when it is forgotten, for twenty seconds


def _refuse_other_engines(client: Client, engines: tuple[tuple[str, str], ...], craft: Craft) -> None:
    """Raise MachineError where a worker's engines are others than here: its bytes would be others too."""
    try:
        found = client.run(craft.engines)
    except Exception as error:  # whatever a strange worker raises: this package may not be installed there at all
        raise MachineError(
            f"the Dask workers can't say which engines they have ({type(error).__name__}: {error}); "
            "install the same reportgen on each"
        ) from error
    if not found:
        raise MachineError("the Dask scheduler has no workers; start one with `dask worker ADDRESS`")
    for worker, theirs in sorted(found.items()):
        _refuse(engines, theirs, worker)


def _refuse(ours: tuple[tuple[str, str], ...], theirs: tuple[tuple[str, str], ...], worker: str) -> None:
    there = dict(theirs)
    other = [
        f"{name} {there.get(name) or 'none'}, here {version}" for name, version in ours if there.get(name) != version
    ]
    if other:
        raise MachineError(
            f"the Dask worker {worker} has {'; '.join(other)}; install the same versions on each machine"
        )


def _run(client: Client, make: Any, shipped: Future[Bundle], jobs: Iterable[Job]) -> Iterator[Result]:  # noqa: ANN401  a partial
    """The results as they come; never more documents under way than keep the workers busy."""
    from distributed import as_completed

    waiting = iter(jobs)
    at_once = AHEAD * max(1, sum(client.nthreads().values()))
    known: dict[object, Job] = {}

    def send(job: Job) -> Future[Result]:
        future = client.submit(make, job, shipped, pure=False)
        known[future.key] = job
        return future

    first = [send(job) for job in islice(waiting, at_once)]
    under_way = as_completed(first, loop=client.loop)
    for future in under_way:
        yield _outcome(future, known.pop(future.key))
        for job in islice(waiting, 1):
            under_way.add(send(job))


def _outcome(future: Future[Result], job: Job) -> Result:
    """What became of a document; its bytes are held to the SHA-256 that its worker gave them."""
    from distributed import KilledWorker

    try:
        result: Result = future.result()
    except KilledWorker as error:
        times = error.allowed_failures + 1
        return lost(job, f"its worker died {times} times; look for an endless table in it, or see the worker's log")
    if isinstance(result, Printed) and hashlib.sha256(result.content).hexdigest() != result.sha256:
        return lost(job, "came back other than its worker sent it; see the network, and build again")
    return result


def _same(bundle: Bundle) -> Bundle:
    return bundle


# ------------------------------------------------ in the worker

_OPENED: dict[str, Any] = {}  # what documents share, by the digest of their templates
_ONE_AT_A_TIME = Lock()  # the press shuts out the machine's fonts for a process: a worker's threads take turns


def _make(craft: Craft, engines: tuple[tuple[str, str], ...], job: Job, bundle: Bundle) -> Result:
    with _ONE_AT_A_TIME:
        if bundle.digest not in _OPENED:
            _refuse(engines, craft.engines(), "that came later")
            folder = Path(tempfile.mkdtemp(prefix="reportgen-"))
            atexit.register(shutil.rmtree, folder, ignore_errors=True)
            _OPENED.clear()
            _OPENED[bundle.digest] = craft.open(unpack(bundle, folder))
        return craft.make(job, _OPENED[bundle.digest])
