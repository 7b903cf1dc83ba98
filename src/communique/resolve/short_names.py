"""People whom reports call by one word of their name ("President Hale"): whose word that is, if anybody's.

One word is little evidence. It is taken for somebody known by a full name where both hold an office that one person
holds at a time, and the country agrees or the same outlet speaks; or where outlet, country and an office that many
hold agree, in reports not far apart. Where several people fit, it is nobody's, and a reviewer may say whose.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from communique.resolve.decided import Decided
from communique.resolve.grouping import Groups, pairs_sharing, solve
from communique.resolve.names import Name, part_of, same_name
from communique.resolve.profiles import Profile, agree, same_title, share_office
from communique.resolve.variants import words_alike

NEAR = 730  # days between two reports of one outlet that call a person by an office that many hold
FAR_MORE = 10  # times as many reports give one the office as give it another, whom the reader then took amiss


def place_short_names(short: Sequence[Profile], full: Sequence[Profile], decided: Decided) -> Groups:
    """Groups of profiles, by place in `[*full, *short]`: each full one with the short ones that are surely its own."""
    profiles = [*full, *short]
    home = _homes(short, full, decided)
    left = [place for place in range(len(full), len(profiles)) if place not in home]
    groups = [[place] for place in range(len(full))]
    for place, owner in sorted(home.items()):
        groups[owner].append(place)
    return [tuple(group) for group in groups] + _among_themselves(profiles, left, decided)


def _homes(short: Sequence[Profile], full: Sequence[Profile], decided: Decided) -> dict[int, int]:
    """For each short profile that is surely somebody's, whose it is."""
    holders = _holders(full)
    spelt = _spelt_alike({token for profile in short for name in profile.names for token in name.tokens}, holders)
    claims: dict[int, list[int]] = defaultdict(list)
    for place, profile in enumerate(short, start=len(full)):
        words = {word for name in profile.names for token in name.tokens for word in (token, *spelt.get(token, ()))}
        near = sorted(set[int]().union(*(holders.get(word, set()) for word in words)))
        owner = _owner(profile, [(one, full[one]) for one in near], decided)
        if owner is not None:
            claims[owner].append(place)
    profiles = [*full, *short]
    return {
        place: owner
        for owner, places in claims.items()
        for place in places
        if all(may_stand_together(profiles[place], profiles[other]) for other in places)
    }


def _holders(full: Sequence[Profile]) -> dict[str, set[int]]:
    holders: dict[str, set[int]] = defaultdict(set)
    for owner, profile in enumerate(full):
        for token in (token for name in profile.names for token in name.tokens):
            holders[token].add(owner)
    return holders


def _owner(short: Profile, near: Sequence[tuple[int, Profile]], decided: Decided) -> int | None:
    """Whose the word is: the one whom it fits, or of several the only one who is of the same country or holds the
    office in far more reports than the rest."""
    fitting = [(place, full) for place, full in near if fits(short, full, decided)]
    if len(fitting) > 1:
        fitting = [one for one in fitting if short.country and one[1].country == short.country] or fitting
    if len(fitting) > 1:
        fitting = _foremost(short, fitting)
    return fitting[0][0] if len(fitting) == 1 else None


def _foremost(short: Profile, fitting: Sequence[tuple[int, Profile]]) -> list[tuple[int, Profile]]:
    """Those who hold an office of the short profile in at least a tenth as many reports as the foremost."""
    worth = [max((full.support[name] for name in short.support), default=0) for _, full in fitting]
    return [one for one, given in zip(fitting, worth, strict=True) if given * FAR_MORE > max(worth)]


def fits(short: Profile, full: Profile, decided: Decided) -> bool:
    """Whether the short profile's word is surely a word of the full one's name, of nobody else known."""
    if decided.apart(short.keys, full.keys) or len({short.printed, full.printed} - {None}) > 1:
        return False
    outlet = bool(short.outlets & full.outlets)
    country = short.country is not None and short.country == full.country
    between = outlet and country
    if not all(any(_is_part(name, whole, between) for whole in full.names) for name in short.names):
        spelt = all(any(_is_respelt(name, whole) for whole in full.names) for name in short.names)
        return spelt and country and agree(short, full)
    if agree(short, full):
        return country or outlet
    return (country or short.country is None) and outlet and same_title(short, full) and near_in_time(short, full)


def _is_part(name: Name, whole: Name, between: bool) -> bool:
    """A family or given name, or, if it may be, a word `between` ("Peña" of "Enrique Peña Nieto")."""
    if part_of(name, whole):
        return True
    if not between or len(name.tokens) != 1 or name.tokens[0] not in whole.tokens:
        return False
    place = whole.tokens.index(name.tokens[0])
    return not (name.is_accented and whole.is_accented) or name.marks[0] == whole.marks[place]


def _is_respelt(name: Name, whole: Name) -> bool:
    """Whether a word is another spelling of the last of a name: "Zelensky", "Volodymyr Zelenskyy"."""
    return len(name.tokens) == 1 and not name.is_accented and bool(words_alike(name.tokens[0], whole.tokens[-1:]))


def _spelt_alike(short: Iterable[str], full: Iterable[str]) -> dict[str, list[str]]:
    """For each word of a short name, the words of full names that may be other spellings of it."""
    by_letter: dict[str, list[str]] = defaultdict(list)
    for word in full:
        by_letter[word[:2]].append(word)
    return {word: words_alike(word, by_letter.get(word[:2], ())) for word in short}


def may_stand_together(first: Profile, second: Profile) -> bool:
    """Whether two short profiles of one person do not contradict one another."""
    if len({first.printed, second.printed} - {None}) > 1:
        return False
    return all(_marks_agree(one, other) for one in first.names for other in second.names)


def _marks_agree(first: Name, second: Name) -> bool:
    return first.tokens != second.tokens or same_name(first, second)


def _among_themselves(profiles: Sequence[Profile], places: Sequence[int], decided: Decided) -> Groups:
    """Groups of the short profiles that are nobody's known by a full name."""

    def compatible(first: int, second: int) -> bool:
        return _is_one_word(profiles[places[first]], profiles[places[second]], decided)

    def agreeing(first: int, second: int) -> bool:
        one, other = profiles[places[first]], profiles[places[second]]
        return agree(one, other) and one.country == other.country

    keys = {node: [name.tokens for name in profiles[place].names] for node, place in enumerate(places)}
    groups = solve(len(places), pairs_sharing(keys), compatible, agreeing)
    return [tuple(places[node] for node in group) for group in groups]


def _is_one_word(first: Profile, second: Profile, decided: Decided) -> bool:
    """Whether two short profiles of the same word are one person: country and office agree, or outlet and office."""
    if decided.apart(first.keys, second.keys) or not may_stand_together(first, second):
        return False
    if not all(same_name(one, other) for one in first.names for other in second.names):
        return False
    outlet = bool(first.outlets & second.outlets)
    if first.country != second.country:
        return agree(first, second) and (outlet or None in (first.country, second.country))
    if not first.titles or not second.titles:
        return outlet or first.country is not None
    return share_office(first, second)


def near_in_time(first: Profile, second: Profile) -> bool:
    """Whether a report of one was published within `NEAR` days of a report of the other."""
    from bisect import bisect_left

    if not first.days or not second.days:
        return False
    for day in first.days:
        place = bisect_left(second.days, day)
        around = second.days[max(0, place - 1) : place + 1]
        if any(abs((date.fromisoformat(day) - date.fromisoformat(other)).days) <= NEAR for other in around):
            return True
    return False
