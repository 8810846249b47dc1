"""The project file, `reportgen.toml`: read whole, checked whole, and nothing of it guessed."""

from reportgen.intake.project.file import read

__all__ = ["read"]
