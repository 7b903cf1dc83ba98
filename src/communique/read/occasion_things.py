"""The things that make a verb an occasion: documents signed, credentials and gifts handed over, works opened."""

from __future__ import annotations

from dataclasses import replace

from communique.read.analysis import Analysis, Clause
from communique.read.figures.money import first_nouns as money_names
from communique.read.figures.money import first_signs as money_signs
from communique.read.occasion_words import occasion_words
from communique.read.people import Cast

_SIGNED = {"signing", "exchange", "handover", "ceremony"}
_SENT = {"send", "donate", "ship", "hand", "deliver", "present"}  # who "provides" what he provided may do so for years
_SIGNS = set("$€£¥₫")


def concerns(analysis: Analysis, other: int, needs: str) -> bool:
    """Whether the thing that a verb is about is of the kind that makes it an occasion."""
    words = occasion_words()
    if needs == "signing":
        return analysis.tokens[other].lemma.lower() in _SIGNED
    if needs == "credentials":
        return any(token.lemma.lower() in words.credentials for token in analysis.subtree(other))
    if needs == "views":
        return analysis.tokens[other].lemma.lower() == "view"
    nouns = {
        "document": words.documents,
        "exchanged": words.exchanged,
        "gift": words.gifts,
        "work": words.works,
        "group": words.groups,
    }[needs]
    about = [
        token
        for conjunct in analysis.conjuncts(other)
        for token in (conjunct, *analysis.dependents(conjunct.index, "nmod", "compound", "nummod"))
    ]
    near = (analysis.tokens[other], *analysis.dependents(other, "nummod", "compound", "advmod", "amod"))
    money = any(_SIGNS & set(token.text) or token.text in money_signs() for token in near)
    money = money or near[0].lower in money_names()
    if needs == "gift" and money:
        return True
    return any(token.lemma.lower() in nouns or token.lower.removesuffix("s") in nouns for token in about)


def with_thing_given(analysis: Analysis, cast: Cast, clause: Clause) -> Clause:
    """ "presented *the ambassador* with *a carved bowl*", as the parse has "presented a bowl to the ambassador"; "the
    supplies *that* Kenya sent", as it has "sent the supplies"."""
    token = analysis.tokens[clause.predicate]
    if (
        token.deprel == "acl:relcl"
        and clause.lemma in _SENT
        and clause.object is not None
        and analysis.tokens[clause.object].upos == "PRON"
    ):
        return replace(clause, object=token.head)
    given = next((index for preposition, index in clause.obliques if preposition == "with"), None)
    if given is None or clause.object is None or clause.lemma != "present" or not cast.resolve(clause.object):
        return clause
    others = tuple((p, i) for p, i in clause.obliques if i != given)
    return replace(clause, object=given, obliques=(*others, ("to", clause.object)))


def amount_of(analysis: Analysis, clause: Clause) -> str | None:
    """How much is given, as printed, which tells two gifts of one day apart ("donated $20,000 … and *200* parcels")."""
    given = clause.subject if clause.voice == "passive" else clause.object
    if given is None:
        return None
    numbers = (analysis.tokens[given], *analysis.dependents(given, "nummod"))
    return next((token.text for token in numbers if token.upos == "NUM"), None)


def signers_of(analysis: Analysis, index: int) -> list[int]:
    """Who signs in "the signing of the memorandum *between X and Y*", as token indices, wherever it hangs."""
    return [
        token.index
        for token in analysis.subtree(index)
        if token.deprel == "nmod" and analysis.preposition(token.index) in {"between", "by"}
    ]
