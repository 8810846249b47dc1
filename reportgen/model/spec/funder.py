"""What the funder gets: the objectives and perspectives it asks for, and what is told of each."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.model.spec.outputs import KeyFigure
from reportgen.model.spec.texts import Texts


@dataclass(frozen=True, slots=True)
class ChapterSpec:
    """One part of the annex: the indicators judged in it, and its figures.

    `by` splits each of `indicators` that has this dimension, in a table of its own. A perspective is asked for from
    the year `since` to the year `until`, both included; None leaves that end open.
    """

    code: str
    title: Texts
    indicators: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    by: str | None = None
    since: int | None = None
    until: int | None = None

    def holds_in(self, year: int) -> bool:
        """Whether it is asked for in this year."""
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until)


@dataclass(frozen=True, slots=True)
class FunderSpec:
    """The annex: for whom, in which languages (the first one's files bear no language in their names), and what.

    `form` is the funder's own Word form, below templates/. `promises` and `comments` are records of every row:
    what was planned for the year (text, status), and the secretariat's words on a result (indicator, text).
    """

    name: Texts
    title: Texts
    languages: tuple[str, ...]
    template: str
    folder: str
    licence: str
    objectives: tuple[ChapterSpec, ...]
    perspectives: tuple[ChapterSpec, ...] = ()
    entities: ChapterSpec | None = None
    trends: ChapterSpec | None = None
    key_figures: tuple[KeyFigure, ...] = ()
    form: str | None = None
    promises: str | None = None
    comments: str | None = None

    @property
    def chapters(self) -> tuple[ChapterSpec, ...]:
        """Every part that judges or shows indicators, in the order of the annex."""
        last = (chapter for chapter in (self.entities, self.trends) if chapter)
        return (*self.objectives, *self.perspectives, *last)
