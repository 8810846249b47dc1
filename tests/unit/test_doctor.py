"""The doctor names each missing or old part with the command that mends it."""

from __future__ import annotations

import os
import re
import sys
import tomllib
from pathlib import Path

import pytest

from reportgen import doctor
from reportgen.doctor import Part, examine, is_enough, lacking
from reportgen.engines import LIBRARIES, Library
from reportgen.errors import MachineError

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ABSENT = Library("Absent", ("libabsent-9.so.9",), "absent_version", "1.0", "libabsent9")


def part(parts: tuple[Part, ...], name: str) -> Part:
    return next(part for part in parts if part.name == name)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    fonts = tmp_path / "templates" / "fonts"
    fonts.mkdir(parents=True)
    (fonts / "House.otf").write_bytes(b"")
    (fonts / "OFL.txt").write_bytes(b"")
    return tmp_path


def test_this_machine_lacks_nothing(project: Path) -> None:
    assert [part for part in examine(project) if not part.ok] == []
    assert lacking() == ()


def test_every_declared_library_is_examined(project: Path) -> None:
    names = {re.split(r"[<>=]", requirement)[0] for requirement in PYPROJECT["dependencies"]}
    assert names <= {part.name for part in examine(project)}


def test_the_wanted_python_is_the_declared_one() -> None:
    assert PYPROJECT["requires-python"] == f">={doctor.PYTHON}"


def test_a_library_that_cannot_be_loaded_is_named_with_its_package(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "LIBRARIES", (ABSENT,))
    assert lacking() == ("libabsent9",)
    mend = "brew install pango" if sys.platform == "darwin" else "sudo apt-get install libabsent9"
    assert part(examine(project), "Absent") == Part("Absent", "", "1.0 or newer", ok=False, mend=mend)


def test_a_library_of_another_version_function_counts_as_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    pango = LIBRARIES[0]
    monkeypatch.setattr(doctor, "LIBRARIES", (Library("Odd", pango.files, "no_such_function", "1.0", "odd"),))
    assert lacking() == ("odd",)


def test_a_package_that_is_not_installed_is_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "DISTRIBUTION", "reportgen-that-is-nowhere")
    assert part(examine(project), "reportgen-that-is-nowhere").mend == "pip install ."


def test_a_folder_without_fonts_is_named(tmp_path: Path) -> None:
    fonts = part(examine(tmp_path), "fonts")
    assert (fonts.found, fonts.ok) == ("", False)
    assert fonts.mend.endswith(str(tmp_path / "templates" / "fonts"))


def test_only_font_files_count_as_fonts(project: Path) -> None:
    assert part(examine(project), "fonts").found == "1 files"


def test_the_project_may_be_named_by_its_file(project: Path) -> None:
    file = project / "reportgen.toml"
    file.touch()
    assert examine(file) == examine(project)


def test_an_output_that_is_no_folder_is_named(project: Path) -> None:
    (project / "output").touch()
    output = part(examine(project), "output folder")
    assert not output.ok
    assert "--output" in output.mend


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_an_output_folder_that_cannot_be_written_is_named(project: Path) -> None:
    (project / "output").mkdir(mode=0o500)
    assert not part(examine(project), "output folder").ok


@pytest.mark.parametrize(
    ("found", "wanted", "enough"),
    [
        ("70.0", "70.0", True),
        ("70", "70.0", True),
        ("3.10.1", "3.9", True),
        ("3.9", "3.10", False),
        ("69.9rc1", "70.0", False),
        ("1.50.12+ds", "1.44", True),
        ("", "1.0", False),
    ],
)
def test_versions_compare_by_number_and_not_by_letter(found: str, wanted: str, enough: bool) -> None:  # noqa: FBT001  a column of the table
    assert is_enough(found, wanted) is enough


def test_a_build_without_a_library_is_refused_with_the_command_that_mends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LIBRARIES", (ABSENT,))
    with pytest.raises(MachineError, match=r"this machine lacks Absent; run: (brew|sudo) "):
        doctor.refuse_without_libraries()
