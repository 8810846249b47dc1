"""What the engine finds out for one document and need not find out again for the next.

Letters of one language share nearly all their words, and letters of one kind all their styles. The engine works each
out anew for every document. Here it is lent a memory, while a page is set and painted and no longer: some of its
functions are stood in for by ones that ask the memory first, and the engine where that knows nothing. Nothing that the
engine does is written again, and what comes out is the same to the byte, whatever was set before
(`tests/properties/test_shared.py`). The seams are those of one version of the engine: with any other it works alone.
"""

from reportgen.press.pdf.shared.memory import Memory
from reportgen.press.pdf.shared.sheet import OwnRules, Page

__all__ = ["Memory", "OwnRules", "Page"]
