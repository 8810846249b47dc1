"""The fixed words of the pages, from `templates/words.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from reportgen.errors import TemplateError

FILE = "words.toml"


def read_words(templates: Path, language: str) -> Mapping[str, str]:
    """Each fixed word by its key in one language; TemplateError names what is missing."""
    try:
        table = tomllib.loads((templates / FILE).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TemplateError(f"templates/{FILE}: {error}; mend the file, or take it anew from the example") from error
    missing = [key for key, texts in table.items() if language not in texts]
    if missing:
        raise TemplateError(f"templates/{FILE}: no {language!r} text for {', '.join(missing)}; add it")
    return {key: str(texts[language]) for key, texts in table.items()}
