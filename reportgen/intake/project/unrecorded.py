"""What must hold where a 0 of one indicator beside some of another means that the one was not recorded."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.intake.project.mistakes import Keys, Mistake, suggest
from reportgen.intake.project.paths import source_named
from reportgen.model.spec import Aggregation, Indicator, Project


def check_unrecorded(project: Project) -> Iterator[Mistake]:
    """The mistakes of every `not_recorded_beside`: both indicators count for each recipient, over the same time."""
    known = {indicator.code: indicator for indicator in project.indicators}
    for indicator in project.indicators:
        code = indicator.not_recorded_beside
        if code is not None:
            keys = ("indicators", indicator.code, "not_recorded_beside")
            what = _misfit(project, indicator, known, code)
            if what:
                yield Mistake(keys, what, code)
            else:
                yield from _check_circle(keys, indicator, known)


def _misfit(project: Project, indicator: Indicator, known: dict[str, Indicator], code: str) -> str | None:
    others = [other for other in known if other != indicator.code]
    if code not in others:
        return f'"{code}" is not another indicator; {suggest(code, others)}'
    beside = known[code]
    for one in (indicator, beside):
        if one.measure.aggregation is Aggregation.RATIO:
            return f"{one.code} is a ratio, which is not recorded where its two indicators are not; name it there"
        source = source_named(project, one.source)
        if source is not None and source.recipient is None:
            return f"{one.code} counts for nobody alone: add recipient to the source {source.name}, or take this out"
    if beside.period != indicator.period:
        return f'"{code}" is of another period, and says nothing of this one; name one of the same period'
    return None


def _check_circle(keys: Keys, indicator: Indicator, known: dict[str, Indicator]) -> Iterator[Mistake]:
    """Told at the first of the circle only: two that excuse each other are one mistake."""
    seen = [indicator.code]
    following = indicator.not_recorded_beside
    while following in known and following not in seen:
        seen.append(following)
        following = known[following].not_recorded_beside
    if following == indicator.code and indicator.code == min(seen, key=list(known).index):
        what = f"comes back to {indicator.code} by way of {' and '.join(seen[1:])}; take one of them out"
        yield Mistake(keys, what, indicator.not_recorded_beside)
