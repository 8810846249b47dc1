"""The pack is a data package that validates; a broken one does not, and says where."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package

from reportgen.model.annexes import Annex
from reportgen.press.dataset import csv_path, write_csv, write_package
from tests.annex import FILES, sample_annex
from tests.unit.press.dataset.attacks import hostile_annex

FIGURE = "figures/01-participants_by_role.csv"


def lay(annex: Annex, folder: Path) -> Path:
    """The pack's CSV files and their description in a folder."""
    files = {csv_path(figure): write_csv(figure) for figure in annex.figures}
    (folder / "figures").mkdir()
    for path, content in files.items():
        (folder / path).write_bytes(content)
    (folder / "datapackage.json").write_bytes(write_package(annex, files))
    return folder


def described(annex: Annex) -> dict[str, Any]:
    content = write_package(annex, {csv_path(figure): write_csv(figure) for figure in annex.figures})
    package: dict[str, Any] = json.loads(content)
    return package


def faults(folder: Path) -> list[str]:
    report = Package(str(folder / "datapackage.json")).validate()
    return sorted({kind for (kind,) in report.flatten(["type"])})


def ratio_annex() -> Annex:
    """The sample with a figure of ratios, a share to many places."""
    annex = sample_annex()
    figure = annex.figures[0]
    data = tuple(replace(d, value=1 / 3, numerator=1, denominator=3, unit="share") for d in figure.data)
    chapter = replace(annex.chapters[0], figures=(replace(figure, data=data),))
    return replace(annex, chapters=(chapter,))


@pytest.mark.parametrize(
    "annex",
    [*map(sample_annex, ("en", "da", "fi")), ratio_annex(), hostile_annex()],
    ids=["en", "da", "fi", "ratio", "hostile"],
)
def test_the_pack_validates(annex: Annex, tmp_path: Path) -> None:
    assert faults(lay(annex, tmp_path)) == []


def edit(old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        file = folder / FIGURE
        content = file.read_bytes()
        assert old.encode() in content
        file.write_bytes(content.replace(old.encode(), new.encode(), 1))

    return change


def forget(folder: Path) -> None:
    (folder / FIGURE).unlink()


BROKEN = {
    "another number": (edit("511", "512"), {"hash-count"}),
    "a text in a number column": (edit("511", "about 500"), {"type-error"}),
    "a column less": (edit(",rows,status", ",rows"), {"missing-label"}),
    "another column": (edit(",value,", ",worth,"), {"incorrect-label"}),
    "an unknown status": (edit("recorded\r\n", "guessed\r\n"), {"constraint-error"}),
    "no indicator": (edit("\r\nparticipants,", "\r\n,"), {"constraint-error"}),
    "the same row twice": (edit("youth,Young people", "practitioner,Practitioners"), {"primary-key"}),
    "a missing file": (forget, {"scheme-error"}),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_pack_does_not_validate(case: str, tmp_path: Path) -> None:
    folder = lay(sample_annex(), tmp_path)
    damage, expected = BROKEN[case]
    damage(folder)
    assert expected <= set(faults(folder))


def test_each_file_is_named_with_its_size_and_hash() -> None:
    annex = sample_annex()
    for figure, resource in zip(annex.figures, described(annex)["resources"], strict=True):
        content = write_csv(figure)
        assert resource["path"] == csv_path(figure)
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert resource["title"] == figure.title


def test_it_says_whose_it_is_under_which_licence_and_from_which_workbooks() -> None:
    package = described(sample_annex("da"))
    assert package["name"] == "nordic-safe-cities-2018-da"
    assert package["created"] == "2018-12-14T00:00:00Z"
    assert package["licenses"] == [
        {
            "name": "CC-BY-4.0",
            "title": "Creative Commons Attribution 4.0 International",
            "path": "https://creativecommons.org/licenses/by/4.0/",
        }
    ]
    assert package["sources"] == [{"title": name, "hash": f"sha256:{digest}"} for name, digest in FILES]
    assert package["contributors"] == [{"title": "Nordic Safe Cities", "roles": ["publisher"]}]
    defined = {one["name"]: one for one in package["indicators"]}
    assert defined["participants"]["unit"] == "personer"
    assert (defined["campaigns"]["additive"], defined["participants"]["additive"]) == (True, False)


def test_an_unlisted_licence_points_to_spdx_and_none_is_left_out() -> None:
    (licence,) = described(replace(sample_annex(), licence="OGL-UK-3.0"))["licenses"]
    assert licence["path"] == "https://spdx.org/licenses/OGL-UK-3.0.html"
    assert "licenses" not in described(replace(sample_annex(), licence=""))


def test_the_key_is_of_columns_that_are_never_empty() -> None:
    role, trend = described(sample_annex())["resources"]
    assert role["schema"]["primaryKey"] == ["indicator", "scope", "dimension", "label", "period"]
    assert trend["schema"]["primaryKey"] == ["indicator", "scope", "period"]


def test_rows_that_nothing_tells_apart_have_no_key() -> None:
    annex = sample_annex()
    figure = annex.figures[0]
    twice = replace(figure, data=(*figure.data, figure.data[0]))
    chapter = replace(annex.chapters[0], figures=(twice,))
    (resource,) = described(replace(annex, chapters=(chapter,)))["resources"]
    assert "primaryKey" not in resource["schema"]


def test_a_publisher_without_a_latin_letter_still_has_a_name() -> None:
    assert described(replace(sample_annex(), publisher="北欧"))["name"] == "figures-2018-en"
