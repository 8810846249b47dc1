"""Cities and their values as a figure's data: by name, in the order of the language, and never ranked."""

from __future__ import annotations

from reportgen.model.documents import FigureFact, Spread
from reportgen.press import wording
from reportgen.press.figures.composed import Data, Mark, Telling, receipt


def named(one: Spread, telling: Telling) -> str:
    """The city's name in the language."""
    return wording.place(one.place, telling.language)


def by_name(fact: FigureFact, telling: Telling) -> tuple[Spread, ...]:
    """The cities in the order of the language's alphabet."""
    names = {named(one, telling): one for one in fact.spread}
    if len(names) < len(fact.spread):  # two cities of one name stand in the order of their ids
        return tuple(sorted(fact.spread, key=lambda one: (named(one, telling), one.place.id)))
    return tuple(names[name] for name in wording.sort(list(names), telling.language))


def places_data(fact: FigureFact, cities: tuple[Spread, ...], telling: Telling) -> Data:
    """A row and a receipt for each city."""
    period = telling.period(fact.evidence)
    amounts = {one.place.id: telling.amount(one.value, fact.evidence) for one in cities}
    marks = (
        Mark(fact.spec.indicator, one.place.id, named(one, telling), period, amounts[one.place.id], one.rows)
        for one in cities
    )
    return Data(
        (telling.words["figure_city"], period),
        tuple((named(one, telling), amounts[one.place.id].shown) for one in cities),
        tuple(receipt(fact.evidence, telling.language, mark) for mark in marks),
    )
