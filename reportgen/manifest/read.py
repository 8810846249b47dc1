"""A manifest read back: its documents, or all of it with every word in its place."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from reportgen.manifest.head import FAULTS
from reportgen.manifest.rows import filed_of, full_value
from reportgen.model.records import Filed

SEEN = ("recipient", "dimension", "category", "value", "rows", "numerator", "denominator")


def read_filed(content: bytes | None) -> tuple[dict[str, Filed], dict[str, tuple[str, ...]]]:
    """The documents of a manifest by their paths, and the words of their receipts; none where it can't be read."""
    try:
        told = json.loads(content or b"{}")
        files, parts = told["build"]["files"], told["parts"]
        filed = (filed_of({**entry, "sha256": files[entry["path"]]}, parts) for entry in told["printed"])
        return {one.path: one for one in filed}, {key: tuple(words) for key, words in told["told"].items()}
    except FAULTS:
        return {}, {}


def read_manifest(content: bytes) -> dict[str, Any]:
    """All of a manifest, with each row as a table of names and each receipt with its words.

    ValueError or RecursionError where it is no JSON; KeyError, TypeError or AttributeError where it is no manifest.
    """
    told = json.loads(content)
    build = told["build"]
    return {
        **told,
        **{name: build[name] for name in ("versions", "failed", "issues")},
        "findings": [{**finding, "observations": list(_observations(finding))} for finding in told["findings"]],
        "printed": [
            {
                **entry,
                "sha256": build["files"][entry["path"]],
                "values": [full_value(row, told["told"]) for row in entry["values"]],
            }
            for entry in told["printed"]
        ],
    }


def _observations(finding: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for row in finding["observations"]:
        yield {"indicator": finding["indicator"], **dict.fromkeys(SEEN), **dict(zip(SEEN, row, strict=False))}
