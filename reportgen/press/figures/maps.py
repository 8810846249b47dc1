"""The cities' values put into words for the Nordic map: dots as large as they are, the largest and the own named."""

from __future__ import annotations

import math
from dataclasses import replace

from reportgen.model.documents import FigureFact, Spread
from reportgen.model.figures import NordicMap, Spot
from reportgen.press import wording
from reportgen.press.figures.composed import Composed, Telling, capital, spoken
from reportgen.press.figures.places import by_name, named, places_data

MOST_NAMED = 8


def compose_map(fact: FigureFact, telling: Telling) -> Composed | None:
    """The cities with a place on the map that have a value or were not recorded; None where none has a value.

    The largest and the recipient are named; every city's value is in the attached data, by name.
    """
    seen = tuple(one for one in by_name(fact, telling) if one.value != 0 and one.place.latitude is not None)
    if not any(one.value for one in seen):
        return None
    largest = sorted((one for one in seen if one.value), key=lambda one: (-(one.value or 0), one.place.id))
    marked = {one.place.id for one in largest[:MOST_NAMED]} | {telling.own}
    chart = NordicMap(
        code=fact.spec.code,
        language=telling.language,
        alt=_alt(fact, largest, len(seen) - len(largest), telling),
        width_mm=fact.spec.width_mm,
        spots=tuple(_spot(fact, one, marked, telling) for one in seen),
        iceland=wording.country("IS", telling.language),
        faroe=wording.country("FO", telling.language),
        greenland=wording.country("GL", telling.language),
        sizes=tuple(telling.amount(size, fact.evidence) for size in _sizes(largest[0].value or 0)),
        sizes_label=fact.evidence.unit.read(telling.language),
    )
    return replace(telling.finish(fact, chart, places_data(fact, seen, telling)), attached=True)


def _spot(fact: FigureFact, one: Spread, marked: set[str], telling: Telling) -> Spot:
    return Spot(
        latitude=one.place.latitude or 0,
        longitude=one.place.longitude or 0,
        amount=telling.amount(one.value, fact.evidence),
        label=named(one, telling) if one.place.id in marked else "",
        marked=one.place.id == telling.own,
    )


def _sizes(largest: float) -> tuple[int, ...]:
    """Two round amounts for the key of a map: about a tenth of the largest and about the largest."""
    if largest < 1:
        return ()
    round_down = 10 ** math.floor(math.log10(largest))
    return tuple(sorted({max(1, round_down // 10), round_down}))


def _alt(fact: FigureFact, largest: list[Spread], gaps: int, telling: Telling) -> str:
    """Each city's value, the largest first, as the eye finds them; then the gaps."""
    values = "; ".join(f"{named(one, telling)}: {telling.amount(one.value, fact.evidence).shown}" for one in largest)
    lost = f"{capital(telling.words['not_recorded'])}: {gaps}." if gaps else ""
    return spoken(telling.subject(fact.evidence), f"{values}.", lost)
