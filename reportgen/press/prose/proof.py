"""Proof-reading a letter's text: a digit or number word that an author typed is an error.

A number stands in a letter because rows say so. What no row holds is declared in the project file, under [facts], with
its reason.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError, nodes

from reportgen.errors import TemplateError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LINK_TARGET = re.compile(r"\]\((?:https:|mailto:)[^)\s]*\)")
# Digits, and what reads as one: superscripts, fractions, Roman and circled numerals.
NUMERAL = r"[\d\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2089\u2150-\u218b\u2460-\u24ff\u2776-\u2793]"

# Nominative and bent forms, from two up; "one" is an article or pronoun in all of these languages.
NUMBER_WORDS = {
    "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen",
    "da": "to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve "
    "tredive fyrre halvtreds tres halvfjerds firs halvfems hundrede tusind tusinde million dusin",
    "nb": "to tre fire fem seks sju syv åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tjue "
    "tyve tretti tredve førti femti seksti sytti åtti nitti hundre tusen million dusin",
    "sv": "två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo "
    "trettio fyrtio femtio sextio sjuttio åttio nittio hundra tusen miljon dussin",
    "is": "tveir tvær tvö tvo tveimur tveggja þrír þrjár þrjú þrjá þremur þriggja fjórir fjórar fjögur fjóra fjórum "
    "fjögurra fimm sex sjö átta níu tíu ellefu tólf þrettán fjórtán fimmtán sextán sautján átján nítján tuttugu "
    "þrjátíu fjörutíu fimmtíu sextíu sjötíu áttatíu níutíu hundrað hundruð hundraði hundraða hundruðum hundraðs þúsund "
    "þúsundir þúsunda þúsundum milljón milljónir milljóna milljónum milljarður milljarðar tugur tugir tugi tugum "
    "tvennir tvennar tvenn þrennir þrennar þrenn fernir fernar fern tylft",
}
NUMBER_WORDS["nn"] = NUMBER_WORDS["nb"]
# Finnish bends its numbers: stems that take the regular endings, and the forms that are not made so.
FINNISH = (
    r"(?:kahde|kolme|neljä|viide|kuude|seitsemä|kahdeksa|yhdeksä|kymmene|sada|tuhanne|miljoona|kymmeni|sadoi|tuhansi)"
    r"(?:n|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi|na|nä)|"
    r"(?:kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän)?(?:toista|kymmentä|sataa|tuhatta)|"
    r"kaksi|kahta|kahteen|kahtena|kolme|kolmea|kolmeen|neljä|neljää|neljään|viisi|viittä|viiteen|viitenä|kuusi|kuutta|"
    r"kuuteen|kuutena|seitsemää|seitsemään|kahdeksaa|kahdeksaan|yhdeksää|yhdeksään|kymmeneen|kymmeniä|sata|sataan|"
    r"satoja|tuhat|tuhanteen|tuhansia|miljoona|miljoonaa|miljoonaan|miljoonia"
)


def typed_numbers(words: Sequence[nodes.Node], language: str) -> Iterator[TemplateSyntaxError]:
    """Each number that the text of a letter types by hand, with its line; `words` are all nodes of the text."""
    for text, line in (*_prose(words), *_spoken_constants(words)):
        for found in _numbers(LINK_TARGET.sub("", text), language):
            yield TemplateSyntaxError(_sentence(found[0]), line + text[: found.start()].count("\n"))


def refuse_typed_number(text: str, language: str) -> None:
    """Raise TemplateError when the set text still says a number that no value brought, such as one put together."""
    found = next(_numbers(text, language), None)
    if found:
        raise TemplateError(_sentence(found[0]))


def _sentence(number: str) -> str:
    return (
        f"{number!r} is a number typed by hand; let a value say it, or declare it under [facts] in "
        "reportgen.toml with its reason and write {{ facts.<name> }}"
    )


def _numbers(text: str, language: str) -> Iterator[re.Match[str]]:
    return _pattern(language).finditer(text)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = FINNISH if language == "fi" else "|".join(NUMBER_WORDS.get(language, "").split())
    spoken = rf"|\b(?:{words})\b" if words else ""
    # a number begins where a word does: so a word of a million letters is looked at once, not once for each letter
    return re.compile(rf"(?<!\w)\w*?{NUMERAL}(?:[.,]?{NUMERAL})*{spoken}", re.IGNORECASE)


def _prose(words: Sequence[nodes.Node]) -> Iterator[tuple[str, int]]:
    return ((data.data, data.lineno) for data in words if isinstance(data, nodes.TemplateData))


def _spoken_constants(words: Sequence[nodes.Node]) -> Iterator[tuple[str, int]]:
    """Constants that may be printed: not those that steer a filter, a test or a block.

    A plural's forms are printed; in that of "one" the number decides, so it may say the word.
    """
    steering = tuple(_steering(words))
    silent = {id(const) for word in steering for const in (word, *word.find_all(nodes.Const))}
    for const in words:
        if not isinstance(const, nodes.Const) or id(const) in silent:
            continue
        if isinstance(const.value, str | int | float) and not isinstance(const.value, bool):
            yield str(const.value), const.lineno


def _steering(words: Sequence[nodes.Node]) -> Iterator[nodes.Node]:
    for node in words:
        if isinstance(node, nodes.Compare):
            yield node
        elif isinstance(node, nodes.Filter | nodes.Test | nodes.Call):
            forms = isinstance(node, nodes.Filter) and node.name == "plural"
            yield from node.args
            yield from (word for word in node.kwargs if not forms or word.key in {"one", "gender", "case"})
