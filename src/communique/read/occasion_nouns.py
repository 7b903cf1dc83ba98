"""Nouns that name an occasion ("talks", "state visit", "the 14th Joint Committee"), with who took part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.model import EncounterType
from communique.read.analysis import Analysis, Clause, Token
from communique.read.occasion_holders import BETWEEN, chairs, holders, hosted, visitor, who_stays
from communique.read.occasion_kinds import (
    compound_of,
    deed_of,
    governing,
    is_in_a_title,
    is_named,
    is_of_duty,
    is_paid,
    noun_type,
    raised,
    subtype_of,
)
from communique.read.occasion_words import occasion_words
from communique.read.offices import is_head
from communique.read.people import Cast
from communique.read.stretch import person_behind
from communique.read.telling import Telling, can_be_gone_to, is_of_the_calendar, names_place, one_each_goal, place_of

_CALLS = {"call", "conversation", "talk", "talks"}
_SPANS = {"end", "start", "opening", "close", "conclusion", "outset", "sideline", "sidelines", "margin", "margins"}
_SPOKEN_IN = {"in", "during", "by", "over", "via"}
_REPEATED = {"annual", "regular", "periodic", "frequent", "high-level", "mutual"}
_JOURNEYS = {"trip", "tour", "journey", "travel", "leg"}  # of several countries, unless it is said where they go
_SETS = {"hold", "host", "convene", "organise", "organize", "take", "plan", "schedule", "slate"}
_ROUNDS = {"round", "session"}
_ONES = {"talks", "consultations", "credentials"}


@dataclass(frozen=True, slots=True)
class _Use:
    """A noun that can name an occasion, with what stands around it that says whether it does."""

    token: Token
    kind: EncounterType
    clause: Clause | None
    held: bool
    owners: tuple[int, ...]
    modifiers: tuple[tuple[str, int], ...]
    companions: tuple[int, ...]
    named: bool
    bound: bool
    passed: bool
    courtesy: bool


def _is_call(analysis: Analysis, token: Token) -> bool:
    """A call, or a courtesy visit: it is paid to somebody."""
    return token.lemma.lower() == "call" or compound_of(analysis, token) == "courtesy visit"


def noun_tellings(analysis: Analysis, cast: Cast, token: Token) -> Iterator[Telling]:
    """The occasions that a noun names: none, one, or one for each country of "a visit to Laos *and Cambodia*"."""
    kind = noun_type(analysis, token)
    use = _use(analysis, cast, token, kind) if kind is not None else None
    if use is None or not _tells(analysis, cast, use) or is_in_a_title(analysis, token):
        return
    if (
        _is_told_by_its_round(analysis, token)
        or _is_where_one_is_hosted(analysis, cast, use)
        or _is_witnessed(use)
        or _is_of_its_holder(analysis, use)
    ):
        return
    if use.held and use.kind in {"meeting", "call"} and not _others(use):
        partner = person_behind(analysis, cast, token.index, frozenset({"with"}))
        use = replace(use, companions=(partner,)) if partner is not None else use
    telling = _telling(analysis, use)
    guest = hosted(cast, use.clause) if use.kind == "visit" and analysis.preposition(token.index) == "for" else None
    if guest is not None:  # "will host President X *for a State Visit*"
        place = place_of(analysis, use.modifiers, prefer_to=True)
        yield replace(telling, sides=(guest,), place=place, guest=guest)
        return
    if _are_several(analysis, use):
        yield from _one_each(analysis, use, telling)
        return
    if telling.type == "visit" and telling.place is None:
        telling = replace(telling, place=_goal(analysis, cast, use))
    yield from one_each_goal(analysis, telling)


def _is_told_by_its_round(analysis: Analysis, token: Token) -> bool:
    """ "a first *round of* talks": told by the round."""
    above = analysis.tokens[token.head]
    return token.deprel == "nmod" and analysis.preposition(token.index) == "of" and above.lemma in _ROUNDS


def _is_witnessed(use: _Use) -> bool:
    """ "witnessed *the signing*": told by the verb."""
    return use.kind == "ceremony" and use.clause is not None and use.clause.lemma == "witness"


def _is_of_its_holder(analysis: Analysis, use: _Use) -> bool:
    """ "The Joint Committee will hold its next *meeting* in May": told by the body's own name."""
    holder = use.clause.subject if use.clause is not None and use.clause.object == use.token.index else None
    of_body = holder is not None and noun_type(analysis, analysis.tokens[holder]) == "consultation"
    return use.held and use.kind in {"meeting", "consultation"} and of_body


