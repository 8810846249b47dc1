"""The chart by matplotlib, drawn as fast as is known: no pyplot, no layout engine, text as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from common import Letter


def draw(letter: Letter, file: Path, **how: object) -> None:
    """One chart of one letter."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    with rc_context({"svg.fonttype": "none", "font.family": "Inter"}):
        fig = Figure(figsize=(108 / 25.4, 28 / 25.4))
        axes = fig.add_axes((0.22, 0.05, 0.7, 0.9))
        for place, (words, now, before) in enumerate(reversed(letter.roles)):
            axes.barh(place, now, height=0.55, color="#0B5563")
            axes.vlines(before, place - 0.4, place + 0.4, color="#777777")
            axes.text(now, place, f"  {now}", va="center", fontsize=8)
            axes.text(0, place, f"{words}  ", va="center", ha="right", fontsize=8)
        axes.set_axis_off()
        fig.savefig(file, **how)
