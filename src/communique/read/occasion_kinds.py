"""What kind of occasion a noun names ("courtesy call", "the 14th Joint Committee"), by itself and what precedes it."""

from __future__ import annotations

from communique.model import EncounterType
from communique.read.analysis import Analysis, Clause, Token
from communique.read.occasion_words import is_ordinal, occasion_words
from communique.read.offices import is_head
from communique.read.parties import find_parties, parties

_GOVERNS = {"nsubj", "nsubj:pass", "obj", "obl", "nmod", "conj", "appos", "compound", "obl:agent", "xcomp"}
_SITTINGS = {"session", "sitting"}
_RANKS = {"minister", "leader", "ministerial", "head", "council"}


def noun_type(analysis: Analysis, token: Token) -> EncounterType | None:
    """The kind of occasion that a noun names, its compound included ("courtesy call"), or None."""
    compound = compound_of(analysis, token)
    if compound is not None:
        return occasion_words().nouns[compound]
    own = _own(token)
    if own in occasion_words().standing and not _joint(analysis, token):
        return None
    if own in _SITTINGS and _of_a_legislature(analysis, token):
        return None
    return occasion_words().nouns.get(own)


def _of_a_legislature(analysis: Analysis, token: Token) -> bool:
    """ "will address a joint *session of Congress*": a sitting of one state's own."""
    whose = analysis.dependents(token.index, "nmod", "nmod:poss", "compound", "amod")
    return any(t.lemma.lower() in occasion_words().legislatures for t in whose)


def _own(token: Token) -> str:
    return token.lemma.lower() if token.lemma.lower() in occasion_words().nouns else token.lower


def compound_of(analysis: Analysis, token: Token) -> str | None:
    """The longest name of an occasion that a noun closes: "phone call", "news conference"."""
    before = [t.lemma.lower() for t in analysis.dependents(token.index, "compound", "amod") if t.index < token.index]
    phrases = (" ".join([*before[start:], token.lemma.lower()]) for start in range(len(before)))
    return next((phrase for phrase in phrases if phrase in occasion_words().nouns), None)


def _joint(analysis: Analysis, token: Token) -> bool:
    """Whether a committee, a dialogue or a round is one of several sides: numbered, "joint", "ministerial", …"""
    before = analysis.dependents(token.index, "amod", "compound", "nummod")
    words = {t.lower for t in before}
    body = token.lemma.lower() in {"council", "committee", "board", "panel"} and "joint" not in words
    if body and words & occasion_words().alone:
        return False
    return any(map(is_ordinal, before)) or bool(words & occasion_words().joint)


def governing(analysis: Analysis, token: Token) -> Clause | None:
    """The clause whose predicate a noun depends on."""
    current = token
    while current.head != current.index and current.deprel in _GOVERNS:
        current = analysis.tokens[current.head]
        clause = analysis.clause_of.get(current.index)
        if clause is not None:
            return _due(analysis, clause)
    return None


def _due(analysis: Analysis, clause: Clause) -> Clause:
    """Of "the next round *is to* take place in Berlin", the clause that tells what is to be."""
    below = analysis.clause_of.get(clause.complement) if clause.complement is not None else None
    ahead = clause.lemma == "be" or clause.lemma in occasion_words().due
    inner = below is not None and below.tense is None and below.subject == clause.subject
    return below if ahead and inner and below is not None else clause


def is_named(analysis: Analysis, token: Token) -> bool:
    """ "the Antalya Diplomacy Forum", "the 14th Joint Committee": a name or a number says which occasion."""
    if token.upos == "PROPN" and analysis.dependents(token.index, "compound"):
        return True
    numbered = [t for t in analysis.dependents(token.index, "amod", "nummod", "compound") if is_ordinal(t)]
    names = [t for t in analysis.dependents(token.index, "compound", "amod") if t.upos == "PROPN"]
    return bool(numbered or names)


def raised(analysis: Analysis, token: Token, kind: EncounterType) -> EncounterType:
    """A meeting of a joint committee, and a numbered meeting, is a session of a standing mechanism."""
    if kind == "consultation" and any(
        noun_type(analysis, t) == "summit" for t in analysis.dependents(token.index, "nmod")
    ):
        return "summit"  # "the 79th *session* of the General Assembly"
    if kind != "meeting" or token.lemma.lower() not in {"meeting", "talk", "talks", "round"}:
        return kind
    if _is_of_members(analysis, token):
        return "summit"
    numbered = any(is_ordinal(t) for t in analysis.dependents(token.index, "amod", "nummod"))
    of = [t for t in analysis.dependents(token.index, "nmod") if noun_type(analysis, t) == "consultation"]
    before = [t for t in analysis.dependents(token.index, "compound") if t.lemma.lower() in occasion_words().standing]
    return "consultation" if numbered or of or before else kind


def _is_of_members(analysis: Analysis, token: Token) -> bool:
    """ "the *NATO foreign ministers'* meeting", "the *BIMSTEC ministerial* meeting": of an organisation's members."""
    before = [t for t in analysis.subtree(token.index) if t.index < token.index]
    ranks = {t.lemma.lower().removesuffix("s") for t in before} & _RANKS
    named = find_parties(" ".join(t.text for t in before))
    return bool(ranks) and any(parties()[mention.code].kind != "state" for mention in named)


def deed_of(analysis: Analysis, token: Token) -> str | None:
    deeds = occasion_words().deeds
    words = (t.lower for t in (token, *analysis.dependents(token.index, "compound", "amod", "nmod")))
    return next((deeds[word] for word in words if word in deeds), None)


def subtype_of(analysis: Analysis, token: Token) -> str | None:
    words = [t.lower for t in analysis.subtree(token.index) if t.index < token.index]
    return next((word for word in words if word in occasion_words().subtypes), None)


def is_in_a_title(analysis: Analysis, token: Token) -> bool:
    """ "President of the Italian Episcopal *Conference*": a body that somebody heads."""
    above = analysis.tokens[token.head]
    alone = is_head(above.lower) and not above.lower.endswith("s")  # "the *Heads* of Government Meeting"
    return token.upos == "PROPN" and analysis.preposition(token.index) == "of" and alone


def is_of_duty(analysis: Analysis, token: Token) -> bool:
    """ "tour *of duty*", "term of office"."""
    return any(t.lemma.lower() in {"duty", "office"} for t in analysis.dependents(token.index, "nmod"))


def is_paid(analysis: Analysis, token: Token, clause: Clause | None) -> bool:
    """ "received a *call by* the ambassador": paid to him, where a telephone call comes from somebody."""
    received = clause is not None and clause.lemma == "receive" and compound_of(analysis, token) is None
    by = any(analysis.preposition(t.index) == "by" for t in analysis.dependents(token.index, "nmod"))
    return received and by and token.lower == "call"


def is_standing_body(analysis: Analysis, index: int) -> bool:
    """ "The *Joint Trade Committee* is to meet": a session of it; "the committee" is the joint one told before."""
    token = analysis.tokens[index]
    if noun_type(analysis, token) == "consultation":
        return True
    taken_up = (
        any(t.lower == "the" for t in analysis.dependents(index, "det")) and token.lower in occasion_words().standing
    )
    before = analysis.tokens[:index] if taken_up else ()
    return any(t.lower == token.lower and noun_type(analysis, t) == "consultation" for t in before)
