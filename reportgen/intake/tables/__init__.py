"""Read xlsx, ods, csv and parquet into raw tables, every cell with its address."""

from reportgen.intake.tables.read import Reading, read

__all__ = ["Reading", "read"]
