"""A page with everything a letter may hold, and the PDF it gives: made once for all tests of one process."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from reportgen.press.pdf.press import Attached, Press, Typeset

TEMPLATES = Path(__file__).parents[1] / "templates"
CREATED = date(2018, 12, 14)
NUMBERS = Attached("numbers.csv", "Every number of this letter", b"indicator,exact\ncities_engaged,33\n", "text/csv")

STYLE = """
@page { size: A4; margin: 25mm;
  @top-left { content: element(running) }
  @bottom-left { content: "Nordic Safe Cities" }
  @bottom-right { content: "Page " counter(page) " of " counter(pages) } }
html { font: 10pt/15pt Inter, sans-serif; color: #1b1f24 }
h1, h2 { font-weight: 600 } .running { position: running(running) }
th { text-align: left } aside { background: #eef2f4 }
"""
BARS = """<svg xmlns="http://www.w3.org/2000/svg" width="120mm" height="40mm" viewBox="0 0 340 113">
<rect width="200" height="20" fill="#0072b2"/>
<text x="5" y="60" style="font: 10px 'Inter', sans-serif">Øvrige 157</text>
</svg>""".encode()
IMAGES = {"participants.svg": BARS}
ROWS = "".join(f'<tr><th scope="row">City {number}</th><td>{number}</td></tr>' for number in range(30))

BODY = f"""<div class="running">Annual letter 2018, <a href="https://example.org/running">online</a></div>
<main><h1>Annual letter</h1>
<p>Dear <strong>Larvik</strong>, <data value="157" data-indicator="trained">more than 150</data> young people took part.
See <a href="https://example.org/network">our pages on the network</a>,
<a href="mailto:post@example.org">write to us</a>,
or read first in this letter <a href="#counted">how all the numbers have been counted this year</a>.</p>
<aside><p>20–21 March 2019, Oslo</p></aside>
<h2>Your city</h2><ul><li>One activity</li><li>Another <em>activity</em></li></ul><ol><li>First</li></ol>
<figure><img src="figure:participants.svg" alt="Bars: others 157."><figcaption>Who took part</figcaption></figure>
<table><caption>Participants by city</caption>
<thead><tr><th>City</th><th>2018</th></tr></thead><tbody>{ROWS}</tbody></table>
<h2 id="counted">How we counted</h2><p>{"A person is counted once. " * 12}</p></main>"""


def page(body: str, style: str = STYLE, head: str = "") -> str:
    """Give a whole HTML page around `body`."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Annual letter 2018</title>'
        '<meta name="author" content="Nordic Safe Cities"><meta name="description" content="What the year held">'
        f'<meta name="keywords" content="letter, 2018"><style>{style}</style>{head}</head><body>{body}</body></html>'
    )


@cache
def press() -> Press:
    """Give the one press of this process, with the project's own fonts."""
    return Press(TEMPLATES)


def small(body: str, style: str = "", language: str = "en") -> bytes:
    """Give the PDF of `body` on small pages, so that little text fills many."""
    base = "@page { size: A6; margin: 15mm } html { font: 10pt/15pt Inter } "
    html = page(body, base + style).replace('lang="en"', f'lang="{language}"', 1)
    return press().typeset(html, created=CREATED, images=IMAGES).content


@cache
def sample() -> Typeset:
    """Give the sample, typeset."""
    return press().typeset(page(BODY), attachments=(NUMBERS,), created=CREATED, images=IMAGES)
