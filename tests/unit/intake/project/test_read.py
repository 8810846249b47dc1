"""The project file is read whole, or every mistake in it is told with its line."""

from __future__ import annotations

import datetime as dt
import pickle
import re
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.errors import ProjectError
from reportgen.intake.project import read
from reportgen.model.spec import (
    Aggregation,
    Column,
    Condition,
    Direction,
    Edition,
    Kind,
    Measure,
    Period,
    Pick,
    Project,
    Rounding,
    Span,
    Texts,
)

EXAMPLE = Path(__file__).parents[4]

TOML = """\
languages = ["en", "da"]

[publisher]
name        = "The Network"
established = 2016
place       = { en = "Copenhagen", da = "København" }
accent      = "#0B5563"
rounding    = { 10 = 1, 100 = 10 }

[editions.2017]
date = 2017-12-15

[editions.2018]
date      = 2018-12-14
data_date = 2018-12-07

[sources.cities]
files = "data/network.xlsx"
sheet = "Cities"
key   = ["id"]
names = ["name"]
valid = ["member_from", "member_to"]

[sources.cities.columns]
id          = {}
name        = { headers = { en = "Name", da = "Navn" } }
country     = { allowed = ["DK", "NO"], aliases = { Danmark = "DK" } }
languages   = { separator = ";", allowed = ["en", "da"], required = false }
member_from = { kind = "date", formats = ["%d.%m.%Y"] }
member_to   = { kind = "date", required = false }
capital     = { kind = "yes_no" }

[sources.activities]
files     = "data/*/activity.xlsx"
sheet     = "Activities"
key       = ["id"]
date      = "starts"
recipient = "city"

[sources.activities.columns]
id     = {}
kind   = { allowed = ["session", "training"] }
city   = { refers_to = "cities" }
starts = { kind = "date" }
ends   = { kind = "date" }

[sources.participations]
files     = "data/*/people.csv"
key       = ["activity", "person"]
date      = "activity.starts"
recipient = "activity.city"

[sources.participations.columns]
activity  = { refers_to = "activities" }
person    = { header = "Person no." }
age_band  = { allowed = ["0-17", "18-25"], not_recorded = ["", "-"] }
headcount = { kind = "whole", minimum = 1, maximum = 1000, locale = "da" }
hours     = { kind = "decimal", not_recorded = ["-"] }

[recipients]
source      = "cities"
name        = "name"
languages   = "languages"
member_from = "member_from"

[units.people]
en = "people"
da = "personer"

[indicators.people]
from       = "participations"
measure    = { distinct = "person" }
where      = { "activity.kind" = "training", "activity.city.country" = ["DK", "NO"], hours = { from = 1, to = 7.5 } }
by         = ["age_band", "activity.city"]
unit       = "people"
target     = { 2019 = 140, 2018 = 120 }
baseline   = { 2016 = 40 }
direction  = "descending"
title      = { en = "People", da = "Personer" }
definition = { en = "Distinct persons.", da = "Distinct persons." }

[indicators.everybody]
from       = "participations"
measure    = { sum = "headcount" }
where      = { age_band = { recorded = true }, "activity.starts" = { from = 2018-01-01 } }
by         = ["age_band"]
period     = { since = 2016 }
unit       = "people"
title      = { en = "Everybody", da = "Everybody" }
definition = { en = "All who were counted.", da = "All who were counted." }

[indicators.share]
measure    = { ratio = ["people", "everybody"] }
by         = ["age_band"]
unit       = "share"
title      = { en = "Share", da = "Share" }
definition = { en = "People of everybody.", da = "People of everybody." }

[lists.places]
from  = "activities"
value = "city"
order = "-starts"
title = { en = "Places", da = "Places" }

[records.capital]
from   = "cities"
where  = { capital = true }
period = "valid"
pick   = "last"
fields = { name = "name" }
title  = { en = "Capital", da = "Capital" }

[records.next]
from   = "activities"
period = "ahead"
order  = "starts"
fields = { dates = ["starts", "ends"], city = "city.name" }
title  = { en = "The next one", da = "The next one" }

[facts.agenda]
text   = { en = "2030 Agenda", da = "2030 Agenda" }
reason = "A name."

[figures.ages]
indicator = "people"
by        = "age_band"
title     = { en = "Ages", da = "Ages" }
caption   = { en = "By age.", da = "By age." }

[figures.ages.categories]
0-17  = { en = "Children", da = "Children" }

[documents.letters]
template    = "letter"
folder      = "letters"
key_figures = [
  { indicator = "people" },
  { indicator = "everybody", show = "plus" },
]
"""


