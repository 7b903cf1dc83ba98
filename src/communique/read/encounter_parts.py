"""What part each has in an occasion: host, guest, chair or company; what larger occasion it belongs to; who invited."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import Part, ParticipantRole
from communique.read.analysis import Analysis, Token
from communique.read.encounter_company import companions
from communique.read.occasion_kinds import governing, noun_type
from communique.read.occasion_words import occasion_words
from communique.read.people import Cast, Referent
from communique.read.telling import Telling

_IN = {"during", "in", "at"}
_LEFT_OUT = ("case", "acl", "acl:relcl", "appos", "conj", "cc", "punct")


def parts_of(analysis: Analysis, cast: Cast, telling: Telling) -> tuple[Part, ...]:
    """The parts that a telling gives its participants, each person's first."""
    found: dict[str, ParticipantRole] = {}
    for name, role in _told(analysis, cast, telling):
        found.setdefault(name, role)
    return tuple(Part(name, role) for name, role in found.items())


def _told(analysis: Analysis, cast: Cast, telling: Telling) -> Iterator[tuple[str, ParticipantRole]]:
    sides: tuple[tuple[int | None, ParticipantRole], ...] = ((telling.host, "host"), (telling.guest, "guest"))
    for index, role in sides:
        if index is not None:
            alone = index == telling.alone
            who = cast.resolve_span(analysis.tokens[index].span) if alone else cast.resolve(index)
            yield from ((name, role) for name in who.people)
    yield from ((name, "co-chair") for name in _chairs(analysis, cast, telling))
    yield from ((one.name, one.role) for one in companions(analysis, cast, telling))


def _chairs(analysis: Analysis, cast: Cast, telling: Telling) -> tuple[str, ...]:
    clause = telling.clause
    if clause is None or telling.is_verb or clause.lemma not in {"chair", "co-chair"}:
        return ()
    doer = clause.agent if clause.voice == "passive" else clause.subject
    people = cast.resolve(doer).people if doer is not None else ()
    return people if len(people) > 1 or clause.lemma == "co-chair" else ()


def larger_occasion(analysis: Analysis, telling: Telling) -> str | None:
    """The occasion that one belongs to, as printed: "on the sidelines of *the APEC summit*"."""
    above = telling.clause.predicate if telling.clause is not None else telling.head.index
    hung = [*analysis.dependents(above, "obl", "nmod"), *analysis.dependents(telling.head.index, "nmod")]
    for token in hung:
        if token.lemma.lower() in occasion_words().larger:
            inner = analysis.dependents(token.index, "nmod")
            if inner and noun_type(analysis, inner[0]) is not None:
                return _phrase(analysis, inner[0].index)
        elif token.index != telling.head.index and _holds_others(analysis, token):
            return _phrase(analysis, token.index)
    return None


def _holds_others(analysis: Analysis, token: Token) -> bool:
    """ "during *his visit*", "at *the summit*": occasions within which others are held."""
    return analysis.preposition(token.index) in _IN and noun_type(analysis, token) in {"visit", "summit"}


def _phrase(analysis: Analysis, index: int) -> str:
    return " ".join(analysis.phrase(index, *_LEFT_OUT).of(analysis.text).split())


def invited_by(analysis: Analysis, cast: Cast, telling: Telling) -> tuple[str, ...]:
    """Who invited to an occasion: "at the invitation of X", or the subject of "invited Y to" it."""
    sentence = analysis.sentences[telling.head.sentence]
    for token in analysis.words(sentence):
        if token.lemma.lower() == "invitation" and telling.type == "visit":
            for inner in (*analysis.dependents(token.index, "nmod:poss"), *analysis.dependents(token.index, "nmod")):
                return _names(cast.resolve_span(analysis.tokens[inner.index].span))
    clause = governing(analysis, telling.head)
    if clause is not None and clause.lemma == "invite" and clause.subject is not None:
        return _names(cast.resolve(clause.subject))
    return ()


def _names(who: Referent) -> tuple[str, ...]:
    return who.people or who.parties
