"""Undertakings known by a proper name: "the Clean Water Partnership", "the Coral Accords"."""

from __future__ import annotations

from communique.model import UndertakingKind
from communique.read.analysis import Analysis, Token
from communique.read.parties import find_parties
from communique.read.undertaking_words import words

_KINDS = {"agreement", "programme", "document"}
_BY_MEANS_OF = {"under", "through", "via"}


def is_named(analysis: Analysis, token: Token) -> bool:
    """A proper name: a capital noun with another capital word before it ("the Clean Water *Partnership*") or in its
    complement ("the *Partnership* for Clean Water")."""
    if token.upos != "PROPN" or not token.text[:1].isupper():
        return False
    return any(
        t.text[:1].isupper() and t.lemma.lower() not in words().vague
        for t in analysis.dependents(token.index, "compound", "amod", "nmod")
    )


def is_vehicle(analysis: Analysis, token: Token, kind: UndertakingKind) -> bool:
    """What something is done under: "cooperation *under the Coral Initiative*", "as set out *in the Kenyan-German
    Accord*". A pact or paper must name a party: what binds the whole world ("under the Paris Agreement") is none."""
    if kind not in _KINDS or not is_named(analysis, token):
        return False
    cases = {case.lower for case in analysis.dependents(token.index, "case")}
    told_in = "in" in cases and analysis.tokens[token.head].lemma in words().setting_out
    if not (cases & _BY_MEANS_OF or told_in):
        return False
    if kind == "programme" or token.lemma.lower() in words().held:
        return True
    phrase = analysis.phrase(token.index, "case", "acl", "acl:relcl", "conj").of(analysis.text)
    return any(mention.form != "capital" for mention in find_parties(phrase))


def signed_at(name: str) -> set[str]:
    """The party whose capital only gives a pact its name ("the *Oslo* Agreement"); of two capitals both are sides."""
    forms = [(mention.code, mention.form) for mention in find_parties(name)]
    capitals = {code for code, form in forms if form == "capital"} - {code for code, form in forms if form != "capital"}
    return capitals if len(capitals) == 1 else set()
