"""Facts and tellings made by hand: what a figure is composed from, in a test's own numbers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from reportgen.model.documents import Evidence, FigureFact, Part, Point, Split, Spread, Trend
from reportgen.model.findings import Interval, Number, Place
from reportgen.model.spec import FigureKind, FigureSpec, Order, Texts
from reportgen.press.figures.composed import Telling
from reportgen.press.figures.titles import Told
from reportgen.press.words import read_words

TEMPLATES = Path(__file__).parents[4] / "templates"
ROLES = (
    ("practitioner", Texts((("en", "practitioners"), ("da", "praktikere")))),
    ("youth", Texts((("en", "young people"), ("da", "unge")))),
)
DIMENSION = Texts((("en", "Role"), ("da", "Rolle")))


def text(words: str) -> Texts:
    return Texts((("en", words),))


def evidence(title: str = "People", unit: str = "people", *, is_share: bool = False, year: int = 2018) -> Evidence:
    period = Interval(date(year, 1, 1), date(year, 12, 31))
    return Evidence(text(title), text(f"{title}, counted"), text(unit), period, "a.xlsx › Rows", (), is_share=is_share)


def spec(kind: FigureKind, *indicators: str, by: str = "role", order: Order | None = None) -> FigureSpec:
    codes = indicators or ("people",)
    return FigureSpec("f", codes[0], by, text("Title"), text("Caption."), kind=kind, indicators=codes, order=order)


def telling(language: str = "en", **changes: str) -> Telling:
    told = Told("Title", changes.pop("caption", "Caption."), changes.pop("note", ""))
    words = read_words(TEMPLATES, language)
    return Telling(language, words, changes.get("scope", "larvik"), changes.get("own", "larvik"), 2018, told)


def fact(kind: FigureKind, *parts: Part, compare_year: int | None = None, order: Order | None = None) -> FigureFact:
    return FigureFact(spec(kind, order=order), evidence(), compare_year, parts=parts, labels=ROLES, dimension=DIMENSION)


def split(year: int, whole: Number | None, code: str = "people", **values: Number | None) -> Split:
    """A split over these categories; `unknown` is the part that was not recorded."""
    parts = (
        Part(None if name == "unknown" else name, value, 10 if value else 0, None) for name, value in values.items()
    )
    return Split(code, evidence(code.capitalize(), year=year), year, whole, tuple(parts))


def trend(code: str, *points: tuple[int, Number | None], is_share: bool = False) -> Trend:
    found = tuple(Point(year, value, 10 if value else 0) for year, value in points)
    return Trend(code, evidence(code.capitalize(), is_share=is_share), found)


def spread(name: str, value: Number | None, latitude: float | None = 59.0) -> Spread:
    place = Place(name.casefold(), text(name), text(name), "NO", latitude, None if latitude is None else 10.0)
    return Spread(place, value, 10 if value else 0)
