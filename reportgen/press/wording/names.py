"""Names in each language: lists of them, their order, countries, places, and quotation marks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from reportgen.model.findings import Place
from reportgen.model.spec import Texts
from reportgen.press.wording.phrases import phrases

CollationKey = tuple[tuple[tuple[int, int], ...], str, str]

_SPACE, _MARK, _DIGIT, _LETTER, _OTHER = range(5)
_MODERN = "a b c d e f g h i j k l m n ŋ o p q r s t ŧ u v w x y z "
_DANISH = {"aa": "å", "ä": "æ", "ö": "ø", "ü": "y", "þ": "th"}
_NORWEGIAN = {**_DANISH, "œ": "ø"}
_SWEDISH = {"æ": "ä", "ø": "ö", "œ": "ö", "ü": "y", "þ": "th"}

# The order of letters that are letters of their own, and what stands for one that is not: CLDR's tailorings, less the
# Faroese, which follows the Faroese alphabet. No library on PyPI sorts by language without a compiler.
_ALPHABETS: Mapping[str, tuple[str, Mapping[str, str]]] = MappingProxyType(
    {
        "en": (_MODERN + "þ", {}),
        "da": (_MODERN + "æ ø å", _DANISH),
        "nb": (_MODERN + "æ ø å", _NORWEGIAN),
        "nn": (_MODERN + "æ ø å", _NORWEGIAN),
        "fo": ("a á b c d ð e f g h i í j k l m n ŋ o ó p q r s t ŧ u ú v w x y ý z æ ø å", _NORWEGIAN),
        "kl": (_MODERN + "æ ø å", {"ä": "æ", "ö": "ø", "œ": "ø", "ü": "y", "þ": "th"}),
        "sv": (_MODERN + "å ä ö", _SWEDISH),
        "fi": (_MODERN.replace("ŋ ", "").replace("ŧ ", "") + "þ å ä ö", {"æ": "ä", "ø": "ö", "ü": "y"}),
        "is": ("a á b c d ð e é f g h i í j k l m n ŋ o ó p q r s t ŧ u ú v w x y ý z þ æ ö å", {"ä": "æ", "ø": "ö"}),
        "se": (
            "a á b c č d đ e f g h i j k l m n ŋ o p q r s š t ŧ þ u v w x y z ž ø æ å ä ö",
            {"ü": "y", "œ": "ø", "ð": "đ"},
        ),
    }
)
# Letters that no accent can be taken off.
_SPELT_OUT = MappingProxyType({"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ŋ": "n", "ŧ": "t"})

# In which country, for the eight Nordic ones; empty where no native speaker has confirmed the bent name.
_NORDIC = ("DK", "FI", "IS", "NO", "SE", "FO", "GL", "AX")
_NORDIC_IN: Mapping[str, str] = MappingProxyType(
    {
        "en": "in Denmark|in Finland|in Iceland|in Norway|in Sweden|in the Faroe Islands|in Greenland|in Åland",
        "da": "i Danmark|i Finland|i Island|i Norge|i Sverige|på Færøerne|i Grønland|på Åland",
        "nb": "i Danmark|i Finland|på Island|i Norge|i Sverige|på Færøyene|på Grønland|på Åland",
        "nn": "i Danmark|i Finland|på Island|i Noreg|i Sverige|på Færøyane|på Grønland|på Åland",
        "sv": "i Danmark|i Finland|på Island|i Norge|i Sverige|på Färöarna|på Grönland|på Åland",
        "fi": "Tanskassa|Suomessa|Islannissa|Norjassa|Ruotsissa|Färsaarilla|Grönlannissa|Ahvenanmaalla",
        "is": "í Danmörku|í Finnlandi|á Íslandi|í Noregi|í Svíþjóð|í Færeyjum|á Grænlandi|á Álandseyjum",
        "fo": "í Danmark|í Finnlandi|í Íslandi|í Noregi|í Svøríki|í Føroyum|í Grønlandi|",
        "se": "Dánmárkkus|Suomas|Islánddas|Norggas|Ruoŧas|||",
        "kl": "Danmarkimi|Finlandimi|Islandimi|Norgemi|Sverigemi|Savalimmiuni|Kalaallit Nunaanni|",
    }
)
_PREPOSITIONS = frozenset({"in", "i", "på", "í", "á"})


def listing(items: Sequence[str], language: str) -> str:
    """Items as a sentence lists them, without a serial comma: a, b and c; "" when there are none."""
    from babel import Locale

    patterns = Locale.parse(phrases(language).locale).list_patterns["standard"]
    if len(items) <= 1:
        return "".join(items)
    # CLDR gives Faroese a serial comma, which Faroese does not write; the pattern for two has none in any language.
    *but_last, last = items
    return str(patterns["2"]).format(", ".join(but_last), last)


def sort(items: Iterable[str], language: str) -> tuple[str, ...]:
    """Names in the language's alphabetical order: Aarhus after Ørsted in Danish, Þingeyri after Zürich in Icelandic."""
    return tuple(sorted(items, key=lambda item: collation_key(item, language)))


