"""Who is who across reports: the people whom reports name, and which of those names mean one person.

Names are gathered into profiles (the same printed name and country), profiles of the same name into people, and
people known by a part of their name into those known by the whole. A name that would bridge two people who cannot
be one is left alone, unless an office says whose it is (see `grouping`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from communique.model import Judgement, KnownPerson, Person
from communique.resolve.decided import Decided, decisions_on_people
from communique.resolve.folding import accented, fold
from communique.resolve.grouping import Groups, pairs_sharing, solve
from communique.resolve.identity import Days, identifier, in_time, place
from communique.resolve.names import Name, name_of, part_of, same_name
from communique.resolve.resolution import Told
from communique.resolve.spelling import respelt
from communique.resolve.tenures import OfficeHeld, office_of, tenures
from communique.vocabulary import load_yaml


@dataclass(frozen=True, slots=True)
class Mention:
    """A person of one report."""

    report: str
    person: Person

    @property
    def key(self) -> tuple[str, str]:
        return self.report, self.person.name


@dataclass(frozen=True)
class Profile:
    """Mentions that are surely of one person, and what tells that person from others.

    `country` is the one that reports name most; `printed` is it too, but None where it was only ever inferred.
    """

    names: tuple[Name, ...]
    country: str | None
    printed: str | None
    offices: frozenset[OfficeHeld]
    mentions: tuple[Mention, ...]


def resolve_people(
    told: Sequence[Told], judgements: Sequence[Judgement] = ()
) -> tuple[tuple[KnownPerson, ...], dict[tuple[str, str], str]]:
    """Everyone known, and the way from (report, name) to a person's id."""
    days = {one.reading.report: one.published for one in told}
    mentions = [Mention(one.reading.report, person) for one in told for person in one.reading.people]
    decided = decisions_on_people(mentions, judgements)
    groups = _by_part(_by_name(_profiles(mentions, decided), decided), decided)
    known = [_known(group, days) for group in _as_decided(groups, decided)]
    ways = {mention.key: person.id for person, group in known for mention in group.mentions}
    return tuple(sorted((person for person, _ in known), key=lambda one: (fold(one.name), one.id))), ways


def _profiles(mentions: Iterable[Mention], decided: Decided) -> list[Profile]:
    """Mentions by name and country, printed or inferred; one that a reviewer decided on stays by itself."""
    gathered: dict[tuple[str, ...], list[Mention]] = {}
    for mention in sorted(mentions, key=lambda one: one.key):
        apart = mention.key if mention.key in decided.touched else ()
        sure = "" if mention.person.country_inferred else "printed"
        key = (accented(mention.person.name), mention.person.country or "", sure, *apart)
        gathered.setdefault(key, []).append(mention)
    return [_profile(tuple(held)) for _, held in sorted(gathered.items())]


def _profile(mentions: tuple[Mention, ...]) -> Profile:
    offices = {office_of(office, mention.person.country) for mention in mentions for office in mention.person.offices}
    printed = _most_named(one.person.country for one in mentions if not one.person.country_inferred)
    return Profile(
        names=tuple(sorted({name_of(mention.person.name) for mention in mentions}, key=lambda name: name.tokens)),
        country=printed or _most_named(mention.person.country for mention in mentions),
        printed=printed,
        offices=frozenset(office for office in offices if office is not None),
        mentions=mentions,
    )


def _most_named(countries: Iterable[str | None]) -> str | None:
    counted = Counter(country for country in countries if country)
    return min(counted, key=lambda country: (-counted[country], country), default=None)


def _by_name(profiles: list[Profile], decided: Decided) -> list[Profile]:
    """Profiles of the same name, in whatever order of its words, put together."""

    def compatible(first: int, second: int) -> bool:
        one, other = profiles[first], profiles[second]
        return _may_be_one(one, other, decided) and all(
            same_name(name, fellow) for name in one.names for fellow in other.names
        )

    keys = {place: [tuple(sorted(name.tokens)) for name in held.names] for place, held in enumerate(profiles)}
    groups = solve(len(profiles), pairs_sharing(keys), compatible, lambda a, b: _agree(profiles[a], profiles[b]))
    return _joined(profiles, groups)