def write(folder: Path, text: str = TOML) -> Path:
    file = folder / "reportgen.toml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return read(write(tmp_path))


def told(folder: Path, text: str) -> list[str]:
    with pytest.raises(ProjectError) as error:
        read(write(folder, text))
    return str(error.value).splitlines()


def column(project: Project, source: str, name: str) -> Column:
    found = project.source(source).column(name)
    assert found is not None
    return found


def test_the_example_project_has_no_mistake() -> None:
    project = read(EXAMPLE)
    assert project.root == EXAMPLE
    assert project.languages == ("en", "da", "nb", "sv", "fi", "is")
    assert pickle.loads(pickle.dumps(project)) == project  # noqa: S301  our own bytes


def test_a_project_is_found_by_its_folder_or_its_file(tmp_path: Path) -> None:
    file = write(tmp_path)
    assert read(file) == read(tmp_path)
    assert read(tmp_path).file == file.resolve()


def test_publisher_editions_and_rounding(project: Project) -> None:
    assert project.publisher.place == Texts((("en", "Copenhagen"), ("da", "København")))
    assert project.rounding == Rounding(((10, 1), (100, 10)))
    assert project.editions == (
        Edition(2017, dt.date(2017, 12, 15), dt.date(2017, 12, 15)),
        Edition(2018, dt.date(2018, 12, 14), dt.date(2018, 12, 7)),
    )


def test_a_header_is_the_column_name_in_words_unless_declared(project: Project) -> None:
    assert column(project, "participations", "age_band").header == "Age band"
    assert column(project, "participations", "person").header == "Person no."


def test_headers_by_language_become_a_column_each(project: Project) -> None:
    names = [(c.name, c.header, c.language) for c in project.source("cities").columns if c.language]
    assert names == [("name.en", "Name", "en"), ("name.da", "Navn", "da")]


def test_a_column_is_not_required_when_blank_means_not_recorded(project: Project) -> None:
    assert not column(project, "participations", "age_band").required
    assert not column(project, "cities", "member_to").required
    assert column(project, "participations", "hours").required


def test_columns_keep_what_was_declared(project: Project) -> None:
    headcount = column(project, "participations", "headcount")
    assert (headcount.kind, headcount.minimum, headcount.maximum) == (Kind.WHOLE, Decimal(1), Decimal(1000))
    assert headcount.locale == "da"
    assert column(project, "cities", "country").aliases == (("Danmark", "DK"),)


def test_an_indicator_in_all_its_forms(project: Project) -> None:
    people = project.indicator("people")
    assert people.measure == Measure(Aggregation.DISTINCT, ("person",))
    assert people.where == (
        Condition("activity.kind", ("training",)),
        Condition("activity.city.country", ("DK", "NO")),
        Condition("hours", lowest=1, highest=Decimal("7.5")),
    )
    assert people.targets == ((2018, Decimal(120)), (2019, Decimal(140)))
    assert people.baseline == (2016, Decimal(40))
    assert people.direction is Direction.DESCENDING
    everybody = project.indicator("everybody")
    assert everybody.where[0] == Condition("age_band", recorded=True)
    assert everybody.period == Period(Span.SINCE, 2016)


def test_a_ratio_has_two_halves_and_no_rows(project: Project) -> None:
    share = project.indicator("share")
    assert (share.measure.numerator, share.measure.denominator, share.source) == ("people", "everybody", "")


def test_lists_and_records(project: Project) -> None:
    assert project.listings[0].order == "-starts"
    capital, following = project.records
    assert (capital.pick, capital.period) == (Pick.LAST, Period(Span.VALID))
    assert following.fields == (("dates", ("starts", "ends")), ("city", ("city.name",)))
    assert following.period == Period(Span.AHEAD)


def test_figures_and_documents(project: Project) -> None:
    assert project.figures[0].categories == (("0-17", Texts((("en", "Children"), ("da", "Children")))),)
    assert [(f.indicator, f.show) for f in project.documents[0].key_figures] == [
        ("people", "exact"),
        ("everybody", "plus"),
    ]


