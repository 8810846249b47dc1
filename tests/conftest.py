"""Options that pytest must know before it collects."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden files can be taken anew, after one has looked at them."""
    parser.addoption("--golden-update", action="store_true", help="write the golden files anew")
