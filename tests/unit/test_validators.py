"""Every judge of a finished PDF, shown a bad one: a judge that lets it pass judges nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from urllib.parse import quote

import pikepdf
import pytest
from pikepdf import Array, Name, Pdf

from tests.sample_page import BODY, IMAGES, page, press, sample
from tests.validators import all_faults, has_verapdf, page_validation, qpdf, structure, verapdf


@cache
def unmended(body: str = BODY) -> bytes:
    """What WeasyPrint makes of a page when nobody mends it, and only one standard is named."""
    import weasyprint

    press()  # so that the fonts are the project's
    html = page(body).replace("figure:participants.svg", f"data:image/svg+xml,{quote(IMAGES['participants.svg'])}")
    content: bytes = weasyprint.HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")
    return content


def broken(change: Callable[[Pdf], object]) -> bytes:
    written = BytesIO()
    with pikepdf.open(BytesIO(sample().content)) as pdf:
        change(pdf)
        pdf.save(written)
    return written.getvalue()


def find(pdf: Pdf, role: str) -> pikepdf.Object:
    """The first element of this role."""
    waiting = [pdf.Root.StructTreeRoot.K[0]]
    while waiting:
        element = waiting.pop(0)
        if f"/{role}" == element.S:
            return element
        kids = [kid for kid in element.K if not isinstance(kid, int) and "/S" in kid]
        waiting = kids + waiting
    raise AssertionError(role)


def rename(role: str, new: str) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        find(pdf, role).S = Name(f"/{new}")

    return change


def rewrite(old: bytes, new: bytes) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        contents = pdf.pages[0].obj.Contents
        assert old in contents.read_bytes()
        contents.write(contents.read_bytes().replace(old, new))

    return change


def describe(old: bytes, new: bytes) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        assert old in pdf.Root.Metadata.read_bytes()
        pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(old, new))

    return change


def unembed(pdf: Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and "/FontFile3" in thing:
            del thing.FontFile3


def flatten(pdf: Pdf) -> None:
    """Make a P of every element, which is formally a tagged PDF."""
    waiting = list(pdf.Root.StructTreeRoot.K[0].K)
    while waiting:
        element = waiting.pop()
        waiting += [kid for kid in element.K if not isinstance(kid, int) and "/S" in kid]
        element.S = Name.P


def test_good_sample_has_no_fault() -> None:
    assert all_faults(sample().content, page(BODY)) == ()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (lambda: broken(lambda pdf: pdf.Root.__delitem__("/Metadata")), ("ua1", "3a")),
        (lambda: broken(describe(b"<pdfuaid:part>1<", b"<pdfuaid:part>2<")), ("ua1",)),
        (lambda: broken(describe(b'pdfaid:part="3"', b'pdfaid:part="2"')), ("3a",)),
        (lambda: broken(unembed), ("ua1", "3a")),
        (unmended, ("3a",)),
    ],
)
def test_page_validation_sees_a_bad_file(content: Callable[[], bytes], said: tuple[str, ...]) -> None:
    assert set(said) <= {fault.split()[0] for fault in page_validation(content())}


@pytest.mark.parametrize("cut", [slice(None, 20_000), slice(None, -200), slice(5_000, None)])
def test_qpdf_sees_a_torn_file(cut: slice) -> None:
    assert qpdf(sample().content[cut])


@pytest.mark.slow
@pytest.mark.skipif(not has_verapdf(), reason="veraPDF needs a Java with its compiler, and Debian's libjaxb-java")
def test_verapdf_sees_bad_files_and_says_which() -> None:
    bad = broken(describe(b"<pdfuaid:part>1</pdfuaid:part>", b""))
    faults = verapdf(sample().content, bad, broken(unembed))
    assert {tuple(fault.split()[:2]) for fault in faults} == {("1.pdf", "ua1"), ("2.pdf", "ua1"), ("2.pdf", "3a")}
    assert any("did not finish" in fault for fault in verapdf(b"no PDF at all"))


BREAKS: dict[str, tuple[Callable[[Pdf], object], str]] = {
    "no tree": (lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"), "there is no structure tree"),
    "no document": (rename("Document", "Part"), "the tree begins with Part, not Document"),
    "late h1": (rename("H1", "H2"), "the first heading is no H1"),
    "two h1": (rename("H2", "H1"), "there is more than one H1"),
    "skipped level": (rename("H2", "H3"), "H1 is followed by H3"),
    "P in P": (rename("Link", "P"), "the P “Dear Larvik, more than 150 young people took part. See our"),
    "nothing": (lambda pdf: find(pdf, "P").__delitem__("/K"), "a P holds nothing"),
    "foreign": (lambda pdf: find(pdf, "P").__setattr__("Lang", "fi"), "the page has 0 letters in fi, the tree"),
    "no alt": (lambda pdf: find(pdf, "Figure").__delitem__("/Alt"), "a Figure has no Alt"),
    "no place": (lambda pdf: find(pdf, "Figure").A.__delitem__("/BBox"), "a Figure has no BBox"),
    "link in link": (rename("P", "Link"), "holds a link"),
    "item in contents": (rename("L", "TOC"), "a TOC holds a LI"),
    "no scope": (lambda pdf: find(pdf, "TH").A.__delitem__("/Scope"), "TH “City” has no Scope"),
    "no contents": (lambda pdf: pdf.pages[0].Annots[0].__delitem__("/Contents"), "has the Contents “”, not its words"),
    "address as contents": (
        lambda pdf: pdf.pages[0].Annots[0].__setattr__("Contents", "https://example.org/network"),
        "has the Contents “https://example.org/network”, not its words",
    ),
    "no annotation": (lambda pdf: find(pdf, "Link").K.__delitem__(0), "has no annotation"),
    "strange header": (
        lambda pdf: find(pdf, "TD").A.__setattr__("Headers", Array(["nobody"])),
        "names the header nobody",
    ),
    "no index": (lambda pdf: pdf.Root.StructTreeRoot.__delitem__("/IDTree"), "is not in the IDTree"),
    "loose content": (
        rewrite(b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC", b"/Span BMC"),
        "“Nordic Safe Cities",
    ),
    "no language": (lambda pdf: pdf.Root.__delitem__("/Lang"), "the catalogue has no Lang"),
    "no shown title": (lambda pdf: pdf.Root.__delitem__("/ViewerPreferences"), "the window does not show the title"),
    "no title": (describe(b"dc:title", b"dc:relation"), "the metadata has no title"),
    "no PDF/A": (describe(b'pdfaid:part="3"', b""), "the metadata does not name PDF/A-3"),
    "conformance B": (describe(b'conformance="A"', b'conformance="B"'), "the metadata does not name conformance A"),
    "no PDF/UA": (describe(b"<pdfuaid:part>1<", b"<pdfuaid:part>2<"), "the metadata does not name PDF/UA-1"),
    "no tab order": (lambda pdf: pdf.pages[1].obj.__delitem__("/Tabs"), "a page has no tab order"),
    "no relationship": (lambda pdf: pdf.Root.AF[0].__delitem__("/AFRelationship"), "an attachment has no relationship"),
    "named twice": (lambda pdf: pdf.Root.AF.append(pdf.Root.AF[0]), "an attachment is named twice"),
    "no font": (unembed, "is not embedded"),
    "all P": (flatten, "the page has 1 <table>, the tree 0 Table"),
    "lost list": (rename("L", "Div"), "the page has 2 lists, the tree 1 L"),
}


@pytest.mark.parametrize(("change", "said"), BREAKS.values(), ids=BREAKS)
def test_structure_sees_each_fault(change: Callable[[Pdf], object], said: str) -> None:
    assert any(said in fault for fault in structure(broken(change), page(BODY)))


def test_structure_sees_a_running_header_in_the_tree() -> None:
    running = "<h1>a</h1><p style='position: fixed; top: 0'>Annual letter</p><p style='break-before: page'>b</p>"
    assert any("“Annual letter” runs over all pages inside the tree" in fault for fault in structure(unmended(running)))


def test_structure_sees_what_is_left_unmended() -> None:
    faults = " ".join(structure(unmended(), page(BODY)))
    for said in ("has no Scope", "not its words", "neither in the tree nor an artifact", "the tree 2 Table", "IDTree"):
        assert said in faults
