"""Acts told as a list: "The two sides agreed: (1) to appoint …; (2) to hold …", or with an item a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from communique.model import Span
from communique.read.analysis import Analysis, Clause, Sentence
from communique.read.cues import CueUse
from communique.read.extent import strip_marks
from communique.read.openers import is_opened

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


def items_below(analysis: Analysis, lead: Sentence) -> Iterator[Sentence]:
    """The sentences that are items of the list that a sentence ending in a colon opens, one a line, in order."""
    if not lead.span.of(analysis.text).rstrip().endswith(":"):
        return
    for sentence in analysis.sentences[lead.index + 1 :]:
        if is_opened(analysis.text, sentence.start):
            yield sentence
        elif sentence.paragraph != lead.paragraph:
            return


def under_lead(analysis: Analysis) -> dict[int, int]:
    """For each sentence that is an item of a list, by its number, the token that the list is about: "*The
    ministers*:", above "- agreed to …" and "- welcomed …"."""
    found: dict[int, int] = {}
    for lead in analysis.prose():
        items = [item.index for item in items_below(analysis, lead)]
        subject = _about(analysis, lead) if items else None
        if subject is not None:
            found.update(dict.fromkeys(items, subject))
    return found


def with_lead(analysis: Analysis, clause: Clause, leads: Mapping[int, int]) -> Clause:
    """The clause of an item that begins with its verb, with what the list is about as its subject."""
    token = analysis.tokens[clause.predicate]
    lead = leads.get(token.sentence)
    if lead is None or clause.subject is not None or token.form not in {"fin", "part", "ger"}:
        return clause
    first = analysis.sentences[token.sentence].first
    if token.index != first and not (token.deprel == "conj" and token.head == first):
        return clause
    return replace(clause, subject=lead, subject_shared=True, voice="active", agent=None)


def _about(analysis: Analysis, lead: Sentence) -> int | None:
    clauses = [clause for clause in analysis.clauses if clause.sentence == lead.index and clause.subject is not None]
    if clauses:
        return clauses[0].subject
    head = analysis.head_of(lead.span)
    return head.index if head is not None and head.upos in {"NOUN", "PROPN", "PRON"} else None


def with_item(analysis: Analysis, use: CueUse, item: Span) -> CueUse:
    """The cue with one item of its list as its content."""
    head = analysis.head_of(item)
    return replace(use, content=item, head=head.index if head is not None else None)


def item_span(analysis: Analysis, item: Sentence) -> Span:
    """The characters of an item without what ends it ("; and")."""
    return _item(analysis.text, item.start, item.end)


def _item(text: str, start: int, end: int) -> Span:
    tail = _TAIL.search(text[start:end])
    return strip_marks(text, start, start + tail.start() if tail else end)
