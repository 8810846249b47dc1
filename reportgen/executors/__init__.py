"""One task over many documents: the seam behind which workers may stand."""

from __future__ import annotations

from reportgen.executors.craft import Craft, Executor, Run
from reportgen.executors.limits import Limits
from reportgen.executors.processes import Processes
from reportgen.executors.serial import Serial

__all__ = ["Craft", "Executor", "Limits", "Processes", "Run", "Serial"]
