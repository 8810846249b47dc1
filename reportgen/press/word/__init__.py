"""The annex as Word: a file of native tables, captions and pictures, and the funder's own form filled in."""
