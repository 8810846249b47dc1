"""What stands from an earlier build, and what of it must be made again, and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from reportgen.handover.fingerprints import differing
from reportgen.handover.journal import read_journal
from reportgen.handover.store import Store
from reportgen.manifest.head import FILE, Head, read_head
from reportgen.manifest.read import read_filed
from reportgen.model.documents import Document
from reportgen.model.records import Filed, Fingerprint, Job

Told = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Standing:
    """What earlier builds left in the folder: its head, its documents by their paths, the words of their receipts.

    `files` are the SHA-256 of what lies there now, each read once.
    """

    store: Store
    head: Head | None
    filed: Mapping[str, Filed]
    told: Told
    files: dict[str, str] = field(default_factory=dict)

    def is_whole(self, path: str, sha256: str) -> bool:
        """Whether the file is there as it was built."""
        return bool(sha256) and self.found(path) == sha256

    def found(self, path: str) -> str:
        """The SHA-256 of what lies there now; "" where there is nothing."""
        if path not in self.files:
            self.files[path] = self.store.sha256(path)
        return self.files[path]

    def left_over(self, planned: Collection[str]) -> dict[str, str]:
        """The whole files of earlier builds that are no longer planned, with their SHA-256."""
        named = dict(self.head.left_over if self.head else ())
        named |= {path: filed.sha256 for path, filed in self.filed.items()}
        return {
            path: sha256
            for path, sha256 in sorted(named.items())
            if path not in planned and self.is_whole(path, sha256)
        }


@dataclass(frozen=True, slots=True)
class Task:
    """A planned document with its fingerprint: what stands of it, the job to do if any, and which parts differ."""

    document: Document
    now: Fingerprint
    before: Filed | None
    job: Job | None
    differs: tuple[str, ...]

    @property
    def kept(self) -> Filed | None:
        """The document as it is filed now, when its words turned out to be the same."""
        if self.before is None:
            return None
        return replace(self.before, fingerprint=replace(self.now, words=self.before.fingerprint.words))


def read_standing(store: Store) -> Standing:
    """What stands in the folder: the manifest's documents, and those of a build that was cut short."""
    content = store.read(FILE)
    filed, told = read_filed(content)
    newer, words = read_journal(store.folder)
    return Standing(store, read_head(content), {**filed, **newer}, {**told, **words})


def task_for(document: Document, now: Fingerprint, standing: Standing, worded: Collection[str], force: bool) -> Task:  # noqa: FBT001  as the order says it
    """What must be done for a document; `worded` are the parts that act on it through its words alone."""
    before = standing.filed.get(document.path)
    if before is None:
        return Task(document, now, None, Job(document), ("new",))
    if force:
        return Task(document, now, before, Job(document), ("force",))
    if not standing.is_whole(before.path, before.sha256):
        return Task(document, now, before, Job(document), ("altered" if standing.found(before.path) else "missing",))
    differs = differing(before, now)
    if not differs:
        return Task(document, now, before, None, ())
    spared = set(differs) <= {"values", *worded}
    return Task(document, now, before, Job(document, before.fingerprint.words if spared else ""), differs)
