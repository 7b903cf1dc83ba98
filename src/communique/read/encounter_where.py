"""Where occasions were of which no place is printed: on the journey that they were part of, with another of the same
day, or where the report was filed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from communique.model import Encounter, EncounterType
from communique.read.encounter_days import Days
from communique.read.encounter_joining import at_place_of, days_agree
from communique.read.encounter_places import Venue
from communique.read.parties import parties
from communique.read.people import Cast

_IN_PERSON: frozenset[EncounterType] = frozenset({"meeting", "ceremony", "donation", "consultation"})
_AT_ANOTHER: frozenset[EncounterType] = frozenset({"ceremony", "donation"})  # mostly done where people also met
_DAY = len("2026-01-14")


def with_places(encounters: tuple[Encounter, ...], filed_from: Venue, news: Days, cast: Cast) -> tuple[Encounter, ...]:
    """The occasions in person with the place that the rest of the report gives them."""
    known = tuple(_of_its_host(one, cast) for one in encounters)
    known = tuple(_where_filed(one, known, filed_from, news) for one in known)
    known = tuple(_beside_another(one, known) if one.type in _AT_ANOTHER else one for one in known)
    known = tuple(_on_a_journey(one, known) for one in known)
    return tuple(_beside_another(one, known) for one in known)


def _of_its_host(encounter: Encounter, cast: Cast) -> Encounter:
    """A journey that is told without its goal is to the country of its other side; a house is in its host's."""
    if encounter.place_country is not None or encounter.type in {"call", "summit"}:
        return encounter
    if encounter.type == "visit" and encounter.place is None:
        own = {cast.party_of(name) for name in encounter.participants}
        hosts = [party for party in encounter.parties if party not in own and parties()[party].kind == "state"]
        if own and len(hosts) == 1:
            return replace(encounter, place=parties()[hosts[0]].name, place_country=hosts[0])
    hosting = {cast.party_of(part.name) for part in encounter.parts if part.role == "host"}
    if encounter.place is not None and len(hosting) == 1:
        return replace(encounter, place_country=hosting.pop())
    return encounter


def _on_a_journey(encounter: Encounter, told: tuple[Encounter, ...]) -> Encounter:
    """ "During the visit, she also met X": in the country of the journey."""
    if not _lacks_place(encounter):
        return encounter
    journeys = [one for one in told if one.type == "visit" and _holds(one, encounter)]
    return _placed(encounter, journeys)


def _holds(journey: Encounter, encounter: Encounter) -> bool:
    """Whether an occasion is of the traveller and the hosts of a journey, and of its days."""
    shared = set(journey.participants) & set(encounter.participants)
    if not shared or journey.place_country not in encounter.parties or journey.status != encounter.status:
        return False
    return days_agree(journey, encounter)


def _beside_another(encounter: Encounter, told: tuple[Encounter, ...]) -> Encounter:
    """ "The same day, he also met X": where the other occasion of the day and of two of its people was, in a country of
    one side."""
    if not _lacks_place(encounter) or encounter.status != "held" or len(encounter.start or "") != _DAY:
        return encounter
    beside = [
        one
        for one in told
        if one.type in _IN_PERSON
        and one.start is not None
        and (one.place_country in encounter.parties or len(encounter.parties) == 1)
        and one.status == "held"
        and days_agree(one, encounter)
        and set(one.participants) & set(encounter.participants)
    ]
    return _placed(encounter, beside)


def _where_filed(encounter: Encounter, told: tuple[Encounter, ...], filed_from: Venue, news: Days) -> Encounter:
    """What the report is about, held on the day of its news: in the town of its dateline, unless somebody was abroad
    then. What is given away is sent to or from there only where that is one side's country."""
    housed = encounter.place is not None and encounter.place_country is None and encounter.type in _IN_PERSON
    told_so = encounter.main and encounter.status == "held" and filed_from.country is not None
    if not told_so or not (housed or _lacks_place(encounter)):
        return encounter
    if encounter.type == "donation" and filed_from.country not in encounter.parties:
        return encounter
    of_the_day = news[0] is None or encounter.start == news[0]
    abroad = any(
        one.type == "visit" and one.place_country != filed_from.country and _holds(one, encounter) for one in told
    )
    if not of_the_day or abroad:
        return encounter
    place = encounter.place if housed else filed_from.text  # "at the Federal Foreign Office", of Berlin
    return replace(encounter, place=place, place_country=filed_from.country, location=filed_from.location)


def _lacks_place(encounter: Encounter) -> bool:
    return encounter.type in _IN_PERSON and encounter.place is None and encounter.place_country is None


def _placed(encounter: Encounter, others: Iterable[Encounter]) -> Encounter:
    """An occasion at the one place of others; their country alone where they were at several of its places."""
    found = {(one.place, one.place_country): one for one in others if one.place is not None}
    if len({one.place_country for one in found.values()}) != 1:
        return encounter
    other = next(iter(found.values()))
    if len(found) > 1:
        return replace(encounter, place_country=other.place_country)
    return at_place_of(encounter, other)
