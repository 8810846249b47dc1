"""No text is taken for a formula, and every text can be had back as it was typed."""

from __future__ import annotations

import pytest

from reportgen.press.inert import as_typed, inert

FORMULAS = {
    "=1+1": "'=1+1",
    "+47 123": "'+47 123",
    "-cmd|'/c calc'!A0": "'-cmd|'/c calc'!A0",
    "@SUM(A1)": "'@SUM(A1)",
    "＝1+1": "'＝1+1",
    "＠SUM": "'＠SUM",
    "\t=1": "'\t'=1",
    "\n=1": "'\n'=1",
    "Larvik;=1+1": "Larvik;'=1+1",
    "Larvik\r\n@x": "Larvik\r\n'@x",
    "'=1": "''=1",
}
HARMLESS = ("", "Larvik", "-5", "+5", "-5.25", "3 = 3", "'s-Hertogenbosch", "a;b", "🙂=", "a\r\n\tb")


@pytest.mark.parametrize("typed", FORMULAS)
def test_what_begins_a_formula_gets_an_apostrophe_and_loses_it_again(typed: str) -> None:
    assert inert(typed) == FORMULAS[typed]
    assert as_typed(FORMULAS[typed]) == typed


@pytest.mark.parametrize("typed", HARMLESS)
def test_all_else_stays_as_it_is(typed: str) -> None:
    assert inert(typed) == typed
    assert as_typed(typed) == typed