# what is planted: the text to replace, what to write instead, the key that is told, and words of the sentence
MISTAKES = [
    # names that are used but not declared
    ('from       = "participations"\nmeasure    = { sum', 'from       = "participation"\nmeasure    = { sum',
     "indicators.everybody.from", '"participation" is not a source; did you mean "participations"?'),
    ('"activity.kind" = "training"', '"activity.kin" = "training"',
     'indicators.people.where."activity.kin"', '"kin" is not a column of activities; did you mean "kind"?'),
    ('"activity.city.country" = ["DK", "NO"]', '"activity.city.land" = "DK"',
     'indicators.people.where."activity.city.land"', '"land" is not a column of cities; choose one of id, name, country'),
    ('"activity.kind" = "training"', '"person.kind" = "training"',
     'indicators.people.where."person.kind"', "person of participations refers to no other source"),
    ('"activity.kind" = "training"', '"activity.kind" = "trainings"',
     'indicators.people.where."activity.kind"', '"trainings" is not among the allowed values; did you mean "training"?'),
    ('"activity.kind" = "training"', '"activity.kind" = 3',
     'indicators.people.where."activity.kind"', "holds text, and 3 is none; write the value in quotes"),
    ("hours = { from = 1, to = 7.5 }", "person = { from = 1, to = 7 }",
     "indicators.people.where.person", "holds text, which has no range"),
    ("hours = { from = 1, to = 7.5 }", "hours = { from = 1, until = 7.5 }",
     "indicators.people.where.hours", "is not a condition; write a value, a list of values, { from"),
    ("hours = { from = 1, to = 7.5 }", "hours = []", "indicators.people.where.hours", "is an empty list"),
    ("{ from = 2018-01-01 }", '{ from = "2018-01-01" }',
     'indicators.everybody.where."activity.starts"', "holds dates, and 2018-01-01 is none; write a date without quotes"),
    ("{ capital = true }", '{ capital = "yes" }', "records.capital.where.capital", "write true or false"),
    ('by         = ["age_band", "activity.city"]', 'by         = ["age_bnad"]',
     "indicators.people.by", '"age_bnad" is not a column of participations; did you mean "age_band"?'),
    ('{ distinct = "person" }', '{ distinct = "persons" }', "indicators.people.measure", 'did you mean "person"?'),
    ('{ sum = "headcount" }', '{ sum = "person" }',
     "indicators.everybody.measure", '"person" holds text; name a column of the kind whole or decimal'),
    ('{ sum = "headcount" }', '{ max = ["headcount", "hours"] }', "indicators.everybody.measure", "max is taken of one"),
    ('{ sum = "headcount" }', '{ total = "headcount" }',
     "indicators.everybody.measure", '"total" is not possible here; choose one of count, distinct, distinct_each, sum'),
    ('{ sum = "headcount" }', '"all"', "indicators.everybody.measure", 'is not a measure; write "count" or a table'),
    ('{ ratio = ["people", "everybody"] }', '{ ratio = ["people"] }', "indicators.share.measure", "of two indicators"),
    ('{ ratio = ["people", "everybody"] }', '{ ratio = ["people", "everbody"] }',
     "indicators.share.measure", '"everbody" is not another indicator; did you mean "everybody"?'),
    ('by         = ["age_band"]\nunit       = "share"', 'by         = ["activity.city"]\nunit       = "share"',
     "indicators.share.by", '"activity.city" does not split everybody'),
    ('measure    = { ratio = ["people", "everybody"] }', 'from = "cities"\nmeasure    = { ratio = ["people", "everybody"] }',
     "indicators.share", "is a ratio, whose rows are those of its two indicators"),
    ('from       = "participations"\nmeasure    = { sum', "measure    = { sum", "indicators.everybody", "has no rows; add from"),
    ('unit       = "share"', 'unit       = "persons"', "indicators.share.unit", '"persons" is not a unit'),
    ('value = "city"', 'value = "town"', "lists.places.value", '"town" is not a column of activities'),
    ('order = "-starts"', 'order = "-start"', "lists.places.order", 'did you mean "starts"?'),
    ("[lists.places]", "[lists.people]", "lists.people", "is also the name of an indicator"),
    ('city = "city.name"', 'city = "city.nam"', "records.next.fields.city", '"nam" is not a column of cities'),
    ('dates = ["starts", "ends"]', 'dates = ["starts", "kind"]',
     "records.next.fields.dates", '"kind" holds text; name a column of the kind date'),
    ('dates = ["starts", "ends"]', 'dates = ["starts", "ends", "ends"]', "records.next.fields.dates", "more than two"),
    ('pick   = "last"', 'pick   = "lats"', "records.capital.pick", '"lats" is not possible here; did you mean "last"?'),
    ('period = "ahead"', 'period = "aheda"', "records.next.period", 'did you mean "ahead"?'),
    ('period = "ahead"', 'period = "valid"', "records.next.period", "activities has no days of validity"),
    ('period = "valid"', 'period = "year"', "records.capital.period", "cities has neither date nor year"),
    ("{ since = 2016 }", "{ since = 16 }", "indicators.everybody.period", '"16" is not a year'),
    ("{ since = 2016 }", "{ after = 2016 }", "indicators.everybody.period", "is not a period"),
    # sources and columns
    ('key       = ["id"]', 'key       = ["ids"]', "sources.activities.key", 'did you mean "id"?'),
    ('key   = ["id"]', 'key   = ["name"]', "sources.cities.key", "is not a column of cities that can be one of its key"),
    ('key       = ["id"]', 'key       = ["id", "city"]',
     "sources.participations.columns.activity.refers_to", "activities has a key of 2 columns"),
    ('{ refers_to = "cities" }', '{ refers_to = "citis" }', "sources.activities.columns.city.refers_to", 'did you mean "cities"?'),
    ('date      = "activity.starts"', 'date      = "activity.kind"', "sources.participations.date", "name a column of the kind date"),
    ('valid = ["member_from", "member_to"]', 'valid = ["member_from", "member_til"]', "sources.cities.valid", 'did you mean "member_to"?'),
    ('valid = ["member_from", "member_to"]', 'valid = ["member_from"]', "sources.cities.valid", "has 1 entries; write 2"),
    ('recipient = "activity.city"', 'recipient = "activity"', "sources.participations.recipient", "does not refer to cities"),
    ('sheet     = "Activities"\n', "", "sources.activities.sheet", "is missing"),
    ('files     = "data/*/people.csv"', 'files     = "data/*/people.csv"\nsheet = "People"', "sources.participations.sheet", "has no sheets"),
    ('"data/*/people.csv"', '"../people.csv"', "sources.participations.files", "leads out of the project's folder"),
    ('"data/*/people.csv"', '"/srv/people.csv"', "sources.participations.files", "leads out of the project's folder"),
    ('"data/*/people.csv"', '"C:/people.csv"', "sources.participations.files", "leads out of the project's folder"),
    ('"data/*/people.csv"', '"data/*/people.doc"', "sources.participations.files", "ends in none of .xlsx"),
    ('kind = "whole"', 'kind = "hole"', "sources.participations.columns.headcount.kind", 'did you mean "whole"?'),
    ('locale = "da"', 'locale = "dk"', "sources.participations.columns.headcount.locale", '"dk" is not a known language'),
    ('kind = "whole", minimum', "minimum", "sources.participations.columns.headcount.minimum", 'says nothing of the kind "text"'),
    ("minimum = 1,", "minimum = 2000,", "sources.participations.columns.headcount.minimum", "is above the maximum, 1000"),
    ("minimum = 1,", 'minimum = "1",', "sources.participations.columns.headcount.minimum", "is not a number"),
    ('"%d.%m.%Y"', '"%d.%m"', "sources.cities.columns.member_from.formats[1]", "is not a date form with day, month and year"),
    ('Danmark = "DK"', 'Danmark = "DA"', "sources.cities.columns.country.aliases", '"Danmark" stands for "DA", which is not allowed'),
    ('{ header = "Person no." }', '{ header = "Person no.", headers = { en = "Person" } }',
     "sources.participations.columns.person", "has both header and headers"),
    ('{ header = "Person no." }', '{ header = "Activity" }', "sources.participations.columns.person", '"Activity" is the header of activity too'),
    ("person    = {", "Person    = {", "sources.participations.columns.Person", '"Person" is not a name; write small letters'),
    ("required = false", 'required = "no"', "sources.cities.columns.languages.required", "is neither true, false nor a list of languages"),
    ('name        = { headers = { en = "Name", da = "Navn" } }', 'name = { headers = { en = "Name", dk = "Navn" } }',
     "sources.cities.columns.name.headers.dk", '"dk" is not a known language'),
    # recipients, publisher, editions, languages
    ('name        = "name"', 'name        = "nam"', "recipients.name", '"nam" is not a column of cities; did you mean "name"?'),
    ('member_from = "member_from"', 'member_from = "country"', "recipients.member_from", "name a column of the kind date"),
    ('source      = "cities"', 'source      = "towns"', "recipients.source", '"towns" is not a source'),
    ('languages = ["en", "da"]', 'languages = ["en"]', "sources.cities.columns.languages.allowed", '"da" is not among the languages of the project'),
    ('languages = ["en", "da"]', 'languages = ["en", "dk"]', "languages[2]", '"dk" is not a known language'),
    ('languages = ["en", "da"]', 'languages = ["en", "da", "en"]', "languages", '"en" stands here 2 times'),
    ('place       = { en = "Copenhagen", da', "place       = { da", "publisher.place", "has no text in en; add it here or in templates/texts/en.toml"),
    ('en = "2030 Agenda"', 'en = " "', "facts.agenda.text.en", "is empty"),
    ("established = 2016", 'established = "2016"', "publisher.established", "is not a whole number without quotes"),
    ('"#0B5563"', '"#CCE5EA"', "publisher.accent", "below 4.5:1; choose a darker colour"),
    ('"#0B5563"', '"teal"', "publisher.accent", '"teal" is not a colour'),
    ("{ 10 = 1, 100 = 10 }", "{ 100 = 10, 10 = 1 }", "publisher.rounding", "100 = 10 would round 1 down to 0"),
    ("{ 10 = 1, 100 = 10 }", "{ 10 = 1, 10000 = 10, 1000 = 10 }", "publisher.rounding", "does not ascend at 1000 = 10"),
    ("{ 10 = 1, 100 = 10 }", "{ 10 = 1, 100 = 0 }", "publisher.rounding", "0 is not a whole number above 0"),
    ("{ 10 = 1, 100 = 10 }", "{ 10 = 1, 100 = 50 }", "publisher.rounding", "100 = 50 would round 10 down to 0"),
    ("[editions.2017]", "[editions.first]", "editions.first", '"first" is not a year'),
    ("data_date = 2018-12-07", "data_date = 2018-12-24", "editions.2018.data_date", "is after the edition's date, 2018-12-14"),
    ("date      = 2018-12-14", 'date      = "14.12.2018"', "editions.2018.date", "is not a date without quotes"),
    # figures and documents
    ('indicator = "people"\nby', 'indicator = "peple"\nby', "figures.ages.indicator", '"peple" is not an indicator; did you mean "people"?'),
    ('by        = "age_band"', 'by        = "hours"', "figures.ages.by", '"hours" does not split people'),
    ("0-17  = {", "0-18  = {", "figures.ages.categories.0-18", 'did you mean "0-17"?'),
    ('indicator = "everybody", show', 'indicator = "nobody", show', "documents.letters.key_figures[2].indicator", '"nobody" is not an indicator'),
    ('show = "plus"', 'show = "minus"', "documents.letters.key_figures[2].show", '"minus" is not possible here'),
    ('folder      = "letters"', 'folder      = "../letters"', "documents.letters.folder", "leads out of the project's folder"),
    ('template    = "letter"\nfolder      = "letters"', 'template = "letter"\nfolder = "./Letters/"\n[documents.reports]\ntemplate = "letter"\nfolder = "letters"',
     "documents.reports.folder", '"letters" is the folder of letters too; give each kind of document a folder of its own'),
    ('folder      = "letters"', f'folder = "{"y" * 101}"', "documents.letters.folder", "has 101 letters; write a name of at most 100"),
    ('folder      = "letters"', 'folder = "let\\u0000ters"', "documents.letters.folder", "has a character that no file name can hold"),
    ('template    = "letter"', 'template = "let\\u0000ter"', "documents.letters.template", "has a character that no file name can hold"),
    ('template    = "letter"', f'template = "{"y" * 101}"', "documents.letters.template", "has 101 letters"),
    # file patterns that no file can answer to
    ('"data/*/people.csv"', '"data/**x/people.csv"', "sources.participations.files", "has ** beside other letters; write it alone"),
    ('"data/*/people.csv"', '"data/\\u0000/people.csv"', "sources.participations.files", "has a character that no file name can hold"),
    ('"data/*/people.csv"', f'"{"æ" * 128}/people.csv"', "sources.participations.files", "is too long to name a file; write at most 255"),
    ('"data/*/people.csv"', f'"{"a/" * 500}people.csv"', "sources.participations.files", "is too long to name a file"),
    # names that every text has already
    ("[records.capital]", "[records.n]", "records.n", '"n" is a word that every text has already; give the record another name'),
    ("[records.capital]", "[records.how_we_counted]", "records.how_we_counted", "is a word that every text has already"),
    # ranges and numbers that no row can meet
    ("hours = { from = 1, to = 7.5 }", "hours = { from = 7.5, to = 1 }", "indicators.people.where.hours", "is from 7.5 to 1, which no row can meet"),
    ("{ from = 2018-01-01 }", "{ from = 2018-01-02, to = 2018-01-01 }", 'indicators.everybody.where."activity.starts"', "is from 2018-01-02 to 2018-01-01"),
    ("hours = { from = 1, to = 7.5 }", "hours = nan", "indicators.people.where.hours", "NaN is not a number that a row can hold"),
    # cells of several values, where one value is needed
    ('by         = ["age_band", "activity.city"]', 'by = ["city.languages"]', "indicators.people.by", '"city" is not a column'),
    ('by         = ["age_band", "activity.city"]', 'by = ["activity.city.languages"]',
     "indicators.people.by", '"activity.city.languages" may hold several values a cell, and one is needed here; take its separator out'),
    ('{ distinct = "person" }', '{ distinct = "activity.city.languages" }', "indicators.people.measure", "may hold several values a cell"),
    ('{ sum = "headcount" }', '{ distinct_each = ["person", "activity.city.languages"] }', "indicators.everybody.measure", "may hold several values a cell"),
    ('kind = "whole", minimum', 'kind = "whole", separator = ";", minimum', "indicators.everybody.measure", '"headcount" may hold several values a cell'),
    ('value = "city"', 'value = "city.languages"', "lists.places.value", "may hold several values a cell"),
    ('order = "-starts"', 'order = "-city.languages"', "lists.places.order", "may hold several values a cell"),
    ('starts = { kind = "date" }', 'starts = { kind = "date", separator = ";" }', "sources.activities.date", "may hold several values a cell"),
    ('starts = { kind = "date" }', 'starts = { kind = "date", separator = ";" }', "sources.participations.date", "may hold several values a cell"),
    ('starts = { kind = "date" }', 'starts = { kind = "date", separator = ";" }', "records.next.fields.dates", "may hold several values a cell"),
    ('city   = { refers_to = "cities" }', 'city   = { refers_to = "cities", separator = ";" }', "sources.activities.recipient", "may hold several values a cell"),
    ('city   = { refers_to = "cities" }', 'city   = { refers_to = "cities", separator = ";" }',
     'indicators.people.where."activity.city.country"', "leads nowhere: a cell of city of activities may name several rows; take its separator out"),
    ('city   = { refers_to = "cities" }', 'city   = { refers_to = "cities", separator = ";" }', "records.next.fields.city", "may name several rows"),
    ("person    = {", 'person    = { separator = ";",', "sources.participations.key", '"person" may hold several values a cell, and a key is one'),
    ('hours     = { kind = "decimal",', 'hours = { kind = "decimal", separator = ";",', "indicators.people.where.hours", "may hold several values a cell, which have no range"),
    ('languages   = "languages"', 'languages   = "languages"\nemail = "languages"', "recipients.email", '"languages" may hold several values a cell'),
    ('member_from = { kind = "date",', 'member_from = { kind = "date", separator = ";",', "recipients.member_from", "may hold several values a cell"),
    ('member_from = { kind = "date",', 'member_from = { kind = "date", separator = ";",', "sources.cities.valid", "may hold several values a cell"),
    # a text in several languages, where one is needed
    ('"activity.city.country" = ["DK", "NO"]', '"activity.city.name" = "Oslo"',
     'indicators.people.where."activity.city.name"', '"activity.city.name" is a column a language; name one language: activity.city.name.en'),
    ('by         = ["age_band", "activity.city"]', 'by = ["activity.city.name"]', "indicators.people.by", "name one language: activity.city.name.en"),
    ('value = "city"', 'value = "city.name"', "lists.places.value", "name one language: city.name.en"),
    ('order = "-starts"', 'order = "city.name"', "lists.places.order", "name one language: city.name.en"),
    ('{ distinct = "person" }', '{ distinct = "activity.city.name" }', "indicators.people.measure", "name one language"),
    ('languages   = "languages"', 'languages   = "name"', "recipients.languages", "name one language: name.en"),
    ('city   = { refers_to = "cities" }', 'city = { refers_to = "cities", headers = { en = "City", da = "By" } }',
     "sources.activities.columns.city.refers_to", "a reference is one column; write header in place of headers"),
    # mergers, and what stands beside what
    ('member_from = "member_from"', 'member_from = "member_from"\nsuccessor = "country"\nmember_to = "member_to"',
     "recipients.successor", '"country" does not name another of cities; add refers_to = "cities" to its column'),
    ('direction  = "descending"', 'not_recorded_beside = "people"', "indicators.people.not_recorded_beside", '"people" is not another indicator'),
    ('direction  = "descending"', 'not_recorded_beside = "everybdy"', "indicators.people.not_recorded_beside", 'did you mean "everybody"?'),
    ('direction  = "descending"', 'not_recorded_beside = "share"', "indicators.people.not_recorded_beside", "share is a ratio"),
    ('direction  = "descending"', 'not_recorded_beside = "everybody"', "indicators.people.not_recorded_beside", "name one of the same period"),
    ('measure    = { ratio = ["people", "everybody"] }', 'measure = { ratio = ["people", "everybody"] }\nnot_recorded_beside = "people"',
     "indicators.share.not_recorded_beside", "share is a ratio"),
    # ids of those who receive
    ("id          = {}", 'id          = { kind = "whole" }', "sources.cities.columns.id.kind", '"whole" is not possible for the id of those who receive'),
    ("id          = {}", 'id          = { kind = "date" }', "sources.cities.columns.id.kind", "which is a text; take kind out"),
    # shape
    ('folder      = "letters"', 'fodler      = "letters"', "documents.letters.fodler", 'is not a key here; did you mean "folder"?'),
    ("[facts.agenda]", "[fact.agenda]", "fact", 'is not a key here; did you mean "facts"?'),
    ('reason = "A name."', "", "facts.agenda.reason", "is missing; add reason = ..."),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "key", "words"), MISTAKES)
