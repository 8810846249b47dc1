"""From checked tables to findings: the one door of this wing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from reportgen.model.findings import Findings
from reportgen.model.spec import Edition
from reportgen.numbers.baselines import check_baselines
from reportgen.numbers.frames import open_frames
from reportgen.numbers.indicators import measure
from reportgen.numbers.late_rows import check_late_rows
from reportgen.numbers.listings import list_values, record_rows
from reportgen.numbers.recipients import check_members, left, members, places
from reportgen.numbers.tables import city_texts, table_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportgen.model.documents import Recipient
    from reportgen.model.findings import Place
    from reportgen.model.spec import Project
    from reportgen.model.tables import Issue, Table
    from reportgen.numbers.frames import Frames


@dataclass(frozen=True, slots=True)
class Computed:
    """What the tables say for an edition and for the year before it, who receives documents, and who does not.

    `left` were members in the edition's year and no longer are; `places` leaves out cities that are part of another.
    """

    findings: Findings
    previous: Findings
    recipients: tuple[Recipient, ...]
    issues: tuple[Issue, ...] = ()
    history: tuple[Findings, ...] = ()
    places: tuple[Place, ...] = ()
    left: tuple[Recipient, ...] = ()


def compute(project: Project, edition: Edition, tables: Iterable[Table]) -> Computed:
    """Every indicator, list and record of the edition and of the year before, and the edition's members."""
    frames = open_frames(project, tables, edition)
    before = project.edition(edition.year - 1) or _year_before(edition)
    recipients, gone = members(frames, edition), left(frames, edition)
    reported = gone if any(document.left_too for document in project.documents) else ()
    now, last = _findings(frames, edition), _compared(frames, before)
    history = (*_earlier(frames, before), last, now)
    issues = (
        *check_members(frames, edition, recipients, reported),
        *check_late_rows(frames),
        *check_baselines(frames, history),
    )
    whole = tuple(place for place in places(frames).values() if place.id not in frames.lines)
    return Computed(now, last, recipients, issues, history, whole, gone)


def _earlier(frames: Frames, before: Edition) -> tuple[Findings, ...]:
    """The indicators of each year from the publisher's first to the one before last: what a trend begins with."""
    years = range(frames.project.publisher.established, before.year)
    editions = (Edition(year, date(year, 12, 31), date(year, 12, 31)) for year in years)
    return tuple(Findings(edition, measure(frames, edition), (), ()) for edition in editions)


def _year_before(edition: Edition) -> Edition:
    """The last edition where the project file does not name it: the same year's end, one year earlier."""
    last_day = date(edition.year - 1, 12, 31)
    return Edition(edition.year - 1, last_day, last_day)


def _compared(frames: Frames, edition: Edition) -> Findings:
    """What documents compare with: numbers and lists; the tables and texts of another year stand in none."""
    return Findings(edition, measure(frames, edition), list_values(frames, edition), record_rows(frames, edition))


def _findings(frames: Frames, edition: Edition) -> Findings:
    return Findings(
        edition,
        measure(frames, edition),
        list_values(frames, edition),
        record_rows(frames, edition),
        table_rows(frames, edition),
        city_texts(frames, edition),
    )
