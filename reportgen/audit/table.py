"""The account as a table that an officer reads on a terminal, and as JSON for machines."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from reportgen.audit.numerals import read_exact
from reportgen.audit.readings import Account, Line, Stand

NETWORK, NOTHING, NOT_RECORDED = "network", "–", "not recorded"
DIGITS = 4  # of a value with decimals; --json has them all


def set_table(account: Account, *, every: bool = False) -> str:
    """One line an indicator of the network in the edition's period, then how many other values agree.

    `every` gives a line for each scope, category and period. What differs always has its line.
    """
    shown = [line for line in account.lines if every or not line.agrees or _is_main(line, account)]
    head = ("indicator", *(["scope"] if _has_scopes(shown) else []), "period", "findings", *account.kinds, "")
    rows = [head, *(_row(line, shown) for line in shown)]
    parts = [
        f"{account.folder}: {_count(account.files, 'file')}, {_count(account.readings, 'value')} read back",
        _align(rows, first_number=len(head) - len(account.kinds) - 2),
        *([] if every else _others(account)),
    ]
    return "\n\n".join(parts)


def as_json(account: Account) -> str:
    """The whole account: every line, every fault in its three parts."""
    told = {
        "folder": str(account.folder),
        "edition": account.year,
        "agrees": not account.faults,
        "files": account.files,
        "values": account.readings,
        "lines": [_line(line) for line in account.lines],
        "faults": [asdict(fault) for fault in account.faults],
        "notes": list(account.notes),
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _line(line: Line) -> dict[str, object]:
    stands = {kind: asdict(stand) for kind, stand in line.stands if stand.files}
    return {name: getattr(line, name) for name in ("code", "scope", "period", "expected", "agrees")} | stands


def _is_main(line: Line, account: Account) -> bool:
    return line.of_findings and line.code in account.indicators and line.scope == NETWORK


def _has_scopes(lines: Iterable[Line]) -> bool:
    return any(line.scope != NETWORK for line in lines)


def _row(line: Line, shown: Sequence[Line]) -> tuple[str, ...]:
    scope = (line.scope,) if _has_scopes(shown) else ()
    verdict = "DIFFERS" if not line.agrees else "agree" if line.is_printed else "not printed"
    expected = _number(line.expected) if line.of_findings and line.expected is not None else NOTHING
    return (line.code, *scope, line.period, expected, *(_stand(stand) for _, stand in line.stands), verdict)


def _stand(stand: Stand) -> str:
    if not stand.files:
        return NOTHING
    said = " / ".join(_number(exact) for exact in stand.exact)
    return f"{said} (as {', '.join(stand.rounded)})" if stand.rounded else said


def _number(exact: str) -> str:
    """A value as a reader wants it: not recorded in words, few decimals."""
    number = read_exact(exact)
    if number is None or number == number.to_integral_value():
        return exact or NOT_RECORDED
    return f"{number:.{DIGITS}f}"


def _align(rows: Sequence[Sequence[str]], first_number: int) -> str:
    """The rows in columns, numbers of the findings to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(
            cell.rjust(width) if place == first_number else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
    return "\n".join(lines)


def _others(account: Account) -> list[str]:
    """How many values that have no line of their own agree."""
    rest = [line for line in account.lines if line.agrees and not _is_main(line, account)]
    sorts = Counter(_sort(line, account) for line in rest)
    if not sorts:
        return []
    said = ", ".join(f"{number} {sort}" for sort, number in sorted(sorts.items()))
    return [f"Besides, these agree: {said}. (--all shows them.)"]


def _sort(line: Line, account: Account) -> str:
    if line.code.partition("[")[0] not in account.indicators:
        return "names, dates, lists and rows of tables"
    if not line.of_findings:
        return "values of other years"
    return "values of cities" if line.scope != NETWORK else "values by category"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def conclude(account: Account) -> str:
    """The one sentence that everything comes to."""
    if not account.faults:
        return "Everything agrees."
    if len(account.faults) == 1:
        return "1 place does not agree. It is named above, with what to do."
    return f"{len(account.faults)} places do not agree. They are named above, each with what to do."
