"""Whom one can meet, call or speak with: people, offices, bodies, communities; goals, needs and standards are met too,
but by no encounter."""

from __future__ import annotations

from communique.read.analysis import Analysis, Clause, Token
from communique.read.encounter_sides import is_sent, side_of
from communique.read.listing import listed_behind
from communique.read.occasion_words import occasion_words
from communique.read.offices import is_head
from communique.read.people import Cast
from communique.read.stretch import ahead, people_ahead

_PRONOUNS = frozenset({"other", "another", "him", "her", "me", "us", "you", "who", "whom", "whoever"})
_OPENING = frozenset({"DET", "ADJ", "PROPN", "PART"})  # what may stand between a verb and the name of its object
_WITHIN_TITLES = frozenset({"nmod", "compound", "flat", "appos"})


def can_be_met(analysis: Analysis, cast: Cast, index: int) -> bool:
    """Whether a verb's object is somebody: "met *the delegation*", not "met *the goals*"."""
    return any(_is_somebody(analysis, cast, token) for token in analysis.conjuncts(index))


def _is_somebody(analysis: Analysis, cast: Cast, token: Token) -> bool:
    if side_of(analysis, cast, token.index) or token.upos == "PROPN" or token.lower in _PRONOUNS:
        return True
    lemma = token.lemma.lower()
    return is_head(token.lower) or is_sent(token) or lemma in occasion_words().folk or is_community(analysis, token)


def is_community(analysis: Analysis, token: Token) -> bool:
    """Whether a noun is a state's community abroad or some of it: "members of the Vietnamese *community*", "the
    embassy's *staff*"."""
    words = occasion_words().communities
    return any(t.lemma.lower() in words for t in analysis.subtree(token.index))


def person_right_behind(analysis: Analysis, cast: Cast, verb: int) -> int | None:
    """The person named right behind a verb, as a token index, whatever the parse made of them: "met *X* in Rome"."""
    for index in ahead(analysis, verb):
        known = cast.denoted.get(index)
        if known is not None and known.people:
            return next(iter(people_ahead(analysis, cast, verb)), None)
        token = analysis.tokens[index]
        if token.upos not in _OPENING and token.lower != "visiting":
            return None
    return None


def is_asked_to_act(analysis: Analysis, index: int) -> bool:
    """ "called on *both sides* to refrain", wherever the parse hung the infinitive."""
    return any(t.form == "inf" for t in analysis.dependents(index, "acl", "acl:relcl", "xcomp", "advcl"))


def are_several(analysis: Analysis, cast: Cast, clause: Clause) -> bool:
    """Whether people of several parties do something together: "*X of Japan and Y of Kenya* met in Rome"."""
    if clause.subject is None:
        return False
    listed = (cast.party_of(name) for name in listed_behind(analysis, cast, clause.subject))
    return len({*side_of(analysis, cast, clause.subject).parties, *filter(None, listed)}) > 1


def is_by_name(analysis: Analysis, cast: Cast, clause: Clause) -> bool:
    """ "*President X and King Y* spoke on Friday"."""
    named = clause.subject is not None and analysis.tokens[clause.subject].upos == "PROPN"
    return named and bool(cast.resolve(clause.subject or 0).people)
