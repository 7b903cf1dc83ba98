"""One telling of an occasion, and where and around what it stands."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from communique.model import EncounterType
from communique.read.analysis import Analysis, Clause, Token
from communique.read.occasion_kinds import noun_type
from communique.read.parties import find_parties, parties
from communique.read.people import Cast
from communique.read.places.names import places_named

_CALENDAR = frozenset((*calendar.month_name, *calendar.month_abbr, *calendar.day_name, *calendar.day_abbr))
_PLACES = ("in", "at", "to")
_SENDS = frozenset({"send", "dispatch"})
TALKED: frozenset[EncounterType] = frozenset({"meeting", "call", "consultation"})  # occasions at which people talk


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of an occasion: who took part, as token indices, and the tokens that tell it.

    `named` is true where the noun's own phrase names its parties ("the Vietnam–Algeria Joint Committee"); `alone`
    is a side that stands for itself although others are coordinated with it; `deed` parts occasions of one type
    ("signing", "handover"); `aside` is true of one that the report only alludes to ("the visiting minister");
    `taken_up` of one that an article alone names ("the talks"): the one told before; `resumes` of one
    that says what was done at one told before, if any was ("The ministers discussed …"); `earlier` of one before or
    after which something else is told. `host` and `guest` are sides that the verb makes so ("received", "called on").
    """

    type: EncounterType
    head: Token
    clause: Clause | None
    sides: tuple[int, ...]
    place: int | None
    subtype: str | None = None
    named: bool = False
    alone: int | None = None
    deed: str | None = None
    aside: bool = False
    taken_up: bool = False
    resumes: bool = False
    earlier: bool = False
    host: int | None = None
    guest: int | None = None

    @property
    def is_verb(self) -> bool:
        """Whether the telling is a verb ("met"), not a noun ("talks")."""
        return self.clause is not None and self.clause.predicate == self.head.index

    @property
    def sends(self) -> bool:
        """Whether somebody sends others on the journey, and stays at home."""
        return self.type == "visit" and self.clause is not None and self.clause.lemma in _SENDS


def is_of_the_calendar(token: Token) -> bool:
    """Whether a token names a month, a weekday or a year."""
    return token.text in _CALENDAR or (token.text.isdigit() and len(token.text) == 4)


def names_place(analysis: Analysis, index: int) -> bool:
    """Whether a noun names a place: by the model of names, or as a party."""
    token = analysis.tokens[index]
    if any(name.first <= index < name.last and name.type == "place" for name in analysis.names):
        return True
    if token.upos != "PROPN":
        return False
    phrase = analysis.phrase(index, "acl", "acl:relcl", "conj").of(analysis.text)
    if find_parties(phrase):
        return True
    return not _is_body(analysis, index) and token.text not in _CALENDAR and bool(places_named(token.text))


def _is_body(analysis: Analysis, index: int) -> bool:
    return any(name.first <= index < name.last and name.type == "organisation" for name in analysis.names)


def is_the_country(analysis: Analysis, index: int) -> bool:
    """ "is visiting *the country*", "arrived in *the country*": that of the report, or of those whom one meets."""
    token = analysis.tokens[index]
    bare = {t.lower for t in analysis.dependents(index, "det", "amod", "nmod", "nmod:poss", "compound")}
    return token.lower == "country" and bare in ({"the"}, {"this"})


def can_be_gone_to(analysis: Analysis, cast: Cast, index: int) -> bool:
    """Whether a journey can go to what a noun names: a place, or a name that is nobody's and no body's."""
    if cast.resolve(index).people:
        return False
    if is_the_country(analysis, index):
        return True
    if analysis.tokens[index].text in _CALENDAR:
        return False
    name = analysis.tokens[index].upos == "PROPN"
    known = name and (not _is_body(analysis, index) or bool(places_named(analysis.tokens[index].text)))
    return known or names_place(analysis, index)


def _is_an_occasion(analysis: Analysis, index: int) -> bool:
    """ "in the annual *Summit*", "at the *G7*": what is held or who holds it, not where."""
    token = analysis.tokens[index]
    held = analysis.preposition(index) == "at" and any(
        parties()[found.code].kind != "state" for found in find_parties(token.text)
    )
    return held or (noun_type(analysis, token) is not None)


def place_of(analysis: Analysis, phrases: Iterable[tuple[str, int]], *, prefer_to: bool = False) -> int | None:
    """The place among prepositional phrases: "in Hanoi"; of a journey first the place that it goes to."""
    held = tuple(phrases)
    for wanted in ("to", "in", "at") if prefer_to else _PLACES[:2]:
        for preposition, index in held:
            if preposition == wanted and names_place(analysis, index) and not _is_an_occasion(analysis, index):
                return index
    return None


def one_each_goal(analysis: Analysis, telling: Telling) -> Iterator[Telling]:
    """ "will visit *Egypt, Cambodia and Indonesia*": a journey to each."""
    goals = [telling.place] if telling.type == "visit" and telling.place is not None else []
    goals += [t.index for i in goals for t in analysis.conjuncts(i)[1:] if names_place(analysis, t.index)]
    if len(goals) < 2:
        yield telling
        return
    sides = tuple(index for index in telling.sides if index != telling.place)
    for goal in goals:
        yield replace(telling, sides=(*sides, goal), place=goal, alone=goal)
