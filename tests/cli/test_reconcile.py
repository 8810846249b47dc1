"""`reportgen reconcile` as a user gives it, over letters and a report built by the command itself."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import audits, copies

WORDS = ("build", "--project", copies.ROOT, "--recipient", "larvik", "--recipient", "network", "--language", "en")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("output")
    done = copies.reportgen(*WORDS, "--only", "letters", "--only", "reports", "--output", output)
    assert done.exit_code == 0, done.output
    return output


@pytest.fixture
def output(made: Path, tmp_path: Path) -> Path:
    """A copy of what was built, which a test may change."""
    return Path(shutil.copytree(made, tmp_path / "output"))


def reconcile(output: Path, *words: str) -> tuple[int, str, str]:
    done = copies.reportgen("reconcile", "--project", copies.ROOT, "--output", output, *words)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


def test_what_was_built_agrees(output: Path) -> None:
    status, table, problems = reconcile(output)
    assert (status, problems) == (0, "")
    assert table.endswith("Everything agrees.\n")
    lines = {line.split()[0]: line for line in table.splitlines() if line}
    assert lines["indicator"].split() == ["indicator", "period", "findings", "letters", "reports"]
    assert " ".join(lines["people_engaged"].split()) == "people_engaged 2016–2018 627 627 (as 600) – agree"
    assert " ".join(lines["young_people_trained"].split()) == "young_people_trained 2018 157 157 (as 150) 157 agree"
    assert lines["attendances"].endswith("not printed")
    assert "DIFFERS" not in table


def test_every_value_has_a_line_where_it_is_asked_for(output: Path) -> None:
    table = reconcile(output, "--all")[1]
    rows = [" ".join(line.split()) for line in table.splitlines()]
    assert "young_people_trained larvik 2018 83 83 83 agree" in rows
    assert "participants[role=youth]" in table


def test_a_number_planted_in_an_attachment(output: Path) -> None:
    audits.reattach(output / "2018/letters/larvik.en.pdf", lambda csv: csv.replace(",157,150+,", ",187,150+,"))
    status, table, problems = reconcile(output)
    assert status == 1
    row = next(line for line in table.splitlines() if line.startswith("young_people_trained"))
    assert row.endswith("DIFFERS")
    assert "187 / 157" in row or "157 / 187" in row
    told = "young_people_trained (network, 2018) is 187, and the findings say 157; build again"
    assert any(line.startswith("reportgen: letters/larvik.en.pdf › numbers.csv › line ") and line.endswith(told)
               for line in problems.splitlines())  # fmt: skip
    assert "letters/larvik.en.pdf: is not the file that was built: its SHA-256 differs" in problems
    assert problems.endswith("places do not agree. They are named above, each with what to do.\n")


def test_a_letter_kept_from_other_rows_is_found_though_its_file_is_whole(output: Path) -> None:
    """The manifest's own findings are what counts: a file may be as it was built and still be out of date."""
    path = output / "2018/manifest.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    trained = next(one for one in told["findings"] if one["indicator"] == "young_people_trained")
    next(seen for seen in trained["observations"] if seen[0] is None)[3] = 149
    path.write_text(json.dumps(told), encoding="utf-8")
    status, _, problems = reconcile(output)
    assert status == 1
    assert "is 157, and the findings say 149; build again" in problems
    assert "SHA-256" not in problems


def test_files_that_are_missing_or_that_nobody_knows(output: Path) -> None:
    (output / "2018/letters/larvik.en.pdf").rename(output / "2018/letters/larvik-final.en.pdf")
    status, _, problems = reconcile(output)
    assert status == 1
    assert "letters/larvik.en.pdf: is named in the manifest, and is not there; build again" in problems
    assert "letters/larvik-final.en.pdf: is in the folder, and the manifest does not name it" in problems


def test_a_file_that_is_no_pdf(output: Path) -> None:
    (output / "2018/letters/larvik.en.pdf").write_bytes(b"<html>not today</html>")
    status, _, problems = reconcile(output)
    assert status == 1
    assert "letters/larvik.en.pdf: is no PDF that can be read" in problems


