"""Whose an occasion is that a noun names: who holds it, chairs it, or is on the journey."""

from __future__ import annotations

from collections.abc import Iterator

from communique.read.analysis import Analysis, Clause, Token
from communique.read.occasion_words import occasion_words
from communique.read.people import Cast

BETWEEN = {"with", "between", "among", "for"}


def hosted(cast: Cast, clause: Clause | None) -> int | None:
    """Who is received, in a clause that says so: "will host *President X* for a State Visit"."""
    verbs = occasion_words().verbs.get(clause.lemma, ()) if clause is not None else ()
    if clause is None or not any(verb.host == "subject" for verb in verbs):
        return None
    guest = clause.subject if clause.voice == "passive" else clause.object
    return guest if guest is not None and cast.resolve(guest).people else None


def who_stays(analysis: Analysis, token: Token) -> int | None:
    """The index of X in "X, *on* a state visit, laid a wreath", whatever the parse hung the visit from."""
    case = next((t for t in analysis.dependents(token.index, "case") if t.lower == "on"), None)
    if case is None or case.index < 2:
        return None
    comma, name = analysis.tokens[case.index - 1], analysis.tokens[case.index - 2]
    return name.index if comma.text == "," and name.upos == "PROPN" and name.sentence == token.sentence else None


def visitor(analysis: Analysis, token: Token, clause: Clause | None) -> Iterator[int]:
    """Whose visit it is "at the start of" which something is done: of who is received, else of who does it; that of
    "X, on a state visit," is X's."""
    staying = who_stays(analysis, token)
    if staying is not None:
        yield staying
    if staying is not None or clause is None:
        return
    received = any(occasion.host == "subject" for occasion in occasion_words().verbs.get(clause.lemma, ()))
    guest = clause.object if received and clause.voice == "active" else clause.subject
    if guest is not None:
        yield guest


def holders(clause: Clause, token: Token) -> Iterator[int]:
    """Who holds an occasion by the verb above it: its doers, those told behind "with", and whom it is told to."""
    heard = clause.object if clause.lemma not in occasion_words().holding else None
    for index in (clause.subject, clause.agent, heard):
        if index is not None and index != token.index:
            yield index
    beside = BETWEEN | ({"from"} if token.lower == "credentials" else set())
    for preposition, index in clause.obliques:
        if preposition in beside and index != token.index:
            yield index


def chairs(analysis: Analysis, clause: Clause) -> Iterator[int]:
    """ "under the chair of X and Y", "co-chaired by X and Y"."""
    for _, index in clause.obliques:
        if analysis.tokens[index].lemma.lower() in {"chair", "chairmanship", "co-chairmanship"}:
            yield from (t.index for t in analysis.dependents(index, "nmod"))
