"""What can change a byte of what is made is told by its version."""

from __future__ import annotations

import re
from importlib import metadata

import pytest

from reportgen.engines import versions

NOTHING_OF_ITS_OWN = {"cffi", "typing-extensions"}  # they only hand things through


def needed(package: str) -> set[str]:
    """What a package can't do without, whatever is asked of it."""
    asked = [one for one in metadata.requires(package) or () if "extra ==" not in one]
    return {re.split(r"[^\w.-]", one, maxsplit=1)[0].lower().replace("_", "-") for one in asked}


@pytest.mark.parametrize("package", ["weasyprint", "python-docx"])
def test_what_an_engine_is_made_of_counts_too(package: str) -> None:
    told = dict(versions())
    assert needed(package) - NOTHING_OF_ITS_OWN <= told.keys()
    assert all(told.values())
