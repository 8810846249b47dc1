"""The account as an officer reads it, and as a machine does."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from reportgen.audit.readings import Account, Fault, Line, Stand
from reportgen.audit.table import as_json, conclude, set_table

KINDS = ("letters", "reports", "figures")


def line(code: str, scope: str, expected: str | None, *stands: Stand, agrees: bool = True, known: bool = True) -> Line:
    told = tuple(zip(KINDS, (*stands, *[Stand()] * 3), strict=False))
    return Line(code, scope, "2018", expected, told, agrees, known)


LINES = (
    line("people", "network", "627", Stand(("627",), ("600",), 22), Stand(), Stand(("627",), (), 3)),
    line("people", "oslo", "22", Stand(("22",), (), 1)),
    line("people[role=youth]", "network", "175", Stand(("175",), (), 22)),
    line("share", "network", "0.5065217391304347", Stand(), Stand(("0.5065217391304347",), (), 6)),
    line("visits", "network", ""),
    line("trained", "larvik", "83", Stand(("83", "84"), (), 2), agrees=False),
    line("next.city", "network", "oslo", Stand(("oslo",), (), 22)),
)
INDICATORS = ("people", "share", "visits", "trained")
ACCOUNT = Account(Path("output/2018"), 2018, KINDS, INDICATORS, LINES, (Fault("a", "is b", "do c"),), (), 1, 99)


def test_a_line_an_indicator_and_what_differs() -> None:
    assert set_table(ACCOUNT) == (
        "output/2018: 1 file, 99 values read back\n"
        "\n"
        "indicator  scope    period      findings  letters       reports  figures\n"
        "people     network  2018             627  627 (as 600)  –        627      agree\n"
        "share      network  2018          0.5065  –             0.5065   –        agree\n"
        "visits     network  2018    not recorded  –             –        –        not printed\n"
        "trained    larvik   2018              83  83 / 84       –        –        DIFFERS\n"
        "\n"
        "Besides, these agree: 1 names, dates, lists and rows of tables, 1 values by category, 1 values of cities. "
        "(--all shows them.)"
    )


def test_every_value_where_it_is_asked_for() -> None:
    table = set_table(ACCOUNT, every=True)
    assert "people[role=youth]  network" in table
    assert "next.city           network" in table
    assert "Besides" not in table


def test_the_scope_has_no_column_where_all_are_the_network_s() -> None:
    assert "scope" not in set_table(replace(ACCOUNT, lines=LINES[:1]))


def test_the_last_sentence() -> None:
    assert conclude(ACCOUNT) == "1 place does not agree. It is named above, with what to do."
    assert conclude(replace(ACCOUNT, faults=ACCOUNT.faults * 2)).startswith("2 places do not agree. They are")
    assert conclude(replace(ACCOUNT, faults=())) == "Everything agrees."


def test_a_machine_gets_everything() -> None:
    told = json.loads(as_json(ACCOUNT))
    assert told["agrees"] is False
    assert told["faults"] == [{"where": "a", "what": "is b", "mend": "do c"}]
    assert len(told["lines"]) == len(LINES)
    assert told["lines"][0]["letters"] == {"exact": ["627"], "rounded": ["600"], "files": 22}
    assert "reports" not in told["lines"][0]