def _is_where_one_is_hosted(analysis: Analysis, cast: Cast, use: _Use) -> bool:
    """ "hosted him *at a dinner*", "was hosted *to lunch* by him", "received him *for talks*": told by the verb."""
    at = use.kind == "meeting" and analysis.preposition(use.token.index) in {"at", "for", "to", "over", "during"}
    return at and hosted(cast, use.clause) is not None


def _are_several(analysis: Analysis, use: _Use) -> bool:
    """ "held *separate meetings* with X and Y"."""
    plural = use.token.lower in {"meetings", "talks"}
    words = {t.lower for t in analysis.dependents(use.token.index, "amod")}
    return plural and use.held and bool(words & {"separate", "bilateral"} or use.token.lower == "meetings")


def _one_each(analysis: Analysis, use: _Use, telling: Telling) -> Iterator[Telling]:
    others = [conjunct.index for index in use.companions for conjunct in analysis.conjuncts(index)]
    if len(others) < 2:
        yield telling
        return
    doers = tuple(index for index in telling.sides if index not in use.companions)
    for other in others:
        yield replace(telling, sides=(*doers, other), alone=other)


def _goal(analysis: Analysis, cast: Cast, use: _Use) -> int | None:
    """Where a journey goes, by a name that no list of places holds."""
    goals = (index for preposition, index in use.modifiers if preposition == "to")
    return next((index for index in goals if can_be_gone_to(analysis, cast, index)), None)


def _use(analysis: Analysis, cast: Cast, token: Token, kind: EncounterType) -> _Use:
    clause = governing(analysis, token)
    held = clause is not None and _holds(analysis, clause, token, kind)
    modifiers = tuple(_modifiers(analysis, token))
    spoken = kind == "call" and not held and _is_spoken_in(analysis, cast, token, clause)
    held = held or spoken
    with_whom = BETWEEN | {"by"} | ({"to", "on", "from"} if _is_call(analysis, token) else set())
    with_whom |= {"of"} if kind == "visit" or token.lower == "credentials" else set()
    honoured = (
        i
        for _, index in modifiers
        if analysis.tokens[index].lemma.lower() in {"honour", "honor"}
        for i in _of(analysis, index)
    )
    return _Use(
        token=token,
        kind="meeting" if is_paid(analysis, token, clause) else kind,
        clause=clause,
        held=held,
        owners=tuple(t.index for t in analysis.dependents(token.index, "nmod:poss")),
        modifiers=modifiers,
        companions=(*(i for preposition, i in modifiers if preposition in with_whom), *honoured),
        named=is_named(analysis, token),
        bound=any(p in {"to", "in", "of"} and names_place(analysis, i) for p, i in modifiers),
        passed=_is_passed(analysis, token),
        courtesy=_is_call(analysis, token),
    )


def _of_a_body(analysis: Analysis, owner: Token) -> bool:
    """ "the *leaders'* meeting *of the Quad*": not the leaders of whom the report tells."""
    body = any(analysis.preposition(t.index) == "of" for t in analysis.dependents(owner.head, "nmod"))
    return body and owner.lower.endswith("s") and is_head(owner.lower)


def _is_spoken_in(analysis: Analysis, cast: Cast, token: Token, clause: Clause | None) -> bool:
    """ "X told Y *in a phone call* that …": the call of those who say and hear something in it."""
    if clause is None or clause.object is None or clause.subject is None or clause.tense != "past":
        return False
    bare = any(t.lower in {"a", "an"} for t in analysis.dependents(token.index, "det"))
    both = (*cast.resolve(clause.subject).parties, *cast.resolve(clause.object).parties)
    return bare and analysis.preposition(token.index) in _SPOKEN_IN and len(set(both)) > 1


def _of(analysis: Analysis, index: int) -> tuple[int, ...]:
    """ "in honour *of the guest*", "in *his* honour"."""
    return tuple(t.index for t in analysis.dependents(index, "nmod", "nmod:poss"))


def _holds(analysis: Analysis, clause: Clause, token: Token, kind: EncounterType) -> bool:
    """Whether a clause says that somebody holds the occasion; one who ends negotiations holds no talks, one who sets
    up a committee no session of it."""
    if token.lemma.lower() in occasion_words().standing and clause.lemma in occasion_words().founding:
        return False
    if clause.lemma in {"conclude", "end", "finish", "complete"} and token.lemma.lower() in {"talk", "talks"}:
        return analysis.tokens[clause.predicate].form == "fin"
    if clause.lemma == "speak":
        return (analysis.preposition(token.index) or "") in {"at", "during", "in", "after", "following"}
    return clause.lemma in occasion_words().holding or (kind == "visit" and clause.lemma == "be")


