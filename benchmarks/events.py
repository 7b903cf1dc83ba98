"""Which type of event a sentence tells between its source and its target (PLOVER)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.jsonl import Line, read_lines
from communique.model import Span
from communique.read.events.classifier import classifier
from communique.read.events.codebook import quad_of
from communique.read.events.features import Marked


def predict(data: Path) -> Iterator[Line]:
    """The likeliest type of each sentence, and its likeliest class of four and of two: the sums of their types."""
    for item in read_lines(data):
        source, target = (tuple(Span(*edges) for edges in item[f"{side}_spans"]) for side in ("source", "target"))
        yield {"id": item["id"], "pred": answer(classifier().probabilities(Marked(item["text"], source, target)))}


def answer(found: dict[str, float]) -> Line:
    """The likeliest type, quad class and side of conflict; each may be other than the one before implies."""
    quads = dict.fromkeys((1, 2, 3, 4), 0.0)
    for event, probability in found.items():
        quads[quad_of(event)] += probability
    conflict = quads[3] + quads[4] > quads[1] + quads[2]
    return {
        "root": max(found, key=found.__getitem__),
        "quad": max(quads, key=quads.__getitem__),
        "binary": int(conflict),
    }
