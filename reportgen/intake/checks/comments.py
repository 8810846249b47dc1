"""What is said of results for the funder, held against the indicators that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.errors import nearest
from reportgen.intake.sheets import Fault, shown, warning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportgen.intake.checks.columns import Joined, Typed
    from reportgen.model.spec import Project
    from reportgen.model.tables import Issue

FIELD = "indicator"


def match(project: Project, joined: Joined, typed: Mapping[str, Typed]) -> Iterator[Issue]:
    """A warning at each comment on an indicator that does not exist.

    It is no error: an indicator that is counted no longer leaves its comments in the workbooks of earlier years.
    """
    column = _column(project, joined.source.name)
    if column is None:
        return
    known = {indicator.code for indicator in project.indicators}
    for row in range(len(joined.numbers)):
        code = typed[column].at(row)
        if code is not None and str(code) not in known:
            what = f"{shown(code)} is not an indicator, so its comment stands in no annex"
            yield warning(joined.address(column, row), Fault("unknown_indicator", what, nearest(str(code), known)))


def _column(project: Project, source: str) -> str | None:
    """The column of this source that names an indicator, where the funder's comments come from it."""
    code = project.funder.comments if project.funder else None
    record = next((record for record in project.records if record.code == code and record.source == source), None)
    column = dict(record.fields).get(FIELD, ("",))[0] if record else ""
    return column if any(one.name == column for one in project.source(source).columns) else None
