"""Indicators by a dimension, side by side: a sum stands below only where the parts come to the whole."""

from __future__ import annotations

from dataclasses import replace

from reportgen.model.annexes import Cell, Grid
from reportgen.model.findings import Observation
from reportgen.model.packs import ChapterFact, SplitFact
from reportgen.press import wording
from reportgen.press.annex.voice import NONE, Tally, Voice, head, kind_of
from reportgen.press.figures.composed import capital

Label = tuple[str | None, str]  # a category (None: not recorded) and the words for it


def split_grid(chapter: ChapterFact, voice: Voice) -> Grid:
    """A row a part, a column an indicator; the last row sums those whose parts come to the whole.

    An indicator whose parts overlap has a dash there, and a note that says so.
    """
    tally, splits = Tally(voice), chapter.splits
    dimension = chapter.dimension.read(voice.language)
    columns = tuple(head(one.whole.indicator, voice.title(one.evidence), kind_of(one.evidence)) for one in splits)
    rows = [_row(splits, label, tally) for label in _labels(chapter, splits, voice)]
    overlapping = tuple(split for split in splits if not adds_up(split))
    if len(overlapping) < len(splits):
        rows.append((Cell(voice.words["total"]), *(_total(split, tally) for split in splits)))
    title = voice.words["annex_split"].format(dimension=dimension[:1].lower() + dimension[1:])
    made = tally.close(chapter.code, title, (head("category", dimension), *columns), tuple(rows))
    return replace(made, note=_note(overlapping, voice), has_total=len(overlapping) < len(splits))


def adds_up(split: SplitFact) -> bool:
    """Whether its parts, and the not recorded, come to the whole."""
    values = [part.value for part in split.parts]
    known = [value for value in values if value is not None]
    return split.can_add and bool(values) and len(known) == len(values) and sum(known) == split.whole.value


def _total(split: SplitFact, tally: Tally) -> Cell:
    return tally.seen(split.whole, split.evidence) if adds_up(split) else Cell(NONE)


def _note(overlapping: tuple[SplitFact, ...], voice: Voice) -> str:
    """Which indicators are in several parts, and so have no sum."""
    if not overlapping:
        return ""
    names = wording.listing([voice.title(split.evidence) for split in overlapping], voice.language)
    return f"{names}: {voice.words['overlapping']}"


def _row(splits: tuple[SplitFact, ...], label: Label, tally: Tally) -> tuple[Cell, ...]:
    category, said = label
    cells = (tally.seen(_part(split, category), split.evidence, said) for split in splits)
    return (Cell(said), *cells)


def _part(split: SplitFact, category: str | None) -> Observation:
    """What was seen of a category; of one without rows, nought of what is counted or added, else not recorded."""
    found = next((part for part in split.parts if part.category == category), None)
    known = split.can_add and split.whole.value is not None
    dimension = split.parts[0].dimension if split.parts else "category"
    return found or Observation(split.whole.indicator, None, 0 if known else None, 0, dimension, category)


def _labels(chapter: ChapterFact, splits: tuple[SplitFact, ...], voice: Voice) -> tuple[Label, ...]:
    """The categories in their order: those that always stand there, others that have something, the not recorded."""
    seen = dict.fromkeys(part.category for split in splits for part in split.parts if part.value or not chapter.always)
    natural = dict.fromkeys(part.category for split in splits for part in split.parts)
    known = [category for category in natural if category is not None and category in seen]
    order = dict.fromkeys((*chapter.always, *known, *([None] if None in seen else [])))
    return tuple((category, _words(chapter, category, voice)) for category in order)


def _words(chapter: ChapterFact, category: str | None, voice: Voice) -> str:
    if category is None:
        return capital(voice.words["not_recorded"])
    texts = dict(chapter.labels).get(category)
    if texts is not None:
        return capital(texts.read(voice.language))
    return wording.country(category, voice.language) if chapter.always else category
