"""What each language says around its numbers, dates and places: tables, and no rules.

A phrase left empty is one that no native speaker has confirmed; asking for it is refused by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Phrases:
    """The fixed words of one language; `{n}`, `{than}`, `{year}` and `{name}` are places to fill.

    `kin` are the languages whose place names stand in for a missing one. `numerals` is the
    language of num2words, `spelt` the last number written as a word; `genders` (the forms of 1, 2, ... in each) and
    `numerals_changed` are what num2words does not know of it.
    """

    locale: str
    kin: tuple[str, ...]
    quotes: tuple[str, str]
    at_least: str
    more_than: str
    new: str
    unchanged: str
    nearly_unchanged: str
    more: str
    fewer: str
    same: str
    last_year: str
    in_year: str
    where: str
    recorded: str = ""
    not_recorded: str = ""
    numerals: str = ""
    spelt: int = 0
    genders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numerals_changed: Mapping[int, str] = field(default_factory=dict)

    def read(self, name: str, language: str) -> str:
        """The phrase of this name; ValueError when the language has none."""
        phrase = str(getattr(self, name))
        if not phrase:
            message = f'{language}: there is no phrase for "{name}" in this language; write the sentence without it'
            raise ValueError(message)
        return phrase


# Icelandic bends its first four numbers by gender and case; the key without a case is the nominative.
_ICELANDIC = {
    "masculine": ("einn", "tveir", "þrír", "fjórir"),
    "masculine accusative": ("einn", "tvo", "þrjá", "fjóra"),
    "masculine dative": ("einum", "tveimur", "þremur", "fjórum"),
    "masculine genitive": ("eins", "tveggja", "þriggja", "fjögurra"),
    "feminine": ("ein", "tvær", "þrjár", "fjórar"),
    "feminine accusative": ("eina", "tvær", "þrjár", "fjórar"),
    "feminine dative": ("einni", "tveimur", "þremur", "fjórum"),
    "feminine genitive": ("einnar", "tveggja", "þriggja", "fjögurra"),
    "neuter": ("eitt", "tvö", "þrjú", "fjögur"),
    "neuter accusative": ("eitt", "tvö", "þrjú", "fjögur"),
    "neuter dative": ("einu", "tveimur", "þremur", "fjórum"),
    "neuter genitive": ("eins", "tveggja", "þriggja", "fjögurra"),
}

_LANGUAGES: Mapping[str, Phrases] = {
    "en": Phrases(
        locale="en_GB",
        kin=(),
        quotes=("‘", "’"),
        at_least="at least {n}",
        more_than="more than {n}",
        new="new",
        unchanged="unchanged",
        nearly_unchanged="almost unchanged",
        more="{n} more than {than}",
        fewer="{n} fewer than {than}",
        same="as many as {than}",
        last_year="last year",
        in_year="in {year}",
        where="in {name}",
        recorded="recorded",
        not_recorded="not recorded",
        numerals="en",
        spelt=10,
    ),
    "da": Phrases(
        locale="da",
        kin=("nb", "sv"),
        quotes=("”", "”"),
        at_least="mindst {n}",
        more_than="mere end {n}",
        new="nyt",
        unchanged="uændret",
        nearly_unchanged="næsten uændret",
        more="{n} flere end {than}",
        fewer="{n} færre end {than}",
        same="lige så mange som {than}",
        last_year="sidste år",
        in_year="i {year}",
        where="i {name}",
        recorded="oplyst",
        not_recorded="ikke oplyst",
        numerals="da",
        spelt=10,
        genders={"common": ("én",), "neuter": ("ét",)},
        # The counting form "et" reads as the article.
        numerals_changed={1: "én"},
    ),
    "nb": Phrases(
        locale="nb",
        kin=("nn", "da", "sv"),
        quotes=("«", "»"),
        at_least="minst {n}",
        more_than="mer enn {n}",
        new="nytt",
        unchanged="uendret",
        nearly_unchanged="nesten uendret",
        more="{n} flere enn {than}",
        fewer="{n} færre enn {than}",
        same="like mange som {than}",
        last_year="i fjor",
        in_year="i {year}",
        where="i {name}",
        recorded="registrert",
        not_recorded="ikke registrert",
        numerals="no",
        spelt=12,
        genders={"masculine": ("én",), "feminine": ("ei",), "common": ("én",), "neuter": ("ett",)},
        numerals_changed={1: "én", 7: "sju"},
    ),
    "nn": Phrases(
        locale="nn",
        kin=("nb", "da", "sv"),
        quotes=("«", "»"),
        at_least="minst {n}",
        more_than="meir enn {n}",
        new="nytt",
        unchanged="uendra",
        nearly_unchanged="nesten uendra",
        more="{n} fleire enn {than}",
        fewer="{n} færre enn {than}",
        same="like mange som {than}",
        last_year="i fjor",
        in_year="i {year}",
        where="i {name}",
        recorded="registrert",
        not_recorded="ikkje registrert",
        numerals="no",
        spelt=12,
        genders={"masculine": ("éin",), "feminine": ("éi",), "common": ("éin",), "neuter": ("eitt",)},
        numerals_changed={1: "éin", 7: "sju"},
    ),
    "sv": Phrases(
        locale="sv",
        kin=("da", "nb"),
        quotes=("”", "”"),
        at_least="minst {n}",
        more_than="mer än {n}",
        new="nytt",
        unchanged="oförändrat",
        nearly_unchanged="nästan oförändrat",
        more="{n} fler än {than}",
        fewer="{n} färre än {than}",
        same="lika många som {than}",
        last_year="förra året",
        in_year="{year}",
        where="i {name}",
        recorded="uppgift finns",
        not_recorded="uppgift saknas",
        numerals="sv",
        spelt=12,
        genders={"common": ("en",), "neuter": ("ett",)},
        numerals_changed={1: "en"},
    ),
    "fi": Phrases(
        locale="fi",
        kin=("sv",),
        quotes=("”", "”"),
        at_least="vähintään {n}",
        more_than="yli {n}",
        new="uutta",
        unchanged="ennallaan",
        nearly_unchanged="lähes ennallaan",
        more="{n} enemmän kuin {than}",
        fewer="{n} vähemmän kuin {than}",
        same="yhtä monta kuin {than}",
        last_year="viime vuonna",
        in_year="vuonna {year}",
        where="paikkakunnalla {name}",
        recorded="kirjattu",
        not_recorded="ei tietoa",
        numerals="fi",
        spelt=10,
    ),
    "is": Phrases(
        locale="is",
        kin=("da", "nb"),
        quotes=("„", "“"),
        at_least="að minnsta kosti {n}",
        more_than="yfir {n}",
        new="nýtt",
        unchanged="óbreytt",
        nearly_unchanged="nær óbreytt",
        more="{n} fleiri en {than}",
        fewer="{n} færri en {than}",
        same="sami fjöldi og {than}",
        last_year="í fyrra",
        in_year="árið {year}",
        where="í {name}",
        recorded="skráð",
        not_recorded="ekki skráð",
        numerals="is",
        spelt=10,
        genders=_ICELANDIC,
    ),
    "fo": Phrases(
        locale="fo",
        kin=("da", "nb"),
        quotes=("“", "”"),
        at_least="í minsta lagi {n}",
        more_than="yvir {n}",
        new="nýtt",
        unchanged="óbroytt",
        nearly_unchanged="næstan óbroytt",
        more="{n} fleiri enn {than}",
        fewer="{n} færri enn {than}",
        same="",
        last_year="í fjør",
        in_year="í {year}",
        where="í {name}",
    ),
    "se": Phrases(
        locale="se_FI",  # plain `se` puts the year first in a date
        kin=("nb", "sv", "fi"),
        quotes=("”", "”"),
        at_least="unnimusat {n}",
        more_than="badjel {n}",
        new="ođas",
        unchanged="seamma go ovdal",
        nearly_unchanged="measta seamma go ovdal",
        more="{n} eanet go {than}",
        fewer="{n} unnit go {than}",
        same="seamma ollu go {than}",
        last_year="diibmá",
        in_year="jagis {year}",
        where="{name} gávpogis",
    ),
    "kl": Phrases(
        locale="kl",
        kin=("da", "nb"),
        quotes=("»", "«"),
        at_least="minnerpaamik {n}",
        more_than="{n} sinnerlugit",
        new="nutaaq",
        unchanged="",
        nearly_unchanged="",
        more="",
        fewer="",
        same="",
        last_year="",
        in_year="",
        where="",
    ),
}

LANGUAGES = tuple(_LANGUAGES)


def phrases(language: str) -> Phrases:
    """The phrases of a language; ValueError for a language that is not known."""
    try:
        return _LANGUAGES[language]
    except KeyError:
        message = f'language "{language}" is not known; use one of {", ".join(LANGUAGES)}'
        raise ValueError(message) from None
