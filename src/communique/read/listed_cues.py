"""Acts told as a list: "The two sides agreed: (1) to appoint …; (2) to hold …", or with an item a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from communique.model import Span
from communique.read.analysis import Analysis, Sentence
from communique.read.cues import CueUse
from communique.read.extent import strip_marks

# "(1) ", "a) ", "ii. ", "- ": what opens an item.
_OPENER = re.compile(r"(?:\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)]|[-•*–])\s+")
_INLINE = re.compile(r"\((?:\d{1,2}|[a-h]|[ivx]{1,4})\)\s+")
_PARTED = re.compile(r";\s*(?:and\s+)?$")
_TAIL = re.compile(r"[;,]?\s*(?:and|or)?\s*$")


def split_inline(analysis: Analysis, use: CueUse) -> tuple[CueUse, ...]:
    """A cue whose content is a numbered list with semicolons, as one use for each item; otherwise the cue itself."""
    if use.content is None:
        return (use,)
    lead = max(use.span.end, use.content.start - len("(viii) "))  # the first number stands before the content
    marks = list(_INLINE.finditer(analysis.text, min(lead, use.content.start), use.content.end))
    ends = [mark.start() for mark in marks[1:]] + [use.content.end]
    parted = [_PARTED.search(analysis.text[mark.end() : end]) for mark, end in zip(marks, ends[:-1], strict=False)]
    if len(marks) < 2 or not all(parted):
        return (use,)
    return tuple(
        with_item(analysis, use, _item(analysis.text, mark.end(), end)) for mark, end in zip(marks, ends, strict=True)
    )


def items_below(analysis: Analysis, lead: Sentence) -> Iterator[Span]:
    """The items of the list that a sentence ending in a colon opens, one a line, in their order."""
    if not lead.span.of(analysis.text).rstrip().endswith(":"):
        return
    for sentence in analysis.sentences[lead.index + 1 :]:
        opener = _OPENER.match(analysis.text, sentence.start, sentence.end)
        if opener is None and sentence.paragraph != lead.paragraph:
            return
        if opener is not None:
            yield _item(analysis.text, opener.end(), sentence.end)


def with_item(analysis: Analysis, use: CueUse, item: Span) -> CueUse:
    """The cue with one item of its list as its content."""
    head = analysis.head_of(item)
    return replace(use, content=item, head=head.index if head is not None else None)


def _item(text: str, start: int, end: int) -> Span:
    tail = _TAIL.search(text[start:end])
    return strip_marks(text, start, start + tail.start() if tail else end)