def test_a_mistake_is_told_with_its_line_its_key_and_the_mend(
    old: str, new: str, key: str, words: str, tmp_path: Path
) -> None:
    assert TOML.count(old) == 1 or old in {"required = false", '{ refers_to = "cities" }'}
    text = TOML.replace(old, new, 1)
    sentence = next((line for line in told(tmp_path, text) if f" › {key}: " in line), None)
    assert sentence is not None
    assert words in sentence
    assert sentence.startswith("reportgen.toml › line ")


def excused(folder: Path, text: str, **beside: str) -> list[str]:
    """What is told when each of these indicators of one period stands beside another."""
    text = text.replace("period     = { since = 2016 }\n", "")
    for code, other in beside.items():
        text = text.replace(f"[indicators.{code}]", f'[indicators.{code}]\nnot_recorded_beside = "{other}"')
    return [line for line in told(folder, text) if "not_recorded_beside: " in line]


def test_two_indicators_that_excuse_each_other_are_one_mistake(tmp_path: Path) -> None:
    (line,) = excused(tmp_path, TOML, people="everybody", everybody="people")
    assert "indicators.people.not_recorded_beside: comes back to people by way of everybody" in line


def test_an_indicator_that_counts_for_nobody_alone_excuses_nobody(tmp_path: Path) -> None:
    (line,) = excused(tmp_path, TOML.replace('recipient = "activity.city"\n', ""), people="everybody")
    assert "people counts for nobody alone: add recipient to the source participations" in line


