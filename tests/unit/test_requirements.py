"""The locked requirements hold what the package declares, pinned by hash, and name no address to fetch it from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from reportgen.doctor import is_enough

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKS = ("runtime.txt", "test.txt")


def lock(name: str) -> str:
    return (ROOT / "requirements" / name).read_text(encoding="utf-8")


def pins(name: str) -> dict[str, list[str]]:
    """The pinned versions of each package; several where they differ by Python."""
    found: dict[str, list[str]] = {}
    for package, version in re.findall(r"^([a-z0-9-]+)==(\S+)", lock(name), re.MULTILINE):
        found.setdefault(package, []).append(version)
    return found


@pytest.mark.parametrize("requirement", PROJECT["dependencies"])
def test_every_dependency_is_locked_at_its_lowest_version_or_above(requirement: str) -> None:
    package, wanted = requirement.split(">=")
    versions = pins("runtime.txt")[package]
    assert all(is_enough(version, wanted) for version in versions)


def test_the_test_tools_are_locked() -> None:
    wanted = re.findall(r"^[a-z][a-z-]+$", (ROOT / "requirements" / "test.in").read_text("utf-8"), re.MULTILINE)
    assert set(wanted) <= set(pins("test.txt"))


def test_what_both_locks_hold_is_the_same() -> None:
    runtime, test = map(pins, LOCKS)
    assert {name: test[name] for name in runtime.keys() & test} == {
        name: runtime[name] for name in runtime.keys() & test
    }


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_is_pins_and_hashes_and_nothing_else(name: str) -> None:
    pin = r"[a-z0-9-]+==[\w.]+(?: ; [\w '<>=!.]+)? \\"
    odd = [
        line
        for line in lock(name).splitlines()
        if not re.fullmatch(rf"{pin}|    --hash=sha256:[0-9a-f]{{64}}( \\)?", line)
    ]
    assert odd == []
    assert all("--hash" in entry for entry in re.split(r"^(?=[a-z])", lock(name), flags=re.MULTILINE)[1:])
