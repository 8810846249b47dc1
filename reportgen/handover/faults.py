"""What a disk refuses, in one sentence."""

from __future__ import annotations

import errno
from pathlib import Path

from reportgen.errors import MachineError

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def refused(path: Path, error: OSError) -> MachineError:
    """The fault that ends a build whose folder is full or can't be written."""
    if error.errno in FULL:
        return MachineError(f"{path}: the disk is full; free some space and build again, what was made is kept")
    why = error.strerror or error
    return MachineError(f"{path}: {why}; see that the folder can be written, or give --output another one")
