"""The project's texts in its other languages: `templates/texts/<language>.toml`, one file for each who translates.

Such a file has the tables and keys of the project file, and nothing but texts: what stands there as
`title = { en = "..." }` is here `title = "..."`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from reportgen.intake.project.mistakes import Keys, Mistake, suggest, tell
from reportgen.intake.project.toml import parse

FOLDER = "templates/texts"
Toml = dict[str, object]


def add_translations(toml: Toml, root: Path) -> tuple[str, ...]:
    """Put each translated text beside the project file's own; a sentence for each that has no place there."""
    languages = toml.get("languages")
    told: list[str] = []
    for language in languages if isinstance(languages, list) else ():
        name = f"{FOLDER}/{language}.toml"
        try:
            text = (root / name).read_text(encoding="utf-8-sig")
            texts = parse(text)
        except FileNotFoundError:
            continue
        except (OSError, ValueError) as error:
            told.append(f"{name}: can't be read: {error}; mend the file, saved as UTF-8")
        else:
            told += [tell(name, text, mistake) for mistake in _add(toml, texts, str(language), ())]
    return tuple(told)


def _add(toml: Toml, texts: Mapping[str, object], language: str, path: Keys) -> Iterator[Mistake]:
    for key, value in texts.items():
        keys, own = (*path, key), toml.get(key)
        if not isinstance(own, dict):
            yield Mistake(keys, f"is no text of the project file; {suggest(key, toml)}")
        elif isinstance(value, dict):
            yield from _add(own, value, language, keys)
        elif not isinstance(value, str) or not value.strip():
            yield Mistake(keys, "is not a text; write it in quotes, or take the line out")
        elif not all(isinstance(text, str) for text in own.values()):
            yield Mistake(keys, f"is a table and no text; {suggest(key, own)}")
        elif language in own:
            yield Mistake(keys, f"stands in the project file too; keep {language} in one of the two")
        else:
            own[language] = value
