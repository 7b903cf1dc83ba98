"""Who said what in news articles (PolNeAR): the spans of source, cue and content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.jsonl import Line, read_lines
from communique.model import Report, Span
from communique.read.analysis import Analysis
from communique.read.attributions import find_cues
from communique.read.cues import CueUse
from communique.read.encoder import analyse

# PolNeAR counts "that" and the quotation marks to the content; communique leaves them out.
OPENING = re.compile(r"(\bthat\s+)?[“\"']?\Z")
CLOSING = re.compile(r"[,.!?]?[”\"']|")


def predict(data: Path) -> Iterator[Line]:
    """The attributions of each article; a cue without content is none."""
    for item in read_lines(data):
        analysis = analyse(Report(item["id"], item["text"]))
        uses = (use for use in find_cues(analysis) if use.content is not None)
        yield {"id": item["id"], "pred": [_attribution(analysis, use) for use in uses]}


def _attribution(analysis: Analysis, use: CueUse) -> Line:
    source = None if use.source is None else analysis.phrase(use.source)
    content = None if use.content is None else widened(analysis.text, use.content)
    return {"source": _spans(source), "cue": _spans(use.span), "content": _spans(content)}


def widened(text: str, content: Span) -> Span:
    """The content with the "that" before it and the quotation marks around it."""
    opening = OPENING.search(text, max(0, content.start - 8), content.start)
    closing = CLOSING.match(text, content.end)
    return Span(opening.start() if opening else content.start, closing.end() if closing else content.end)


def _spans(span: Span | None) -> list[list[int]]:
    return [] if span is None else [[span.start, span.end]]
