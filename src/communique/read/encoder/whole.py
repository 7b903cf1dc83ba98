"""The whole analysis of a report: its grammar by one model, names and who said what by another, read side by side.

The encoder computes outside the interpreter's lock, so that on two cores the two take little longer than one.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache

from communique.model import Report
from communique.read.analysis import Analysis
from communique.read.encoder import spacy_small
from communique.read.encoder.naming import named
from communique.read.encoder.tagger import AttributionTagger, Tagged


def analyse(report: Report) -> Analysis:
    """The language of a report's text; header lines are left out, other marks become sentences marked so."""
    _load()
    with ThreadPoolExecutor(max_workers=1) as beside:  # one a report: a pool that was kept would not outlive a fork
        reading = beside.submit(_tagged, report)
        grammar = spacy_small.analyse(report)
        tagged = reading.result()
        return replace(grammar, names=tuple(named(grammar, tagged.names)), attributions=tagged.attributions)


@cache
def _load() -> None:
    """Both models, the second while the first loads. Libraries are imported before: two threads that import numpy at
    once break it."""
    import numpy  # noqa: F401
    import onnxruntime  # noqa: F401
    import tokenizers  # noqa: F401

    with ThreadPoolExecutor(max_workers=1) as beside:
        loaded = beside.submit(_tagger().load)
        spacy_small.load()
        loaded.result()


def _tagged(report: Report) -> Tagged:
    return _tagger().read(report.text, spacy_small.paragraphs(report))


@cache
def _tagger() -> AttributionTagger:
    return AttributionTagger()
