"""A mistake points at the line a person would look at, and names the nearest word."""

from __future__ import annotations

import time

import pytest

from reportgen.intake.project.mistakes import Keys, Mistake, line_of, spell, suggest, tell

TEXT = """\
languages = ["en"]      # 1

[a."b c"]               # 3
one = 1
two = { three = { deep = 1 }, four = 2 }

[a.d]                   # 7
list = [
  { indicator = "x" },
  { indicator = "y" },
]
"quoted.key" = 1
e.f = 2
note = \"\"\"
one = not a key
[not.a.header]
\"\"\"
"""


@pytest.mark.parametrize(
    ("keys", "value", "line"),
    [
        (("languages",), None, 1),
        (("a", "b c"), None, 3),
        (("a", "b c", "one"), None, 4),
        (("a", "b c", "two", "three", "deep"), None, 5),
        (("a", "d", "list", 1, "indicator"), "y", 10),
        (("a", "d", "quoted.key"), None, 12),
        (("a", "d", "e", "f"), None, 13),
        (("a", "d", "missing"), None, 7),
        (("a",), None, 3),
        (("nowhere",), None, 1),
    ],
)
def test_the_line_of_a_mistake(keys: Keys, value: str | None, line: int) -> None:
    assert line_of(TEXT, Mistake(keys, "is wrong", value)) == line


def test_keys_are_spelt_as_toml_writes_them_and_counted_from_one() -> None:
    assert spell(("documents", "letters", "key_figures", 0)) == "documents.letters.key_figures[1]"
    assert spell(("where", "activity.kind")) == 'where."activity.kind"'


def test_the_nearest_word_is_suggested_or_else_all() -> None:
    assert suggest("ctiy", ["person", "city"]) == 'did you mean "city"?'
    assert suggest("qqq", ["person", "city"]) == "choose one of person, city"
    assert suggest("qqq", []) == "there is none yet"
    assert suggest("qqq", [f"long{i}" for i in range(20)]).endswith("long11, ...")


def test_a_mistake_is_one_sentence_with_file_line_and_key() -> None:
    mistake = Mistake(("a", "b c", "one"), "is not a date; write a date")
    assert tell("reportgen.toml", TEXT, mistake) == 'reportgen.toml › line 4 › a."b c".one: is not a date; write a date'


@pytest.mark.parametrize("line", ["word" * 500, "some words " * 500, " " * 5000 + "!", "a" + " " * 5000 + "!"])
def test_a_long_line_that_is_no_entry_is_passed_over_at_once(line: str) -> None:
    begun = time.perf_counter()
    assert line_of(f'note = """\n{line}\n"""\nwrong = 1\n', Mistake(("wrong",), "is wrong")) == 4
    assert time.perf_counter() - begun < 1