def collation_key(text: str, language: str) -> CollationKey:
    """What to sort by, to put texts into the language's alphabetical order.

    Letters first; accents that make no letter of their own and capitals decide only between texts alike in letters.
    """
    folded = unicodedata.normalize("NFC", text).lower()
    _, equal = _alphabet(language)
    for written, read in equal.items():
        folded = folded.replace(written, read)
    return tuple(rank for letter in folded for rank in _ranks(letter, language)), text.lower(), text.swapcase()


def country(code: str, language: str) -> str:
    """The country's name for its ISO 3166 code; ValueError for a code that is not one."""
    from babel import Locale

    spoken = phrases(language)
    for locale in (spoken.locale, *spoken.kin, "en_GB"):
        name = Locale.parse(locale).territories.get(code.upper())
        if name:
            return str(name)
    raise ValueError(f'"{code}" is not the code of a country; use one of ISO 3166, such as DK')


def readable(language: str) -> tuple[str, ...]:
    """The languages that a reader of `language` reads best, their own first: its kin, then English."""
    return (language, *phrases(language).kin, "en")


def nearest_text(texts: Texts, language: str) -> tuple[str, str]:
    """The language that a reader of `language` reads best among those of the texts, and the text; ("", "") for none."""
    for code in (*readable(language), *texts.languages):
        text = texts.get(code)
        if text:
            return code, text
    return "", ""


def language(code: str, spoken: str) -> str:
    """The name of the language `code` in the language `spoken`: dansk, Danish, tanska."""
    from babel import Locale

    said = "no" if code == "nb" else phrases(code).locale  # nobody but Norwegians calls it bokmål
    name = Locale.parse(said).get_language_name(phrases(spoken).locale)
    return str(name or code)


def countries_in(codes: Sequence[str], language: str) -> str:
    """In which countries, the word for "in" said once where they share it: í Danmörku, Noregi og Svíþjóð.

    The Nordic countries only, since each bends its name; ValueError for another.
    """
    return _listed_once([_country_in(code.upper(), language) for code in codes], language)


def place(value: Place, language: str) -> str:
    """The place's name in the language, else in the nearest one that has a name, else in English, else any."""
    for code in (language, *phrases(language).kin, "en"):
        name = value.name.get(code)
        if name:
            return name
    return value.name.read(language) or value.id


def where(value: Place, language: str) -> str:
    """Where it was: the place's own phrase when it has one, else "in" and its name, uninflected.

    ValueError in a language that can say it by inflection only.
    """
    return value.where.get(language) or phrases(language).read("where", language).format(name=place(value, language))


def where_all(values: Sequence[Place], language: str) -> str:
    """In which places, the word for "in" said once where they share it: in Helsinki and Kristiansand."""
    return _listed_once([where(value, language) for value in values], language)


def quote(text: str, language: str) -> str:
    """The text in the language's quotation marks."""
    opening, closing = phrases(language).quotes
    return f"{opening}{text}{closing}"


def _country_in(code: str, language: str) -> str:
    name = country(code, language)
    phrase = dict(zip(_NORDIC, _NORDIC_IN[language].split("|"), strict=True)).get(code)
    if not phrase:
        raise ValueError(f'{language}: how to say "in" with "{name}" is not known; name the countries in a plain list')
    return phrase


def _listed_once(wheres: Sequence[str], language: str) -> str:
    """The phrases as a list, their preposition once when all have the same."""
    prepositions = {phrase.partition(" ")[0] for phrase in wheres}
    if len(prepositions) != 1 or not prepositions <= _PREPOSITIONS:
        return listing(wheres, language)
    names = [phrase.partition(" ")[2] for phrase in wheres]
    return f"{prepositions.pop()} {listing(names, language)}"


@cache
def _alphabet(language: str) -> tuple[Mapping[str, int], Mapping[str, str]]:
    phrases(language)
    order, equal = _ALPHABETS[language]
    return {letter: rank for rank, letter in enumerate(order.split())}, equal


def _ranks(letter: str, language: str) -> tuple[tuple[int, int], ...]:
    """The place of a letter among all signs: spaces, marks, digits, the alphabet, other scripts."""
    order, _ = _alphabet(language)
    if letter in order:
        return ((_LETTER, order[letter]),)
    bare = _SPELT_OUT.get(letter) or "".join(sign for sign in _decomposed(letter) if not unicodedata.combining(sign))
    if bare != letter:
        return tuple(rank for part in bare for rank in _ranks(part, language))
    return ((_class(letter), unicodedata.digit(letter, ord(letter))),)


def _decomposed(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)


def _class(sign: str) -> int:
    if sign.isspace():
        return _SPACE
    if sign.isdigit():
        return _DIGIT
    return _OTHER if sign.isalpha() else _MARK
