"""Whom a figure concerns: both sides of the report, or the one whose own affair is measured."""

from __future__ import annotations

import re
from itertools import pairwise

from communique.model import Figure, Span, Statement
from communique.read.analysis import Analysis, Token
from communique.read.figures.placed import ancestors
from communique.read.figures.words import cue_words
from communique.read.occasion_words import occasion_words
from communique.read.people import Cast

_POSSESSOR = re.compile(r"(.{2,40}?)['’]s? ")
# How many tokens tell what a report is about, its headers among them.
LEAD = 150
_HANDED = frozenset({"present", "donate", "hand", "give", "send", "offer", "grant"})
# How far behind a gift its receiver may stand, in tokens.
_NEAR = 6
_GOODS = frozenset({"ton", "tonne", "dose", "vehicle", "truck", "flour", "rice", "vaccine", "support"})
_OF_SPEAKER = frozenset({"commit", "inform", "assess", "propose"})
_OF_ADDRESSEE = frozenset({"request", "concern", "greet", "support"})


def concerned(figure: Figure, statements: tuple[Statement, ...], analysis: Analysis, cast: Cast) -> tuple[str, ...]:
    """The two sides of the report, or the one of them whose own affair is measured; else who the sentence names.

    On the annotated training reports the two sides are right for two figures in three, the parties that the
    sentence names for fewer than half.
    """
    sides = cast.main_parties
    if len(sides) == 2:
        own = _owner(figure, analysis, cast) or _to_own_people(figure, analysis, cast)
        own = own or _to_others(figure, statements, analysis, cast)
        return own or _at_home(figure, statements, analysis, cast) or sides
    sentence = analysis.sentence_at(figure.evidence.start)
    named = cast.parties_in(sentence.span) if sentence else ()
    return named or _by_statement(figure, statements)


def _owner(figure: Figure, analysis: Analysis, cast: Cast) -> tuple[str, ...]:
    """The side whose own affair is measured: "*Việt Nam's* growth"; what it trades or gives concerns both."""
    measure = figure.measure or ""
    possessor = _POSSESSOR.match(measure)
    if possessor is None or _is_between_sides(figure, analysis):
        return ()
    start = analysis.text.find(measure, figure.evidence.start, figure.evidence.end)
    parties = cast.parties_in(Span(start, start + possessor.end(1))) if start >= 0 else ()
    return parties if len(parties) == 1 and parties[0] in cast.main_parties else ()


def _to_own_people(figure: Figure, analysis: Analysis, cast: Cast) -> tuple[str, ...]:
    """The state that gives something to its own people abroad, whom the report is about: "presented $9,000 to the
    association", where the lead tells of the community."""
    giver = cast.issuer_party
    if giver is None or giver not in cast.main_parties or figure.status not in {"observed", "pledged"}:
        return ()
    if not any(t.lemma.lower() in occasion_words().communities for t in analysis.tokens[:LEAD]):
        return ()
    sentence = analysis.sentence_at(figure.evidence.start)
    if sentence is None or set(_sides_in(sentence.span, cast)) - {giver}:
        return ()
    numbers = (t for t in analysis.between(figure.evidence.start, figure.evidence.end) if t.upos in {"NUM", "SYM"})
    verbs = (next((a for a in ancestors(analysis, t.index) if a.upos == "VERB"), None) for t in numbers)
    return (giver,) if any(verb is not None and _is_giving(verb, analysis) for verb in verbs) else ()


def _to_others(figure: Figure, statements: tuple[Statement, ...], analysis: Analysis, cast: Cast) -> tuple[str, ...]:
    """Who gives and who gets what a third party is given: "Oslo would send 40 trucks to *Sudan*"."""
    sentence = analysis.sentence_at(figure.evidence.start)
    if sentence is None or not any(t.lemma.lower() in cue_words("gifts") | _GOODS for t in _words(figure, analysis)):
        return ()
    near = analysis.between(figure.evidence.start, sentence.end)
    near = near[: len(analysis.between(figure.evidence.start, figure.evidence.end)) + _NEAR]
    getters = (t.span for before, t in pairwise(near) if before.lower in {"to", "for"} and t.upos == "PROPN")
    others = tuple(dict.fromkeys(p for span in getters for p in cast.parties_in(span)))
    if len(others) != 1 or others[0] in cast.main_parties:
        return ()
    statement = _innermost(figure, statements)
    givers = _sides_in(Span(sentence.start, figure.evidence.start), cast) or (_whose(statement) if statement else ())
    return (*givers, *others) if len(givers) == 1 else ()


