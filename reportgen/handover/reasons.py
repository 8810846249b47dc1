"""Why a document was made or not, in a line of words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.handover.standing import Task
from reportgen.model.records import Filed, Row

MOST_VALUES = 3
SOURCE = 4  # of the words of a receipt
CHANGED = {
    "values": "what it is planned from has changed",
    "text": "its text has changed",
    "pages": "the page templates have changed",
    "words": "the fixed words have changed",
    "form": "its form has changed",
    "styles": "the style sheets have changed",
    "fonts": "the fonts have changed",
    "drawing": "the map or the settings of charts have changed",
    "pictures": "a picture among the templates has changed",
    "engines": "an engine has another version",
    "new": "it was not there",
    "force": "--force",
    "missing": "its file is gone",
    "altered": "its file is not as it was built",
}


def why_made(task: Task, filed: Filed, told: Mapping[str, tuple[str, ...]]) -> str:
    """Why a document was made: the values that print otherwise than before, else the parts that differ."""
    parts = [name for name in task.differs if name != "values"]
    values = tuple(_values(task.before, filed, told)) if task.before and "values" in task.differs else ()
    more = (f"and {len(values) - MOST_VALUES} more",) if len(values) > MOST_VALUES else ()
    shown = (*values[:MOST_VALUES], *more) or ((CHANGED["values"],) if "values" in task.differs else ())
    return "made: " + "; ".join((*shown, *(CHANGED.get(part, part) for part in parts)))


def why_not(task: Task) -> str:
    """Why a document was not made again."""
    if not task.differs:
        return "not made: nothing that it is made from has changed"
    return f"not made: {'; '.join(CHANGED.get(part, part) for part in task.differs)}, and it says the same"


def _values(before: Filed, now: Filed, told: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Each value that differs: `own.participants 12 → 13 [data/*/activity.xlsx › Participations]`."""
    old, new = _said(before, now.recipient), _said(now, now.recipient)
    for name in dict.fromkeys((*new, *old)):
        row, was = new.get(name), old.get(name)
        if row is None or was is None or row[2] != was[2]:
            source = told[(row or was or ("",))[-1]][SOURCE] if (row or was) else ""
            yield f"{name} {_exact(was)} → {_exact(row)} [{source}]"


def _said(filed: Filed, recipient: str) -> dict[str, Row]:
    whose = {recipient: "own.", "network": "n."}
    return {f"{whose.get(row[1], '')}{row[0]}": row for row in filed.values}


def _exact(row: Row | None) -> str:
    return "(none)" if row is None else row[2] or "(not recorded)"
