"""Pairs of people who may be one, for a reviewer to decide: each with what speaks for it and what against it.

Only pairs within a block whose names share a word are looked at. A pair on which a
reviewer decided is not suggested again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from communique.model import KnownPerson
from communique.model.record import Suggestion
from communique.resolve.decided import Decided
from communique.resolve.grouping import pairs_sharing
from communique.resolve.identity import identifier
from communique.resolve.names import Name, part_of, same_name
from communique.resolve.profiles import Profile, agree, same_title
from communique.resolve.variants import accounts_for_all, initials_fit, is_variant

# What the two have in common or not, and what it weighs: chosen by reading the pairs of 2,000 readouts that came out.
SAME_NAME, SPELT_ALIKE, PART, INITIALS, SOME_INITIALS, ONE_WORD = 3.0, 2.0, 2.0, 2.0, 1.0, 1.0
OTHER_NAME = -3.0
SAME_COUNTRY, OTHER_COUNTRY, MAYBE_COUNTRY = 1.0, -3.0, -0.5
SAME_OFFICE, SAME_TITLE, OTHER_OFFICE = 2.0, 1.0, -1.0
ANOTHER_FITS = -1.0
ENOUGH = 2.0  # a pair that scores less is no better than chance
_DAYS_APART = 1500  # reports longer apart tell against one person being called by one word

Known = tuple[KnownPerson, Profile]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What speaks for two people being one, and what against it, each with its weight."""

    reasons: tuple[tuple[str, float], ...]
    doubts: tuple[tuple[str, float], ...]

    @property
    def score(self) -> float:
        return sum(weight for _, weight in (*self.reasons, *self.doubts))


def suggestions(known: Sequence[Known], decided: Decided) -> tuple[Suggestion, ...]:
    """The unsure pairs of a block, the likeliest first."""
    pairs: list[tuple[Known, Known, Weighed]] = []
    in_order = sorted(known, key=lambda one: one[0].id)
    words = {place: {word for name in one[1].names for word in name.tokens} for place, one in enumerate(in_order)}
    for here, there in sorted(pairs_sharing(words)):
        first, second = in_order[here], in_order[there]
        if decided.decides(first[1].keys, second[1].keys):
            continue
        if _names(first[1], second[1]) is not None:
            pairs.append((first, second, weigh(first[1], second[1])))
    found = [_suggestion(*pair, rivals=_rivals(pair, pairs)) for pair in pairs]
    return tuple(sorted((one for one in found if one.score >= ENOUGH), key=lambda one: (-one.score, one.id)))


def weigh(first: Profile, second: Profile) -> Weighed:
    """What speaks for and against any two people being one."""
    name = _names(first, second) or ("no name in common", OTHER_NAME)
    found = [name, *_countries(first, second), *_offices(first, second), *_days(first, second)]
    return Weighed(tuple(one for one in found if one[1] > 0), tuple(one for one in found if one[1] < 0))


def _names(first: Profile, second: Profile) -> tuple[str, float] | None:
    """What the names have in common; single words count only where nothing more is known of somebody."""
    pairs = [(one, other) for one in _fullest(first) for other in _fullest(second)]
    if first.is_short or second.is_short:
        short = any(same_name(one, other) or _is_part(one, other) for one, other in pairs)
        return ("a word of the other's name", ONE_WORD) if short else None
    if any(same_name(one, other) for one, other in pairs):
        return "the same name", SAME_NAME
    if any(_is_part(one, other) for one, other in pairs):
        return "a part of the other's name", PART
    if any(is_variant(one, other) for one, other in pairs):
        return "another spelling of the name", SPELT_ALIKE
    fitting = [(one, other) for one, other in pairs if initials_fit(one, other)]
    if any(accounts_for_all(one, other) for one, other in fitting):
        return "the initials of the other's name", INITIALS
    return ("some initials of the other's name", SOME_INITIALS) if fitting else None


def _fullest(profile: Profile) -> list[Name]:
    return [name for name in profile.names if len(name.tokens) > 1] or list(profile.names)


def _is_part(one: Name, other: Name) -> bool:
    return part_of(one, other) or part_of(other, one)


def _countries(first: Profile, second: Profile) -> Iterator[tuple[str, float]]:
    if first.country is None or second.country is None:
        return
    if first.country == second.country:
        yield f"both of {first.country}", SAME_COUNTRY
    elif first.printed and second.printed:
        yield f"of {first.country} and of {second.country}", OTHER_COUNTRY
    else:
        yield f"perhaps of {first.country} and of {second.country}", MAYBE_COUNTRY


def _offices(first: Profile, second: Profile) -> Iterator[tuple[str, float]]:
    if agree(first, second):
        shared = {office.canonical for office in first.unshared} & {office.canonical for office in second.unshared}
        yield f"both {min(shared).replace('_', ' ')}", SAME_OFFICE
    elif same_title(first, second) or same_title(second, first):
        yield "called by the same title", SAME_TITLE
    elif first.titles and second.titles:
        yield "called by other titles", OTHER_OFFICE


def _days(first: Profile, second: Profile) -> Iterator[tuple[str, float]]:
    if not first.days or not second.days or not (first.is_short or second.is_short):
        return
    earlier, later = sorted((first.days, second.days))
    gap = (date.fromisoformat(later[0]) - date.fromisoformat(earlier[-1])).days
    if gap > _DAYS_APART:
        yield f"{gap // 365} years apart", OTHER_OFFICE


def _rivals(pair: tuple[Known, Known, Weighed], pairs: Sequence[tuple[Known, Known, Weighed]]) -> list[str]:
    """Others whom the less known of the two might be as well."""
    less = min(pair[:2], key=lambda one: (not one[1].is_short, one[0].reports, one[0].id))
    others = [
        other[1] if other[0] is less else other[0]
        for other in pairs
        if other is not pair and less in other[:2] and other[2].score >= pair[2].score
    ]
    return sorted({person.name for person, _ in others})


def _suggestion(first: Known, second: Known, weighed: Weighed, rivals: Sequence[str]) -> Suggestion:
    one, other = first[0], second[0]
    doubts = [reason for reason, _ in weighed.doubts] + [f"may be {name} as well" for name in rivals]
    return Suggestion(
        id=identifier("pair", one.id, other.id),
        people=(one.id, other.id),
        names=(one.name, other.name),
        score=weighed.score + (ANOTHER_FITS if rivals else 0.0),
        reasons=tuple(reason for reason, _ in weighed.reasons),
        doubts=tuple(doubts),
        evidence=(one.evidence[0], other.evidence[0]),
    )
