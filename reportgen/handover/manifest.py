"""The record of a build as `manifest.json`: what was made from what, and every value that was printed."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from reportgen.model.findings import Interval, Place
from reportgen.model.records import Manifest, Printed
from reportgen.model.spec import Texts
from reportgen.model.tables import Issue

FILE = "manifest.json"


Entry = dict[str, object]


def write_manifest(manifest: Manifest, kept: tuple[Entry, ...] = ()) -> bytes:
    """The manifest as JSON: UTF-8, two spaces, no clock, so that the same build gives the same bytes.

    `kept` are the entries of documents that an earlier build made and this one was not asked for.
    """
    told = {f.name: _plain(getattr(manifest, f.name)) for f in fields(manifest)}
    printed = [*(_plain(document) for document in manifest.printed), *kept]
    text = json.dumps({**told, "printed": printed}, ensure_ascii=False, indent=2, allow_nan=False)
    return (text + "\n").encode("utf-8")


def read_documents(content: bytes | None) -> dict[str, Entry]:
    """The documents of an earlier manifest by their path; none when there is no manifest or it can't be read."""
    try:
        found = json.loads(content or b"{}")
    except ValueError:
        return {}
    documents = found.get("printed", []) if isinstance(found, dict) else []
    return {str(entry["path"]): entry for entry in documents if isinstance(entry, dict) and "path" in entry}


def _plain(value: object) -> object:  # noqa: PLR0911  one line for each kind of value
    match value:
        case Printed():
            return {f.name: _plain(getattr(value, f.name)) for f in fields(value) if f.name != "content"}
        case Issue():
            return {
                "code": value.code,
                "severity": value.severity.value,
                "where": str(value.where),
                "what": value.what,
                "mend": value.mend,
            }
        case Place():
            return value.id
        case Texts():
            return dict(value.entries)
        case Interval():
            return f"{value.first.isoformat()}/{value.last.isoformat()}"
        case date():
            return value.isoformat()
        case Enum():
            return value.value
        case tuple():
            return _pairs(value) if _is_pairs(value) else [_plain(item) for item in value]
        case _ if is_dataclass(value):
            return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
        case _:
            return value


def _is_pairs(value: tuple[object, ...]) -> bool:
    return bool(value) and all(isinstance(i, tuple) and len(i) == 2 and isinstance(i[0], str) for i in value)  # noqa: PLR2004  a pair


def _pairs(value: tuple[object, ...]) -> dict[str, object]:
    return {str(pair[0]): _plain(pair[1]) for pair in value if isinstance(pair, tuple)}