def _is_passed(analysis: Analysis, token: Token) -> bool:
    """Whether something is told to be at, before or after the occasion: "*after* consultations", "at the end of"."""
    preposition = analysis.preposition(token.index)
    governor = analysis.tokens[token.head]
    told = {"after", "following", "during"} | ({"at"} if token.lemma.lower() in occasion_words().standing else set())
    return (
        preposition in told
        or who_stays(analysis, token) is not None
        or (preposition == "of" and governor.lemma in _SPANS)
    )


def _tells(analysis: Analysis, cast: Cast, use: _Use) -> bool:
    """Whether the noun names one occasion, not occasions in general or a body."""
    passed = use.passed and (use.kind == "consultation" or use.bound or _is_a_stay(analysis, use))
    due = any(t.lemma in occasion_words().due for t in analysis.dependents(use.token.index, "acl", "amod"))
    off = use.kind in {"visit", "ceremony"} and _is_called_off(analysis, use)
    told = use.held or use.owners or use.companions or use.named or passed or due or off
    if not told and not (use.kind == "visit" and use.bound):
        return False
    if use.token.lemma.lower() in _JOURNEYS and not (use.bound or use.held or off or _timed(analysis, use.token)):
        return False
    if _plural_in_general(analysis, use) or is_of_duty(analysis, use.token) or _is_founded(use):
        return False
    session = use.held and use.kind == "consultation" and use.token.lemma.lower() in occasion_words().standing
    sure = (
        use.named
        or use.bound
        or off
        or session
        or (use.kind == "visit" and passed)
        or _timed(analysis, use.token)
        or (use.held and bool(_others(use)))
        or _is_attended(cast, use)
    )
    with_people = use.kind == "call" and any(cast.resolve(index).people for index in use.companions)
    return sure or with_people or not _vague(analysis, use.token) or _placed(analysis, use)


def _is_attended(cast: Cast, use: _Use) -> bool:
    """ "The inauguration of the plant was attended *by Minister X*"."""
    agent = use.clause.agent if use.held and use.clause is not None else None
    return agent is not None and bool(cast.resolve(agent).people)


def _is_a_stay(analysis: Analysis, use: _Use) -> bool:
    """ "at the start of a *three-day* *state visit*": one journey, of the guest whom the sentence names."""
    article = any(t.lower in {"a", "an", "the"} for t in analysis.dependents(use.token.index, "det"))
    before = analysis.dependents(use.token.index, "amod", "compound", "nummod")
    words = {part.lower for t in before for part in (t, *analysis.subtree(t.index))}
    return use.kind == "visit" and article and bool(words & (occasion_words().subtypes | {"day", "week"}))


def _is_founded(use: _Use) -> bool:
    """Whether the noun is a body that is set up, not one in session."""
    own = use.token.lemma.lower() in occasion_words().standing
    return own and use.clause is not None and use.clause.lemma in occasion_words().founding


def _is_called_off(analysis: Analysis, use: _Use) -> bool:
    """ "A stop in Riga was scrapped", "A visit … had to be cancelled": one journey, however vaguely it is told."""
    words, clause = occasion_words(), use.clause
    if clause is None:
        return False
    lemmas = {clause.lemma} | {t.lemma for t in analysis.dependents(clause.predicate, "xcomp")}
    particles = {t.lower for t in analysis.dependents(clause.predicate, "compound:prt", "advmod")}
    return bool(lemmas & (words.cancelled | words.moved)) or (clause.lemma == "call" and "off" in particles)


def _placed(analysis: Analysis, use: _Use) -> bool:
    """ "to hold a workshop *in Tangier*", "… *in May 2026*": one that is held somewhere, or some day."""
    clause = use.clause
    held = use.held and clause is not None and clause.lemma in _SETS
    if not held or clause is None:
        return False
    dated = any(is_of_the_calendar(t) for _, index in clause.obliques for t in analysis.subtree(index))
    return dated or place_of(analysis, [*use.modifiers, *clause.obliques]) is not None


