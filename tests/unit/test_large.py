"""Many rows: each fault at its own line, not a million messages, and no slower than an analyst's own script."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from reportgen.model.spec import Column, Kind, Source
from tests import projects

ROOT = Path(__file__).parents[2]
ROWS = 900_010
COLUMNS = (Column("id", "Id"), Column("count", "Count", Kind.WHOLE))
MOST = 1000  # so many faults of a kind are told one by one


def source(file: str, key: tuple[str, ...] = ()) -> Source:
    return Source("rows", file, None, COLUMNS, key=key)


@pytest.mark.parametrize("mark", ["", '"'])
def test_a_fault_far_below_is_told_at_its_line(tmp_path: Path, mark: str) -> None:
    lines = [f"{mark}a{number}{mark};{number % 10}" for number in range(ROWS)]
    lines[899_998] = f"{mark}a1{mark};many"  # under the header in line 1, the first row is line 2
    (tmp_path / "rows.csv").write_text("\n".join(["Id;Count", *lines]), encoding="utf-8")
    checked = projects.check(tmp_path, source("rows.csv", ("id",)))
    assert projects.told(checked) == [
        ("not_a_number", "rows.csv › line 900000"),
        ("key_conflict", "rows.csv › line 900000"),
    ]
    assert "the same Id as line 3, but Count is not recorded here" in checked.issues[1].what


def test_a_fault_far_below_in_parquet_is_told_at_its_row(tmp_path: Path) -> None:
    ids = [f"a{number}" for number in range(ROWS)]
    counts = ["1" if number != 899_999 else "many" for number in range(ROWS)]
    pq.write_table(pa.table({"Id": ids, "Count": counts}), tmp_path / "rows.parquet")
    assert projects.told(projects.check(tmp_path, source("rows.parquet"))) == [
        ("not_a_number", "rows.parquet › row 900000")
    ]


@pytest.mark.parametrize(
    ("line", "code", "more"),
    [("a{};x", "not_a_number", 1999), ("a;1", "duplicate_row", 1998), ("a", "ragged_row", 1999)],
)
def test_after_a_thousand_faults_of_a_kind_the_rest_are_counted(
    tmp_path: Path, line: str, code: str, more: int
) -> None:
    lines = [line.format(number) for number in range(3000)]
    (tmp_path / "rows.csv").write_text("\n".join(["Id;Count", *lines]), encoding="utf-8")
    issues = projects.check(tmp_path, source("rows.csv", ("id",))).issues
    assert {issue.code for issue in issues} == {code}
    assert len(issues) == MOST + 1
    assert issues[-1].what.endswith(f", and {more} more below it have a fault of this kind")
    assert not any("below it" in issue.what for issue in issues[:-1])


@pytest.mark.slow
def test_values_and_time_are_those_of_a_bare_script(tmp_path: Path) -> None:
    """With 100,000 rows, where starting weighs more than at a million; by seconds of the cores, not of the clock."""
    command = [
        sys.executable,
        str(ROOT / "benchmarks" / "large.py"),
        "--rows",
        "100000",
        "--rounds",
        "1",
        "--folder",
        str(tmp_path),
    ]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "csv: 167" in told
    ratios = [float(found) for found in re.findall(r"^\| (?:csv|parquet) \| [^|]+ \| ([0-9.]+) ", told, re.MULTILINE)]
    assert len(ratios) == 2
    assert max(ratios) <= 4
