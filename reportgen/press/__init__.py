"""Findings become files."""
