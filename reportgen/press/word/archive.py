"""The zip that a Word file is, without a clock: the same parts are the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The first moment that a zip can name (PKWARE APPNOTE 4.4.6).
_NO_CLOCK = (1980, 1, 1, 0, 0, 0)
_LEVEL = 9


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a zip, in their order."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            entry = ZipInfo(name, _NO_CLOCK)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 0, 0
            archive.writestr(entry, content, compresslevel=_LEVEL)
    return packed.getvalue()


def unpack(content: bytes) -> dict[str, bytes]:
    """Each part by its name, in the order of the zip."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
