"""The funder's annex: what the findings say of each objective and perspective, finished before it is set anywhere."""

from reportgen.press.annex.compose import compose_annex

__all__ = ["compose_annex"]
