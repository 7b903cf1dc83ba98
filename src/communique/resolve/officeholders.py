"""Who is known to have held an office on a day, from a dated table.

The table (`vocabulary/officeholders.csv`) is evidence and never the truth: it ends in 2022, and a report that
contradicts it goes before it.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from communique.resolve.names import Name, name_of, part_of, same_name
from communique.vocabulary import read_text

Post = tuple[str, str]  # an office by its canonical name, and the party's code

_FIRST, _LAST = "0000-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True)
class Holding:
    """Who held an office from when to when; a date is a year, a month or a day, None where it is unknown.

    `until` is when a holder without a known end was last seen in office.
    """

    office: str
    party: str
    name: str
    also: str | None  # another spelling of the name
    wikidata: str
    start: str | None
    end: str | None
    until: str | None

    def may_cover(self, day: str) -> bool:
        """Whether nothing known speaks against the holder being in office on the day (YYYY-MM-DD)."""
        return _earliest(self.start) <= day <= _latest(self.end)

    def covers(self, day: str) -> bool:
        """Whether the holder is known to have been in office on the day."""
        seen = self.end or self.until
        return bool(seen) and _latest(self.start or self.until) <= day <= _earliest(seen)

    def is_named(self, name: Name) -> bool:
        """Whether a name is the holder's, in full or a part of it."""
        return any(same_name(name, own) or part_of(name, own) for own in self.names)

    @property
    def names(self) -> tuple[Name, ...]:
        return tuple(name_of(printed) for printed in (self.name, self.also) if printed)


def holders(office: str, party: str, day: str) -> tuple[Holding, ...]:
    """Who is known to have held an office of a party on a day (YYYY-MM-DD), else who may have; oldest first.

    Empty where the table does not say. More than one where it is not sure, as in a year of two holders.
    """
    possible = [one for one in _by_post().get((office, party), ()) if one.may_cover(day)]
    return tuple([one for one in possible if one.covers(day)] or _latest_begun(possible, day))


def offices_of(name: str, day: str) -> tuple[Holding, ...]:
    """The offices that a person of this full name held on a day, or may have held."""
    printed = name_of(name)
    found = _by_words().get(tuple(sorted(printed.tokens)), ())
    called = (one for one in found if any(same_name(printed, own) for own in one.names))
    return tuple(one for one in called if one in holders(one.office, one.party, day))


def holder_called(name: str, office: str, party: str, day: str) -> Holding | None:
    """The one holder of an office on a day, where the name is theirs, in full or in part: "Premier Hale".

    Two names with the same holder are of one person, as far as the table says.
    """
    found = [one for one in holders(office, party, day) if one.covers(day)]
    return found[0] if len(found) == 1 and found[0].is_named(name_of(name)) else None


def other_holder(names: tuple[str, ...], office: str, party: str, day: str) -> Holding | None:
    """Who the table says held an office on a day, where it is nobody of these names: the report goes before it."""
    found = [one for one in holders(office, party, day) if one.covers(day)]
    told = any(one.is_named(name_of(name)) or _holds(name, one) for one in found for name in names)
    return found[0] if found and not told else None


def _holds(name: str, holding: Holding) -> bool:
    """Whether a longer name than the table's holds it: "Emmanuel Jean-Michel Hale"."""
    return any(part_of(own, name_of(name)) for own in holding.names)


def _latest_begun(possible: list[Holding], day: str) -> list[Holding]:
    """Those of whom no successor is known by the day: an unknown end lies before the next one's start."""
    begun = [one.start for one in possible if one.start and _latest(one.start) <= day]
    return [one for one in possible if _latest(one.start) >= max(begun, default="") or one.end]


def _earliest(date: str | None) -> str:
    """The first day that a date may mean; without one, any day."""
    return f"{date}{_FIRST[len(date) :]}" if date else _FIRST


def _latest(date: str | None) -> str:
    """A day after which no day is that a date may mean; without one, any day."""
    return f"{date}{_LAST[len(date) :]}" if date and len(date) == 4 else f"{date}-31"[:10] if date else _LAST


@cache
def _by_post() -> dict[Post, tuple[Holding, ...]]:
    posts: dict[Post, list[Holding]] = defaultdict(list)
    for one in _table():
        posts[one.office, one.party].append(one)
    return {post: tuple(held) for post, held in posts.items()}


@cache
def _by_words() -> dict[tuple[str, ...], tuple[Holding, ...]]:
    """The rows by the words of their holder's name, in the order of the alphabet."""
    words: dict[tuple[str, ...], list[Holding]] = defaultdict(list)
    for one in _table():
        for key in {tuple(sorted(name.tokens)) for name in one.names}:
            words[key].append(one)
    return {key: tuple(held) for key, held in words.items()}


@cache
def _table() -> tuple[Holding, ...]:
    lines = (line for line in read_text("officeholders.csv").splitlines() if not line.startswith("#"))
    return tuple(
        Holding(
            row["office"],
            row["party"],
            row["name"],
            row["also"] or None,
            row["wikidata"],
            row["start"] or None,
            row["end"] or None,
            row["until"] or None,
        )
        for row in csv.DictReader(lines)
    )
