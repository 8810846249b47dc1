"""One document, start to end; what a worker runs."""

from __future__ import annotations

import hashlib

from reportgen.errors import TemplateError
from reportgen.model.documents import Document
from reportgen.model.figures import AnyChart
from reportgen.model.packs import AnnexFile
from reportgen.model.records import Failed, Printed, PrintedValue, Result, Same
from reportgen.press.annex_files import make_content
from reportgen.press.draft import Draft, numbers, put_into_words, words_of, words_of_file
from reportgen.press.pdf.press import Typeset, TypesettingError
from reportgen.press.workshop import Workshop

PDF = ".pdf"
MOST_WITHOUT_CONTENTS = 4  # pages


def render(document: Document, workshop: Workshop, known: str = "") -> Result:
    """The document as a file with its receipts, or the reason why it could not be made.

    `known` is the digest of the words it was last made from: when they are the same, it is `Same`, and nothing is set.
    """
    try:
        if isinstance(document, AnnexFile) and not document.path.endswith(PDF):
            return _write(document, workshop, known)
        return _set(document, workshop, known)
    except TemplateError as error:
        return _failed(document, str(error), in_template=True)
    except TypesettingError as error:
        return _failed(document, str(error), in_template=False)


def _failed(document: Document, reason: str, *, in_template: bool) -> Failed:
    return Failed(document.id, document.path, document.language, document.recipient.id, reason, in_template)


def _write(document: AnnexFile, workshop: Workshop, known: str) -> Printed | Same:
    words = words_of_file(document, workshop)
    if words == known:
        return Same(document.path)
    made = make_content(document, workshop)
    return _printed(document, Typeset(made.content, 0), made.values, words)


def _set(document: Document, workshop: Workshop, known: str) -> Printed | Same:
    draft = put_into_words(document, workshop, ())
    words = words_of(draft, document, workshop)
    if words == known:
        return Same(document.path)
    typeset = _typeset(draft, document, workshop)
    if typeset.pages > MOST_WITHOUT_CONTENTS and not isinstance(document, AnnexFile):
        draft = put_into_words(document, workshop, draft.prose.sections)
        typeset = _typeset(draft, document, workshop)
    return _printed(document, typeset, draft.prose.printed, words)


def _printed(document: Document, typeset: Typeset, values: tuple[PrintedValue, ...], words: str) -> Printed:
    """What was made; a file without pages has none."""
    return Printed(
        document.id,
        document.path,
        document.language,
        document.recipient.id,
        typeset.content,
        hashlib.sha256(typeset.content).hexdigest(),
        typeset.pages,
        values,
        words,
    )


def _typeset(draft: Draft, document: Document, workshop: Workshop) -> Typeset:
    return workshop.press.typeset(
        draft.html,
        attachments=(numbers(draft.prose.printed, workshop.words_in(document.language)),),
        created=document.edition.date,
        images={f"{code}.svg": _picture(chart, document, workshop) for code, chart in draft.charts.items()},
    )


def _picture(figure: AnyChart, document: Document, workshop: Workshop) -> bytes:
    from reportgen.press.charts import draw

    return workshop.picture(figure, lambda one: draw(one, workshop.templates, document.publisher.accent))
