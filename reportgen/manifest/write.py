"""A manifest as JSON that people can read: a line for each value, and what repeats written once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from reportgen.manifest.rows import key_of, plain_filed
from reportgen.model.findings import Finding, Interval, Observation, Place
from reportgen.model.records import Failed, Filed, Manifest
from reportgen.model.spec import Texts
from reportgen.model.tables import Issue

encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def write_manifest(manifest: Manifest) -> bytes:
    """The manifest as JSON: UTF-8, a line for each thing, no clock, so that the same build gives the same bytes.

    Its first key says by itself whether anything has changed since, so that a large manifest need not be read for it.
    """
    parts = {key_of(dict(filed.fingerprint.parts)): dict(filed.fingerprint.parts) for filed in manifest.printed}
    used = {row[-1] for filed in manifest.printed for row in filed.values}
    pieces = (
        ("build", _nest(_head(manifest), "  ")),
        ("project", encode(manifest.project)),
        ("edition", encode(_plain(manifest.edition))),
        ("sources", _listed(map(_one_line, manifest.sources))),
        ("findings", _listed(map(_finding, manifest.findings))),
        ("listings", _listed(map(_one_line, manifest.listings))),
        ("records", _listed(map(_one_line, manifest.records))),
        ("told", _nest({key: list(manifest.told[key]) for key in sorted(used)}, " ")),
        ("parts", _nest(dict(sorted(parts.items())), " ")),
        ("printed", _listed(map(_filed, manifest.printed))),
    )
    text = ",\n".join(f"{encode(name)}: {piece}" for name, piece in pieces)
    return f"{{\n{text}\n}}\n".encode()


def _head(manifest: Manifest) -> dict[str, object]:
    made = manifest.made
    return {
        "asked": [list(names) for names in made.asked],
        "patterns": list(made.patterns),
        "versions": dict(manifest.versions),
        "inputs": dict(made.inputs),
        "files": {filed.path: filed.sha256 for filed in manifest.printed},
        "left_over": dict(manifest.left_over),
        "failed": [_plain(failed) for failed in manifest.failed],
        "issues": [_plain(issue) for issue in manifest.issues],
    }


def _nest(table: dict[str, object] | dict[str, list[str]] | dict[str, dict[str, str]], indent: str) -> str:
    """A table with a line for each key; and, with the deeper indent, a line for each key of its own tables."""
    lines = []
    for key, value in table.items():
        deeper = isinstance(value, dict) and len(indent) > 1 and value
        told = _nest(value, " ").replace("\n", "\n ") if deeper and isinstance(value, dict) else encode(value)
        lines.append(f" {encode(key)}: {told}")
    return "{\n" + ",\n".join(lines) + "\n}" if lines else "{}"


def _listed(lines: Iterable[str]) -> str:
    body = ",\n".join(f" {line}" for line in lines)
    return f"[\n{body}\n]" if body else "[]"


def _one_line(value: object) -> str:
    return encode(_plain(value))


def _finding(finding: Finding) -> str:
    head = encode({"indicator": finding.indicator, "period": _plain(finding.period)})
    rows = ",\n".join(f"  {encode(list(_observation(seen)))}" for seen in finding.observations)
    return f'{head[:-1]}, "observations": [\n{rows}\n ]}}' if rows else f'{head[:-1]}, "observations": []}}'


def _observation(seen: Observation) -> Iterator[object]:
    """Recipient, dimension, category, value, rows, and, of a ratio, its halves."""
    yield from (seen.recipient, seen.dimension, seen.category, seen.value, seen.rows)
    if seen.denominator is not None:
        yield from (seen.numerator, seen.denominator)


def _filed(filed: Filed) -> str:
    """A document's head on one line, and a line for each value; its file's SHA-256 stands in `build`."""
    told = plain_filed(filed)
    rows, _ = told.pop("values"), told.pop("sha256")
    fingerprint = {
        "values": filed.fingerprint.values,
        "parts": key_of(dict(filed.fingerprint.parts)),
        "words": filed.fingerprint.words,
    }
    head = encode({**told, "fingerprint": fingerprint})
    body = ",\n".join(f"  {encode(row)}" for row in rows) if isinstance(rows, list) else ""
    return f'{head[:-1]}, "values": [\n{body}\n ]}}' if body else f'{head[:-1]}, "values": []}}'


def _plain(value: object) -> object:  # noqa: PLR0911  one line for each kind of value
    match value:
        case Failed():
            return {f.name: getattr(value, f.name) for f in fields(value)}
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
