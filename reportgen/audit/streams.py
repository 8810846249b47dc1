"""What is packed inside a PDF, unpacked only up to a limit: a few kilobytes may hold gigabytes."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from reportgen.audit.readings import UnreadableError

if TYPE_CHECKING:
    import pikepdf

FLATE = "/FlateDecode"
SWELLING = {"/LZWDecode": 1400, "/RunLengthDecode": 128}  # times, at the most; reportgen uses neither
MOST_IN_ALL = 512_000_000  # bytes
CHUNK = 1_000_000


def unpack(stream: pikepdf.Object, most: int, name: str) -> bytes:
    """An attached file's bytes; UnreadableError where they are more than `most`, or packed in another way than ours."""
    raw, packed = stream.read_raw_bytes(), _filters(stream)
    if not packed:
        return raw
    if packed != [FLATE]:
        raise UnreadableError(f"has {name} packed as {', '.join(packed)}, which reportgen never does")
    unpacker = zlib.decompressobj()
    try:
        content = unpacker.decompress(raw, most)
    except zlib.error as error:
        raise UnreadableError(f"has {name} packed in a way that can't be read ({error})") from error
    if unpacker.unconsumed_tail:
        raise UnreadableError(f"has a {name} of more than {most // 1_000_000} MB, and no more is read")
    return content


def refuse_bomb(pdf: pikepdf.Pdf) -> None:
    """UnreadableError for a PDF whose streams would swell beyond what is read."""
    import pikepdf

    size = 0
    for one in pdf.objects:
        if isinstance(one, pikepdf.Stream):
            size += _unpacked_size(one, MOST_IN_ALL - size)
        if size > MOST_IN_ALL:
            raise UnreadableError(f"holds more than {MOST_IN_ALL // 1_000_000} MB, and no more is read")


def _unpacked_size(stream: pikepdf.Object, most: int) -> int:
    """The size of a stream in bytes, counted only until it is more than `most`."""
    raw, packed = stream.read_raw_bytes(), _filters(stream)
    if packed.count(FLATE) > 1:
        raise UnreadableError("has a part that is packed twice, as no program does that means well")
    swollen = len(raw)
    for name in packed:
        swollen *= SWELLING.get(name, 1)
    return _inflated_size(raw, most) if FLATE in packed[:1] else swollen


def _inflated_size(raw: bytes, most: int) -> int:
    unpacker, rest, size = zlib.decompressobj(), raw, 0
    try:
        while rest and size <= most:
            size += len(unpacker.decompress(rest, CHUNK))
            rest = unpacker.unconsumed_tail
    except zlib.error:
        return size  # what is broken swells no further
    return size


def _filters(stream: pikepdf.Object) -> list[str]:
    import pikepdf

    packed = stream.get("/Filter")
    if packed is None:
        return []
    return [str(name) for name in packed] if isinstance(packed, pikepdf.Array) else [str(packed)]
