"""What was done: documents made or failed, and the manifest of a build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportgen.model.documents import Document
from reportgen.model.findings import Finding, Listing, Record
from reportgen.model.spec import Edition
from reportgen.model.tables import Issue, SourceFile


@dataclass(frozen=True, slots=True)
class PrintedValue:
    """One value as it stands on a page, with its receipt; all text, in the document's language."""

    code: str
    scope: str
    title: str
    definition: str
    exact: str
    shown: str
    unit: str
    period: str
    source: str
    filter: str
    rows: int


@dataclass(frozen=True, slots=True)
class Job:
    """One document to make; `known` is the digest of its words when it was last made, "" where it must be made."""

    document: Document
    known: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """A document that was made: its bytes, what they say, and the digest of its words and figures."""

    document: str
    path: str
    language: str
    recipient: str
    content: bytes
    sha256: str
    pages: int
    values: tuple[PrintedValue, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class Same:
    """A document that was not made again: put into words, it says what its file says."""

    path: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that could not be made, and why; `in_template` when a template is at fault and not the data."""

    document: str
    path: str
    language: str
    recipient: str
    reason: str
    in_template: bool = False


Result = Printed | Same | Failed


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """All that can change a document's bytes, as digests: its planned values; each part it is made with; its words."""

    values: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    words: str = ""


Row = tuple[str, str, str, str, int, str]  # code, scope, exact, shown, rows, and the key of what else its receipt says


@dataclass(frozen=True, slots=True)
class Filed:
    """A file as the manifest names it; of the words of its receipts, only their keys."""

    document: str
    path: str
    language: str
    recipient: str
    sha256: str
    pages: int
    values: tuple[Row, ...] = ()
    fingerprint: Fingerprint = field(default_factory=Fingerprint)


@dataclass(frozen=True, slots=True)
class Made:
    """What a build was made from: what was asked for, and the SHA-256 of every file that was read.

    `patterns` find those files again, below the project's folder, and any that have come since.
    """

    asked: tuple[tuple[str, ...], ...] = ()
    patterns: tuple[str, ...] = ()
    inputs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """The record of a build; what `manifest.json` holds.

    `told` are the words of receipts by their keys: title, definition, unit, period, source, filter. `left_over` names
    files of an earlier build that nobody receives any more, each with its SHA-256.
    """

    project: str
    edition: Edition
    versions: tuple[tuple[str, str], ...]
    sources: tuple[SourceFile, ...]
    findings: tuple[Finding, ...]
    listings: tuple[Listing, ...]
    records: tuple[Record, ...]
    printed: tuple[Filed, ...]
    failed: tuple[Failed, ...]
    issues: tuple[Issue, ...]
    told: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    made: Made = field(default_factory=Made)
    left_over: tuple[tuple[str, str], ...] = ()
