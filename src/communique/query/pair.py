"""What belongs to a pair's dossier.

An item belongs when its parties, place, community, addressee or object names the other side: a leader who meets
his country's community in the other's capital, gifts to a friendship association and a friendship school belong
to the pair, though only one of the two may act. What one side says at the pair's own occasion belongs too, as
long as it is not said to a third state.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from communique.model import Encounter, Figure, Statement, Undertaking

PairItem = Encounter | Statement | Figure | Undertaking


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parties, by code, in the order in which they were asked for."""

    a: str
    b: str

    @property
    def codes(self) -> frozenset[str]:
        return frozenset({self.a, self.b})


@dataclass(frozen=True, slots=True)
class Sides:
    """The parties of an item: those that act or are addressed, and those that its words name besides."""

    acting: frozenset[str]
    named: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        return self.acting | self.named


def sides(item: PairItem) -> Sides:
    """Who acts in an item, and whom its place, community, addressee or object names."""
    match item:
        case Encounter():
            return _sides_of_encounter(item)
        case Statement():
            return Sides(frozenset(item.speaker_parties + item.addressee_parties), parties_named(item.evidence.quote))
        case Undertaking():
            return Sides(frozenset(item.parties), parties_named(f"{item.name} – {item.evidence.quote}"))
        case Figure():
            return Sides(frozenset(item.parties), parties_named(f"{item.measure or ''} – {item.evidence.quote}"))


def _sides_of_encounter(item: Encounter) -> Sides:
    """The words of an encounter count only where a single state takes part: then they name its community or
    host; where two states meet, a third that is named is what they talk about."""
    acting = frozenset(item.parties)
    place = {item.place_country} if item.place_country else set()
    alone = len([code for code in acting if is_state(code)]) <= 1
    words = parties_named(item.evidence.quote) if alone else frozenset()
    return Sides(acting, words | place)


def belongs(item: PairItem, pair: Pair, occasion: frozenset[str] = frozenset()) -> bool:
    """Whether an item belongs to a pair's dossier.

    `occasion` holds the parties of the occasion that the item's report is about (see `occasion_of`): an item in
    which no third state acts or is addressed belongs to that occasion's pair even where it names only one side, or
    none.
    """
    found = sides(item)
    if found.acting and not found.acting & pair.codes:
        return False
    if isinstance(item, Encounter) and _met_elsewhere(item, pair):
        return False
    if pair.codes <= found.all:
        return True
    return not isinstance(item, Encounter) and pair.codes <= occasion and not third_states(found.acting, pair)


def _met_elsewhere(item: Encounter, pair: Pair) -> bool:
    """Two states met, and one of the pair was only the place: that is the others' meeting."""
    states = frozenset(filter(is_state, item.parties))
    return len(states) > 1 and not pair.codes <= states


def occasion_of(encounters: Iterable[Encounter], pair: Pair) -> frozenset[str]:
    """The parties of what a report is about, where that is the pair's own; otherwise empty.

    A report is about its main encounters, and others on the same words ("his visit to Laos and Cambodia"); where
    none is marked, about all of them.
    """
    found = list(encounters)
    words = {e.evidence for e in found if e.main}
    main = [e for e in found if e.evidence in words] or found
    return pair.codes if any(belongs(e, pair) and not third_states(sides(e).all, pair) for e in main) else frozenset()


def third_states(codes: Iterable[str], pair: Pair) -> frozenset[str]:
    """The states among the codes that are not of the pair; organisations do not count."""
    return frozenset(code for code in codes if is_state(code)) - pair.codes


def is_state(code: str) -> bool:
    """Whether a party's code is a state's, not an organisation's."""
    from communique.read.parties import parties

    party = parties().get(code)
    return party is not None and party.kind == "state"


@lru_cache(maxsize=4096)
def parties_named(text: str) -> frozenset[str]:
    """The parties that a text names, by name, demonym or alias."""
    from communique.read.parties import find_parties

    return frozenset(mention.code for mention in find_parties(text))
