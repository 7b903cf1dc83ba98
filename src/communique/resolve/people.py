"""Who is who across reports: the people whom reports name, and which of those names mean one person.

Names are gathered into profiles (the same printed name and country), profiles of the same name into people, and
people known by a part of their name into those known by the whole. A name that would bridge two people who cannot
be one is left alone, unless an office says whose it is (see `grouping`, and `short_names` for single words).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from communique.model import Judgement, KnownPerson
from communique.resolve.blocks import blocks_of, signature
from communique.resolve.decided import Decided, decisions_on_people
from communique.resolve.grouping import pairs_sharing, solve
from communique.resolve.identity import Days, identifier, in_time, place
from communique.resolve.names import Name, name_of, part_of, same_name
from communique.resolve.profiles import Mention, Profile, agree, gather, is_one_word, joined, may_be_one, share_office
from communique.resolve.resolution import Resolution, Solved, Told
from communique.resolve.short_names import place_short_names
from communique.resolve.tenures import tenures
from communique.resolve.unsure import suggestions
from communique.resolve.variants import initials_fit, is_variant

_RARE = 3  # times as often met is another form of the name, next to which a longer one is a slip or a flourish


def resolve_people(
    told: Sequence[Told], judgements: Sequence[Judgement] = ()
) -> tuple[tuple[KnownPerson, ...], dict[tuple[str, str], str]]:
    """Everyone known, and the way from (report, name) to a person's id."""
    found = Resolution(solve_people(told, judgements, {}))
    return found.people, found.mentions


def solve_people(
    told: Sequence[Told], judgements: Sequence[Judgement], before: Mapping[str, Solved]
) -> tuple[Solved, ...]:
    """Every block of people solved; those of which `before` has the signature are taken from there."""
    mentions = [mention for one in told for mention in mentions_of(one)]
    decided = decisions_on_people(mentions, judgements)
    found = []
    for block in blocks_of(mentions, decided):
        signed = signature(block, decided)
        found.append(before.get(signed) or _block(signed, block, decided))
    return tuple(found)


def _block(signed: str, block: Sequence[Mention], decided: Decided) -> Solved:
    days = {mention.report: mention.day for mention in block}
    known = [_known(profile, days) for profile in solve_block(block, decided)]
    return Solved(
        block=signed,
        people=tuple(person for person, _ in known),
        mentions={mention.key: person.id for person, group in known for mention in group.mentions},
        suggestions=suggestions(known, decided),
    )


def mentions_of(told: Told) -> Iterable[Mention]:
    """The people of one report."""
    for person in told.reading.people:
        yield Mention(told.reading.report, person, told.outlet, told.published)


def solve_block(mentions: Iterable[Mention], decided: Decided) -> list[Profile]:
    """A profile for each person."""
    profiles = gather(mentions, decided)
    full = _by_initials(_by_part(_by_name([one for one in profiles if not one.is_short], decided), decided), decided)
    short = [one for one in profiles if one.is_short]
    return _as_decided(joined([*full, *short], place_short_names(short, full, decided)), decided)


def _by_name(profiles: list[Profile], decided: Decided) -> list[Profile]:
    """Profiles of the same name, in whatever order of its words, put together."""

    def compatible(first: int, second: int) -> bool:
        one, other = profiles[first], profiles[second]
        return may_be_one(one, other, decided) and all(
            same_name(name, fellow) for name in one.names for fellow in other.names
        )

    keys = {place: [tuple(sorted(name.tokens)) for name in held.names] for place, held in enumerate(profiles)}
    groups = solve(len(profiles), pairs_sharing(keys), compatible, lambda a, b: agree(profiles[a], profiles[b]))
    return joined(profiles, groups)


def _by_part(profiles: list[Profile], decided: Decided) -> list[Profile]:
    """Profiles of a part of a name, or of another spelling, put with the whole name: of one country.

    Another spelling needs an office in common too. In reports of one outlet a name may also lack just its initials,
    whatever the country, and a part of it that has an office in common may lack the country.
    """

    def compatible(first: int, second: int) -> bool:
        one, other = profiles[first], profiles[second]
        if not may_be_one(one, other, decided):
            return False
        part = _is_part(one, other) or _is_part(other, one)
        if one.country is not None and one.country == other.country:
            return part or _is_variant(one, other)
        if not one.outlets & other.outlets:
            return False
        unknown = None in (one.country, other.country)
        return _but_for_initials(one, other) or (unknown and part and share_office(one, other))

    pairs = _sharing_every_word(profiles) | pairs_sharing(
        {node: _words_in_office(profile) for node, profile in enumerate(profiles)}
    )
    groups = solve(len(profiles), pairs, compatible, lambda a, b: agree(profiles[a], profiles[b]))
    return joined(profiles, groups)