def test_a_successor_needs_the_day_on_which_it_begins(tmp_path: Path) -> None:
    text = TOML.replace("[sources.activities]", 'heir = { refers_to = "cities" }\n\n[sources.activities]')
    (line,) = told(tmp_path, text.replace('member_from = "member_from"', 'successor = "heir"'))
    assert "recipients.successor: needs the last day of membership, after which it holds; add member_to" in line


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = TOML
    for old, new in (
        ('accent      = "#0B5563"', 'akcent = "#0B5563"'),
        ('"activity.kind" = "training"', '"activity.kin" = "training"'),
        ('order = "-starts"', 'order = "-start"'),
        ('{ sum = "headcount" }', '{ sum = "person" }'),
    ):
        text = text.replace(old, new)
    assert [line.partition(": ")[0] for line in told(tmp_path, text)] == [
        "reportgen.toml › line 7 › publisher.akcent",
        'reportgen.toml › line 73 › indicators.people.where."activity.kin"',
        "reportgen.toml › line 84 › indicators.everybody.measure",
        "reportgen.toml › line 102 › lists.places.order",
    ]


def test_one_language_of_a_text_is_named_with_dots(tmp_path: Path) -> None:
    text = TOML.replace('"activity.city.country" = ["DK", "NO"]', '"activity.city.name.en" = "Oslo"')
    text = text.replace('by         = ["age_band", "activity.city"]', 'by = ["age_band", "activity.city.name.en"]')
    text = text.replace('value = "city"', 'value = "city.name.da"')
    assert read(write(tmp_path, text)).listings[0].value == "city.name.da"


