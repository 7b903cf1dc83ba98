"""One occasion, however many reports tell of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.model import Encounter, EncounterStatus, KnownEncounter, KnownPerson
from communique.resolve.days import Range, is_single_day, span_of, within
from communique.resolve.folding import fold
from communique.resolve.grouping import pairs_sharing, solve
from communique.resolve.identity import UNDATED, Days, identifier, in_time, place
from communique.resolve.people import person_ids
from communique.resolve.resolution import Told

SLIP = 1  # days by which two reports of one occasion may differ: "today" and a time zone between them


@dataclass(frozen=True)
class Telling:
    """One report's word of an occasion."""

    encounter: Encounter
    people: frozenset[str]
    sides: Mapping[str | None, frozenset[str]]  # the people by the country that they stand for
    span: Range | None

    @property
    def report(self) -> str:
        return self.encounter.evidence.report


@dataclass(frozen=True, slots=True)
class Occasion:
    """A known encounter with every telling of it, oldest first."""

    known: KnownEncounter
    tellings: tuple[Encounter, ...]


def resolve_encounters(
    told: Sequence[Told], people: Sequence[KnownPerson], ways: Mapping[tuple[str, str], str]
) -> tuple[Occasion, ...]:
    """All occasions, by day; `people` and `ways` are what `resolve_people` found."""
    days: Days = {one.reading.report: one.published for one in told}
    countries = {person.id: person.country for person in people}
    tellings = [_telling(encounter, ways, countries) for one in told for encounter in one.reading.encounters]
    tellings.sort(key=lambda telling: (place(telling.encounter.evidence, days), repr(telling.encounter)))
    candidates = pairs_sharing({node: list(_keys(telling)) for node, telling in enumerate(tellings)})
    groups = solve(
        len(tellings),
        candidates,
        lambda first, second: same_occasion(tellings[first], tellings[second]),
        lambda first, second: _agree(tellings[first], tellings[second]),
    )
    occasions = [_occasion([tellings[node].encounter for node in group], days) for group in groups]
    return tuple(sorted(occasions, key=lambda one: (one.known.encounter.start or UNDATED, one.known.id)))


def same_occasion(first: Telling, second: Telling) -> bool:
    """Same type and parties; days, places and people that do not contradict; not both of one report."""
    one, other = first.encounter, second.encounter
    if first.report == second.report or one.type != other.type or set(one.parties) != set(other.parties):
        return False
    if one.place_country and other.place_country and one.place_country != other.place_country:
        return False
    if not _people_agree(first, second) or (len(set(one.parties)) < 2 and not first.people & second.people):
        return False
    return _days_agree(first, second) or _days_slipped(first, second)


def _people_agree(first: Telling, second: Telling) -> bool:
    """Whether each side is somebody whom both tellings name, where both name anybody."""
    if first.people and second.people and not first.people & second.people:
        return False
    sides = (first.sides.keys() & second.sides.keys()) - {None}
    return all(first.sides[side] & second.sides[side] for side in sides)


def _days_agree(first: Telling, second: Telling) -> bool:
    """Equal days, or one within the other; with a day missing, place and people must be the same.

    Two countries meet more than once in a month, so a longer run of days needs people or a place in common, but
    for a visit.
    """
    if first.span is None or second.span is None:
        return _same_place(first, second) and bool(first.people) and first.people == second.people
    if first.span == second.span and is_single_day(first.span):
        return True
    in_common = bool(first.people & second.people) or _same_place(first, second) or first.encounter.type == "visit"
    return in_common and within(first.span, second.span)


def _days_slipped(first: Telling, second: Telling) -> bool:
    """Days side by side, told of the same people in the same place: one occasion, a day in dispute."""
    if first.span is None or second.span is None or not is_single_day(first.span) or not is_single_day(second.span):
        return False
    near = abs((first.span[0] - second.span[0]).days) <= SLIP
    return near and _same_place(first, second) and first.people == second.people and len(first.people) > 1


def _same_place(first: Telling, second: Telling) -> bool:
    one, other = first.encounter.place, second.encounter.place
    return one is not None and other is not None and fold(one) == fold(other)


def _agree(first: Telling, second: Telling) -> bool:
    """The same day and people in common: more than two occasions of the same parties have by chance."""
    return first.span is not None and first.span == second.span and bool(first.people & second.people)


def _telling(encounter: Encounter, ways: Mapping[tuple[str, str], str], countries: Mapping[str, str | None]) -> Telling:
    people = person_ids(ways, encounter.evidence.report, encounter.participants)
    sides: dict[str | None, frozenset[str]] = {}
    for person in people:
        country = countries.get(person)
        sides[country] = sides.get(country, frozenset()) | {person}
    return Telling(encounter, people, sides, span_of(encounter.start, encounter.end))


def _keys(telling: Telling) -> Iterator[tuple[object, ...]]:
    """Where to look for other tellings: the same parties in the same month (or the next), or place and people."""
    encounter = telling.encounter
    if not encounter.parties:
        return
    kind = (encounter.type, frozenset(encounter.parties))
    if encounter.place:
        yield (*kind, fold(encounter.place), telling.people)
    if telling.span is not None:
        first, last = (12 * day.year + day.month for day in telling.span)
        yield from ((*kind, month) for month in range(first, min(last, first + 24) + 1))


def _occasion(tellings: list[Encounter], days: Days) -> Occasion:
    """The fullest telling stands for the occasion, with the status that the newest gives it."""
    oldest_first = sorted(tellings, key=lambda one: place(one.evidence, days))
    fullest = max(oldest_first, key=_fullness)
    first = oldest_first[0]
    # Who, where and when too: "his visit to Laos and Cambodia" is two visits on the same words.
    who = (*sorted(first.parties), *sorted(first.participants))
    told = (*who, first.place, first.start, first.end, first.status, first.subtype, first.main, first.evidence.end)
    known = KnownEncounter(
        id=identifier("encounter", first.evidence.report, first.type, first.evidence.start, *told),
        encounter=replace(fullest, status=_status(oldest_first)),
        evidence=in_time((one.evidence for one in tellings), days),
    )
    return Occasion(known, tuple(oldest_first))


def _fullness(encounter: Encounter) -> tuple[bool, int, int]:
    filled = (encounter.start, encounter.end, encounter.place, encounter.place_country, encounter.subtype)
    exact = len(encounter.start or "")
    return encounter.status == "held", sum(field is not None for field in filled) + len(encounter.participants), exact


def _status(oldest_first: Sequence[Encounter]) -> EncounterStatus:
    """Held where any report says so, since what was held stays held; otherwise the newest word."""
    told: list[EncounterStatus] = [encounter.status for encounter in oldest_first]
    return "held" if "held" in told else told[-1]
