"""What runs on over a page is one thing."""

from __future__ import annotations

import re

from tests.sample_page import small
from tests.tagged import read
from tests.validators import all_faults


def table(rows: int, foot: str = "") -> str:
    body = "".join(f'<tr><th scope="row">City {row}</th><td>{row}</td><td>{row * 2}</td></tr>' for row in range(rows))
    head = "<thead><tr><th>City</th><th>2017</th><th>2018</th></tr></thead>"
    return f"<table>{head}<tbody>{body}</tbody>{foot}</table>"


def test_table_over_three_pages_is_one_table() -> None:
    content = small(f"<h1>Cities</h1>{table(40)}<p>End</p>")
    tree = read(content)
    (found,) = tree.all("Table")
    assert [kid.role for kid in found.kids] == ["THead", "TBody"]
    assert [row.words for row in found.kids[1].kids] == [f"City {row} {row} {row * 2}" for row in range(40)]
    words = {cell.said["ID"]: cell.words for cell in found.all("TH")}
    heads = [[words[name] for name in cell.said["Headers"].split()] for cell in found.all("TD")]
    assert heads == [[f"City {row}", year] for row in range(40) for year in ("2017", "2018")]
    assert max(spot[0] for tag in found.walk() for spot in tag.spots) >= 2
    assert all_faults(content, f"<h1></h1>{table(40)}") == ()


def test_foot_that_a_table_repeats_is_read_once() -> None:
    content = small(f"<h1>Cities</h1>{table(20, '<tfoot><tr><td>Sum</td><td>1</td><td>2</td></tr></tfoot>')}")
    (found,) = read(content).all("Table")
    assert [kid.role for kid in found.kids] == ["THead", "TBody", "TFoot"]
    assert found.words.count("Sum") == 1
    assert all_faults(content) == ()


def test_two_tables_that_meet_at_a_page_break_stay_two() -> None:
    content = small(f"<h1>a</h1>{table(3)}{table(3)}", "table + table { break-before: page }")
    assert len(read(content).all("Table")) == 2


def test_paragraph_and_section_over_two_pages_are_one() -> None:
    sentences = "Every person is counted once, however often. " * 30
    content = small(f"<main><h1>a</h1><section><h2>b</h2><p>{sentences}</p><p>End</p></section></main>")
    tree = read(content)
    assert [tag.role for tag in tree.walk() if tag.role not in {"Span", "NonStruct"}] == (
        ["Document", "Part", "H1", "Sect", "H2", "P", "P"]
    )
    assert tree.all("P")[0].words == sentences.strip()
    assert all_faults(content) == ()


def test_list_over_two_pages_is_one_list() -> None:
    content = small(f"<h1>a</h1><ul>{''.join(f'<li>Item {number}</li>' for number in range(30))}</ul>")
    (found,) = read(content).all("L")
    assert [re.sub(r"\W", "", item.words) for item in found.kids] == [f"Item{number}" for number in range(30)]


def test_page_break_between_two_paragraphs_joins_nothing() -> None:
    content = small('<h1>a</h1><p>One</p><p style="break-before: page">Two</p>')
    assert [tag.words for tag in read(content).all("P")] == ["One", "Two"]
