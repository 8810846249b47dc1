"""Every member's value put into words: dots in a strip with this city's marked. No ranks."""

from __future__ import annotations

import math
from dataclasses import replace
from statistics import median_low

from reportgen.model.documents import FigureFact, Spread
from reportgen.model.figures import Amount, City, Strip
from reportgen.model.findings import Number
from reportgen.model.records import PrintedValue
from reportgen.press.figures.composed import Composed, Mark, Telling, capital, receipt, spoken
from reportgen.press.figures.places import by_name, named, places_data

STEPS = (1, 2, 5)
SHARES = tuple(fifth / 5 for fifth in range(6))


def compose_strip(fact: FigureFact, telling: Telling) -> Composed | None:
    """All cities as dots, the recipient's marked; None where none has a value above nought.

    Every city's value is in the attached data, by name; on the page the marked dot bears its own.
    """
    values = [one.value for one in fact.spread if one.value is not None]
    if not any(values):
        return None
    middle = telling.amount(median_low(values), fact.evidence)
    marked = tuple(one for one in fact.spread if one.place.id == telling.own)
    cities = (
        City(named(one, telling), telling.amount(one.value, fact.evidence), one in marked)
        for one in by_name(fact, telling)
    )
    chart = Strip(
        code=fact.spec.code,
        language=telling.language,
        alt=_alt(fact, marked, values, telling),
        width_mm=fact.spec.width_mm,
        cities=tuple(cities),
        ticks=tuple(telling.amount(tick, fact.evidence) for tick in _ticks(values, is_share=fact.evidence.is_share)),
        middle=replace(middle, shown=telling.words["middle"].format(value=middle.shown)),
        not_recorded=telling.words["not_recorded"],
    )
    data = places_data(fact, by_name(fact, telling), telling)
    data = replace(data, receipts=(*data.receipts, _middle_receipt(fact, middle, telling)))
    return replace(telling.finish(fact, chart, data), attached=True)


def _middle_receipt(fact: FigureFact, middle: Amount, telling: Telling) -> PrintedValue:
    label = telling.words["middle"].format(value="").strip()
    rows = sum(one.rows for one in fact.spread)
    mark = Mark(f"{fact.spec.indicator}/median", "network", label, telling.period(fact.evidence), middle, rows)
    return receipt(fact.evidence, telling.language, mark)


def _ticks(values: list[Number], *, is_share: bool) -> tuple[Number, ...]:
    """Nought and two to five round steps, up to the first that none exceeds; shares up to the whole."""
    if is_share:
        return SHARES
    top = max(values, default=1) or 1
    size = 10 ** math.floor(math.log10(max(top / 4, 1)))
    step = next((size * factor for factor in STEPS if size * factor * 5 >= top), size * 10)
    return tuple(range(0, math.ceil(top / step) * step + 1, step))


def _alt(fact: FigureFact, marked: tuple[Spread, ...], values: list[Number], telling: Telling) -> str:
    """The marked city's value, then how many cities there are, their lowest, middle and highest, and the gaps."""
    words = telling.words
    ends = {"least": min(values), "middle": median_low(values), "most": max(values)}
    shown = {key: telling.amount(value, fact.evidence).shown for key, value in ends.items()}
    gaps = len(fact.spread) - len(values)
    return spoken(
        telling.subject(fact.evidence),
        *(f"{named(one, telling)}: {telling.amount(one.value, fact.evidence).shown}." for one in marked),
        words["alt_strip"].format(**shown, count=len(values)),
        f"{capital(words['not_recorded'])}: {gaps}." if gaps else "",
    )