def _by_part(profiles: list[Profile], decided: Decided) -> list[Profile]:
    """Profiles of a part of a name, or of another spelling, put with the whole name: of one country.

    A part needs two words or an office in common; another spelling always needs the office.
    """

    def compatible(first: int, second: int) -> bool:
        one, other = profiles[first], profiles[second]
        if one.country is None or one.country != other.country or not _may_be_one(one, other, decided):
            return False
        return _is_part(one, other) or _is_part(other, one) or _is_respelt(one, other)

    pairs = _sharing_rarest_word(profiles) | pairs_sharing(
        {node: _unshared(profile) for node, profile in enumerate(profiles)}
    )
    groups = solve(len(profiles), pairs, compatible, lambda a, b: _agree(profiles[a], profiles[b]))
    return _joined(profiles, groups)


def _sharing_rarest_word(profiles: Sequence[Profile]) -> set[tuple[int, int]]:
    """Pairs of profiles of one country where one holds the rarest word of the other's name.

    A name holds every word of its parts, the rarest too, so no part is missed; and no pair is made of the family
    name that half a country shares.
    """
    holders: dict[tuple[str | None, str], set[int]] = defaultdict(set)
    for node, profile in enumerate(profiles):
        for token in (token for name in profile.names for token in name.tokens):
            holders[profile.country, token].add(node)
    pairs: set[tuple[int, int]] = set()
    for node, profile in enumerate(profiles):
        for name in profile.names:
            found = [holders[profile.country, token] for token in name.tokens]
            pairs |= {(min(node, other), max(node, other)) for other in min(found, key=len, default=set())}
    return pairs


def _is_part(short: Profile, long: Profile) -> bool:
    parts = all(any(part_of(name, whole) for whole in long.names) for name in short.names)
    return parts and (all(len(name.tokens) > 1 for name in short.names) or _agree(short, long))


def _is_respelt(first: Profile, second: Profile) -> bool:
    return _agree(first, second) and all(respelt(one, other) for one in first.names for other in second.names)


def _may_be_one(first: Profile, second: Profile, decided: Decided) -> bool:
    """Whether neither countries nor a reviewer say that these are two people.

    A country that was only inferred is too weak to part two people of one full name.
    """
    keys = [{mention.key for mention in profile.mentions} for profile in (first, second)]
    if decided.apart(*keys):
        return False
    full = all(len(name.tokens) > 1 for profile in (first, second) for name in profile.names)
    countries = {first.printed, second.printed} if full else {first.country, second.country}
    return len(countries - {None}) < 2


def _agree(first: Profile, second: Profile) -> bool:
    """Whether both hold an office that only one person holds at a time."""
    return bool(_unshared(first) & _unshared(second))


def _unshared(profile: Profile) -> set[OfficeHeld]:
    return {office for office in profile.offices if office.canonical not in _shared_offices()}


@cache
def _shared_offices() -> frozenset[str]:
    return frozenset(load_yaml("resolving.yaml")["shared_offices"])


def _joined(profiles: Sequence[Profile], groups: Groups) -> list[Profile]:
    return [_profile(tuple(mention for node in group for mention in profiles[node].mentions)) for group in groups]


def _as_decided(profiles: list[Profile], decided: Decided) -> list[Profile]:
    """The groups with those put together that a reviewer called the same person."""
    groups = decided.united([{mention.key for mention in profile.mentions} for profile in profiles])
    return _joined(profiles, groups)


def _known(profile: Profile, days: Days) -> tuple[KnownPerson, Profile]:
    evidence = in_time((mention.person.evidence for mention in profile.mentions), days)
    first = min(profile.mentions, key=lambda mention: (place(mention.person.evidence, days), mention.person.name))
    person_id = identifier("person", first.report, first.person.name)
    person = KnownPerson(
        id=person_id,
        name=_shown_name(profile.mentions),
        country=profile.country,
        names=tuple(sorted({mention.person.name for mention in profile.mentions})),
        tenures=tenures(person_id, ((mention.person, mention.report) for mention in profile.mentions), days),
        reports=len({mention.report for mention in profile.mentions}),
        evidence=evidence,
    )
    return person, profile


def _shown_name(mentions: Iterable[Mention]) -> str:
    """The fullest form: the one with its diacritics, with the most words, met the most often."""
    met = Counter(mention.person.name for mention in mentions)

    def worth(name: str) -> tuple[bool, int, int, bool, str]:
        parts = name_of(name)
        return (parts.is_accented, len(parts.tokens), met[name], not name.isupper(), name)

    return max(met, key=worth)


def person_ids(ways: Mapping[tuple[str, str], str], report: str, names: Iterable[str]) -> frozenset[str]:
    """The ids of the people of one report whom it calls by these names."""
    return frozenset(ways.get((report, name), name) for name in names)
