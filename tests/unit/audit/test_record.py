"""The manifest read back, or refused in words."""

from __future__ import annotations

import json

import pytest

from reportgen.audit.readings import UnreadableError
from reportgen.audit.record import read_record, value_code

FINDING = {
    "indicator": "people",
    "period": "2016-01-01/2018-12-31",
    "observations": [
        [None, None, None, 600, 812],
        ["oslo", "role", None, None, 0],
    ],
}
TOLD: dict[str, object] = {
    "build": {"versions": {}, "files": {}, "failed": [], "issues": []},
    "told": {},
    "edition": {"year": 2018},
    "findings": [FINDING],
    "listings": [{"code": "hosts", "recipient": None, "items": ["oslo", "bergen"]}],
    "records": [{"code": "next", "entries": [{"fields": {"title": {"da": "Møde", "en": "Meeting"}, "city": "oslo"}}]}],
    "printed": [],
    "sources": [{"path": "data/a.xlsx", "sha256": "00"}],
}


def test_every_value_of_the_findings_is_known_by_code_scope_and_period() -> None:
    record = read_record(json.dumps(TOLD).encode())
    whole = record.find("people", "network", "2016–2018")
    assert whole is not None
    assert whole.said == ("600",)
    assert record.find("people", "network", "2018") is None
    assert record.find("people", "bergen", "2016–2018") is None
    part = record.find("people[role=not recorded]", "oslo", "2016–2018")
    assert part is not None
    assert part.said == ("",)


def test_lists_and_records_are_known_too() -> None:
    record = read_record(json.dumps(TOLD).encode())
    hosts, title = record.find("hosts", "network", "2018"), record.find("next.title", "network", "")
    assert hosts is not None
    assert hosts.said == ("bergen;oslo", "2")
    assert title is not None
    assert title.said == ("Meeting",)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is no JSON"),
        (b"\xff", "is no JSON"),
        (b"[" * 100_000, "is no JSON"),
        (b"[]", "is not a manifest"),
        (b"{}", "is not a manifest"),
        (json.dumps({**TOLD, "printed": [{"path": "a.pdf"}]}).encode(), "is not a manifest"),
        (json.dumps({**TOLD, "findings": {"a": 1}}).encode(), "is not a manifest"),
        (json.dumps({**TOLD, "findings": [None]}).encode(), "is not a manifest"),
    ],
)
def test_what_is_no_manifest_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read_record(content)


def test_the_code_of_a_category() -> None:
    assert value_code("people", "", "") == "people"
    assert value_code("people", "role", "youth") == "people[role=youth]"
    assert value_code("people", "role", "") == value_code("people", "role", None) == "people[role=not recorded]"
