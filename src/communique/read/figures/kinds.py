"""Things of several kinds that one number counts together: "a dozen *businesses and organisations*"."""

from __future__ import annotations

from itertools import pairwise

from communique.read.analysis import Analysis, Token
from communique.read.figures.words import cue_words

# What gives a joined noun a number of its own, or takes it out of the count.
_APART = ("det", "nummod", "nmod:poss", "case", "nsubj", "nsubj:pass", "cop")
# How many words may describe a joined noun from before it.
_LONGEST_KIND = 4


def kinds_of(analysis: Analysis, noun: Token) -> tuple[Token, ...]:
    """A counted noun with those that its number counts along with it, in the order of the text: two kinds joined by
    "and" or "or", or a list of kinds of people; the noun alone where a joined one is not plural or has a number of
    its own ("25 ambulances and training", "20 buses and three boats")."""
    joined = tuple(t for t in analysis.dependents(noun.index, "conj") if t.index > noun.index)
    kinds = (noun, *joined)
    if not joined or not all(_is_many(kind) for kind in kinds):
        return (noun,)
    if any(analysis.dependents(kind.index, *_APART) for kind in joined):
        return (noun,)
    people = all(kind.lemma.lower() in cue_words("folk") for kind in kinds)
    return kinds if _is_list(analysis, kinds, commas=people) else (noun,)


def are_people(kinds: tuple[Token, ...]) -> bool:
    """Whether a list of kinds is long enough to be told as persons: activists, journalists, and leaders."""
    return len(kinds) > 2 and all(kind.lemma.lower() in cue_words("folk") for kind in kinds)


def _is_many(noun: Token) -> bool:
    return noun.upos == "NOUN" and (noun.lower != noun.lemma.lower() or noun.lower in cue_words("irregular"))


def _is_list(analysis: Analysis, kinds: tuple[Token, ...], commas: bool) -> bool:
    """Whether nothing but "and", "or", what describes each kind, and the commas of a list stand between kinds."""
    for one, two in pairwise(kinds):
        between = analysis.tokens[one.index + 1 : two.index]
        if not between or len(between) > _LONGEST_KIND + 2 or not _joins(between[0], commas):
            return False
        rest = between[2:] if between[0].text == "," and between[1:2] and between[1].upos == "CCONJ" else between[1:]
        if not all(one.index < t.head <= two.index or t.text == "-" for t in rest):
            return False
    last = analysis.tokens[kinds[-2].index + 1 : kinds[-1].index]
    return any(t.lower in {"and", "or"} for t in last)


def _joins(token: Token, commas: bool) -> bool:
    return token.lower in {"and", "or"} or (commas and token.text == ",")
