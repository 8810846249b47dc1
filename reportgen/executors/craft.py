"""What workers do, and who may run them: the one seam between the documents and the machines that make them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from reportgen.model.records import Failed, Job, Result

Run = Callable[[Iterable[Job]], Iterator[Result]]


@dataclass(frozen=True, slots=True)
class Craft:
    """What every worker does, as functions that travel by their names.

    `open` gives what a worker's documents share, once a worker, from the folder of templates; `warm` gets it ready
    before the first document comes; `make` makes one document with it. `engines` tells the versions of what can change
    a byte; `preload` are modules that each worker needs.
    """

    templates: Path
    open: Callable[[Path], Any]
    warm: Callable[[Any], None]
    make: Callable[[Job, Any], Result]
    engines: Callable[[], tuple[tuple[str, str], ...]]
    preload: tuple[str, ...] = ()


class Executor(Protocol):
    """Runs a craft's task over documents, and gives the results as they come; a failed document is a result too."""

    def open(self, craft: Craft) -> AbstractContextManager[Run]:
        """Get ready to work; leaving the context ends every worker, whatever it is doing."""
        ...


def lost(job: Job, reason: str) -> Failed:
    """The result of a document whose worker was lost twice."""
    document = job.document
    return Failed(document.id, document.path, document.language, document.recipient.id, reason)