def test_machines_get_json(output: Path) -> None:
    audits.reattach(output / "2018/letters/larvik.en.pdf", lambda csv: csv.replace(",83,", ",84,", 1))
    status, told, problems = reconcile(output, "--json")
    account = json.loads(told)
    assert (status, problems, account["agrees"], account["edition"]) == (1, "", False, 2018)
    assert {fault["where"].partition(" › ")[0] for fault in account["faults"]} == {"letters/larvik.en.pdf"}
    (line,) = (line for line in account["lines"] if not line["agrees"])
    assert (line["code"], line["scope"], line["expected"]) == ("young_people_trained", "larvik", "83")


def test_workbooks_that_have_changed_since_are_told(made: Path, tmp_path: Path) -> None:
    project = copies.copy_example(tmp_path)
    shutil.copytree(made, project / "output")
    copies.change(project / "data/2018/activity.xlsx", lambda book: book.worksheets[0].append(["a note"]))
    done = copies.reportgen("reconcile", "--project", project)
    assert done.exit_code == 0
    assert done.stderr == (
        "reportgen: data/2018/activity.xlsx: has changed since this was built; build again before anything is sent\n"
    )


def test_nothing_built_is_one_sentence(tmp_path: Path) -> None:
    status, table, problems = reconcile(tmp_path)
    assert (status, table) == (2, "")
    assert problems == f"reportgen: {tmp_path / '2018'}: nothing has been built here; build it first: reportgen build\n"
    (tmp_path / "2018").mkdir()
    (tmp_path / "2018/manifest.json").write_bytes(b"{")
    status, _, problems = reconcile(tmp_path)
    assert status == 2
    assert "manifest.json: is no JSON that can be read" in problems
    assert "Traceback" not in problems


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The funder's pack in one language."""
    output = tmp_path_factory.mktemp("pack")
    words = ("build", "--project", copies.ROOT, "--only", "figures", "--language", "en", "--output", output)
    done = copies.reportgen(*words)
    assert done.exit_code == 0, done.output
    return output


@dataclass(frozen=True)
class Planted:
    """A number planted in one file of the pack, and the place that must be told."""

    name: str
    place: str
    old: str
    new: str
    part: str = ""

    def put_in(self, folder: Path) -> None:
        """Change it as somebody would, who leaves all else as it is."""
        path = folder / self.name
        match path.suffix:
            case ".csv":
                audits.change_text(path, self.old, self.new)
            case ".pdf":
                audits.reattach(path, lambda csv: csv.replace(self.old, self.new, 1))
            case _:
                audits.rewrite(path, self.part, lambda xml: xml.replace(self.old, self.new, 1))


PLANTED = [
    Planted("figures.docx", " › table 1 › row ", ">157<", ">175<", "word/document.xml"),
    Planted("results.docx", " › table 1 › row ", ">157<", ">175<", "word/document.xml"),
    Planted("figures.xlsx", " › Results › ", "<v>157</v>", "<v>175</v>", "xl/worksheets/sheet2.xml"),
    Planted("figures.pdf", " › numbers.csv › line ", ",157,157,", ",175,175,"),
    Planted("figures/01-results.csv", " › line ", ",157,", ",175,"),
]


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.name)
def test_a_number_planted_in_the_funder_s_pack(packed: Path, tmp_path: Path, planted: Planted) -> None:
    output = Path(shutil.copytree(packed, tmp_path / "output"))
    planted.put_in(output / "2018/figures")
    status, table, problems = reconcile(output)
    assert status == 1
    row = next(line for line in table.splitlines() if line.startswith("young_people_trained"))
    assert row.endswith("DIFFERS")
    where = f"reportgen: figures/{planted.name}{planted.place}"
    told = [line for line in problems.splitlines() if line.startswith(where)]
    assert any("young_people_trained (network, 2018) is 175, and the findings say 157" in line for line in told)


def test_the_funder_s_pack_agrees(packed: Path) -> None:
    status, table, problems = reconcile(packed)
    assert (status, problems) == (0, "")
    assert "figures" in table.splitlines()[2]
