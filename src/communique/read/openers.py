"""What opens an item of a list: "(1) ", "a) ", "ii. ", "- ", "• "."""

from __future__ import annotations

import re

from communique.model import Span

_NUMBER = r"\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)]"
_OPENER = re.compile(rf"(?:{_NUMBER}|[-•*–—])[ \t\u00a0]+")
_OPENED = re.compile(rf"(?:^|\n)[ \t\u00a0]*(?:{_NUMBER}|[-•*–—])[ \t\u00a0]+\Z")
_LONGEST = 16  # characters of an opener with the white space around it


def without_opener(text: str, span: Span) -> Span:
    """The span without the opener that it begins with; the whole where nothing is left."""
    opener = _OPENER.match(text, span.start, span.end)
    return span if opener is None or opener.end() >= span.end else Span(opener.end(), span.end)


def is_opened(text: str, start: int) -> bool:
    """Whether an opener, alone on its line, stands before the character at `start`."""
    return _OPENED.search(text[max(0, start - _LONGEST) : start]) is not None