def _others(use: _Use) -> tuple[int, ...]:
    """Those with whom the occasion is held, told by the noun or, of a call, by the clause."""
    called = use.clause is not None and (use.token.lemma.lower() in _CALLS or use.courtesy)
    obliques = use.clause.obliques if use.clause is not None and called else ()
    return (*use.companions, *(i for preposition, i in obliques if preposition in {"to", "on", "with", "from"}))


def _telling(analysis: Analysis, use: _Use) -> Telling:
    owners = (index for index in use.owners if not _of_a_body(analysis, analysis.tokens[index]))
    sides = [*owners, *use.companions]
    if use.clause is not None and use.held:
        sides.extend(holders(use.clause, use.token))
        sides.extend(chairs(analysis, use.clause))
        sides.extend(_others(use))
    if use.kind == "visit" and use.passed and not sides:
        sides.extend(visitor(analysis, use.token, use.clause))
    kind = raised(analysis, use.token, use.kind)
    host, guest = _host_and_guest(use)
    obliques = use.clause.obliques if use.held and use.clause else ()
    return Telling(
        type=kind,
        head=use.token,
        clause=use.clause if use.held else None,
        sides=tuple(dict.fromkeys(index for index in sides if index != use.token.index)),
        place=place_of(analysis, [*use.modifiers, *obliques], prefer_to=use.kind == "visit"),
        subtype=subtype_of(analysis, use.token) if use.kind == "visit" else None,
        named=use.named or kind != use.kind,
        deed=deed_of(analysis, use.token),
        taken_up=_is_taken_up(analysis, use),
        earlier=analysis.preposition(use.token.index) in {"after", "following", "before"},
        host=host,
        guest=guest,
    )


def _host_and_guest(use: _Use) -> tuple[int | None, int | None]:
    """Of a visit the guest; of a courtesy call both; of a reception held for somebody both."""
    doer = use.clause.subject if use.clause is not None and use.held else None
    doer = doer if doer is not None else next(iter(use.owners), None)
    if use.kind == "visit":
        return None, doer
    others = _others(use)
    if not others or use.kind != "meeting":
        return None, None
    if use.courtesy:
        received = use.clause is not None and use.clause.lemma == "receive"
        return (doer, others[0]) if received else (others[0], doer)
    hosted = use.clause is not None and use.clause.lemma == "host"
    return (doer, others[0]) if hosted else (None, None)


def _is_taken_up(analysis: Analysis, use: _Use) -> bool:
    """ "*The review* took place …", "X also attended *the meeting*"."""
    article = any(t.lower in {"the", "this"} for t in analysis.dependents(use.token.index, "det"))
    bare = not (use.owners or use.companions or use.named or analysis.dependents(use.token.index, "amod", "compound"))
    words = occasion_words()
    verbs = words.taking_up | words.cancelled | words.moved | {"call", "put"}
    return article and bare and use.clause is not None and use.clause.lemma in verbs


def _modifiers(analysis: Analysis, token: Token) -> list[tuple[str, int]]:
    """Prepositional phrases of a noun, also those hung from its place ("talks in Hanoi *with* X")."""
    own = [(analysis.preposition(t.index) or "", t.index) for t in analysis.dependents(token.index, "nmod")]
    below = [
        (preposition, inner.index)
        for case, index in own
        if case in {"in", "at", "on"}
        for inner in analysis.dependents(index, "nmod")
        if (preposition := analysis.preposition(inner.index) or "") in BETWEEN
    ]
    return own + below


def _timed(analysis: Analysis, token: Token) -> bool:
    """Whether the noun carries a time or a clause that sets one ("the forum *in October*", "… *due* in Aswan")."""
    times = [
        t
        for t in analysis.dependents(token.index, "nmod", "obl")
        if analysis.preposition(t.index) in {"on", "in", "from"}
    ]
    dated = any(c.isdigit() for t in times for s in analysis.subtree(t.index) for c in s.text)
    return dated or any(t.lemma in occasion_words().due for t in analysis.dependents(token.index, "acl", "amod"))


def _vague(analysis: Analysis, token: Token) -> bool:
    return token.lemma.lower() in occasion_words().vague and compound_of(analysis, token) is None


def _plural_in_general(analysis: Analysis, use: _Use) -> bool:
    """ "high-level visits", "annual summits": no single occasion."""
    if {t.lower for t in analysis.dependents(use.token.index, "amod")} & _REPEATED and use.token.lower.endswith("s"):
        return True
    plural = use.token.lower.endswith("s") and use.token.lower not in _ONES
    counted = analysis.dependents(use.token.index, "nummod") or _are_several(analysis, use)
    return plural and not (use.held and counted)
