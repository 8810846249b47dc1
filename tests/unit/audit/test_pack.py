"""A funder's pack read back from its finished files; each thing planted in one is told with its place."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests import audits

DOCX, XLSX = "figures/figures.docx", "figures/figures.xlsx"
BY_ROLE = "figures/figures/01-participants_by_role.csv"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return audits.pack(tmp_path)


def sheet_part(folder: Path, name: str) -> str:
    """The archive member of a sheet: they are numbered in the workbook's order."""
    with zipfile.ZipFile(folder / XLSX) as archive:
        book = archive.read("xl/workbook.xml").decode()
    names = [piece.partition('"')[0] for piece in book.split('<sheet name="')[1:]]
    return f"xl/worksheets/sheet{names.index(name) + 1}.xml"


def test_what_was_built_agrees(folder: Path) -> None:
    account = audits.read(folder)
    assert account.faults == ()
    assert account.status == 0
    lines = {(line.code, line.period): line for line in account.lines}
    for code, value in audits.VALUES.items():
        line = lines[code, "2018"]
        assert line.expected == ("" if value is None else str(value))
        assert line.is_printed is (value is not None)
    files = dict(lines["participants", "2018"].stands)["figures"]
    assert (files.exact, files.files) == (("1022",), 3)  # Word, the workbook, and the CSV of the trend


def test_a_number_changed_in_a_word_cell(folder: Path) -> None:
    audits.rewrite(folder / DOCX, "word/document.xml", lambda xml: xml.replace(">157<", ">175<", 1))
    assert audits.told(folder) == (
        f"{DOCX} › table 1 › row 5 › column 7: trained (network) is “175”, and should be “157”",
        f"{DOCX} › table 1 › row 5 › column 7: trained (network, 2018) is 175, and the findings say 157",
    )
    line = next(line for line in audits.read(folder).lines if line.code == "trained")
    assert not line.agrees
    assert set(dict(line.stands)["figures"].exact) == {"175", "157"}


def test_a_digit_typed_beside_a_bookmark(folder: Path) -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="rg_1"/>'
    typed = "<w:r><w:t>1</w:t></w:r>"
    audits.rewrite(folder / DOCX, "word/document.xml", lambda xml: xml.replace(mark, typed + mark))
    told = audits.told(folder)
    assert f"{DOCX} › table 1 › row 2 › column 7: cities (network) is “133”, and should be “33”" in told


def test_a_bookmark_that_is_gone(folder: Path) -> None:
    audits.rewrite(folder / DOCX, "word/document.xml", lambda xml: xml.replace('"rg_2"', '"other"'))
    assert audits.told(folder) == (f"{DOCX} › rg_2: the bookmark of “1,022” (participants, network) is gone",)


def test_a_number_changed_in_the_data_of_the_workbook(folder: Path) -> None:
    audits.rewrite(folder / XLSX, sheet_part(folder, "Data"), lambda xml: xml.replace("<v>312</v>", "<v>321</v>"))
    said = "participants[role=youth] (network, 2018) is 321 in the table data, and not in the figure's own table"
    assert audits.told(folder) == (
        f"{XLSX} › 01-participants_by_role › B7: {said}",
        f"{XLSX} › Data › H7: participants[role=youth] (network, 2018) is 321, and the findings say 312",
    )


def test_a_number_changed_in_a_figure_s_own_sheet(folder: Path) -> None:
    part = sheet_part(folder, "01-participants_by_role")
    audits.rewrite(folder / XLSX, part, lambda xml: xml.replace("<v>187</v>", "<v>188</v>"))
    (told,) = audits.told(folder)
    assert told.startswith(f"{XLSX} › 01-participants_by_role › B8: participants[role=politician]")


def test_a_number_changed_in_the_results(folder: Path) -> None:
    part = sheet_part(folder, "Results")
    audits.rewrite(folder / XLSX, part, lambda xml: xml.replace("<v>42</v>", "<v>24</v>"))
    assert audits.told(folder) == (f"{XLSX} › Results › G8: days (network, 2018) is 24, and the findings say 42",)


def test_a_number_changed_in_a_csv_and_its_hash_in_the_data_package(folder: Path) -> None:
    audits.change_text(folder / BY_ROLE, "Young people,2018,312,", "Young people,2018,313,")
    said = " | ".join(str(fault) for fault in audits.read(folder).faults)
    assert f"{BY_ROLE} › line 3: participants[role=youth] (network, 2018) is 313, and the findings say 312" in said
    assert "datapackage.json › figures/01-participants_by_role.csv: is not the file whose hash" in said
    assert f"{BY_ROLE}: is not the file that was built: its SHA-256 differs; it was last changed " in said


def test_a_value_that_no_finding_has_is_held_against_the_other_files(folder: Path) -> None:
    audits.change_text(folder / "figures/figures/02-participants_trend.csv", ",2017,730,", ",2017,703,")
    (told,) = audits.told(folder)
    assert told == (
        "figures/figures/02-participants_trend.csv › line 4: participants (network, 2017) is 703, "
        "and the other files say 730"
    )


def test_not_recorded_is_not_nought(folder: Path) -> None:
    audits.change_text(folder / BY_ROLE, ",12,,,", ",0,,,")
    (told,) = audits.told(folder)
    assert told.endswith("participants[role=not recorded] (network, 2018) is 0, and the findings say 12")


def bomb(ratio: int) -> bytes:
    """An archive of a few kilobytes that is large when it is unpacked."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * ratio)
        archive.writestr("xl/workbook.xml", b"<a>" + b" " * ratio)
    return packed.getvalue()


def archived(part: str, content: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(part, content)
    return packed.getvalue()


LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;&c;</a>'
HOSTILE = [
    (DOCX, b"", "is no archive"),
    (DOCX, b"PK\x03\x04 and then nothing", "is no archive"),
    (DOCX, archived("a.txt", ""), "has no word/document.xml"),
    (DOCX, archived("word/document.xml", "<a><b></a>"), "is no XML"),
    (DOCX, archived("word/document.xml", LAUGHS), "DOCTYPE"),
    (DOCX, archived("word/document.xml", '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'), "DOCTYPE"),
    (DOCX, bomb(70_000_000), "more than 64 MB"),
    (XLSX, b"", "is no archive"),
    (XLSX, bomb(70_000_000), "at most 64 are read"),
    (XLSX, archived("xl/workbook.xml", "<a/>"), "is no workbook"),
    (BY_ROLE, b"", "has no column indicator"),
    (BY_ROLE, b"\xff\xfe\x00", "is no CSV"),
    (BY_ROLE, b'indicator,scope,dimension,category,period,value\r\n"a', "is no CSV"),
    ("figures/datapackage.json", b"[" * 100_000, "is no data package"),
    ("figures/datapackage.json", b'{"resources": 3}', "is no data package"),
]


@pytest.mark.parametrize(("path", "content", "said"), HOSTILE)
def test_a_file_that_can_t_be_read_is_a_place_that_does_not_agree(
    folder: Path, path: str, content: bytes, said: str
) -> None:
    (folder / path).write_bytes(content)
    told = [one for one in audits.told(folder) if one.startswith(f"{path}: ")]
    assert any(said in one for one in told), told
