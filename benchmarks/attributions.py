"""Who said what in news articles (PolNeAR): the spans of source, cue and content, by the encoder in PolNeAR's style.

The style is an input of the same network that `communique.read` uses: there it follows this project's guide, in which
a content has neither its "that" nor its quotation marks and a cue is as short as can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from benchmarks.jsonl import Line, read_lines
from communique.model import Span
from communique.read.encoder.tagger import AttributionTagger, Tagged

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")


def predict(data: Path) -> Iterator[Line]:
    """The attributions of each article."""
    for item in read_lines(data):
        yield {"id": item["id"], "pred": list(as_polnear(_tagger().read(item["text"], paragraphs(item["text"]))))}


def paragraphs(text: str) -> list[Span]:
    """Runs of text between blank lines."""
    return [Span(*match.span()) for match in _PARAGRAPH.finditer(text)]


def as_polnear(tagged: Tagged) -> Iterator[dict[str, list[list[int]]]]:
    """Attributions in PolNeAR's shape: contents with one cue are one attribution; what is left stands alone."""
    groups: dict[tuple[Span | None, Span | int], dict[str, list[list[int]]]] = {}
    for n, found in enumerate(tagged.attributions):
        key = (found.source, found.cue if found.cue is not None else n)
        group = groups.setdefault(key, {"source": [], "cue": [], "content": []})
        group["content"].append([found.content.start, found.content.end])
        for role, span in (("source", found.source), ("cue", found.cue)):
            if span is not None and not group[role]:
                group[role].append([span.start, span.end])
    yield from groups.values()
    used = {(role, *span) for group in groups.values() for role, spans in group.items() for span in spans}
    for tagged_span in tagged.spans:
        edges = [tagged_span.span.start, tagged_span.span.end]
        if (tagged_span.role, *edges) not in used:
            yield {tagged_span.role: [edges]}


@cache
def _tagger() -> AttributionTagger:
    return AttributionTagger(style="polnear")
