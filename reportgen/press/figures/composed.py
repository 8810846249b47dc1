"""A figure that is finished: what is drawn, what stands beside it, its data, and the receipt of every number in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reportgen.model.documents import Criterion, Evidence, FigureFact
from reportgen.model.figures import Amount, AnyChart
from reportgen.model.findings import Number
from reportgen.model.records import PrintedValue
from reportgen.model.spec import Texts
from reportgen.press import wording
from reportgen.press.figures.titles import Told


@dataclass(frozen=True, slots=True)
class Composed:
    """A chart with its title, caption and note, its data as a table of words (headers × rows), and receipts.

    `attached`: the data goes with the document's attachment and is not printed beneath the chart. `said` are those
    receipts that belong to the title, the caption and the note, and to no number of the data.
    """

    code: str
    title: str
    caption: str
    note: str
    chart: AnyChart
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    receipts: tuple[PrintedValue, ...]
    attached: bool = False
    said: tuple[PrintedValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Data:
    """A figure's data: a table of words, and the receipt of each number."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    receipts: tuple[PrintedValue, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """How one figure is told in one document: in which language and words, and whose its numbers are.

    `scope` stands in receipts; `own` is the recipient, whose dot is marked among all; `year` is the edition's.
    """

    language: str
    words: Mapping[str, str]
    scope: str
    own: str
    year: int
    told: Told

    def amount(self, value: Number | None, evidence: Evidence) -> Amount:
        """A value as printed: a ratio in per cent, and what was not recorded in words."""
        if value is None:
            return Amount(None, self.words["not_recorded"])
        said = wording.percent if evidence.is_share else wording.exact
        return Amount(value, said(value, self.language))

    def title(self, evidence: Evidence) -> str:
        """What is measured."""
        return evidence.title.read(self.language)

    def period(self, evidence: Evidence) -> str:
        """The period of a value, in words."""
        period = evidence.period
        return wording.period(period.first, period.last, self.language) if period else self.words["figure_value"]

    def label(self, fact: FigureFact, category: str | None) -> str:
        """The words for a category, with a capital; for None those for not recorded."""
        texts = dict(fact.labels or fact.spec.categories).get(category or "")
        said = self.words["not_recorded"] if category is None else texts.read(self.language) if texts else category
        return capital(said)

    def dimension(self, fact: FigureFact) -> str:
        """The head over the categories."""
        return capital(fact.dimension.read(self.language) or self.words["figure_category"])

    def subject(self, evidence: Evidence) -> str:
        """What is shown, for the alt text: the figure's title, and what is measured where the title does not say so."""
        title, measured = self.told.title, self.title(evidence)
        return f"{title}." if measured.casefold() in title.casefold() else f"{title}. {measured}."

    def finish(self, fact: FigureFact, chart: AnyChart, data: Data, *notes: str) -> Composed:
        """The figure with its words; `notes` are added to its own."""
        note = " ".join(filter(None, (self.told.note, *notes)))
        return Composed(
            code=fact.spec.code,
            title=self.told.title,
            caption=self.told.caption,
            note=note,
            chart=chart,
            headers=data.headers,
            rows=data.rows,
            receipts=(*self.told.printed, *data.receipts),
            said=self.told.printed,
        )


@dataclass(frozen=True, slots=True)
class Mark:
    """One number of a figure: whose it is, of which period, exact and as printed, and the rows behind it."""

    code: str
    scope: str
    label: str
    period: str
    amount: Amount
    rows: int


def receipt(evidence: Evidence, language: str, mark: Mark) -> PrintedValue:
    """The receipt of one number of a figure."""
    title = evidence.title.read(language)
    return PrintedValue(
        code=mark.code,
        scope=mark.scope,
        title=f"{title}: {mark.label}" if mark.label else title,
        definition=evidence.definition.read(language),
        exact="" if mark.amount.value is None else str(mark.amount.value),
        shown=mark.amount.shown,
        unit=evidence.unit.read(language),
        period=mark.period,
        source=evidence.source,
        filter=wording.selection(evidence.filter, language),
        rows=mark.rows,
    )


def within(fact: FigureFact, evidence: Evidence, *categories: str | None) -> Evidence:
    """The evidence of one or more categories: their rows only."""
    labels = dict(fact.labels)
    title = fact.dimension if fact.dimension.entries else Texts((("en", fact.spec.by),))
    known = tuple(labels.get(category, category) for category in categories if category is not None)
    criterion = Criterion(title, known) if known else Criterion(title, recorded=False)
    return replace(evidence, filter=(*evidence.filter, criterion))


def capital(text: str) -> str:
    """The text with its first letter large, as a label begins."""
    return text[:1].upper() + text[1:]


def extremes(telling: Telling, amounts: list[tuple[str, Amount]]) -> str:
    """Which labels have the most and which the fewest; "" where all have the same."""
    known = [(amount.value, label) for label, amount in amounts if amount.value is not None]
    values = [value for value, _ in known]
    if not values or min(values) == max(values):
        return ""
    most, least = ([label for value, label in known if value == end] for end in (max(values), min(values)))
    said = {"most": wording.listing(most, telling.language), "least": wording.listing(least, telling.language)}
    return telling.words["alt_extremes"].format(**said)


def spoken(*sentences: str) -> str:
    """Sentences of an alt text, those that say anything."""
    return " ".join(filter(None, sentences))
