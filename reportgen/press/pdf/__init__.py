"""HTML -> PDF/UA-1 and PDF/A-3a in one file, and what WeasyPrint leaves undone in it."""
