"""Options that pytest must know before it collects."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

# A test that builds a letter or two is done before workers would be ready; those of the workers ask for them.
os.environ.setdefault("REPORTGEN_WORKERS", "1")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden files can be taken anew, after one has looked at them."""
    parser.addoption("--golden-update", action="store_true", help="write the golden files anew")
