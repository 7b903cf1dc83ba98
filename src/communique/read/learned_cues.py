"""Attributions that the trained encoder finds where the grammar finds none, as cues in their places.

The grammar links by construction and errs less; the encoder knows more constructions. What it says counts where its
content lies outside everything that the grammar found, and where its source stands in the cue's own sentence.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from communique.model import Span
from communique.read.analysis import Analysis
from communique.read.cues import CueUse, Lexicon

if TYPE_CHECKING:
    from communique.read.encoder.tagger import AttributionTagger, TaggedAttribution

# A content shares no more than this part of the shorter one with what the grammar found already.
MOST_SHARED = 0.3


@cache
def _tagger() -> AttributionTagger:
    from communique.read.encoder.tagger import AttributionTagger

    return AttributionTagger()


def learned_cues(analysis: Analysis, known: list[CueUse], words: Lexicon) -> tuple[CueUse, ...]:
    """The encoder's attributions beside the ones known, in the order of the text."""
    tagged = _tagger().tag(analysis.text, _paragraphs(analysis))
    contents = [use.content for use in known if use.content is not None]
    fresh = [one for one in tagged if not any(_shared(one.content, content) for content in contents)]
    found = (_use(analysis, one, words) for one in fresh)
    return tuple(use for use in found if use is not None)


def _paragraphs(analysis: Analysis) -> list[Span]:
    """The paragraphs of running text, each from its first to its last sentence."""
    bounds: dict[int, tuple[int, int]] = {}
    for sentence in analysis.prose():
        start, _ = bounds.get(sentence.paragraph, (sentence.start, sentence.end))
        bounds[sentence.paragraph] = (start, sentence.end)
    return [Span(start, end) for start, end in bounds.values()]


def _shared(a: Span, b: Span) -> bool:
    return min(a.end, b.end) - max(a.start, b.start) > MOST_SHARED * min(len(a), len(b))


def _use(analysis: Analysis, one: TaggedAttribution, words: Lexicon) -> CueUse | None:
    if one.cue is None or one.source is None:
        return None
    cue, source = analysis.head_of(one.cue), analysis.head_of(one.source)
    if cue is None or source is None or cue.sentence != source.sentence:
        return None
    content = analysis.head_of(one.content)
    return CueUse(
        token=cue.index,
        act=_act(analysis, one.cue, words),
        span=one.cue,
        source=source.index,
        content=one.content,
        head=content.index if content is not None else None,
    )


def _act(analysis: Analysis, cue: Span, words: Lexicon) -> str:
    """What the lexicon says of a noun or verb of the cue; where it says nothing, the content decides."""
    tokens = analysis.between(cue.start, cue.end)
    for token in tokens:
        noun = words.nouns.get(token.lemma.lower()) if token.upos in {"NOUN", "PROPN"} else None
        if noun is not None:
            return noun.act
    for token in tokens:
        verbs = words.verbs.get(token.lemma.lower(), ())
        if verbs and verbs[-1].act != "noun":
            return verbs[-1].act
        if token.lower in words.adjectives:
            return words.adjectives[token.lower].act
    return "content"
