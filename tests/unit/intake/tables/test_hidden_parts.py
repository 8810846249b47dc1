"""The XML of sheets as other programs than ours write it."""

from __future__ import annotations

import io
import zipfile

import pytest

from reportgen.intake.sheets import Box, ErrorCell, UnstoredFormula
from reportgen.intake.tables import hidden_parts, ods_parts, xlsx_parts

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORKBOOK = f"""<?xml version="1.0"?><x:workbook xmlns:x="{MAIN}" xmlns:r="r"><x:sheets>
<x:sheet name="Other" sheetId="1" r:id="rId9"/><x:sheet name="R &amp; D" sheetId="2" r:id="rId1"/>
</x:sheets></x:workbook>"""
RELATIONS = """<Relationships><Relationship Id="rId1" Target="/xl/worksheets/two.xml"/>
<Relationship Id="rId9" Target="worksheets/one.xml"/></Relationships>"""


def xlsx(two: str, one: str = "<worksheet/>") -> zipfile.ZipFile:
    archive = zipfile.ZipFile(io.BytesIO(), "w")
    archive.writestr("xl/workbook.xml", WORKBOOK)
    archive.writestr("xl/_rels/workbook.xml.rels", RELATIONS)
    archive.writestr("xl/worksheets/one.xml", one)
    archive.writestr("xl/worksheets/two.xml", two)
    return archive


def test_prefixes_and_left_out_numbers_are_understood() -> None:
    sheet = """<x:worksheet xmlns:x="m"><x:cols><x:col min='3' max='16384' hidden='1'/></x:cols><x:sheetData>
    <x:row><x:c><x:v>1</x:v></x:c><x:c t='e'><x:v>#N/A</x:v></x:c></x:row>
    <x:row hidden="true"><x:c><x:f>A1</x:f></x:c><x:c t="str"><x:f>A1</x:f><x:v></x:v></x:c></x:row>
    <x:row r="9"><x:c r="AB9"><x:f>A1</x:f><x:v/></x:c><x:c><x:f>A1</x:f><x:v>2</x:v></x:c></x:row>
    </x:sheetData><x:mergeCells><x:mergeCell ref="A1:B2"/><x:mergeCell ref="C7"/></x:mergeCells></x:worksheet>"""
    found = xlsx_parts.find(xlsx(sheet), "R & D")
    assert found.cells == {(1, 2): ErrorCell("#N/A"), (2, 1): UnstoredFormula(), (9, 28): UnstoredFormula()}
    assert found.merged == [Box(1, 1, 2, 2), Box(7, 3, 7, 3)]
    assert found.rows == [range(2, 3)]
    assert found.columns == [range(3, 16385)]


def test_a_sheet_without_such_words_is_not_parsed() -> None:
    # The end is missing: a parser would fail here, and a search does not mind.
    assert xlsx_parts.find(xlsx('<worksheet><row r="1"><c><v>1'), "R & D") == hidden_parts.Parts()


@pytest.mark.parametrize("before", range(8))
def test_a_word_across_two_pieces_of_the_stream_is_found(before: int) -> None:
    start = '<worksheet><row r="1"><c r="A1"><v>1</v></c><c r="B1">'
    padding = " " * ((1 << 20) - len(start) - before)
    sheet = f"{start}{padding}<f>A1</f></c></row></worksheet>"
    assert xlsx_parts.find(xlsx(sheet), "R & D").cells == {(1, 2): UnstoredFormula()}


def test_a_document_type_is_refused() -> None:
    sheet = '<!DOCTYPE w [<!ENTITY a "b">]><worksheet><row hidden="1"/></worksheet>'
    with pytest.raises(hidden_parts.ForbiddenXmlError):
        xlsx_parts.find(xlsx(sheet), "R & D")


def test_repeated_rows_and_cells_of_ods_keep_their_numbers() -> None:
    content = """<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body>
    <table:table table:name="Other"><table:table-row table:visibility="collapse"/></table:table>
    <table:table table:name="Rows">
    <table:table-column table:number-columns-repeated="3"/><table:table-column table:visibility="collapse"/>
    <table:table-row table:number-rows-repeated="4"><table:table-cell/></table:table-row>
    <table:table-row><table:table-cell table:number-columns-repeated="2"/><table:table-cell table:formula="of:=1"/>
    <table:table-cell table:formula="of:=1" office:value-type="string"><text:p>Err:502</text:p></table:table-cell>
    <table:table-cell table:formula="of:=1" office:value-type="float" office:value="1"><text:p>1</text:p>
    </table:table-cell></table:table-row>
    <table:table-row table:visibility="filter" table:number-rows-repeated="1048570"><table:table-cell/>
    </table:table-row></table:table></office:body></office:document-content>"""
    archive = zipfile.ZipFile(io.BytesIO(), "w")
    archive.writestr("content.xml", content)
    found = ods_parts.find(archive, "Rows")
    assert found.cells == {(5, 3): UnstoredFormula(), (5, 4): ErrorCell("Err:502")}
    assert found.columns == [range(4, 5)]
    assert found.rows == [range(6, 1048576)]
