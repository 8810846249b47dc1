"""TOML as tables of Python, refused where it is nested deeper than any project needs."""

from __future__ import annotations

import tomllib
from decimal import Decimal, InvalidOperation

_DEEPEST = 32


def parse(text: str) -> dict[str, object]:
    """The tables of a text, every number exact; raises ValueError for what is not TOML or is nested too deep."""
    try:
        tables = tomllib.loads(text, parse_float=_exact)
    except RecursionError:
        raise ValueError(_TOO_DEEP) from None
    if _is_deeper(tables, _DEEPEST):
        raise ValueError(_TOO_DEEP)
    return tables


def _exact(number: str) -> Decimal:
    try:
        return Decimal(number)
    except InvalidOperation:
        raise ValueError(f"{number} is larger or smaller than any number can be") from None


_TOO_DEEP = f"tables or lists are nested more than {_DEEPEST} deep"


def _is_deeper(value: object, limit: int) -> bool:
    """Whether a value is nested more than `limit` deep; looked through floor by floor, whatever its depth."""
    floor = [value]
    for _ in range(limit):
        floor = [inner for outer in floor for inner in _inside(outer)]
    return bool(floor)


def _inside(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