def _is_giving(verb: Token, analysis: Analysis) -> bool:
    """Whether a verb tells of a gift, and not of what the people themselves send home."""
    theirs = any(t.lower == "they" for t in analysis.dependents(verb.index, "nsubj"))
    return verb.lemma in _HANDED and not theirs


def _at_home(figure: Figure, statements: tuple[Statement, ...], analysis: Analysis, cast: Cast) -> tuple[str, ...]:
    """The side at whose home something is counted, as its villagers or its harvest: the one that the figure's own
    words name, else the one whose affairs the statement tells of, else the one on whose ground the report plays."""
    if not _is_of_one_country(figure, analysis) or _is_between_sides(figure, analysis):
        return ()
    named = _sides_in(figure.evidence.span, cast)
    if named:
        return named if len(named) == 1 else ()
    sentence = analysis.sentence_at(figure.evidence.start)
    beside = _sides_in(sentence.span, cast) if sentence is not None else ()
    statement = _innermost(figure, statements)
    if len(beside) == 1 and statement is None:
        return beside
    told = _whose(statement) if statement is not None else ()
    told = tuple(party for party in told if party in cast.main_parties)
    if len(told) == 1:
        return told
    return (cast.host,) if statement is None and cast.host in cast.main_parties and cast.host else ()


def _is_of_one_country(figure: Figure, analysis: Analysis) -> bool:
    words = _words(figure, analysis)
    return any(t.lemma.lower() in cue_words("own_affairs", "nouns") and t.deprel != "compound" for t in words) or any(
        t.lemma in cue_words("own_affairs", "verbs") and t.upos == "VERB" for t in words
    )


def _is_between_sides(figure: Figure, analysis: Analysis) -> bool:
    """What one side has towards the other: trade, aid, debts, people of the one with the other."""
    return any(t.lemma.lower() in cue_words("between_sides") for t in _words(figure, analysis))


def _words(figure: Figure, analysis: Analysis) -> list[Token]:
    """The tokens of what is measured."""
    said = set((figure.measure or "").split()) | set((figure.unit or "").split())
    tokens = analysis.between(figure.evidence.start, figure.evidence.end)
    return [t for t in tokens if t.text in said or t.lemma in said]


def _sides_in(span: Span, cast: Cast) -> tuple[str, ...]:
    return tuple(party for party in cast.parties_in(span) if party in cast.main_parties)


def _whose(statement: Statement) -> tuple[str, ...]:
    """Whose affairs a statement tells of: who asks or praises speaks of the other side, who promises or tells of
    their own."""
    if statement.act in _OF_ADDRESSEE:
        return statement.addressee_parties
    if statement.act == "appreciate":
        thanks = any(word in (statement.cue or "").lower() for word in cue_words("thanking"))
        return statement.speaker_parties if thanks else statement.addressee_parties
    return statement.speaker_parties if statement.act in _OF_SPEAKER else ()


def _innermost(figure: Figure, statements: tuple[Statement, ...]) -> Statement | None:
    """The statement with the shortest content around a figure."""
    contents = [(Span(*s.content_span), s) for s in statements if s.content_span is not None]
    around = [(span.end - span.start, s) for span, s in contents if span.covers(figure.evidence.span)]
    return min(around, key=lambda one: one[0])[1] if around else None


def _by_statement(figure: Figure, statements: tuple[Statement, ...]) -> tuple[str, ...]:
    """Who said it to whom, where the sentence names no party."""
    for statement in statements:
        if statement.evidence.span.covers(figure.evidence.span):
            return tuple(dict.fromkeys((*statement.speaker_parties, *statement.addressee_parties)))
    return ()
