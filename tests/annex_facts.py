"""Results and splits made by hand, and a voice to tell them in."""

from __future__ import annotations

from datetime import date

from reportgen.model.documents import Evidence, Promise
from reportgen.model.findings import Interval, Number, Observation
from reportgen.model.packs import ChapterFact, ResultFact, SplitFact
from reportgen.model.spec import Texts
from reportgen.press.annex.voice import Voice
from reportgen.press.words import read_words
from tests.example import ROOT


def voice(language: str = "en") -> Voice:
    """The annex of 2018 in one language."""
    return Voice(language, read_words(ROOT / "templates", language), 2018)


def texts(text: str) -> Texts:
    return Texts((("en", text),))


def evidence(*, is_share: bool = False) -> Evidence:
    period = Interval(date(2018, 1, 1), date(2018, 12, 31))
    return Evidence(texts("Days"), texts("Days that passed."), texts("days"), period, "Rows", (), is_share)


def result(value: Number | None, *, ascending: bool = True, comment: str = "", **promised: Number | None) -> ResultFact:
    """A result of an indicator `days`; `promised` are its target, baseline and baseline_year."""
    promise = Promise("days", evidence(), value, 7, ascending=ascending, **promised)  # type: ignore[arg-type]  # by name
    return ResultFact(promise, Observation("days", None, value, 7), texts(comment) if comment else Texts())


def split(whole: Number | None, *parts: tuple[str | None, Number | None], can_add: bool = True) -> SplitFact:
    """An indicator `people` split by `sex`."""
    seen = tuple(Observation("people", None, value, 1, "sex", category) for category, value in parts)
    return SplitFact(evidence(), Observation("people", None, whole, len(parts)), seen, can_add)


def chapter(*results: ResultFact, splits: tuple[SplitFact, ...] = (), always: tuple[str, ...] = ()) -> ChapterFact:
    labels = (("f", texts("women")), ("m", texts("men")))
    return ChapterFact("sped", texts("Faster"), results, splits, dimension=texts("Sex"), labels=labels, always=always)
