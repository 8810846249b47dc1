"""Proof-reading a letter's text: a digit or number word that an author typed is an error.

A number stands in a letter because rows say so. What no row holds is declared in the project file, under [facts], with
its reason.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError, nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

LINK_TARGET = re.compile(r"\]\([^)]*\)")
PLURAL_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})

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


def typed_numbers(tree: nodes.Template, language: str) -> Iterator[TemplateSyntaxError]:
    """Each number that the text of a letter types by hand, with its line."""
    pattern = _pattern(language)
    for text, line in (*_prose(tree), *_spoken_constants(tree)):
        for found in pattern.finditer(LINK_TARGET.sub("", text)):
            where = line + text[: found.start()].count("\n")
            yield TemplateSyntaxError(
                f"{found[0]!r} is a number typed by hand; let a value say it, or declare it under [facts] in "
                "reportgen.toml with its reason and write {{ facts.<name> }}",
                where,
            )


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = FINNISH if language == "fi" else "|".join(NUMBER_WORDS.get(language, "").split())
    spoken = rf"|\b(?:{words})\b" if words else ""
    return re.compile(rf"\w*\d(?:[.,]?\d)*{spoken}", re.IGNORECASE)


def _prose(tree: nodes.Template) -> Iterator[tuple[str, int]]:
    return ((data.data, data.lineno) for data in tree.find_all(nodes.TemplateData))


def _spoken_constants(tree: nodes.Template) -> Iterator[tuple[str, int]]:
    """Constants that are printed; a plural's own forms may say "one activity", for there the number decides."""
    for node in tree.find_all((nodes.Output, nodes.Assign)):
        silent = {id(const) for forms in _plural_forms(node) for const in forms.find_all(nodes.Const)}
        silent |= {
            id(const)
            for call in node.find_all((nodes.Call, nodes.Test, nodes.Compare))
            for const in call.find_all(nodes.Const)
        }
        for const in node.find_all(nodes.Const):
            if (
                id(const) not in silent
                and isinstance(const.value, str | int | float)
                and not isinstance(const.value, bool)
            ):
                yield str(const.value), const.lineno


def _plural_forms(node: nodes.Node) -> Iterator[nodes.Keyword]:
    for keyword in node.find_all(nodes.Keyword):
        if keyword.key in PLURAL_FORMS and not re.search(r"\d", str(getattr(keyword.value, "value", ""))):
            yield keyword
