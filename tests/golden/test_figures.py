"""Each kind of figure composed from the example's rows, before anything is drawn; and drawn without a fault."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date

import pytest

from reportgen.model.selection import Selection
from reportgen.model.spec import FigureKind, FigureSpec, Texts, Whose
from reportgen.press.charts import draw
from reportgen.press.facts import Material
from reportgen.press.figures import Album, read_titles
from reportgen.press.plan import plan
from reportgen.press.prose.scene import set_scene
from tests import example

Golden = Callable[[str, bytes], None]
BY_ROLE, OWN = {"by": "role"}, {"whose": Whose.OWN}


def spec(code: str, kind: FigureKind, *indicators: str, **more: object) -> FigureSpec:
    title = Texts(tuple((language, code.capitalize()) for language in example.LANGUAGES))
    first = next(iter(indicators), "")
    figure = FigureSpec(code, first, "", title, title, kind=kind, indicators=indicators, width_mm=136)
    return replace(figure, **more)  # type: ignore[arg-type]  # by its fields


FIGURES = (
    spec("bars", FigureKind.BARS, "participants", compare=True, **BY_ROLE, **OWN),
    spec("grouped", FigureKind.GROUPED, "participants", "young_people_trained", by="sex"),
    spec("stacked", FigureKind.STACKED, "participants", by="age_band", **OWN),
    spec("share", FigureKind.SHARE, "participants", "young_people_trained", by="sex"),
    spec("lines", FigureKind.LINES, "participants", "attendances", **OWN),
    spec("area", FigureKind.AREA, "women_share"),
    spec("slope", FigureKind.SLOPE, "participants", **BY_ROLE),
    spec("strip", FigureKind.STRIP, "participants"),
    spec("bullet", FigureKind.BULLET, "young_people_trained", "local_campaigns", "women_share"),
    spec("timeline", FigureKind.TIMELINE, table="own_activities", **OWN),
    spec("map", FigureKind.MAP, "participants"),
    spec("multiples", FigureKind.MULTIPLES, figures=("people", "visits")),
    spec("people", FigureKind.AREA, "participants"),
    spec("visits", FigureKind.AREA, "attendances", **OWN),
)


def album(recipient: str, language: str) -> Album:
    """The figures of a report, of every kind."""
    material: Material = example.material()
    material = replace(material, project=replace(material.project, figures=FIGURES))
    document = plan(material, Selection(("reports",), (recipient,), (language,)))[0]
    words = example.workshop().words_in(language)
    titles = read_titles(FIGURES, language, document.rounding)
    return Album(document, words, set_scene(document, words), titles)


def _told(figures: Album, code: str) -> object:
    composed = figures.compose(code)
    if composed is None:
        return figures.words[figures.why_not(code)]
    receipts = [[one.code, one.scope, one.exact, one.shown] for one in composed.receipts]
    return {**asdict(composed), "receipts": receipts}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else str(value)


@pytest.mark.parametrize(("recipient", "language"), [("larvik", "nb"), ("haugesund", "nb"), ("network", "en")])
def test_every_kind_of_figure(golden: Golden, recipient: str, language: str) -> None:
    figures = album(recipient, language)
    told = {code: _told(figures, code) for code in figures.codes}
    text = json.dumps(told, ensure_ascii=False, indent=1, default=_plain)
    golden(f"figures-{recipient}.{language}.json", (text + "\n").encode())


@pytest.mark.parametrize("language", example.LANGUAGES)
def test_every_kind_is_drawn_in_every_language(language: str) -> None:
    figures = album("larvik", language)
    assert {fact.spec.kind for fact in figures.document.figures} == set(FigureKind)
    for code in figures.codes:
        composed = figures.compose(code)
        assert composed is not None
        assert draw(composed.chart, example.ROOT / "templates", "#0B5563").startswith(b"<?xml")


def test_a_city_with_nothing_recorded_is_told_so_in_words() -> None:
    figures = album("tromsoe", "nb")
    assert figures.compose("timeline") is None
    assert figures.words[figures.why_not("timeline")] == figures.words["nothing_recorded"]


def test_every_number_that_a_figure_shows_has_a_receipt() -> None:
    for recipient, language in (("larvik", "nb"), ("network", "en")):
        figures = album(recipient, language)
        for code in figures.codes:
            composed = figures.compose(code)
            assert composed is None or _shown(composed.chart) <= {one.shown for one in composed.receipts}, code


def _shown(chart: object) -> set[str]:
    """Every amount of a chart that stands for a value of the data: axes and keys of sizes do not."""
    found: set[str] = set()

    def walk(value: object, key: str = "") -> None:
        if isinstance(value, dict):
            if set(value) == {"value", "shown"} and key not in {"ticks", "sizes", "middle"}:
                found.add(value["shown"])
            for name, inner in value.items():
                walk(inner, name)
        elif isinstance(value, list | tuple):
            for inner in value:
                walk(inner, key)

    walk(asdict(chart))  # type: ignore[call-overload]  # every chart is a dataclass
    return found
