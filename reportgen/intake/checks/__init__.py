"""Hold raw tables against their columns: typed tables and every issue, none swallowed."""

from reportgen.intake.checks.check import Checked, check

__all__ = ["Checked", "check"]
