"""The encoding of delimited text: a byte order mark, else UTF-8, else the author is asked, never guessed."""

from __future__ import annotations

import codecs

from reportgen.intake.sheets import Fault

# UTF-32's mark begins with UTF-16's, so it is tried first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("cp1252", "mac_roman", "cp850", "iso8859_10")
_NORDIC = frozenset("æøåäöðþéáíóúýÆØÅÄÖÐÞÉÁÍÓÚÝŧčđŋšžŦČĐŊŠŽ\u00a0–’”")


def decode(content: bytes, declared: str | None) -> str | tuple[int, Fault]:
    """The text of a file, or the number of its first unreadable line and what is wrong with it."""
    encoding = declared or next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        return content.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as mistake:
        line = content.count(b"\n", 0, mistake.start) + 1
        return line, _undeclared(content) if declared is None else _misdeclared(declared)
    except LookupError:
        mend = "write one that is known, such as utf-8 or cp1252"
        return 1, Fault("encoding", f'the project file declares the unknown encoding "{declared}"', mend)


def _misdeclared(declared: str) -> Fault:
    what = f'the line is not written in the declared encoding "{declared}"'
    return Fault("encoding", what, "save the file as UTF-8 and take `encoding` out of the project file")


def _undeclared(content: bytes) -> Fault:
    if _is_mixed(content):
        what = "the line is not UTF-8 although other lines are: the file mixes two encodings"
        return Fault("encoding_mixed", what, "open the file where it was made and save all of it as UTF-8")
    mend = (
        f'save it as UTF-8, or write `encoding = "{candidate(content)}"` at the source if its letters then look right'
    )
    return Fault("encoding", "the file is not UTF-8", mend)


def _is_mixed(content: bytes) -> bool:
    """Whether some lines are UTF-8 beyond ASCII while others are not UTF-8 at all."""
    return b"\0" not in content and any(_is_beyond_ascii(line) for line in content.split(b"\n"))


def _is_beyond_ascii(line: bytes) -> bool:
    try:
        return not line.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False


def candidate(content: bytes) -> str:
    """The encoding under which the bytes beyond ASCII are most often Nordic letters; a proposal, not a verdict."""
    if b"\0" in content:
        even, odd = content[::2].count(0), content[1::2].count(0)
        return "utf-16-be" if even > odd else "utf-16-le"
    beyond = bytes(byte for byte in content[:1_000_000] if byte > 0x7F)  # noqa: PLR2004 - the last byte of ASCII
    return max(_CANDIDATES, key=lambda name: sum(sign in _NORDIC for sign in beyond.decode(name, "replace")))
