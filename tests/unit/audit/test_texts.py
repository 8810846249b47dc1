"""Texts made comparable, and found again on a page."""

from __future__ import annotations

from reportgen.audit.texts import as_typed, count, fold, instead, lacking


def test_a_page_s_text_is_made_plain() -> None:
    assert fold("Minst 3\u00a0000\u202funge ble re-\r\n") == "minst 3 000 unge ble re-"
    assert fold("rekon\x02struksjon, kom\u00admune, tal\ufffe\r\nlene") == "rekonstruksjon, kommune, tallene"
    assert fold("e\ufb00ekt \ufb01nder") == "effekt finder"
    assert fold("A\u030arhus") == "århus"


def test_a_number_is_not_found_inside_another() -> None:
    page = fold("157 people, 15 cities and 600+ more; 15% of 1,157.")
    assert count("15", page) == 2
    assert count("57", page) == 0
    assert count("600+", page) == 1


def test_a_value_printed_twice_stands_twice() -> None:
    assert lacking(["33", "33", "at least 20"], fold("33 cities. At least 20 more.")) == {"33": (1, 2)}
    assert lacking(["33", ""], fold("33 cities")) == {}


def test_what_stands_in_a_value_s_place() -> None:
    page = fold("In KomINN, at least 160 young people; more than 3,500 heard of it.")
    assert instead("at least 150", page) == "at least 160"
    assert instead("more than 3,000", page) == "more than 3,500"
    assert instead("33", page) is None
    assert instead("twelve campaigns", page) is None


def test_a_guarded_cell_is_read_as_typed() -> None:
    assert as_typed("'=cmd|' /C calc'!A0") == "=cmd|' /C calc'!A0"
    assert as_typed("Hil's '-forfaen") == "Hil's -forfaen"
    assert as_typed("it's 5") == "it's 5"
