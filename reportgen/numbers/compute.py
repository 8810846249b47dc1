"""From checked tables to findings: the one door of this wing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from reportgen.model.findings import Findings
from reportgen.model.spec import Edition
from reportgen.numbers.frames import open_frames
from reportgen.numbers.indicators import measure
from reportgen.numbers.listings import list_values, record_rows
from reportgen.numbers.recipients import members

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportgen.model.documents import Recipient
    from reportgen.model.spec import Project
    from reportgen.model.tables import Table
    from reportgen.numbers.frames import Frames


@dataclass(frozen=True, slots=True)
class Computed:
    """What the tables say for an edition and for the year before it, and who receives documents."""

    findings: Findings
    previous: Findings
    recipients: tuple[Recipient, ...]


def compute(project: Project, edition: Edition, tables: Iterable[Table]) -> Computed:
    """Every indicator, list and record of the edition and of the year before, and the edition's members."""
    frames = open_frames(project, tables)
    before = project.edition(edition.year - 1) or _year_before(edition)
    return Computed(_findings(frames, edition), _findings(frames, before), members(frames, edition))


def _year_before(edition: Edition) -> Edition:
    """The last edition where the project file does not name it: the same year's end, one year earlier."""
    last_day = date(edition.year - 1, 12, 31)
    return Edition(edition.year - 1, last_day, last_day)


def _findings(frames: Frames, edition: Edition) -> Findings:
    return Findings(edition, measure(frames, edition), list_values(frames, edition), record_rows(frames, edition))
