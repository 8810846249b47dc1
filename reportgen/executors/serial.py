"""One document after another, in this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from reportgen.collector import looking_seldom, settle, tidy
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
                    settle()
                else:
                    tidy()

        with looking_seldom():
            yield run
