"""The example workbooks hold what they say: counted here with plain loops, apart from the package's own engine."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from reportgen.press.prose.proof import refuse_typed_number

ROOT = Path(__file__).resolve().parents[2]
BOOKS = ("network.xlsx", "2016/activity.xlsx", "2017/activity.xlsx", "2018/activity.xlsx")
LETTER = date(2018, 12, 14)
DATA = date(2018, 12, 7)
LANGUAGES = ("en", "da", "nb", "sv", "fi", "is")
Row = dict[str, Any]


@cache
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "reportgen.toml").read_text(encoding="utf-8"))


def columns(source: str) -> dict[str, tuple[str, dict[str, Any]]]:
    """Header -> name of the column (`name.da` where there is one a language) and its entry in the project file."""
    found = {}
    for name, column in project()["sources"][source]["columns"].items():
        for language, header in column.get("headers", {"": column.get("header")}).items():
            found[header] = (f"{name}.{language}" if language else name, column)
    return found


@cache
def book(path: str) -> Any:
    return openpyxl.load_workbook(ROOT / "data" / path)


@cache
def table(source: str) -> tuple[Row, ...]:
    files = ("network.xlsx",) if project()["sources"][source]["files"].endswith("network.xlsx") else BOOKS[1:]
    return tuple(row for path in files for row in sheet_rows(path, source))


def sheet_rows(path: str, source: str) -> Iterator[Row]:
    lines = list(book(path)[project()["sources"][source]["sheet"]].iter_rows(values_only=True))
    headers = columns(source)
    top = next(number for number, line in enumerate(lines) if set(headers) <= set(line))
    for line in lines[top + 1 :]:
        named = {headers[head][0]: cell for head, cell in zip(lines[top], line, strict=True)}
        yield {
            name: cell.date() if isinstance(cell, datetime) else cell for name, cell in (named | {"file": path}).items()
        }


@cache
def city_ids() -> dict[str, str]:
    """Every way to call a city -> its id."""
    found: dict[str, str] = {}
    for row in table("cities"):
        others = [name.strip() for name in (row["other_names"] or "").split(";") if name.strip()]
        for name in {row["id"], *others, *(row[f"name.{language}"] for language in LANGUAGES)}:
            assert found.setdefault(name, row["id"]) == row["id"], f"{name} means two cities"
    return found


def cities() -> dict[str, Row]:
    return {row["id"]: row for row in table("cities")}


def activities() -> dict[str, Row]:
    return {row["id"]: row for row in table("activities")}


def outputs() -> dict[str, Row]:
    return {row["id"]: row for row in table("outputs")}


def taken_part(*years: int, status: str = "held") -> list[Row]:
    """Participations in the activities of these years, each with its activity's fields before its own."""
    found = [activities()[row["activity"]] | row for row in table("participations")]
    return [row for row in found if row["status"] == status and row["starts"].year in years]


def persons(rows: list[Row]) -> set[str]:
    return {row["person"] for row in rows}


def cities_of(rows: list[Row]) -> set[str]:
    return {city_ids()[row["city"]] for row in rows}


def members(day: date) -> set[str]:
    return {
        row["id"]
        for row in table("cities")
        if row["member_from"] and row["member_from"] <= day and (row["member_to"] is None or day <= row["member_to"])
    }


def is_session(row: Row) -> bool:
    return (row["kind"], row["level"]) == ("session", "nordic")


def is_youth_training(row: Row) -> bool:
    return (row["programme"], row["kind"], row["role"]) == ("KomINN", "training", "youth")


# ---------------------------------------------------------------- the totals of the letter


def test_33_cities_engaged_since_2016() -> None:
    assert [len(cities_of(taken_part(*range(2016, last + 1)))) for last in (2016, 2017, 2018)] == [12, 24, 33]
    assert members(LETTER) < cities_of(taken_part(2016, 2017, 2018)) | {"bodoe"}
    assert "new-york" not in {city_ids()[row["city"]] for row in table("participations")}


