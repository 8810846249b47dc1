"""A trimmed document says to the letter what the whole one says; and a cell that it does not print is not in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.handover.fingerprints import Values
from reportgen.model.documents import Document
from reportgen.press.draft import put_into_words
from reportgen.press.prose.mentions import WHOLE
from reportgen.press.prose.text import read_text
from reportgen.press.trim import Trimmer
from tests import example


@pytest.mark.parametrize("kind", ["letters", "reports"])
def test_every_document_of_the_example_says_the_same_when_it_is_trimmed(kind: str) -> None:
    shop, trimmer = example.workshop(), Trimmer(example.workshop())
    for document in example.documents(kind=kind):
        trimmed = trimmer.trim(document)
        assert put_into_words(trimmed, shop, ()) == put_into_words(document, shop, ()), document.path


def test_a_trimmed_letter_holds_what_its_text_names_and_no_more() -> None:
    letter = Trimmer(example.workshop()).trim(example.document("larvik", "nb"))
    assert {fact.code for fact in letter.previous_own.numbers} <= {fact.code for fact in letter.network.numbers}
    assert "young_people_trained" in {fact.code for fact in letter.own.numbers}
    assert "women_share" not in {fact.code for fact in letter.own.numbers}
    assert "next_session" in {record.code for record in letter.records}
    assert not letter.tables
    assert len(letter.figures) == 1


def test_a_value_that_is_not_printed_is_not_in_the_fingerprint() -> None:
    whole, trimmer = example.document("larvik", "nb"), Trimmer(example.workshop())
    unsaid, said = (_with(whole, code) for code in ("women_share", "participants"))
    digests = [Values().digest(trimmer.trim(document)) for document in (whole, unsaid, said)]
    assert digests[0] == digests[1] != digests[2]
    assert digests[0] == Values().digest(Trimmer(example.workshop()).trim(example.document("larvik", "nb")))


def _with(document: Document, code: str) -> Document:
    """The document with another value of this number of the city's own."""
    numbers = tuple(replace(fact, value=77) if fact.code == code else fact for fact in document.own.numbers)
    return replace(document, own=replace(document.own, numbers=numbers))


def test_what_a_text_names() -> None:
    source = (
        "# {{ own.a }} {% if previous.n.b %}{{ figure('c') }}{% endif %}{% for row in rows %}{{ row.d }}{% endfor %}"
    )
    text = read_text(source, "letter.en.md", "en", example.document().rounding)
    said = text.mentions
    assert said.below("own") == {"a"}
    assert said.below("previous", "n") == {"b"}
    assert said.called("figure") == {"c"}
    assert ("rows",) in said.names
    assert not any(name[0] == "row" for name in said.names)
    assert WHOLE in read_text("# {% if own %}a{% endif %}", "a.md", "en", example.document().rounding).mentions.below(
        "own"
    )
