"""The annex as data: a CSV a figure, all of it as sheets, and the description that makes the folder a data package."""

from reportgen.press.dataset.package import write_package
from reportgen.press.dataset.sheets import write_sheets
from reportgen.press.dataset.values import csv_path, write_csv

__all__ = ["csv_path", "write_csv", "write_package", "write_sheets"]
