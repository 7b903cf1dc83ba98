"""How people speak with one another: by telephone, or face to face."""

from __future__ import annotations

from itertools import takewhile

from communique.read.analysis import Analysis, Clause
from communique.read.occasion_words import occasion_words
from communique.read.stretch import ahead
from communique.read.telling import names_place


def is_by_phone(analysis: Analysis, clause: Clause) -> bool:
    """ "told him *by phone* that …": in the clause's own stretch, not in what was said."""
    near = (analysis.tokens[i] for i in ahead(analysis, clause.predicate))
    tokens = list(takewhile(lambda token: token.lower != "that", near))
    return any(
        token.lemma.lower() in occasion_words().phone
        and analysis.preposition(token.index) in {"by", "over", "via", "on"}
        for token in tokens
    )


def is_face_to_face(analysis: Analysis, clause: Clause) -> bool:
    """ "spoke with him *at the G7*", "*in Vienna*", "*on the margins of* …": not by telephone."""
    if is_by_phone(analysis, clause):
        return False
    named = [i for _, i in clause.obliques if analysis.tokens[i].upos == "PROPN"]
    hung = [(analysis.preposition(t.index) or "", t.index) for i in named for t in analysis.dependents(i, "nmod")]
    near = (*clause.obliques, *hung)
    larger = any(analysis.tokens[i].lemma.lower() in occasion_words().larger for _, i in near)
    return larger or any(p in {"at", "in"} and names_place(analysis, i) for p, i in near)
