"""One document after another, in this process."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from reportgen.executors.craft import Craft, Run
from reportgen.model.records import Job, Result


class Serial:
    """One after another, in this process: no limits, and nothing to start."""

    @contextmanager
    def open(self, craft: Craft) -> Iterator[Run]:
        """The results in the order of the documents; what they share is opened when the first comes."""

        def run(jobs: Iterable[Job]) -> Iterator[Result]:
            shared = None
            for number, job in enumerate(jobs):
                shared = shared or craft.open(craft.templates)
                yield craft.make(job, shared)
                if number == 0:
                    gc.collect()
                    gc.freeze()  # tables and engines stay to the end: looking at them again costs every document

        try:
            yield run
        finally:
            gc.unfreeze()
