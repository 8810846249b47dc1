"""Spreadsheets of yearly activity become member letters, city reports and funder figures."""

__version__ = "0.1.0"
