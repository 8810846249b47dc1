"""The pack's files: which there are, in which languages, and when they are made."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.model.selection import Selection
from reportgen.press.plan import plan
from tests import example


def paths(**selection: tuple[str, ...]) -> list[str]:
    return [
        document.path for document in plan(example.material(), Selection(**selection)) if document.kind == "figures"
    ]


def test_the_first_language_has_no_infix_and_the_files_without_language() -> None:
    found = paths(only=("figures",))
    assert {"figures/figures.pdf", "figures/figures.da.pdf", "figures/results.docx", "figures/results.da.docx"} <= set(
        found
    )
    assert found.count("figures/datapackage.json") == 1
    assert [path for path in found if path.endswith(".csv")] == sorted(path for path in found if path.endswith(".csv"))
    assert "figures/figures/01-results.csv" in found
    assert not [path for path in found if path.endswith(".da.csv")]


def test_a_language_asked_for_comes_in_the_place_of_the_funder_s() -> None:
    found = paths(only=("figures",), languages=("is",))
    assert "figures/figures.is.pdf" in found
    assert "figures/figures/01-results.is.svg" in found
    assert "figures/figures.pdf" not in found
    assert "figures/datapackage.json" not in found


def test_a_plain_build_makes_the_pack_and_one_for_a_city_does_not() -> None:
    assert paths()
    assert not paths(recipients=("larvik",))
    assert not paths(only=("letters",))
    assert paths(recipients=("funder",)) == paths()


def test_figures_are_numbered_in_the_order_of_the_annex() -> None:
    pictures = [path for path in paths(only=("figures",)) if path.endswith(".svg") and ".da." not in path]
    assert [path.rpartition("/")[2][:3] for path in pictures] == [
        f"{number:02}-" for number in range(1, len(pictures) + 1)
    ]


@pytest.mark.parametrize(("since", "until", "there"), [(2019, None, False), (None, 2017, False), (2018, 2018, True)])
def test_a_perspective_is_there_in_its_years(since: int | None, until: int | None, there: bool) -> None:  # noqa: FBT001  parametrised
    material = example.material()
    funder = material.project.funder
    assert funder is not None
    perspectives = (replace(funder.perspectives[0], since=since, until=until), *funder.perspectives[1:])
    project = replace(material.project, funder=replace(funder, perspectives=perspectives))
    file = next(d for d in plan(replace(material, project=project), Selection(only=("figures",))))
    codes = [chapter.code for chapter in file.annex.perspectives]  # type: ignore[attr-defined]  # a file of the pack
    assert ("gender_equality" in codes) is there
