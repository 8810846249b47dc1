"""A chart of every kind, in each language with its longest names."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from reportgen.model.figures import (
    Amount,
    AnyChart,
    Bars,
    Bullet,
    Change,
    City,
    Group,
    Judged,
    Lane,
    Line,
    Lines,
    Multiples,
    NordicMap,
    Occasion,
    Series,
    Slope,
    Spot,
    Stack,
    StackedBars,
    Strip,
    Timeline,
)

TEMPLATES = Path(__file__).parents[4] / "templates"
ACCENT = "#0B5563"

ROLES = {
    "en": ("Practitioners in municipalities", "Elected representatives", "Experts and researchers", "Young people"),
    "da": ("Kommunale praktikere og fagfolk", "Byrådspolitikere", "Eksperter og forskere", "Unge frivillige"),
    "nb": ("Førstelinje og fagfolk i kommunen", "Folkevalgte", "Eksperter og forskere", "Ungdomsrepresentanter"),
    "sv": ("Kommunala tjänstepersoner", "Förtroendevalda", "Sakkunniga och forskare", "Ungdomsföreträdare"),
    "fi": ("Käytännön toimijat ja ammattilaiset", "Luottamushenkilöt", "Asiantuntijat ja tutkijat", "Nuorisoedustajat"),
    "is": ("Starfsfólk sveitarfélaga á vettvangi", "Kjörnir fulltrúar", "Sérfræðingar og fræðimenn", "Ungmenni"),
}
NOT_RECORDED = {
    "en": "not recorded",
    "da": "ikke oplyst",
    "nb": "ikke oppgitt",
    "sv": "uppgift saknas",
    "fi": "ei kirjattu",
    "is": "ekki skráð",
}
INSETS = {
    "en": ("Iceland", "Faroe Islands", "Greenland"),
    "da": ("Island", "Færøerne", "Grønland"),
    "nb": ("Island", "Færøyene", "Grønland"),
    "sv": ("Island", "Färöarna", "Grönland"),
    "fi": ("Islanti", "Färsaaret", "Grönlanti"),
    "is": ("Ísland", "Færeyjar", "Grænland"),
}
MONTHS = ("jan.", "feb.", "mars", "apríl", "maí", "júní", "júlí", "ágúst", "sept.", "okt.", "nóv.", "des.")
PLACES = {
    "Helsinki – Helsingfors": (60.17, 24.94),
    "Vantaa": (60.29, 25.04),
    "Kaupmannahöfn": (55.68, 12.57),
    "Reykjavík": (64.14, -21.9),
    "Þórshöfn": (62.01, -6.77),
    "Nuuk": (64.18, -51.69),
    "Kristiansand": (58.15, 8.0),
    "Fredrikstad": (59.22, 10.93),
    "Sarpsborg": (59.28, 11.11),
    "Oslo": (59.91, 10.75),
    "Stafangur": (58.97, 5.73),
    "Maríuhöfn": (60.1, 19.93),
    "Tromssa": (69.65, 18.96),
}
EDITIONS = ("2014", "2015", "2016", "2017", "2018")


def amounts(language: str, *values: float | None) -> tuple[Amount, ...]:
    return tuple(Amount(value, NOT_RECORDED[language] if value is None else f"{value:g}") for value in values)


def bars(language: str, width_mm: float = 108) -> Bars:
    groups = zip(ROLES[language], ((214, 171), (None, 61), (0, 0), (9, 420)), strict=True)
    shown = tuple(Group(label, amounts(language, *values)) for label, values in groups)
    return Bars(code="bars", language=language, alt="", width_mm=width_mm, groups=shown, series=ROLES[language][:2])


def single(language: str, width_mm: float = 108) -> Bars:
    groups = tuple(Group(one.label, one.amounts[:1], one.amounts[1]) for one in bars(language).groups)
    return Bars(
        code="single",
        language=language,
        alt="",
        width_mm=width_mm,
        groups=groups,
        value_label="2018",
        compare_label="2017",
    )


def stacked(language: str, width_mm: float = 108, *, share: bool = False) -> StackedBars:
    series = (*map(Series, ROLES[language]), Series(NOT_RECORDED[language], recorded=False))
    values = ((40, 20, 18, 22, 3), (60, None, 30, 25, 0), (900, 20, 4, 57, 1), (None,) * 5)
    stacks = tuple(
        Stack(label, amounts(language, *row), "1 234") for label, row in zip(ROLES[language], values, strict=True)
    )
    return StackedBars(
        code="stacked", language=language, alt="", width_mm=width_mm, series=series, stacks=stacks, share=share
    )


def shares(language: str, width_mm: float = 108) -> StackedBars:
    return stacked(language, width_mm, share=True)


def lines(language: str, width_mm: float = 108) -> Lines:
    values = ((20, 44, 60, 95, 140), (12, 18, None, 33, 41), (30, 31, 28, 35, None), (0, 5, 22, 60, 88))
    drawn = tuple(Line(name, amounts(language, *row)) for name, row in zip(ROLES[language], values, strict=True))
    return Lines(code="lines", language=language, alt="", width_mm=width_mm, steps=EDITIONS, lines=drawn)


def area(language: str, width_mm: float = 108, values: tuple[float | None, ...] = (41, 88, None, 120, 157)) -> Lines:
    line = Line(ROLES[language][0], amounts(language, *values))
    steps = EDITIONS[: len(values)]
    return Lines(code="area", language=language, alt="", width_mm=width_mm, steps=steps, lines=(line,), area=True)


def slope(language: str, width_mm: float = 108) -> Slope:
    values = ((88, 157), (88, 150), (12, None), (None, 12))
    changes = tuple(
        Change(name, amounts(language, before)[0], amounts(language, after)[0], name == ROLES[language][0])
        for name, (before, after) in zip(ROLES[language], values, strict=True)
    )
    years = {"before_label": "2017", "after_label": "2018"}
    return Slope(code="slope", language=language, alt="", width_mm=width_mm, changes=changes, **years)


def strip(language: str, width_mm: float = 108) -> Strip:
    values = (0, 0, 0, 1, 1, 2, 3, 3, 3, 5, 8, 13, 40, 96, 157, 388, None, None)
    cities = tuple(City(f"City {number}", amounts(language, value)[0]) for number, value in enumerate(values))
    marked = City("Helsinki – Helsingfors", amounts(language, 5)[0], marked=True)
    return Strip(
        code="strip",
        language=language,
        alt="",
        width_mm=width_mm,
        cities=(*cities, marked),
        ticks=amounts(language, 0, 100, 200, 300, 400),
        middle=Amount(3, "median 3"),
        not_recorded=NOT_RECORDED[language],
    )


def bullet(language: str, width_mm: float = 108) -> Bullet:
    values = ((157, 120, 41), (None, 40, None), (33, 30, 0), (0, 50, 60))
    rows = tuple(Judged(name, *amounts(language, *row)) for name, row in zip(ROLES[language], values, strict=True))
    return Bullet(
        code="bullet",
        language=language,
        alt="",
        width_mm=width_mm,
        rows=rows,
        actual_label="2018",
        target_label="tavoite 2018",
        baseline_label="utgangspunkt 2015",
    )


def timeline(language: str, width_mm: float = 108) -> Timeline:
    days = (date(2018, 1, 1), date(2018, 3, 8), date(2018, 6, 14), date(2018, 12, 31), None)
    names = (*ROLES[language], ", ".join(ROLES[language]))
    occasions = tuple(
        Occasion(day, NOT_RECORDED[language] if day is None else f"{day.day}.{day.month}.", name, held=name != names[1])
        for day, name in zip(days, names, strict=True)
    )
    return Timeline(
        code="timeline",
        language=language,
        alt="",
        width_mm=width_mm,
        first=date(2018, 1, 1),
        last=date(2018, 12, 31),
        months=MONTHS,
        lanes=(Lane("Internasjonalt", occasions), Lane("Pohjoismaiset", occasions[1:3])),
    )


def nordic_map(language: str, width_mm: float = 108) -> NordicMap:
    values = (5, 87, 388, 96, 11, 4, 25, 0, None, 412, 2, 87, 3)
    spots = tuple(
        Spot(*place, amounts(language, value)[0], name, marked=name == "Oslo")
        for (name, place), value in zip(PLACES.items(), values, strict=True)
    )
    iceland, faroe, greenland = INSETS[language]
    return NordicMap(
        code="map",
        language=language,
        alt="",
        width_mm=width_mm,
        spots=spots,
        iceland=iceland,
        faroe=faroe,
        greenland=greenland,
        sizes=amounts(language, 10, 400),
        sizes_label=ROLES[language][0],
    )


def multiples(language: str, width_mm: float = 164) -> Multiples:
    panels = tuple(
        Lines(
            code=name, language=language, alt="", title=name, steps=EDITIONS[2:], lines=(Line("", values),), area=True
        )
        for name, values in zip(
            ROLES[language],
            (amounts(language, *row) for row in ((41, 88, 157), (None, None, 22), (3, 2, 0), (12, None, 38))),
            strict=True,
        )
    )
    return Multiples(code="multiples", language=language, alt="", width_mm=width_mm, panels=panels, columns=2)


KINDS = (single, bars, stacked, shares, lines, area, slope, strip, bullet, timeline, nordic_map, multiples)


def every(language: str = "fi") -> dict[str, AnyChart]:
    """A chart of each kind by its maker's name."""
    return {kind.__name__: kind(language) for kind in KINDS}
