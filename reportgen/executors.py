"""One task over many documents: the seam behind which workers may stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from reportgen.model.documents import Document
from reportgen.model.records import Failed, Printed

Task = Callable[[Document], Printed | Failed]


class Executor(Protocol):
    """Runs a task for each document and gives the results as they come; a failed document is a result too."""

    def run(self, task: Task, documents: Iterable[Document]) -> Iterator[Printed | Failed]: ...


class Serial:
    """One after another, in this process."""

    def run(self, task: Task, documents: Iterable[Document]) -> Iterator[Printed | Failed]:
        """The results in the order of the documents."""
        return map(task, documents)
