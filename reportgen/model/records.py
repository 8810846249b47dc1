"""What was done: documents made or failed, and the manifest of a build."""

from __future__ import annotations

from dataclasses import dataclass

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
class Printed:
    """A document that was made: its bytes, and what they say."""

    document: str
    path: str
    language: str
    recipient: str
    content: bytes
    sha256: str
    pages: int
    values: tuple[PrintedValue, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that could not be made, and why; `in_template` when a template is at fault and not the data."""

    document: str
    path: str
    language: str
    recipient: str
    reason: str
    in_template: bool = False


@dataclass(frozen=True, slots=True)
class Manifest:
    """The record of a build; what `manifest.json` holds."""

    project: str
    edition: Edition
    versions: tuple[tuple[str, str], ...]
    sources: tuple[SourceFile, ...]
    findings: tuple[Finding, ...]
    listings: tuple[Listing, ...]
    records: tuple[Record, ...]
    printed: tuple[Printed, ...]
    failed: tuple[Failed, ...]
    issues: tuple[Issue, ...]
