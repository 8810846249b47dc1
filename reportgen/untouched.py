"""Whether anything has changed since the last build: no row is read for it, and no engine."""

from __future__ import annotations

from pathlib import Path

from reportgen.glance import glance_at
from reportgen.handover.inputs import read_inputs
from reportgen.handover.store import JOURNAL, Hold, Store
from reportgen.manifest.head import FILE, Head, read_head
from reportgen.orders import Order, Outcome, folder_of

NOTHING_CHANGED = "not made: nothing has changed since the last build"


def find_untouched(order: Order, hold: Hold) -> Outcome | None:
    """What stands, where the last build was asked for the same, from the same bytes, and all of it is whole.

    None where something must be looked at more closely; the folder is held for whoever does so, if it is known.
    OutputLockedError where another build holds it.
    """
    file = order.project_file.resolve()
    years = glance_at(file).years
    year = max(years, default=None) if order.edition is None else order.edition
    if year is None or year not in years:
        return None
    store = hold.of(folder_of(order, file.parent, year))
    head = None if order.force else read_head(store.read(FILE))
    return _outcome(store.folder, head) if head and _stands(order, head, store, file) else None


def _stands(order: Order, head: Head, store: Store, file: Path) -> bool:
    if head.has_failed or head.asked != order.asked or (order.prune and head.left_over):
        return False
    if (store.folder / JOURNAL).exists():
        return False
    if file.name not in dict(head.inputs):
        return False  # what stands was made by another project file of the same folder
    if dict(head.inputs) != read_inputs(file.parent, head.patterns):
        return False
    if any(store.sha256(path) != sha256 for path, sha256 in (*head.files, *head.left_over)):
        return False
    from reportgen.engines import versions  # takes longer to read than most of the above to find out

    return dict(head.versions) == dict(versions())


def _outcome(folder: Path, head: Head) -> Outcome:
    paths = tuple(path for path, _ in head.files)
    left_over = tuple(path for path, _ in head.left_over)
    why = tuple((path, NOTHING_CHANGED) for path in paths)
    return Outcome(folder, head.issues, unchanged=paths, left_over=left_over, why=why)
