"""The fixed words of the pages are complete, and say the same things in every language."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WORDS = tomllib.loads((ROOT / "templates" / "words.toml").read_text(encoding="utf-8"))
LANGUAGES = tomllib.loads((ROOT / "reportgen.toml").read_text(encoding="utf-8"))["languages"]


@pytest.mark.parametrize("key", WORDS)
def test_every_word_stands_in_every_language_of_the_project(key: str) -> None:
    assert sorted(WORDS[key]) == sorted(LANGUAGES)
    assert all(WORDS[key].values())
    # What the build fills in is the same everywhere, whatever its order.
    assert len({tuple(sorted(re.findall(r"\{\w+\}", text))) for text in WORDS[key].values()}) == 1


def test_every_word_that_a_template_asks_for_is_there() -> None:
    pages = (*(ROOT / "templates").glob("blocks/*.html"), *(ROOT / "templates").glob("*/*.html"))
    asked = {word for page in pages for word in re.findall(r"\bwords\.(\w+)", page.read_text(encoding="utf-8"))}
    assert asked
    assert asked <= set(WORDS)
