"""Spreadsheets become checked tables."""
