"""Which rows were counted, as each language says it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from reportgen.model.documents import Criterion
from reportgen.model.spec import Texts
from reportgen.press import wording
from reportgen.press.wording import LANGUAGES

ROLE = Texts((("en", "Role"), ("da", "Rolle"), ("fi", "Rooli"), ("is", "Hlutverk")))
YOUTH = Texts((("en", "young people"), ("da", "unge"), ("fi", "nuoret"), ("is", "ungmenni")))
EXPERTS = Texts((("en", "experts"), ("da", "eksperter"), ("fi", "asiantuntijat"), ("is", "sérfræðingar")))
AGE = Texts((("en", "Age"),))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Role: young people; Role: experts, young people or KomINN"),
        ("da", "Rolle: unge; Rolle: eksperter, unge eller KomINN"),
        ("fi", "Rooli: nuoret; Rooli: asiantuntijat, nuoret tai KomINN"),
        ("is", "Hlutverk: ungmenni; Hlutverk: sérfræðingar, ungmenni eða KomINN"),
    ],
)
def test_values_are_alternatives_and_criteria_a_list(language: str, said: str) -> None:
    criteria = (Criterion(ROLE, (YOUTH,)), Criterion(ROLE, (EXPERTS, YOUTH, "KomINN")))
    assert wording.selection(criteria, language) == said


@pytest.mark.parametrize(
    ("criterion", "language", "said"),
    [
        (Criterion(AGE, lowest=13, highest=17), "en", "Age: 13–17"),
        (Criterion(AGE, lowest=2016, highest=25000), "da", "Age: 2016–25.000"),
        (Criterion(AGE, lowest=Decimal("7.5")), "sv", "Age: ≥ 7,5"),
        (Criterion(AGE, highest=17), "nb", "Age: ≤ 17"),
        (Criterion(AGE, (2018,)), "en", "Age: 2018"),
        (Criterion(AGE, lowest=dt.date(2018, 3, 20), highest=dt.date(2018, 3, 21)), "en", "Age: 20–21 March 2018"),
        (Criterion(AGE, lowest=dt.date(2018, 1, 1)), "da", "Age: ≥ 1. januar 2018"),
        (Criterion(AGE, recorded=True), "sv", "Age: uppgift finns"),
        (Criterion(AGE, recorded=False), "fi", "Age: ei tietoa"),
        (Criterion(AGE, recorded=True), "kl", "Age: oplyst"),
    ],
)
def test_ranges_days_and_what_is_recorded(criterion: Criterion, language: str, said: str) -> None:
    assert wording.selection((criterion,), language).replace("\u00a0", " ") == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_can_say_every_criterion(language: str) -> None:
    criteria = (Criterion(AGE, ("a", "b", "c")), Criterion(AGE, recorded=True), Criterion(AGE, recorded=False))
    assert all(wording.selection((criterion,), language).startswith("Age: ") for criterion in criteria)
    assert wording.selection((), language) == ""


@pytest.mark.parametrize(
    ("entries", "language", "read"),
    [
        ((("en", "Open day"), ("da", "Åben dag")), "da", ("da", "Åben dag")),
        ((("en", "Open day"), ("da", "Åben dag")), "nb", ("da", "Åben dag")),
        ((("en", "Open day"), ("fi", "Avoin päivä")), "is", ("en", "Open day")),
        ((("fi", "Avoin päivä"),), "is", ("fi", "Avoin päivä")),
        ((("da", ""), ("en", "Open day")), "da", ("en", "Open day")),
        ((), "da", ("", "")),
    ],
)
def test_the_nearest_text_is_the_one_its_reader_reads_best(
    entries: tuple[tuple[str, str], ...], language: str, read: tuple[str, str]
) -> None:
    assert wording.nearest_text(Texts(entries), language) == read
