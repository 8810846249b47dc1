"""Every city's value put into words: dots in a strip with this one marked, or dots on the map. No ranks."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from statistics import median_low

from reportgen.model.documents import FigureFact, Spread
from reportgen.model.figures import Amount, City, NordicMap, Spot, Strip
from reportgen.press import wording
from reportgen.press.figures.composed import Composed, Mark, receipt
from reportgen.press.figures.trends import shown

STEPS = (1, 2, 5)


def compose_strip(fact: FigureFact, own: str, language: str, words: Mapping[str, str]) -> Composed:
    """All cities as dots, the one whose id is `own` marked; those not recorded are counted in words."""
    known = tuple(one for one in fact.spread if one.value is not None)
    marked = tuple(one for one in fact.spread if one.place.id == own)
    values = [one.value or 0 for one in known]
    middle = median_low(values) if values else 0
    middle_said = words["middle"].format(value=wording.exact(middle, language))
    chart = Strip(
        code=fact.spec.code,
        language=language,
        alt=_strip_alt(fact, marked, values, (language, words)),
        width_mm=fact.spec.width_mm,
        cities=tuple(City(_name(one, language), _amount(one, language, words), one in marked) for one in fact.spread),
        ticks=tuple(Amount(tick, wording.exact(tick, language)) for tick in _ticks(values)),
        middle=Amount(middle, middle_said) if values else None,
        not_recorded=words["not_recorded"],
    )
    told = _composed(fact, chart, marked, (language, words))
    return replace(told, headers=(), rows=())  # the marked dot bears its number; a table of one row says no more


def compose_map(fact: FigureFact, own: str, language: str, words: Mapping[str, str]) -> Composed:
    """The cities that have a value and a place on the map; the largest and the recipient are named."""
    seen = tuple(one for one in fact.spread if one.value and one.place.latitude is not None)
    named = {one.place.id for one in sorted(seen, key=lambda one: -(one.value or 0))[:8]} | {own}
    spots = tuple(_spot(one, own, named, (language, words)) for one in seen)
    largest = max((one.value or 0 for one in seen), default=0)
    chart = NordicMap(
        code=fact.spec.code,
        language=language,
        alt=_map_alt(fact, seen, language),
        width_mm=fact.spec.width_mm,
        spots=spots,
        iceland=wording.country("IS", language),
        faroe=wording.country("FO", language),
        greenland=wording.country("GL", language),
        sizes=tuple(Amount(size, wording.exact(size, language)) for size in _sizes(largest)),
        sizes_label=fact.evidence.unit.read(language),
    )
    return _composed(fact, chart, seen, (language, words))


def _composed(
    fact: FigureFact, chart: Strip | NordicMap, told: tuple[Spread, ...], spoken: tuple[str, Mapping[str, str]]
) -> Composed:
    language, words = spoken
    period = fact.evidence.period
    year = wording.period(period.first, period.last, language) if period else ""
    names = {_name(one, language): one for one in told}
    order = wording.sort(tuple(names), language)
    rows = tuple((name, _amount(names[name], language, words).shown) for name in order)
    marks = (
        Mark(fact.spec.indicator, one.place.id, name, year, one.value, _amount(one, language, words).shown, one.rows)
        for name in order
        for one in (names[name],)
    )
    return Composed(
        code=fact.spec.code,
        title=fact.spec.title.read(language),
        caption=fact.spec.caption.read(language),
        chart=chart,
        headers=(words["figure_city"], year),
        rows=rows,
        receipts=tuple(receipt(fact.evidence, language, mark) for mark in marks),
    )


def _name(one: Spread, language: str) -> str:
    return wording.place(one.place, language)


def _amount(one: Spread, language: str, words: Mapping[str, str]) -> Amount:
    return Amount(one.value, shown(one.value, language, words))


def _spot(one: Spread, own: str, named: set[str], spoken: tuple[str, Mapping[str, str]]) -> Spot:
    language, words = spoken
    return Spot(
        latitude=one.place.latitude or 0,
        longitude=one.place.longitude or 0,
        amount=_amount(one, language, words),
        label=_name(one, language) if one.place.id in named else "",
        marked=one.place.id == own,
    )


def _ticks(values: list[int | float]) -> tuple[int, ...]:
    """Nought and two to five round steps, up to the first that none exceeds."""
    top = max(values, default=1) or 1
    size = 10 ** math.floor(math.log10(max(top / 4, 1)))
    step = next((size * factor for factor in STEPS if size * factor * 5 >= top), size * 10)
    return tuple(range(0, math.ceil(top / step) * step + 1, step))


def _sizes(largest: float) -> tuple[int, ...]:
    """Two round amounts for the key of a map: about a tenth of the largest and about the largest."""
    if largest < 1:
        return ()
    round_down = 10 ** math.floor(math.log10(largest))
    return tuple(sorted({max(1, round_down // 10), round_down}))


def _strip_alt(
    fact: FigureFact, marked: tuple[Spread, ...], values: list[int | float], spoken: tuple[str, Mapping[str, str]]
) -> str:
    language, words = spoken
    said = [f"{fact.spec.title.read(language)}."]
    said += [f"{_name(one, language)}: {_amount(one, language, words).shown}." for one in marked]
    if values:
        numbers = {"least": min(values), "middle": median_low(values), "most": max(values), "count": len(values)}
        said.append(words["alt_strip"].format(**{k: wording.exact(v, language) for k, v in numbers.items()}))
    return " ".join(said)


def _map_alt(fact: FigureFact, seen: tuple[Spread, ...], language: str) -> str:
    by_value = sorted(seen, key=lambda one: (-(one.value or 0), one.place.id))
    values = "; ".join(f"{_name(one, language)}: {wording.exact(one.value or 0, language)}" for one in by_value)
    return f"{fact.spec.title.read(language)}. {values}."