def test_627_people_and_organisations_since_2016() -> None:
    rows = taken_part(2016, 2017, 2018)
    organisations = {row["organisation"] for row in rows} - {None, "-"}
    assert (len(persons(rows)), len(organisations)) == (526, 101)
    assert len(persons(rows)) + len(organisations) == 627


def test_two_sessions_helsinki_first() -> None:
    held = [
        row for row in table("activities") if is_session(row) and row["status"] == "held" and row["starts"].year == 2018
    ]
    hosts = [city_ids()[row["city"]] for row in sorted(held, key=lambda row: row["starts"])]
    assert hosts == ["helsinki", "kristiansand"]


def test_214_people_at_the_sessions_some_of_them_twice() -> None:
    rows = [row for row in taken_part(2018) if is_session(row)]
    assert len(persons(rows)) == 214
    assert len(rows) == 227
    assert {row["role"] for row in rows} == {"practitioner", "expert", "politician"}


def test_157_young_people_trained_in_larvik_and_kristiansand() -> None:
    rows = [row for row in taken_part(2018) if is_youth_training(row)]
    by_city = {city: persons([row for row in rows if row["city"] in names_of(city)]) for city in cities_of(rows)}
    assert {city: len(found) for city, found in by_city.items()} == {"larvik": 83, "kristiansand": 74}
    assert len(persons(rows)) == 157
    trainings = Counter(city_ids()[row["city"]] for row in {row["activity"]: row for row in rows}.values())
    assert trainings == {"larvik": 5, "kristiansand": 5}
    assert max(Counter(row["person"] for row in rows).values()) == 2


def names_of(city: str) -> set[str]:
    return {name for name, meant in city_ids().items() if meant == city}


def test_23_campaigns_launched_in_komin_and_one_planned() -> None:
    campaigns = [row for row in table("outputs") if (row["kind"], row["programme"]) == ("campaign", "KomINN")]
    launched = [row for row in campaigns if row["status"] == "launched"]
    assert {row["launched_on"].year for row in launched} == {2018}
    assert all(row["launched_on"] <= DATA for row in launched)
    assert Counter(row["status"] for row in campaigns) == {"launched": 23, "planned": 1, "dropped": 1}


def test_the_widest_reach_is_hilsforfaen() -> None:
    rows = [row for row in table("reach") if row["as_of"].year == 2018]
    widest, second = sorted(rows, key=lambda row: -row["estimate"])[:2]
    campaign = outputs()[widest["output"]]
    assert (campaign["title"], campaign["programme"], widest["estimate"]) == ("#Hilsforfaen", "KomINN", 3040)
    assert (campaign["launched_on"], campaign["launched_at"]) == (date(2018, 7, 13), "Stavern Festival")
    assert city_ids()[campaign["city"]] == "larvik"
    assert second["estimate"] < 3000


def test_copenhagen_has_the_first_danish_mosque_network_of_six_mosques() -> None:
    networks = [row for row in table("outputs") if (row["kind"], row["status"]) == ("mosque network", "launched")]
    danish = [row for row in networks if cities()[city_ids()[row["city"]]]["country"] == "DK"]
    assert [city_ids()[row["city"]] for row in danish] == ["koebenhavn"]
    assert danish[0]["launched_on"].year == 2018
    assert danish[0]["first_confirmed_by"] == "Secretariat"
    kinds = {row["name"]: row["kind"] for row in table("organisations")}
    partners = [row["organisation"] for row in table("partners") if row["output"] == danish[0]["id"]]
    assert Counter(kinds[name] for name in partners) == {"mosque": 6, "municipality": 1, "association": 1}


def test_one_membership_meeting_ever() -> None:
    (meeting,) = [row for row in table("activities") if row["kind"] == "membership meeting"]
    assert (city_ids()[meeting["city"]], meeting["starts"], meeting["status"]) == (
        "kristiansand",
        date(2018, 10, 23),
        "held",
    )