def _by_initials(profiles: list[Profile], decided: Decided) -> list[Profile]:
    """Profiles of a name cut to its initials put with the whole one: of one country, with an office in common.

    Comes after the parts of names, so that what they put together stands or falls with the initials as one.
    """

    def compatible(first: int, second: int) -> bool:
        one, other = profiles[first], profiles[second]
        if one.country is None or one.country != other.country or not may_be_one(one, other, decided):
            return False
        names = [(name, fellow) for name in one.names for fellow in other.names]
        fit = any(initials_fit(*pair) for pair in names) and all(_fit_somehow(*pair) for pair in names)
        return fit and share_office(one, other)

    pairs = pairs_sharing({node: _words_in_office(profile) for node, profile in enumerate(profiles)})
    groups = solve(len(profiles), pairs, compatible, lambda a, b: agree(profiles[a], profiles[b]))
    return joined(profiles, groups)


def _fit_somehow(first: Name, second: Name) -> bool:
    """Whether two names may be one's whose initials fit: they do, or one is a part of the other."""
    return initials_fit(first, second) or part_of(first, second) or part_of(second, first) or same_name(first, second)


def _words_in_office(profile: Profile) -> set[tuple[object, ...]]:
    """What two spellings of one office holder's name have in common: the country, the office, a word, and the letter
    that another word begins with."""
    words = {
        (word, other[0])
        for name in profile.names
        for word in name.tokens
        for other in name.tokens
        if word is not other and len(word) > 1
    }
    return {(profile.country, office.canonical, *pair) for office in profile.offices for pair in words}


def _sharing_every_word(profiles: Sequence[Profile]) -> set[tuple[int, int]]:
    """Pairs of profiles where one holds every word of the other's name.

    So no part is missed, and no pair is made of the family name that half a country shares.
    """
    holders: dict[str, set[int]] = defaultdict(set)
    for node, profile in enumerate(profiles):
        for token in (token for name in profile.names for token in name.tokens):
            holders[token].add(node)
    pairs: set[tuple[int, int]] = set()
    for node, profile in enumerate(profiles):
        for name in profile.names:
            found = sorted((holders[token] for token in name.tokens), key=len)
            pairs |= {(min(node, other), max(node, other)) for other in set.intersection(*found) if other != node}
    return pairs


def _is_part(short: Profile, long: Profile) -> bool:
    """Whether one name is a part of the other; a single word ("Charles III") needs an office in common too."""
    parts = all(any(part_of(name, whole) for whole in long.names) for name in short.names)
    return parts and (all(len(name.tokens) > 1 for name in short.names) or agree(short, long))


def _but_for_initials(first: Profile, second: Profile) -> bool:
    """Whether the names are the same but for words of one letter: "Donald Hale", "Donald J. Hale"."""
    plain = {tuple(token for token in name.tokens if len(token) > 1) for one in (first, second) for name in one.names}
    return len(plain) == 1 and (_is_part(first, second) or _is_part(second, first))


def _is_variant(first: Profile, second: Profile) -> bool:
    names = [(one, other) for one in first.names for other in second.names]
    return all(is_variant(one, other) for one, other in names) and share_office(first, second)


def _as_decided(profiles: list[Profile], decided: Decided) -> list[Profile]:
    """The groups with those put together that a reviewer called the same person."""
    return joined(profiles, decided.united([profile.keys for profile in profiles]))


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
    """The fullest form that is not rare: the one with the most words, with its diacritics, met the most often."""
    met = Counter(mention.person.name for mention in mentions)
    often = max((times for name, times in met.items() if not is_one_word(name)), default=0)

    def worth(name: str) -> tuple[bool, int, bool, int, bool, str]:
        parts = name_of(name)
        rare = met[name] * _RARE <= often
        return (not rare, len(parts.tokens), parts.is_accented, met[name], not name.isupper(), name)

    return max(met, key=worth)


def person_ids(ways: Mapping[tuple[str, str], str], report: str, names: Iterable[str]) -> frozenset[str]:
    """The ids of the people of one report whom it calls by these names."""
    return frozenset(ways.get((report, name), name) for name in names)
