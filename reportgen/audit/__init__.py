"""What was built is read back, and held against the findings."""