def test_a_condition_on_a_cell_of_several_values_and_a_field_of_them_are_no_mistake(tmp_path: Path) -> None:
    text = TOML.replace('"activity.city.country" = ["DK", "NO"]', '"activity.city.languages" = "en"')
    text = text.replace('fields = { name = "name" }', 'fields = { name = "name", languages = "languages" }')
    assert read(write(tmp_path, text)).recipients.languages == "languages"


def test_since_alone_begins_when_the_publisher_was_established(tmp_path: Path) -> None:
    project = read(write(tmp_path, TOML.replace("{ since = 2016 }", '"since"').replace('"valid"\n', '"always"\n')))
    assert project.indicator("everybody").period == Period(Span.SINCE, 2016)
    text = TOML.replace('period = "ahead"', 'period = "since"').replace('order = "-starts"', 'period = "since"')
    later = read(write(tmp_path, text.replace("established = 2016", "established = 2017")))
    assert later.indicator("everybody").period == Period(Span.SINCE, 2016)
    assert (later.listings[0].period, later.records[1].period) == (Period(Span.SINCE, 2017), Period(Span.SINCE, 2017))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("deep = " + "[" * 5000 + "]" * 5000, "nested more than 32 deep"),
        ("deep = " + "{ a = " * 40 + "1" + " }" * 40, "nested more than 32 deep"),
        ("deep" + ".a" * 5000 + " = 1", "nested more than 32 deep"),
        ("huge = " + "9" * 5000, "4300 digits"),
        ("huge = 1e9999999999999999999", "1e9999999999999999999 is larger or smaller than any number can be"),
    ],
)
def test_what_no_machine_could_hold_is_told_in_a_sentence(line: str, words: str, tmp_path: Path) -> None:
    (sentence,) = told(tmp_path, f"{line}\n{TOML}")
    assert sentence.startswith("reportgen.toml: can't be read: ")
    assert words in sentence


