"""Tellings of occasions: a verb that is one ("met", "received"), or a noun that names one ("talks", "state visit")."""

from __future__ import annotations

from collections.abc import Iterator

from communique.read.analysis import Analysis
from communique.read.occasion_nouns import noun_tellings
from communique.read.occasion_verbs import guest_telling, verb_tellings
from communique.read.people import Cast
from communique.read.telling import Telling


def tellings(analysis: Analysis, cast: Cast) -> tuple[Telling, ...]:
    """Every telling of an occasion in the running text, in the order of the text."""
    return tuple(sorted(_tellings(analysis, cast), key=lambda telling: telling.head.index))


def _tellings(analysis: Analysis, cast: Cast) -> Iterator[Telling]:
    prose = {sentence.index for sentence in analysis.prose()}
    for clause in analysis.clauses:
        if clause.sentence in prose:
            yield from verb_tellings(analysis, cast, clause)
    for token in analysis.tokens:
        if token.sentence not in prose:
            continue
        if token.upos in {"NOUN", "PROPN"} and token.deprel != "compound":
            yield from noun_tellings(analysis, cast, token)
        guest = guest_telling(analysis, cast, token)
        if guest is not None:
            yield guest
