"""Where an outlet is at home, from the places that its reports name: a local paper writes about one town's area."""

from __future__ import annotations

from collections.abc import Iterable

from communique.read.places.gazetteer import Entry
from communique.read.places.resolve import Choice
from communique.read.places.surroundings import Home, nearness, point_of

_AREA = 50.0  # km: what a local paper covers


def home_of(reports: Iterable[Iterable[Choice | None]]) -> Home:
    """The town around which most of the reports have a place, weighed by how likely the places are; no home where
    they name none."""
    voting = [_towns(report) for report in reports]
    towns = {choice.entry.number: choice.entry for report in voting for choice in report}
    if not towns:
        return Home()
    best = max(towns.values(), key=lambda town: (_support(town, voting), -town.number))
    return Home(best.country, best.region, point_of(best))


def _towns(report: Iterable[Choice | None]) -> list[Choice]:
    found = {choice.entry.number: choice for choice in report if choice and choice.entry.kind == "city"}
    return list(found.values())


def _support(town: Entry, voting: list[list[Choice]]) -> float:
    """How many reports have a place near the town; a report counts once."""
    return sum(
        max((c.likely * nearness(point_of(c.entry), point_of(town), _AREA) for c in report), default=0.0)
        for report in voting
    )
