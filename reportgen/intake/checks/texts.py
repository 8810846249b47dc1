"""Many plain texts typed at once: ids and names of which none can be mistaken for anything else."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from reportgen.intake.checks import cells
from reportgen.model.spec import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.intake.checks.cells import Rules

_MANY = 1000


def parse(texts: Sequence[object], rule: Rules) -> list[object] | None:
    """What `cells.parse` gives for each of them; None where they are few, or more than plain texts.

    All of them are looked through as one text, for signs that a single cell would be asked for.
    """
    column = rule.column
    if len(texts) < _MANY or column.kind is not Kind.TEXT or column.allowed or column.separator:
        return None
    if rule.resolve or rule.aliases or not all(type(text) is str for text in texts):
        return None
    every = "".join(texts)  # type: ignore[arg-type]  # all are str, as was just seen
    if "#" in every or "Err:" in every or not every.isprintable() or not unicodedata.is_normalized("NFC", every):
        return None
    empty = {"", *column.not_recorded}
    plain = [text.strip() for text in texts]  # type: ignore[attr-defined]  # likewise
    return [cells.parse(text, rule) if text in empty else text for text in plain]
