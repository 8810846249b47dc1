"""`[funder]` as it may be written: the annex, its objectives and perspectives."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, PlainValidator

from reportgen.glance import ANNEX
from reportgen.intake.project import values
from reportgen.intake.project.shapes import Code, Folder, Language, Table, Texts


def licence_id(value: str) -> str:
    """The SPDX identifier of a licence: letters, digits, points and hyphens."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.+-]*", value):
        raise ValueError(f'"{value}" is not the identifier of a licence; write one of spdx.org, such as "CC-BY-4.0"')
    return value


def word_form(value: str) -> str:
    """A Word form below templates/."""
    if not values.inside(value).lower().endswith(".docx"):
        raise ValueError(f'"{value}" is no Word form; save it as .docx, and name it from templates/ on')
    return value


class KeyFigureTable(Table):
    indicator: str
    show: Annotated[values.Show, PlainValidator(values.one_of(values.Show))] = values.Show.EXACT


class AcrossTable(Table):
    indicators: list[str] = []
    figures: list[str] = []


class ObjectiveTable(Table):
    title: Texts
    indicators: list[str] = Field(min_length=1)
    figures: list[str] = []
    by: str | None = None


class PerspectiveTable(Table):
    title: Texts
    indicators: list[str] = []
    figures: list[str] = []
    by: str | None = None
    since: int | None = Field(default=None, ge=1900, le=2100)
    until: int | None = Field(default=None, ge=1900, le=2100)


class FunderTable(Table):
    name: Texts
    title: Texts
    languages: list[Language] = Field(min_length=1)
    template: Folder = ANNEX
    folder: Folder = "figures"
    licence: Annotated[str, AfterValidator(licence_id)]
    form: Annotated[str, AfterValidator(word_form)] | None = None
    key_figures: list[KeyFigureTable] = []
    promises: str | None = None
    comments: str | None = None
    entities: AcrossTable | None = None
    trends: AcrossTable | None = None
    objectives: dict[Code, ObjectiveTable] = Field(min_length=1)
    perspectives: dict[Code, PerspectiveTable] = {}
