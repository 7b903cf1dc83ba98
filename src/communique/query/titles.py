"""The offices of a person as the pair's reports print them, each with the days on which they do."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from communique.model import KnownPerson, Office
from communique.query.citing import place_of
from communique.query.selection import Selection

_MOST = 3  # offices shown of one person, those named last first


@dataclass(frozen=True, slots=True)
class _Printed:
    """One printing of an office, and the day of its report."""

    office: Office
    day: str


def titles(person: KnownPerson, selection: Selection) -> tuple[str, ...]:
    """Each office by its commonest title: "Prime Minister (2021-10-04 to 2024-09-21)"."""
    offices: dict[str, list[_Printed]] = {}
    for printed in _printings(person, selection):
        office = printed.office
        offices.setdefault(office.canonical or office.title.casefold(), []).append(printed)
    found = sorted(offices.values(), key=lambda same: max(one.day for one in same), reverse=True)
    return tuple(map(_described, found[:_MOST]))


def _printings(person: KnownPerson, selection: Selection) -> list[_Printed]:
    places = {place_of(e) for e in person.evidence if e.report in selection.reports}
    return [
        _Printed(office, selection.citing.published(read.evidence))
        for reading in selection.material.readings
        for read in reading.people
        if place_of(read.evidence) in places
        for office in read.offices
    ]


def _described(same: list[_Printed]) -> str:
    title = Counter(one.office.title for one in same).most_common(1)[0][0]
    days = sorted({one.day for one in same if one.day})
    return f"{title} ({' to '.join(dict.fromkeys((days[0], days[-1])))})" if days else title
