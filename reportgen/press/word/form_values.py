"""The values come into a form that has been run: each where its mark stands, in the type of the text around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.errors import TemplateError
from reportgen.press.word.elements import Bookmarks, element, run
from reportgen.press.word.form_scene import CLOSE, OPEN, Said
from reportgen.press.word.letters import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

_MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT, _RUN, _LOOK = f"{_W}t", f"{_W}r", f"{_W}rPr"
# Where a value may come in without being a run of the text: drawn text, alt texts, the file's own properties.
_PLAIN = re.compile(r"\}(t|title|subject|description|creator|keywords|identifier|language)$")
_ALT_TEXTS = frozenset({"descr", "title"})


@dataclass(frozen=True, slots=True)
class Values:
    """What was said in a form, each at the number of its mark, and the language it is in (as Word names it)."""

    said: Sequence[Said]
    locale: str


def put_in(part: bytes, values: Values, bookmarks: Bookmarks | None) -> tuple[bytes, tuple[Said, ...]]:
    """The part with every value in its place, and those that stand in a bookmark, in the order of the bookmarks.

    Without `bookmarks` the values are text and no more (running lines, notes, properties). A mark where no text can be
    is a TemplateError.
    """
    from lxml import etree

    root = etree.fromstring(part, etree.XMLParser(resolve_entities=False))
    bookmarked: list[Said] = []
    if bookmarks:
        for text in [text for text in root.iter(_TEXT) if _MARK.search(text.text or "")]:
            if text.getparent().tag == _RUN:
                bookmarked += _part_run(text, values, bookmarks)
    for node in root.iter(etree.Element):
        _say(node, values.said)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True), tuple(bookmarked)


def _part_run(text: Element, values: Values, bookmarks: Bookmarks) -> Iterable[Said]:
    """Part the run at the marks of one of its texts; a value with a receipt stands in a bookmark."""
    whole = text.getparent()
    look, place = whole.find(_LOOK), list(whole).index(text)
    before, after = [child for child in whole[:place] if child is not look], list(whole[place + 1 :])
    pieces: list[Element] = [_run(look, before)] if before else []
    found = []
    for number, words in enumerate(_MARK.split(text.text)):
        if not number % 2:
            pieces += [_run(look, run(words)[:])] if words else []
            continue
        value = values.said[int(words)]
        one = _run(_spoken_in(look, values.locale), run(value.text)[:])
        found += [value] if value.printed else []
        pieces += bookmarks.around(one) if value.printed else [one]
    for piece in (*pieces, *([_run(look, after)] if after else [])):
        whole.addprevious(piece)
    whole.getparent().remove(whole)
    return found


def _spoken_in(look: Element | None, locale: str) -> Element:
    """The look of a value: that of the text around it, in the annex's own language."""
    spoken = element("rPr") if look is None else deepcopy(look)
    for language in spoken.findall(f"{_W}lang"):
        spoken.remove(language)
    spoken.append(element("lang", val=locale))
    return spoken


def _run(look: Element | None, children: Iterable[Element]) -> Element:
    made = element("r", *(() if look is None else (deepcopy(look),)))
    made.extend(list(children))
    return made


def _say(node: Element, said: Sequence[Said]) -> None:
    """The marks of one element that are left, as text; a mark that is in the way of the markup is a fault."""
    for name, words in node.attrib.items():
        if OPEN in words and name not in _ALT_TEXTS:
            _refuse(words, said)
        if OPEN in words:
            node.set(name, _spoken(words, said))
    if OPEN in (node.text or ""):
        if not _PLAIN.search(node.tag):
            _refuse(node.text, said)
        node.text = _spoken(node.text, said)
    if OPEN in (node.tail or ""):
        _refuse(node.tail, said)


def _spoken(words: str, said: Sequence[Said]) -> str:
    return _MARK.sub(lambda found: plain(said[int(found[1])].text), words)


def _refuse(words: str, said: Sequence[Said]) -> None:
    shown = next(_values(words, said))
    what = f'"{shown}" would stand where no text can be: in a field, a deleted passage, or after {{{{r, {{{{p or {{{{tr'
    raise TemplateError(f"{what}; write {{{{ name }}}} in plain text")


def _values(words: str, said: Sequence[Said]) -> Iterator[str]:
    yield from (said[int(found[1])].text for found in _MARK.finditer(words))
