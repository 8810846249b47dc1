"""Checked tables become findings; pandas ends here."""
