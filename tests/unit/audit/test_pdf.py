"""A letter's PDF read back: pages and attachment against the manifest."""

from __future__ import annotations

import io
import zlib
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from reportgen.audit.pdf import read_pages, read_pdf
from reportgen.audit.readings import Entry, UnreadableError
from tests import audits, example


@pytest.fixture(scope="module")
def letter() -> bytes:
    return example.printed("larvik", "nb").content


def entry_of(recipient: str = "larvik", language: str = "nb") -> Entry:
    printed = example.printed(recipient, language)
    return Entry(printed.path, "letters", language, printed.sha256, printed.values)


def told(content: bytes, entry: Entry | None = None) -> list[str]:
    read = read_pdf(content, entry or entry_of())
    return [f"{fault.where}: {fault.what}" for fault in read.faults]


def test_a_letter_as_it_was_made_agrees(letter: bytes) -> None:
    read = read_pdf(letter, entry_of())
    assert read.faults == ()
    assert [reading.exact for reading in read.readings] == [value.exact for value in entry_of().values]


def test_a_number_changed_in_the_attachment(letter: bytes, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(letter)
    audits.reattach(path, lambda csv: csv.replace(",157,", ",175,", 1))
    (said,) = told(path.read_bytes())
    assert said.startswith("letters/larvik.nb.pdf › numbers.csv › line ")
    assert said.endswith("exact of young_people_trained (network) is “175”, and should be “157”")


def test_the_pages_of_another_letter_under_this_one_s_attachment(letter: bytes, tmp_path: Path) -> None:
    path = tmp_path / "other.pdf"
    path.write_bytes(example.printed("bodoe", "nb").content)
    with pikepdf.open(io.BytesIO(letter)) as first:
        numbers = first.attachments["numbers.csv"].get_file().read_bytes().decode("utf-8")
    audits.reattach(path, lambda _: numbers)
    said = told(path.read_bytes())
    assert all(" › pages: " in one or " › page " in one for one in said)
    assert any("“tolv lokale kampanjer” (local_campaigns, larvik) stands on no page" in one for one in said)


def test_a_page_that_says_another_number_is_quoted(letter: bytes) -> None:
    values = [replace(v, shown="minst 140") if v.shown == "minst 150" else v for v in entry_of().values]
    said = told(letter, replace(entry_of(), values=tuple(values)))
    quoted = "“minst 140” (young_people_trained, network) stands on no page; there stands “minst "
    assert any(one.startswith("letters/larvik.nb.pdf › page 1: ") and quoted in one for one in said)


def test_a_pdf_without_its_attachment(letter: bytes) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(letter)) as pdf:
        del pdf.attachments["numbers.csv"]
        pdf.save(out)
    count = len(entry_of().values)
    assert told(out.getvalue()) == [
        f"letters/larvik.nb.pdf › numbers.csv: is not attached, and {count} values should be in it"
    ]


def test_a_quite_different_attachment_is_not_told_line_by_line(letter: bytes) -> None:
    said = told(letter, replace(entry_of(), values=tuple(reversed(entry_of().values))))
    lines = [one for one in said if "› numbers.csv" in one]
    assert len(lines) == 6
    assert "more lines differ" in lines[-1]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"<html>", b"%PDF-1.7\n" + b"\0" * 1000])
def test_what_is_no_pdf_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError, match="is no PDF that can be read"):
        read_pdf(content, entry_of())
    with pytest.raises(UnreadableError, match="is no PDF that can be read"):
        read_pages(content)


def test_a_letter_cut_short_or_locked_is_refused(letter: bytes) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(letter)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    for content in (letter[:2000], out.getvalue()):
        with pytest.raises(UnreadableError, match="is no PDF that can be read"):
            read_pdf(content, entry_of())


def test_an_attachment_that_unpacks_to_gigabytes_is_refused(letter: bytes) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(letter)) as pdf:
        stream = pdf.attachments["numbers.csv"].get_file().obj
        stream.write(zlib.compress(b" " * 40_000_000), filter=pikepdf.Name.FlateDecode)
        pdf.save(out)
    with pytest.raises(UnreadableError, match="more than 32 MB"):
        read_pdf(out.getvalue(), entry_of())


def test_a_page_that_unpacks_to_gigabytes_is_refused(letter: bytes) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(letter)) as pdf:
        pdf.pages[0].Contents.write(zlib.compress(b" " * 600_000_000), filter=pikepdf.Name.FlateDecode)
        pdf.save(out)
    with pytest.raises(UnreadableError, match="holds more than 512 MB"):
        read_pdf(out.getvalue(), entry_of())
