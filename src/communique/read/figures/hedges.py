"""Words that loosen or bound the number beside them: "about", "more than", "or so"."""

from __future__ import annotations

from functools import cache

from communique.read.figures.quantity import Bound
from communique.read.figures.words import Phrases, vocabulary


@cache
def hedges_before() -> Phrases[Bound]:
    """Hedges that stand before a number."""
    return Phrases([(form, bound) for bound, forms in vocabulary("hedges")["before"].items() for form in forms])


@cache
def hedges_after() -> Phrases[Bound]:
    """Hedges that stand behind a quantity."""
    return Phrases([(form, bound) for bound, forms in vocabulary("hedges")["after"].items() for form in forms])
