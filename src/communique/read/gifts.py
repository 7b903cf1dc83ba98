"""Gifts and aid: who gives, who hands it over, who receives it, and what it is worth."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.model import Figure, Span
from communique.read.analysis import Analysis, Clause, Token
from communique.read.people import Cast
from communique.read.undertaking_course import Course
from communique.read.undertaking_names import is_summed
from communique.read.undertaking_words import words

_CURRENCY = re.compile(r"[A-Z]{3}")
_VALUED = {"worth", "valued", "value", "totalling", "totaling", "total", "costing"}
_TO = {"to", "for"}
_DEPENDING = {"subject", "due", "prior", "according", "pursuant"}
_REACH = 60  # characters behind the thing in which its worth may be told


@dataclass(frozen=True, slots=True)
class Gift:
    """`giver` is whose gift it is, `presenter` who hands it over for another, each by name, else as printed; `worth` is
    in `currency`, an ISO 4217 code."""

    giver: str | None = None
    presenter: str | None = None
    recipient: str | None = None
    worth: float | None = None
    currency: str | None = None


def gift_of(
    analysis: Analysis, token: Token, name: Span, course: Course, cast: Cast, figures: tuple[Figure, ...]
) -> Gift:
    """The gift that a noun names; what the sentence does not tell stays None."""
    clause = next((step.clause for step in course.steps if step.deed == "give" and step.clause), None)
    presenter = _presenter(clause) if clause is None or clause.subject != token.index else None
    giver = _behalf(analysis, token) or _owner(analysis, token) or presenter
    recipient = _recipient(analysis, token, clause)
    worth = _sum_before(analysis, token, figures) or _worth(analysis, name, figures)
    return Gift(
        giver=_named(analysis, cast, giver),
        presenter=_named(analysis, cast, presenter) if presenter != giver else None,
        recipient=_named(analysis, cast, recipient),
        worth=worth.value if worth else None,
        currency=worth.unit if worth else None,
    )


def _presenter(clause: Clause | None) -> int | None:
    if clause is None:
        return None
    return clause.agent if clause.voice == "passive" else clause.subject


def _behalf(analysis: Analysis, token: Token) -> int | None:
    """ "on behalf of *the Red Cross*"."""
    words = analysis.words(analysis.sentences[token.sentence])
    behalf = next((t for t in words if t.lower == "behalf"), None)
    owners = analysis.dependents(behalf.index, "nmod", "nmod:poss") if behalf else ()
    return owners[0].index if owners else None


def _owner(analysis: Analysis, token: Token) -> int | None:
    """ "a gift *from Japan*", "*Japan's* grant", "tents donated *by Turkey*"."""
    below = analysis.dependents(token.index, "nmod", "nmod:poss")
    owners = [t for t in below if t.deprel == "nmod:poss" or analysis.preposition(t.index) == "from"]
    agents = [a for t in analysis.dependents(token.index, "acl") for a in analysis.dependents(t.index, "obl:agent")]
    nouns = [t for t in (*owners, *agents) if t.upos in {"NOUN", "PROPN", "PRON", "DET"}]
    return nouns[0].index if nouns else None


def _recipient(analysis: Analysis, token: Token, clause: Clause | None) -> int | None:
    """The indirect object, else who stands behind "to" or "for" with the verb or the thing itself."""
    if clause is not None and clause.indirect_object is not None:
        return clause.indirect_object
    given = [index for case, index in (clause.obliques if clause is not None else ()) if case in _TO]
    below = analysis.subtree(clause.predicate if clause is not None else token.index)
    behind = [t.index for t in below if t.index > token.index and analysis.preposition(t.index) in _TO]
    nouns = [i for i in (*given, *behind) if _can_receive(analysis, analysis.tokens[i])]
    return nouns[0] if nouns else None


def _can_receive(analysis: Analysis, token: Token) -> bool:
    """Not a length of time ("for *five years*"), nor what something is subject to ("subject to *consultation*")."""
    depends = analysis.tokens[token.head].lemma.lower() in _DEPENDING
    return token.upos in {"NOUN", "PROPN"} and token.lemma.lower() not in words().durations and not depends


def _sum_before(analysis: Analysis, token: Token, figures: tuple[Figure, ...]) -> Figure | None:
    """The sum that the thing is told in: "*$30 million* in food aid"."""
    if not is_summed(analysis, token):
        return None
    at = analysis.tokens[token.head].start
    told = [f for f in figures if _CURRENCY.fullmatch(f.unit or "") and f.evidence.start <= at < f.evidence.end]
    return min(told, key=lambda f: f.evidence.end - f.evidence.start, default=None)


def _worth(analysis: Analysis, name: Span, figures: tuple[Figure, ...]) -> Figure | None:
    """The sum in the name ("a 12 million dollar grant"), or the one that the thing is said to be worth."""
    sums = [f for f in figures if f.value is not None and _CURRENCY.fullmatch(f.unit or "")]
    inside = [f for f in sums if name.overlaps(f.evidence.span) and f.evidence.start >= name.start]
    behind = [f for f in sums if name.end - 1 <= f.evidence.end and f.evidence.start <= name.end + _REACH]
    valued = [f for f in behind if _is_valued(analysis, Span(name.start, f.evidence.end))]
    return next(iter((*valued, *inside)), None)


def _is_valued(analysis: Analysis, span: Span) -> bool:
    return any(t.lower in _VALUED for t in analysis.between(span.start, span.end))


def _named(analysis: Analysis, cast: Cast, index: int | None) -> str | None:
    """A person by name, anybody else as printed; a pronoun by the code of the party that it stands for."""
    if index is None:
        return None
    denoted = cast.resolve(index)
    if denoted.people:
        return ", ".join(denoted.people)
    if analysis.tokens[index].upos in {"PRON", "DET"}:
        return ", ".join(denoted.parties) or None
    span = analysis.phrase(index, "case", "acl", "acl:relcl", "appos", "det", "punct", "parataxis")
    return " ".join(span.of(analysis.text).split())