def test_the_un_general_assembly_in_september() -> None:
    (assembly,) = [row for row in table("activities") if row["kind"] == "assembly"]
    assert (assembly["level"], assembly["status"], assembly["starts"]) == ("international", "held", date(2018, 9, 26))
    assert city_ids()[assembly["city"]] == "new-york"
    earlier = [row for row in table("activities") if row["level"] == "international" and row["starts"].year == 2018]
    assert min(row["starts"] for row in earlier) < assembly["starts"]


def test_new_relations_in_denmark_norway_and_sweden_only() -> None:
    dated = [row for row in table("organisations") if row["relation_from"]]
    central = [row for row in dated if row["kind"] in {"ministry", "centre"}]
    by_year = defaultdict(set)
    for row in central:
        by_year[row["relation_from"].year].add(row["country"])
    assert by_year[2018] == {"DK", "NO", "SE"}
    assert by_year[2017] == {"FI"}
    assert "FI" in {row["country"] for row in dated if row["relation_from"].year == 2018}  # but of another kind


def test_what_is_planned_for_2019() -> None:
    ahead = [row for row in table("plans") if row["status"] == "planned" and (row["starts"] or LETTER) >= LETTER]
    sessions = sorted((row for row in ahead if row["kind"] == "session"), key=lambda row: row["starts"])
    assert len(sessions) == 2
    assert (sessions[0]["starts"], sessions[0]["ends"]) == (date(2019, 3, 20), date(2019, 3, 21))
    assert city_ids()[sessions[0]["city"]] == "oslo"
    others = {row["kind"]: (row["year"], row["repeats"], row["starts"]) for row in ahead if row["kind"] != "session"}
    assert others == {"steering group": (2019, "yearly", None), "board": (2019, None, None)}


def test_who_signs() -> None:
    signing = [row for row in table("signatories") if row["valid_to"] is None or row["valid_to"] >= LETTER]
    signed = [
        (row["name"], row["title.en"], row["organisation.en"]) for row in sorted(signing, key=lambda r: r["order"])
    ]
    assert signed == [
        ("Jeppe Albers", "Leader", "Nordic Safe Cities"),
        ("Catrine Bangum", "Senior Advisor", "Nordic Council of Ministers"),
    ]
    assert len(table("signatories")) == 3


# ---------------------------------------------------------------- members and their languages


def test_twenty_members_in_six_languages() -> None:
    rows = [cities()[city] for city in members(LETTER)]
    assert len(rows) == 20
    languages = {row["id"]: row["languages"] for row in rows}
    assert {code for text in languages.values() for code in text.split("; ")} == set(LANGUAGES)
    assert (languages["helsinki"], languages["vantaa"], languages["reykjavik"]) == ("fi; sv", "fi", "is; en")
    assert all(row["email"] == f"safecities@{row['id']}.example" for row in rows)
    assert all(row["addressee"] and row["street"] and row["post"] for row in rows)
    assert {row["id"] for row in table("cities") if row["languages"]} == members(LETTER)


def test_one_joined_and_one_leaves_in_2018() -> None:
    assert {
        row["id"] for row in table("cities") if (row["member_from"] or LETTER).year == 2018 and row["member_from"]
    } == {"bodoe"}
    assert {row["id"]: row["member_to"] for row in table("cities") if row["member_to"]} == {
        "haugesund": date(2018, 12, 31)
    }


def test_members_had_none_one_or_many_activities() -> None:
    joined = {city: set[str]() for city in members(LETTER)}
    for row in taken_part(2018):
        joined.get(city_ids()[row["city"]], set()).add(row["activity"])
    counts = {city: len(found) for city, found in joined.items()}
    assert {city for city, count in counts.items() if count == 0} == {"tromsoe", "haugesund"}
    assert {city for city, count in counts.items() if count == 1} == {"arendal"}
    assert all(counts[city] > 10 for city in ("larvik", "kristiansand", "koebenhavn"))
    assert is_session(activities()[joined["arendal"].pop()])
    assert "tromsoe" in cities_of(taken_part(2017))


