"""A document with no more than its text may print: what it does not hold cannot change it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from reportgen.model.documents import Document, FigureFact, Scope
from reportgen.model.packs import AnnexFile
from reportgen.press.prose.mentions import WHOLE, Mentions
from reportgen.press.workshop import Workshop, read_letter_text

SCENE = {"n", "own", "previous", "recipient", "edition", "publisher", "facts", "loop"}
Thing = TypeVar("Thing")


@dataclass(slots=True)
class Trimmer:
    """Trims the documents of one build; what they share is trimmed once, and stays shared."""

    workshop: Workshop
    mentions: dict[tuple[str, str], Mentions] = field(default_factory=dict)
    scopes: dict[tuple[int, frozenset[str]], tuple[Scope, Scope]] = field(default_factory=dict)

    def trim(self, document: Document) -> Document:
        """The document with what its text, its figures' lines and its key figures name, and nothing else.

        A name that nothing bears leaves its set whole, so that the message can say which names there are. A file of
        the funder's pack tells of everything, and stays as it is. TemplateError as `read_letter_text`.
        """
        if isinstance(document, AnnexFile):
            return document
        said = self._mentions(document)
        key = frozenset(figure.indicator for figure in document.key_figures)
        return replace(
            document,
            own=self._scope(document.own, said.below("own") | key),
            network=self._scope(document.network, said.below("n") | key),
            previous_own=self._scope(document.previous_own, said.below("previous", "own") | key),
            previous_network=self._scope(document.previous_network, said.below("previous", "n") | key),
            records=_named(document.records, _records(said), lambda record: record.code),
            facts=_named(document.facts, said.below("facts"), lambda fact: fact.code),
            figures=_figures(document, said),
            tables=_named(document.tables, said.called("table"), lambda table: table.code),
            texts=tuple(text for text in document.texts if {text.part, WHOLE} & said.called("city_text")),
        )

    def _mentions(self, document: Document) -> Mentions:
        """What the text names, and what the lines beside its figures do."""
        key = (document.template, document.language)
        if key not in self.mentions:
            said = read_letter_text(document, self.workshop).mentions
            if said.calls_any("signatures"):
                said |= Mentions(frozenset({("signatories",)}))
            codes = {figure.spec.code for figure in _figures(document, said)}
            for (code, _), line in self.workshop.titles_of(document).lines.items():
                said = said | line.mentions if code in codes else said
            self.mentions[key] = said
        return self.mentions[key]

    def _scope(self, scope: Scope, names: frozenset[str]) -> Scope:
        key = (id(scope), names)
        if key not in self.scopes:
            codes = {number.code for number in scope.numbers} | {listed.code for listed in scope.lists}
            if not names <= codes:
                trimmed = scope
            else:
                numbers = tuple(fact for fact in scope.numbers if fact.code in names)
                trimmed = Scope(scope.name, numbers, tuple(fact for fact in scope.lists if fact.code in names))
            if scope.name != "network":
                return trimmed
            self.scopes[key] = (trimmed, scope)  # the untrimmed one stays too, or its id might be another's
        return self.scopes[key][0]


def _records(said: Mentions) -> frozenset[str]:
    return frozenset(name[0] for name in said.names if name[0] not in SCENE)


def _named(things: tuple[Thing, ...], names: frozenset[str], code: Callable[[Thing], str]) -> tuple[Thing, ...]:
    """The things of these names; all where a name is nobody's, or the set is mentioned whole."""
    if not names <= {code(thing) for thing in things}:
        return things
    return tuple(thing for thing in things if code(thing) in names)


def _figures(document: Document, said: Mentions) -> tuple[FigureFact, ...]:
    """The figures that the text places, and the panels they are made of."""
    wanted = _named(document.figures, said.called("figure"), lambda figure: figure.spec.code)
    codes = {figure.spec.code for figure in (*wanted, *_panels(wanted))}
    return tuple(figure for figure in document.figures if figure.spec.code in codes)


def _panels(figures: Iterable[FigureFact]) -> Iterable[FigureFact]:
    return (panel for figure in figures for panel in figure.panels)
