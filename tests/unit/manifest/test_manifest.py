"""A manifest read back is the manifest written; what repeats in it stands there once."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reportgen.manifest.head import read_head
from reportgen.manifest.read import read_filed, read_manifest
from reportgen.manifest.rows import file_entry
from reportgen.manifest.write import write_manifest
from reportgen.model.findings import Finding, Interval, Observation
from reportgen.model.records import Filed, Fingerprint, Made, Manifest, Printed, PrintedValue
from reportgen.model.spec import Edition
from reportgen.model.tables import Address, Issue, Severity

YEAR = Interval(date(2018, 1, 1), date(2018, 12, 31))
EDITION = Edition(2018, date(2018, 12, 14), date(2018, 12, 7))
ISSUE = Issue("same_row", Severity.WARNING, Address("data/a.xlsx", "Rows", "A2"), "the same row", "delete one")
words = st.text(max_size=12)
values = st.builds(PrintedValue, *[words] * 10, st.integers(0, 10**6))


def manifest(printed: list[Printed]) -> tuple[Manifest, list[Filed]]:
    """A manifest of these documents."""
    filed, told = [], dict[str, tuple[str, ...]]()
    for one in printed:
        entry, said = file_entry(one, Fingerprint("v", (("engines", "e"), ("text", "t")), one.words))
        filed.append(entry)
        told |= said
    findings = (Finding("n", YEAR, (Observation("n", None, 3, 4), Observation("n", "oslo", 0.5, 2, None, None, 1, 2))),)
    made = Made(((), ("oslo",), ()), ("data/*.xlsx",), (("data/a.xlsx", "00"),))
    return Manifest(
        "P", EDITION, (("python", "3"),), (), findings, (), (), tuple(filed), (), (ISSUE,), told, made, (("b", "1"),)
    ), filed


def letter(path: str, *printed: PrintedValue) -> Printed:
    """A document that was made, of these values."""
    return Printed(path.removesuffix(".pdf"), path, "nb", "oslo", b"", f"sha of {path}", 2, printed, "w")


@given(st.dictionaries(words.filter(bool), st.lists(values, max_size=4), max_size=4))
def test_what_is_read_is_what_was_written(told: dict[str, list[PrintedValue]]) -> None:
    whole, filed = manifest([letter(path, *said) for path, said in told.items()])
    content = write_manifest(whole)
    entries, said = read_filed(content)
    assert list(entries.values()) == filed
    assert said == whole.told
    full = read_manifest(content)["printed"]
    assert [PrintedValue(**value) for entry in full for value in entry["values"]] == [
        v for p in told.values() for v in p
    ]


def test_the_head_tells_all_that_an_unchanged_build_needs() -> None:
    whole, _ = manifest([letter("letters/oslo.nb.pdf")])
    head = read_head(write_manifest(whole))
    assert head is not None
    assert (head.asked, head.patterns, head.inputs) == (whole.made.asked, whole.made.patterns, whole.made.inputs)
    assert head.files == (("letters/oslo.nb.pdf", "sha of letters/oslo.nb.pdf"),)
    assert head.left_over == (("b", "1"),)
    assert [str(issue) for issue in head.issues] == [str(ISSUE)]
    assert not head.has_failed


def test_words_that_repeat_stand_once() -> None:
    value = PrintedValue("n", "oslo", "People", "Distinct people", "3", "3", "people", "2018", "a.xlsx", "held", 3)
    content = write_manifest(manifest([letter(f"letters/{number}.pdf", value) for number in range(50)])[0])
    assert content.count(b"Distinct people") == 1
    assert content.count(b'"engines": "e"') == 1
    assert json.loads(content)["findings"][0]["observations"][0] == [None, None, None, 3, 4]


def test_what_is_no_manifest_has_no_head_and_no_documents() -> None:
    for content in (None, b"", b"{}", b"[]", b"\xff", b'{\n"build": {}}', b'{\n"build": ' + b"[" * 100_000):
        assert read_head(content) is None
        assert read_filed(content) == ({}, {})