def test_haugesund_was_only_counted_by_heads_and_tromsoe_not_at_all() -> None:
    rows = [row for row in table("headcounts") if activities()[row["activity"]]["starts"].year == 2018]
    assert "haugesund" in cities_of(rows)
    assert "tromsoe" not in cities_of(rows)


def test_everyday_names_can_be_read() -> None:
    written = {row["city"] for row in table("participations")}
    assert {"Larvik", "Larvik kommune", "København", "Copenhagen", "CPH", "Århus", "Göteborg", "Gothenburg"} <= written


def test_icelandic_and_finnish_say_where() -> None:
    where = {row["id"]: (row["where.fi"], row["where.is"]) for row in table("cities")}
    assert where["helsinki"] == ("Helsingissä", "í Helsinki")
    assert where["vantaa"] == ("Vantaalla", "í Vantaa")
    assert where["tampere"] == ("Tampereella", "í Tampere")
    assert where["stockholm"] == ("Tukholmassa", "í Stokkhólmi")
    assert where["akureyri"][1] == "á Akureyri"
    assert all(
        finnish.endswith(("ssa", "ssä", "lla", "llä")) and " " not in finnish[4:] for finnish, _ in where.values()
    )
    assert all(icelandic.startswith(("í ", "á ")) for _, icelandic in where.values())


# ---------------------------------------------------------------- what is written about the cities


def texts_of(year: int) -> dict[str, dict[str, set[str]]]:
    """City -> part -> the languages it is written in."""
    found: dict[str, dict[str, set[str]]] = defaultdict(dict)
    for row in table("city_texts"):
        if row["year"] == year:
            written = {language for language in LANGUAGES if row[f"text.{language}"]}
            found[city_ids()[row["city"]]][row["part"]] = written
    return found


def test_every_member_has_its_texts_in_its_own_languages_but_three() -> None:
    texts, wanting = texts_of(2018), {"arendal", "haugesund", "tromsoe"}
    assert set(texts) == members(LETTER) - {"haugesund"}
    for city in members(LETTER) - wanting:
        own = set(cities()[city]["languages"].split("; "))
        assert set(texts[city]) == {"action", "portrait", "challenges"}, city
        assert all(own <= written for written in texts[city].values()), city
    assert texts["tromsoe"] == {"portrait": {"nb"}}
    assert texts["arendal"] == {part: {"en"} for part in ("action", "portrait", "challenges")}
    in_english = {city for city, parts in texts.items() if "en" in parts.get("action", ())}
    assert in_english == {"arendal", "reykjavik", "larvik", "kristiansand", "koebenhavn", "oslo", "stockholm"}


