"""One cell's text becomes one value: numbers, dates, names."""
