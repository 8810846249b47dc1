"""The engine is read without what it never uses here, and has that as soon as it asks for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

READ = """
import sys
from reportgen.press.pdf.engine import PUT_OFF, read_engine
{before}
read_engine()
from weasyprint.pdf import fonts
print(*(name in sys.modules for name in PUT_OFF))
{after}
"""


def said(after: str, before: str = "") -> list[str]:
    """What a process of its own says when it has read the engine."""
    script = READ.format(before=before, after=after)
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()


def test_what_is_put_off_is_not_read() -> None:
    assert said("") == ["False", "False"]


def test_what_is_put_off_is_there_when_it_is_called() -> None:
    options = "print(fonts.subset.Options(retain_gids=True).retain_gids, 'fontTools.subset' in sys.modules)"
    assert said(options) == ["False", "False", "True", "True"]


def test_a_function_that_is_put_off_is_the_library_s_own() -> None:
    call = "\ntry: fonts.instantiateVariableFont({}, {})\nexcept ValueError as error: print(*str(error).split()[:2])"
    own = "from fontTools.varLib.instancer import instantiateVariableFont"
    assert said(call)[2:] == said(call, own)[2:] == ["Missing", "required"]


@pytest.mark.parametrize("before", ["import fontTools.subset", "import fontTools.varLib.instancer"])
def test_what_has_been_read_stays_what_it_is(before: str) -> None:
    module = before.split()[1]
    assert said(f"print(type(sys.modules[{module!r}]).__name__)", before)[2:] == ["module"]