def test_earlier_years_have_a_few_texts() -> None:
    assert [len(texts_of(year)) for year in (2016, 2017, 2018)] == [4, 8, 19]
    assert all(row["file"].startswith(str(row["year"])) for row in table("city_texts"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_types_no_number_and_links_to_its_own_city_only(language: str) -> None:
    rows = [row for row in table("city_texts") if row[f"text.{language}"]]
    assert rows
    for row in rows:
        text = row[f"text.{language}"]
        refuse_typed_number(text, language)
        links = re.findall(r"\]\(([^)]*)\)", text)
        assert all(link.startswith(f"https://{city_ids()[row['city']]}.example/") for link in links), row
        assert text.count("://") == len(links), row


def test_a_text_is_short_and_some_are_lists_emphasised_or_linked() -> None:
    texts = [row[f"text.{language}"] for row in table("city_texts") for language in LANGUAGES]
    written = [text for text in texts if text]
    assert all(2 <= sentences(text) <= 4 for text in written)
    for form in (r"\n\n- ", r"\*\w", r"\]\(https:"):
        assert any(re.search(form, text) for text in written)
        assert not all(re.search(form, text) for text in written)


def sentences(text: str) -> int:
    """Full stops, and lists: a list ends its sentence without one."""
    blocks = text.split("\n\n")
    return sum(1 if block.startswith("- ") else len(re.findall(r"\.(?=\s|$)", block)) for block in blocks)


# ---------------------------------------------------------------- each filter matters


@pytest.mark.parametrize(
    ("without", "changes"),
    [
        ("status", lambda: cities_of(every_row()) - cities_of(taken_part(2016, 2017, 2018))),
        ("status", lambda: persons(every_row()) - persons(taken_part(2016, 2017, 2018))),
        ("role", lambda: persons(komin("training")) - trained()),
        ("kind", lambda: persons([row for row in komin("workshop") if row["role"] == "youth"]) - trained()),
        (
            "programme",
            lambda: (
                persons([r for r in taken_part(2018) if r["kind"] == "training" and r["role"] == "youth"]) - trained()
            ),
        ),
        ("level", lambda: {r["id"] for r in table("activities") if r["kind"] == "session" and r["level"] == "local"}),
    ],
)
def test_a_filter_left_out_changes_the_total(without: str, changes: Callable[[], set[str]]) -> None:
    assert changes(), f"the rows would not show a missing filter on {without}"


def every_row() -> list[Row]:
    return [row for status in ("held", "planned", "cancelled") for row in taken_part(2016, 2017, 2018, status=status)]


def komin(kind: str) -> list[Row]:
    return [row for row in taken_part(2018) if (row["programme"], row["kind"]) == ("KomINN", kind)]


def trained() -> set[str]:
    return persons([row for row in taken_part(2018) if is_youth_training(row)])


def test_roles_changed_from_2017_to_2018() -> None:
    def by_role(year: int) -> dict[str, int]:
        roles = {row["person"]: row["role"] for row in taken_part(year)}
        return dict(Counter(roles.values()))

    assert set(by_role(2017)) == set(by_role(2018))
    assert all(by_role(2018)[role] != count for role, count in by_role(2017).items())


# ---------------------------------------------------------------- clean rows


@pytest.mark.parametrize("source", list(project()["sources"]))
def test_values_are_of_their_kind(source: str) -> None:
    kinds: dict[str, Any] = {"date": date, "whole": int, "decimal": float}
    for row in table(source):
        for name, column in columns(source).values():
            cell, unknown = row[name], column.get("not_recorded", ())
            if cell is None:
                assert not column.get("required", True) or "" in unknown, (source, name, row)
            elif cell not in unknown:
                assert isinstance(cell, kinds.get(column.get("kind", "text"), str)), (source, name, row)
                parts = cell.split("; ") if "separator" in column else [cell]
                assert "allowed" not in column or set(parts) <= set(column["allowed"]), (source, name, row)
                assert not isinstance(cell, str) or cell == cell.strip(), (source, name, row)


@pytest.mark.parametrize("source", list(project()["sources"]))
def test_keys_are_unique_and_references_found(source: str) -> None:
    targets: dict[str, set[Any]] = {
        "cities": set(city_ids()),
        "activities": set(activities()),
        "outputs": set(outputs()),
        "organisations": {row["name"] for row in table("organisations")} | {None, "-"},
    }
    keys = Counter(tuple(row[name] for name in project()["sources"][source]["key"]) for row in table(source))
    assert keys.most_common(1)[0][1] == 1
    for name, column in columns(source).values():
        if "refers_to" in column:
            given = {row[name] for row in table(source)} - (set() if column.get("required", True) else {None})
            assert given <= targets[column["refers_to"]], (source, name)


def test_organisation_names_are_unique() -> None:
    names = [row["name"] for row in table("organisations")] + [row["id"] for row in table("organisations")]
    assert len(names) == len(set(names))


def test_rows_stand_in_the_workbook_of_their_year() -> None:
    for row in table("activities"):
        assert row["file"].startswith(str(row["starts"].year))
        assert row["starts"] <= row["ends"]
        assert (row["starts"] <= DATA) or row["status"] == "planned"
    for source in ("participations", "headcounts"):
        assert all(row["file"] == activities()[row["activity"]]["file"] for row in table(source))


def test_nobody_took_part_before_the_city_was_a_member() -> None:
    for row in taken_part(2016, 2017, 2018):
        joined = cities()[city_ids()[row["city"]]]["member_from"]
        assert joined is None or joined <= row["starts"], row


def test_a_person_is_the_same_person_in_every_row() -> None:
    people = defaultdict(set)
    for row in table("participations"):
        facts = (row["role"], row["sex"], row["age_band"], row["organisation"])
        people[row["person"]].add((city_ids()[row["city"]], *facts))
    assert all(len(found) == 1 for found in people.values())


def test_some_sexes_and_ages_are_not_recorded() -> None:
    rows = table("participations")
    assert 2500 <= len(rows) <= 3500
    for name in ("sex", "age_band"):
        assert {None, "-"} <= {row[name] for row in rows}
        assert 0.04 < sum(row[name] in {None, "-"} for row in rows) / len(rows) < 0.08
    youth_ages = {row["age_band"] for row in rows if row["role"] == "youth"}
    assert youth_ages == {"0-17", "18-25", "-", None}


# ---------------------------------------------------------------- the workbooks themselves


@pytest.mark.parametrize("path", BOOKS)
def test_a_workbook_is_kept_with_care(path: str) -> None:
    about, *sheets = book(path).worksheets
    text = " ".join(str(cell) for line in about.iter_rows(values_only=True) for cell in line if cell)
    assert about.title == "Read me"
    assert "RECONSTRUCTION" in text
    assert "numbered and nameless" in text
    for sheet in sheets:
        assert sheet.title in text
        top = int(sheet.freeze_panes[1:]) - 1
        assert all(cell.font.bold for cell in sheet[top])
        for cell in sheet[top + 1]:
            assert not isinstance(cell.value, datetime) or cell.number_format == "yyyy-mm-dd"


def test_a_list_of_allowed_values_is_offered() -> None:
    sheet = book("2018/activity.xlsx")["Participations"]
    offered = {str(rule.sqref).rstrip("0123456789"): rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert offered["D2:D"] == '"practitioner,expert,politician,youth"'
    assert offered["E2:E"] == '"f,m,x,-"'
    assert offered["A2:A"] == "Activities!$A$2:$A$500"


def test_a_long_text_shows_all_its_lines() -> None:
    sheet = book("2018/activity.xlsx")["City texts"]
    texts = [cell for line in sheet.iter_rows(min_row=2, min_col=4) for cell in line if cell.value]
    assert texts
    for cell in texts:
        assert cell.alignment.wrap_text
        width = sheet.column_dimensions[cell.column_letter].width
        lines = sum(max(ceil(len(line) / width), 1) for line in cell.value.split("\n"))
        assert lines * 15 <= sheet.row_dimensions[cell.row].height < 409  # the tallest row that Excel can show


@pytest.mark.parametrize("surroundings", [("0", "UTC"), ("7", "Pacific/Auckland")])
def test_the_script_remakes_them_byte_for_byte(tmp_path: Path, surroundings: tuple[str, str]) -> None:
    seed, zone = surroundings
    script = [sys.executable, str(ROOT / "data" / "make_example.py"), str(tmp_path)]
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run(script, check=True, env=environment, cwd=tmp_path)
    for path in BOOKS:
        assert (tmp_path / path).read_bytes() == (ROOT / "data" / path).read_bytes(), path


def test_the_readme_tells_the_sizes_and_every_header() -> None:
    text = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    sizes = [len(list(sheet_rows(path, "participations"))) for path in BOOKS[1:]]
    assert all(f"{size:,}" in text for size in sizes)
    assert f"Cities ({len(table('cities'))})" in text
    assert f"Organisations ({len(table('organisations'))})" in text
    for source in project()["sources"]:
        told = [header for header, (name, _) in columns(source).items() if "." not in name]
        assert all(header in text for header in told), source
