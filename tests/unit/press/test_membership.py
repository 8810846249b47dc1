"""What a report says of its city's membership, in every language: left, merged, about to, and what it now includes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from markupsafe import Markup

from reportgen.model.documents import Recipient
from reportgen.model.findings import CityText, Place
from reportgen.model.spec import Texts
from reportgen.press.blocks import page_blocks
from reportgen.press.desk import Desk
from reportgen.press.figures import Album
from reportgen.press.prose.scene import set_scene
from reportgen.press.prose.text import Block, compose, read_text
from reportgen.press.prose.values import Shown, Value, View
from reportgen.press.words import read_words
from tests import example
from tests.example import LANGUAGES

PORSGRUNN, SKIEN, BERGEN = (
    Place(name.lower(), Texts((("en", name),)), Texts(), "NO") for name in ("Porsgrunn", "Skien", "Bergen")
)
LEFT, LEAVES = date(2018, 6, 30), date(2018, 12, 31)
SAID = {
    "left": {
        "en": "The membership of Larvik ended on 30 June 2018. Thank you for the time we have shared; our door remains",
        "da": "Larvik var medlem af netværket til og med den 30. juni 2018. Tak for den tid, vi har haft sammen.",
        "nb": "Medlemskapet til Larvik løp ut 30. juni 2018. Takk for tiden vi har hatt sammen.",
        "sv": "Medlemskapet för Larvik upphörde den 30 juni 2018. Tack för tiden tillsammans.",
        "fi": "Kaupungin jäsenyys päättyi 30. kesäkuuta 2018. Kiitos yhteisestä ajasta.",
        "is": "Aðild borgarinnar lauk 30. júní 2018. Kærar þakkir fyrir samstarfið.",
    },
    "merged": {
        "en": "Larvik has been part of Skien since 1 July 2018. The figures here are its own; those of Skien include",
        "da": "Larvik har været en del af Skien siden den 1. juli 2018. Tallene her er byens egne; de indgår også i",
        "nb": "Larvik har vært en del av Skien siden 1. juli 2018. Tallene her er byens egne; de er også med i",
        "sv": "Larvik är sedan den 1 juli 2018 en del av Skien. Siffrorna här är stadens egna; de ingår också i",
        "fi": "Kuntaliitos tuli voimaan 1. heinäkuuta 2018, ja sen jälkeen kaupungin nimi on ollut Skien.",
        "is": "Sameining tók gildi 1. júlí 2018 og hefur borgin síðan heitið Skien.",
    },
    "leaves": {
        "en": "The membership of Larvik ends on 31 December 2018.",
        "da": "Larvik er medlem af netværket til og med den 31. december 2018.",
        "nb": "Medlemskapet til Larvik løper ut 31. desember 2018.",
        "sv": "Medlemskapet för Larvik upphör den 31 december 2018.",
        "fi": "Kaupungin jäsenyys päättyy 31. joulukuuta 2018.",
        "is": "Aðild borgarinnar lýkur 31. desember 2018.",
    },
    "merges": {
        "en": "Larvik will become part of Skien on 1 January 2019.",
        "da": "Larvik bliver en del af Skien den 1. januar 2019.",
        "nb": "Larvik blir en del av Skien 1. januar 2019.",
        "sv": "Larvik blir en del av Skien den 1 januari 2019.",
        "fi": "Kuntaliitos tulee voimaan 1. tammikuuta 2019, ja sen jälkeen kaupungin nimi on Skien.",
        "is": "Sameining tekur gildi 1. janúar 2019 og heitir borgin eftir það Skien.",
    },
    "includes one": {
        "en": "All figures, including those for earlier years, also cover Skien, which is now part of Larvik.",
        "da": "Tallene, også dem for tidligere år, omfatter Skien, som nu er en del af Larvik.",
        "nb": "Tallene, også de for tidligere år, omfatter Skien, som nå er en del av Larvik.",
        "sv": "Siffrorna, även de för tidigare år, omfattar Skien, som numera är en del av Larvik.",
        "fi": "Luvuissa, myös aiempien vuosien luvuissa, on mukana kaupunkiin liitetty Skien.",
        "is": "Borg sem hefur sameinast borginni og er talin með öll árin: Skien.",
    },
    "includes more": {
        "en": "All figures, including those for earlier years, also cover Bergen, Porsgrunn and Skien, which are",
        "da": "Tallene, også dem for tidligere år, omfatter Bergen, Porsgrunn og Skien, som nu er en del af Larvik.",
        "nb": "Tallene, også de for tidligere år, omfatter Bergen, Porsgrunn og Skien, som nå er en del av Larvik.",
        "sv": "Siffrorna, även de för tidigare år, omfattar Bergen, Porsgrunn och Skien, som numera är en del av",
        "fi": "Luvuissa, myös aiempien vuosien luvuissa, ovat mukana kaupunkiin liitetyt Bergen, Porsgrunn ja Skien.",
        "is": "Borgir sem hafa sameinast borginni og eru taldar með öll árin: Bergen, Porsgrunn og Skien.",
    },
}


def as_it_is(kind: str) -> Recipient:
    larvik = example.document("larvik").recipient
    return {
        "left": replace(larvik, member_to=LEFT),
        "merged": replace(larvik, member_to=LEFT, merged_into=SKIEN),
        "leaves": replace(larvik, member_to=LEAVES),
        "merges": replace(larvik, member_to=LEAVES, merged_into=SKIEN),
        "includes one": replace(larvik, predecessors=(SKIEN,)),
        "includes more": replace(larvik, predecessors=(SKIEN, PORSGRUNN, BERGEN)),
    }[kind]


def opening(recipient: Recipient, language: str) -> str:
    """The words of a report about this recipient; its charts and tables are left out."""
    document = replace(example.document("larvik", language, "reports"), recipient=recipient)
    path = example.ROOT / "templates" / "city-report" / f"city-report.{language}.md"
    source = path.read_text(encoding="utf-8")
    nothing = Block(lambda *_: Shown(Markup(""), block=True))
    blocks = dict.fromkeys(re.findall(r"\{\{ (\w+)\(", source), nothing)
    scene = set_scene(document, read_words(example.ROOT / "templates", language))
    prose = compose(read_text(source, path.name, language, document.rounding), scene, blocks)
    return " ".join(prose.html.striptags().replace("\u00a0", " ").split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SAID)
def test_a_report_says_it_in_every_language(kind: str, language: str) -> None:
    page = opening(as_it_is(kind), language)
    assert SAID[kind][language] in page
    others = [sentences[language][:20] for other, sentences in SAID.items() if other != kind]
    assert not any(sentence in page for sentence in others if not SAID[kind][language].startswith(sentence))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_of_a_city_that_stays_says_nothing_of_it(language: str) -> None:
    page = opening(example.document("larvik").recipient, language)
    assert not any(sentences[language][:20] in page for sentences in SAID.values())


@pytest.mark.parametrize(
    ("last", "answers"),
    [
        (None, (False, False)),
        (date(2018, 12, 13), (False, True)),
        (date(2018, 12, 14), (True, False)),
        (date(2019, 12, 13), (True, False)),
        (date(2019, 12, 14), (False, False)),  # it is a member when the next edition comes
    ],
)
def test_a_city_is_leaving_when_the_next_edition_will_not_find_it(
    last: date | None, answers: tuple[bool, bool]
) -> None:
    document = replace(example.document(), recipient=replace(example.document().recipient, member_to=last))
    asked = set_scene(document, read_words(example.ROOT / "templates", "en"))["recipient"]
    assert isinstance(asked, View)
    found = [value.content for value in map(asked.pick, ("is_leaving", "has_left")) if isinstance(value, Value)]
    assert tuple(found) == answers


def portraits(*texts: CityText) -> str:
    document = replace(example.document("larvik", "en", "reports"), texts=texts)
    shop, words = example.workshop(), read_words(example.ROOT / "templates", "en")
    scene = set_scene(document, words)
    desk = Desk(shop.pages, document, scene, words, Album(document, words, scene, shop.titles_of(document)))
    shown = page_blocks(desk)["city_text"]("portrait", "The city")
    return " ".join(shown.html.striptags().split())


def test_a_city_that_wrote_nothing_shows_what_its_predecessors_wrote_each_under_its_name() -> None:
    texts = {city: Texts((("en", f"Text of {city}."),)) for city in ("larvik", "skien", "bergen")}
    own = CityText("larvik", "portrait", texts["larvik"], "a")
    inherited = (
        CityText("larvik", "portrait", texts["skien"], "b", SKIEN),
        CityText("larvik", "portrait", texts["bergen"], "c", BERGEN),
    )
    assert portraits(*inherited) == "The city · Skien Text of skien. The city · Bergen Text of bergen."
    assert portraits(*inherited, own) == "The city Text of larvik."
