"""What repeats in a manifest is written once: the words of receipts, and the parts that documents are made with."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from reportgen.model.records import Filed, Fingerprint, Printed, PrintedValue, Row

WORDS = ("title", "definition", "unit", "period", "source", "filter")  # the words of a receipt, as they stand in `told`
SAID = ("code", "scope", "exact", "shown", "rows", "told")  # what each printed value says, as it stands in a row
KEY = 10  # hex digits: among 100,000 receipts, two share a key once in 200 builds of as many new ones


def key_of(value: object) -> str:
    """The key under which something that repeats is written once, made from what it says."""
    said = json.dumps(value, ensure_ascii=False, sort_keys=True).encode("utf-8")
    return hashlib.sha256(said).hexdigest()[:KEY]


def file_entry(printed: Printed, fingerprint: Fingerprint) -> tuple[Filed, dict[str, tuple[str, ...]]]:
    """A document as the manifest names it, and the words of its receipts by their keys."""
    told: dict[str, tuple[str, ...]] = {}
    rows = tuple(_row(value, told) for value in printed.values)
    names = ("document", "path", "language", "recipient", "sha256", "pages")
    held = {name: getattr(printed, name) for name in names}
    return Filed(**held, values=rows, fingerprint=fingerprint), told


def _row(value: PrintedValue, told: dict[str, tuple[str, ...]]) -> Row:
    words = (value.title, value.definition, value.unit, value.period, value.source, value.filter)
    key = key_of(words)
    told[key] = words
    return value.code, value.scope, value.exact, value.shown, value.rows, key


def full_value(row: Iterable[object], told: Mapping[str, Iterable[str]]) -> dict[str, object]:
    """A printed value with all that its receipt says."""
    said = dict(zip(SAID, row, strict=True))
    key = str(said.pop("told"))
    return {**said, **dict(zip(WORDS, told[key], strict=True))}


def plain_filed(filed: Filed) -> dict[str, object]:
    """A filed document as plain values, as it stands in a manifest or a journal; its values are rows."""
    fingerprint = filed.fingerprint
    head = {name: getattr(filed, name) for name in ("document", "path", "language", "recipient", "sha256", "pages")}
    return {
        **head,
        "fingerprint": {**asdict(fingerprint), "parts": dict(fingerprint.parts)},
        "values": [list(row) for row in filed.values],
    }


def filed_of(told: Mapping[str, object], parts: Mapping[str, Mapping[str, str]]) -> Filed:
    """The filed document that `plain_filed` made plain; its parts may stand in `parts`, by their key."""
    head = {name: told[name] for name in ("document", "path", "language", "recipient", "sha256", "pages")}
    said = told["fingerprint"]
    if not isinstance(said, dict) or not isinstance(values := told["values"], list):
        raise TypeError("fingerprint")
    found = parts[said["parts"]] if isinstance(said["parts"], str) else said["parts"]
    fingerprint = Fingerprint(str(said["values"]), tuple(found.items()), str(said["words"]))
    return Filed(**head, values=tuple(map(tuple, values)), fingerprint=fingerprint)  # type: ignore[arg-type]  # checked by who reads the file
