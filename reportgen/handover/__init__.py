"""Files leave the house."""