def test_a_line_that_is_not_toml_is_named(tmp_path: Path) -> None:
    broken = TOML.replace("established = 2016", "established = ")
    assert told(tmp_path, broken) == ["reportgen.toml › line 5: is not TOML: Invalid value; mend the line"]


def test_a_file_that_ends_too_early_is_named_with_its_last_line(tmp_path: Path) -> None:
    assert told(tmp_path, 'languages = ["en",\n')[0].startswith("reportgen.toml › line 1: is not TOML")


def test_a_file_in_another_encoding_is_named_with_the_line(tmp_path: Path) -> None:
    file = write(tmp_path)
    file.write_bytes(TOML.encode("cp1252"))
    with pytest.raises(ProjectError, match=r"^reportgen\.toml › line 6: is not UTF-8; save the file as UTF-8$"):
        read(file)


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    file = write(tmp_path)
    file.write_bytes(b"\xef\xbb\xbf" + TOML.encode())
    assert read(file).publisher.name == "The Network"


def test_a_folder_without_a_project_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"there is no project file here.*--project"):
        read(tmp_path)


DANISH = """\
[publisher]
notice = "Eksempel."

[units]
people = "personer"

[indicators.people]
title = "Personer"
"""


def translated(folder: Path, danish: str) -> Project:
    """The project with its Danish people, unit and notice in a file of their own."""
    text = TOML.replace('title      = { en = "People", da = "Personer" }', 'title = { en = "People" }')
    text = text.replace('\nda = "personer"', "").replace(
        "established = 2016", 'established = 2016\nnotice = { en = "E." }'
    )
    (folder / "templates" / "texts").mkdir(parents=True)
    (folder / "templates" / "texts" / "da.toml").write_text(danish, encoding="utf-8")
    return read(write(folder, text))


def test_texts_in_other_languages_come_from_their_own_files(tmp_path: Path) -> None:
    project = translated(tmp_path, DANISH)
    assert project.publisher.notice == Texts((("en", "E."), ("da", "Eksempel.")))
    assert project.indicator("people").title.read("da") == "Personer"
    assert project.unit("people").several.read("da") == "personer"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "[indicators.people]",
            "[indicators.peple]",
            'line 7 › indicators.peple: is no text of the project file; did you mean "people"',
        ),
        ("title", "titel", 'line 8 › indicators.people.titel: is no text of the project file; did you mean "title"?'),
        ('"Personer"', '" "', "line 8 › indicators.people.title: is not a text"),
        (
            'title = "Personer"',
            'title = "P"\ndefinition = "D"',
            "indicators.people.definition: stands in the project file too",
        ),
        ("[units]", "[units", "can't be read"),
        ("[units]", "[deep" + ".a" * 40 + "]\n[units]", "nested more than 32 deep"),
        ('people = "personer"', "", "units.people: has no text in da; add it here or in templates/texts/da.toml"),
    ],
)
def test_a_translation_without_a_place_is_told(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    with pytest.raises(ProjectError, match=re.escape(sentence)):
        translated(tmp_path, DANISH.replace(old, new))
