"""The record of a build as `manifest.json`, written and read in one place."""
