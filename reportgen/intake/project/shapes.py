"""The small shapes that the tables of the project file are made of: names, years, numbers, texts in every language."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainValidator, ValidationInfo

from reportgen.intake.project import values
from reportgen.model.spec import Condition, Period

Code = Annotated[str, AfterValidator(values.code)]
Language = Annotated[str, AfterValidator(values.language)]
Year = Annotated[str, AfterValidator(values.year)]
Filled = Annotated[str, AfterValidator(values.filled)]
Country = Annotated[str, AfterValidator(values.country)]
Pattern = Annotated[str, AfterValidator(values.pattern)]
Folder = Annotated[str, AfterValidator(values.folder)]
Number = Annotated[Decimal, PlainValidator(values.number)]
Names = Annotated[list[str], PlainValidator(values.texts_of)]
Where = dict[str, Annotated[Condition, PlainValidator(values.condition)]]
Span = Annotated[Period, PlainValidator(values.period)]
ByLanguage = dict[Language, Filled]


def _in_every_language(texts: dict[str, str], info: ValidationInfo) -> dict[str, str]:
    """No letter may fall back to another language for want of a text."""
    languages = (info.context or {}).get("languages", ())
    missing = [language for language in languages if language not in texts]
    if missing:
        files = ", ".join(f"templates/texts/{language}.toml" for language in missing)
        raise ValueError(f"has no text in {', '.join(missing)}; add it here or in {files}")
    return texts


Texts = Annotated[ByLanguage, AfterValidator(_in_every_language)]


class Table(BaseModel):
    """A table of the file: no key beyond those declared, no number for a text."""

    # Put together when the whole file's is, and not once more for itself.
    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)
