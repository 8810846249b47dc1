"""Which documents there are."""

from __future__ import annotations

import pytest

from reportgen.errors import UsageError
from reportgen.model.selection import Selection
from reportgen.press.plan import plan
from tests import example


def paths(selection: Selection) -> list[str]:
    return [document.path for document in plan(example.material(), selection)]


def test_every_member_gets_a_letter_in_each_of_its_languages() -> None:
    found = paths(Selection(only=("letters",)))
    assert len(found) == 22
    assert {"letters/helsinki.fi.pdf", "letters/helsinki.sv.pdf", "letters/larvik.nb.pdf"} < set(found)
    assert {path.rsplit(".", 2)[1] for path in found} == set(example.LANGUAGES)


def test_every_member_gets_a_report_and_the_network_one_in_each_language() -> None:
    found = paths(Selection(only=("reports",)))
    assert len(found) == 22 + 6
    assert {"reports/larvik.nb.pdf", "reports/network.is.pdf"} < set(found)


def test_a_language_alone_chooses_the_letters_written_in_it() -> None:
    assert paths(Selection(only=("letters",), languages=("fi",))) == [
        "letters/helsinki.fi.pdf",
        "letters/vantaa.fi.pdf",
    ]


def test_a_city_with_a_language_gets_its_letter_in_that_language() -> None:
    assert paths(Selection(only=("letters",), recipients=("larvik",), languages=("da",))) == ["letters/larvik.da.pdf"]


@pytest.mark.parametrize(
    ("selection", "sentence"),
    [
        (Selection(recipients=("larvk",)), "did you mean larvik"),
        (Selection(only=("letter",)), "did you mean letters"),
        (Selection(languages=("xx",)), "there are: da, en, fi, is, nb, sv"),
    ],
)
def test_what_is_not_there_is_named_with_the_nearest(selection: Selection, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        plan(example.material(), selection)


def test_a_language_asked_for_twice_is_one_letter() -> None:
    assert paths(Selection(only=("letters",), recipients=("oslo",), languages=("en", "en"))) == ["letters/oslo.en.pdf"]


def test_a_document_pickles_and_hashes_so_that_any_worker_can_take_it() -> None:
    import pickle

    document = example.document()
    assert pickle.loads(pickle.dumps(document)) == document  # noqa: S301  our own bytes
    assert hash(document) == hash(example.document())
