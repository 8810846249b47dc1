"""The funder's pack before it is put into words: what each part of the annex tells, and each file of the pack."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportgen.model.documents import Document, Evidence, Promise, RecordFact
from reportgen.model.findings import Observation
from reportgen.model.spec import Texts


@dataclass(frozen=True, slots=True)
class ResultFact:
    """What came of one indicator: judged by its target of the year, with what the secretariat says of it."""

    promise: Promise
    seen: Observation
    comment: Texts = field(default_factory=Texts)


@dataclass(frozen=True, slots=True)
class SplitFact:
    """One indicator split by the dimension of its chapter: its parts in natural order, the not recorded last.

    `can_add`: its parts may be added up where they come to the whole; those of a ratio or a largest value never.
    """

    evidence: Evidence
    whole: Observation
    parts: tuple[Observation, ...]
    can_add: bool


@dataclass(frozen=True, slots=True)
class YearFact:
    """One indicator over the editions: each year with what was seen in it, oldest first."""

    evidence: Evidence
    years: tuple[tuple[int, Observation], ...]


@dataclass(frozen=True, slots=True)
class ChapterFact:
    """One part of the annex: its results, its splits by `dimension` with the words for the parts, its figures' codes.

    `title` is empty where a fixed word heads it. `always` are the parts that stand in the table even when all are
    nought, in this order; of others only those that have something.
    """

    code: str
    title: Texts
    results: tuple[ResultFact, ...] = ()
    splits: tuple[SplitFact, ...] = ()
    years: tuple[YearFact, ...] = ()
    figures: tuple[str, ...] = ()
    dimension: Texts = field(default_factory=Texts)
    labels: tuple[tuple[str, Texts], ...] = ()
    always: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PromisesFact:
    """What was planned for the year and what became of it, with the words for each status."""

    record: RecordFact
    statuses: tuple[tuple[str, Texts], ...]


@dataclass(frozen=True, slots=True)
class ProofFact:
    """What stands behind one indicator: its value, whether parts add up, and the files its rows were read from."""

    evidence: Evidence
    seen: Observation
    additive: bool
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AnnexFacts:
    """The whole annex before it is put into words; `objectives` come first among its chapters.

    `numbers` are the figures that have something to show, in their order, each with its number.
    """

    funder: Texts
    title: Texts
    licence: str
    objectives: tuple[ChapterFact, ...]
    perspectives: tuple[ChapterFact, ...]
    entities: ChapterFact | None
    trends: ChapterFact | None
    promises: PromisesFact | None
    proofs: tuple[ProofFact, ...]
    numbers: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexFile(Document):
    """One file of the pack; the ending of its path says what it is, `figure` is the code of one that it shows alone.

    `form` is the funder's own Word form, below templates/, that it fills in.
    """

    annex: AnnexFacts
    figure: str | None = None
    form: str | None = None

    @property
    def id(self) -> str:
        """The file's name in messages and in the manifest; a pack has many in one language."""
        return self.path
