"""The figures of one document, each composed when its text first asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reportgen.model.documents import Document, FigureFact
from reportgen.model.spec import FigureKind, Whose
from reportgen.press.figures.bars import compose_bars, compose_grouped
from reportgen.press.figures.bullets import compose_bullet
from reportgen.press.figures.composed import Composed, Telling
from reportgen.press.figures.maps import compose_map
from reportgen.press.figures.panels import compose_multiples
from reportgen.press.figures.slopes import compose_slope
from reportgen.press.figures.stacks import compose_stacks
from reportgen.press.figures.strips import compose_strip
from reportgen.press.figures.timelines import compose_timeline
from reportgen.press.figures.titles import Titles
from reportgen.press.figures.trends import compose_lines

COMPOSERS: Mapping[FigureKind, Callable[[FigureFact, Telling], Composed | None]] = {
    FigureKind.BARS: compose_bars,
    FigureKind.GROUPED: compose_grouped,
    FigureKind.STACKED: compose_stacks,
    FigureKind.SHARE: compose_stacks,
    FigureKind.LINES: compose_lines,
    FigureKind.AREA: compose_lines,
    FigureKind.SLOPE: compose_slope,
    FigureKind.STRIP: compose_strip,
    FigureKind.BULLET: compose_bullet,
    FigureKind.TIMELINE: compose_timeline,
    FigureKind.MAP: compose_map,
}


@dataclass(frozen=True, slots=True)
class Album:
    """A document's figures in its words: what its titles are run over, and what was composed so far."""

    document: Document
    words: Mapping[str, str]
    scene: Mapping[str, object]
    titles: Titles
    composed: dict[str, Composed | None] = field(default_factory=dict)

    @property
    def codes(self) -> tuple[str, ...]:
        """Every figure that the document may show."""
        return tuple(fact.spec.code for fact in self.document.figures)

    @property
    def shown(self) -> Mapping[str, Composed]:
        """The figures that were asked for and have something to show."""
        return {code: figure for code, figure in self.composed.items() if figure is not None}

    def fact(self, code: str) -> FigureFact:
        """The values of a figure that is among `codes`."""
        return next(fact for fact in self.document.figures if fact.spec.code == code)

    def compose(self, code: str) -> Composed | None:
        """The finished figure; None where there is nothing to draw. TemplateError where its title has a mistake."""
        if code not in self.composed:
            self.composed[code] = self._compose(self.fact(code))
        return self.composed[code]

    def why_not(self, code: str) -> str:
        """Which of the fixed words says why a figure is not drawn."""
        fact = self.fact(code)
        if any(promise.value is not None for promise in fact.promises):
            return "no_target"
        begun = any(point.value for trend in fact.trends for point in trend.points)
        return "first_year" if begun or any(part.value for part in fact.parts) else "nothing_recorded"

    def _compose(self, fact: FigureFact) -> Composed | None:
        telling = self._telling(fact)
        if fact.spec.kind is FigureKind.MULTIPLES:
            return compose_multiples(fact, telling, tuple(self._compose(panel) for panel in fact.panels))
        return COMPOSERS[fact.spec.kind](fact, telling)

    def _telling(self, fact: FigureFact) -> Telling:
        own = self.document.recipient.id
        return Telling(
            language=self.document.language,
            words=self.words,
            scope=own if fact.spec.whose is Whose.OWN else "network",
            own=own,
            year=self.document.edition.year,
            told=self.titles.tell(fact.spec.code, self.scene),
        )
