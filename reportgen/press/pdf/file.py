"""The finished file: each stream packed, the objects together, and the same bytes from run to run."""

from __future__ import annotations

from io import BytesIO


def pack(content: bytes) -> bytes:
    """Give the PDF `content` as small as it gets, without what nothing in it leads to."""
    import pikepdf

    written = BytesIO()
    packed = pikepdf.ObjectStreamMode.generate
    with pikepdf.open(BytesIO(content)) as pdf:
        # Without a deterministic ID the bytes would differ from run to run.
        pdf.save(written, deterministic_id=True, fix_metadata_version=False, object_stream_mode=packed)
    # Of a stream that happens to end in CR, the LF after it looks like the second half of one line break, and the
    # stream one byte shorter than it says. A lone CR ends a line as well, and cannot be taken so.
    return written.getvalue().replace(b"\r\nendstream", b"\r\rendstream")
