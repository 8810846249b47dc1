"""What a worker does with a job: named here, so that who hands jobs out need not read all that it takes to do one."""

from __future__ import annotations

from reportgen.model.records import Job, Result
from reportgen.press.workshop import Workshop


def do(job: Job, workshop: Workshop) -> Result:
    """The document of a job; where its words and figures are those it was last made from, it is not made again."""
    from reportgen.press.render import render

    return render(job.document, workshop, job.known)
