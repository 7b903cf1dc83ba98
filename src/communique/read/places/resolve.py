"""Which place each name of a report is: every place that has the name is scored, and the best one taken.

A name means one place throughout a report, unless the region printed behind it says otherwise. What speaks for a
place: its kind and size, the region or country behind its name, the countries and regions that the report names, where
the report comes from, and how near it lies to the report's other places. The last needs their places, so all names
are resolved once without it and then again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log10

from communique.model import Span
from communique.model.place import Place
from communique.read.places.gazetteer import Entry, gazetteer, key
from communique.read.places.names import kinds_told, places_named
from communique.read.places.surroundings import (
    Home,
    Point,
    Surroundings,
    container,
    lies_in,
    nearest,
    nearness,
    point_of,
    surroundings,
)

# Weights by hand, in units of the logarithm of the odds. On the places of 815 news articles (bench/geo) no figure moves
# by more than one point when any one of them is halved or raised by half, or a kind's by one.
_KIND = {"continent": 8.0, "country": 10.0, "region": 3.0, "district": 1.0, "city": 3.0}
_PER_TENFOLD = 1.2  # people: a town or region ten times as large
_SMALL = 300  # below this, size says nothing
_OTHER_NAME = -1.0
_CAPITAL = 2.0
_KIND_TOLD = 2.0
_CHIEF, _CHIEF_CITY = 0.2, -2.0
_CONTAINED, _CONTAINS = 6.0, 4.0
_COUNTRY_NAMED, _COUNTRY_SHARE = 1.0, 2.0
_REGION_SHARE = 2.0
_DISTRICT_NAMED = 2.0
_AT_HOME, _HOME_REGION, _HOME_COUNTRY = 5.0, 1.5, 2.0
_NEIGHBOUR, _SAME_AREA = 3.0, 1.0
_NEAR, _AROUND = 100.0, 400.0  # km
# A place takes part in placing others once it is likelier than not.
_LIKELY = 0.5
# The score of a place that the gazetteer does not hold: no hamlet is taken for a name that nothing else ties to it.
_UNKNOWN = 4.0
_BETWEEN = 2  # characters between a town and the area that it lies in: ", " or " ("
# Below this the places are too alike to choose, and the name is left without one.
SURE = 0.5


@dataclass(frozen=True, slots=True)
class _Sense:
    """A name in one meaning: its key, its words, the places that it can be, the areas printed behind it, and whether it
    stands behind a place itself, as the area that this lies in."""

    key: str
    name: str
    candidates: tuple[Entry, ...]
    within: tuple[Entry, ...]
    holds: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """The place taken for a name, and how likely it is among those of the name (0 to 1)."""

    entry: Entry
    likely: float


def resolve_places(text: str, spans: Sequence[Span], home: Home | None = None) -> tuple[Place | None, ...]:
    """The place of each name, in the order of the spans; None where no place has it or none stands out."""
    choices = choose(text, spans, home or Home())
    return tuple(place_of(c.entry) if c is not None and c.likely > SURE else None for c in choices)


def choose(text: str, spans: Sequence[Span], home: Home) -> tuple[Choice | None, ...]:
    """The likeliest place of each name; None only where the gazetteer knows none."""
    around = surroundings(text, spans, home)
    senses = _senses(text, spans)
    alone = {sense: _choice(sense, around, ()) for sense in dict.fromkeys(senses) if sense.candidates}
    final = {sense: _choice(sense, around, _others(sense, alone)) for sense in alone}
    return tuple(final.get(sense) for sense in senses)


def _senses(text: str, spans: Sequence[Span]) -> list[_Sense]:
    """One sense a name; where an area is printed behind it once, it is meant each time."""
    within: dict[str, tuple[Entry, ...]] = {}
    printed = [container(text, span) for span in spans]
    names = [span.of(text) for span in spans]
    found = [places_named(name) for name in names]
    for name, places, behind in zip(names, found, printed, strict=True):
        if behind and any(lies_in(place, area) for place in places for area in behind):
            within.setdefault(key(name), behind)
    holding = {
        after.start
        for span, after, behind in zip(spans, spans[1:], printed, strict=False)
        if behind and 0 <= after.start - span.end <= _BETWEEN
    }
    return [
        _Sense(key(name), name, places, behind or within.get(key(name), ()), span.start in holding)
        for span, name, places, behind in zip(spans, names, found, printed, strict=True)
    ]


def _others(sense: _Sense, chosen: dict[_Sense, Choice]) -> list[Point]:
    """The points of the report's other towns and districts, where they are likely."""
    return [
        point_of(choice.entry)
        for other, choice in chosen.items()
        if other.key != sense.key and choice.likely > _LIKELY and choice.entry.kind in {"city", "district"}
    ]


def _choice(sense: _Sense, around: Surroundings, others: Sequence[Point]) -> Choice:
    scores = [_score(place, sense, around, others) for place in sense.candidates]
    best = max(range(len(scores)), key=lambda n: scores[n])
    weights = [exp(score - scores[best]) for score in scores]
    chosen = sense.candidates[best]
    unknown = exp(_UNKNOWN - scores[best])
    same = (w for place, w in zip(sense.candidates, weights, strict=True) if _is_much_the_same(place, chosen))
    return Choice(chosen, sum(same) / (sum(weights) + unknown))


def _is_much_the_same(one: Entry, other: Entry) -> bool:
    """Whether two places of one name are a city and its own region: which of them is meant makes little difference."""
    return one.number == other.number or lies_in(one, other) or lies_in(other, one)


def _score(place: Entry, sense: _Sense, around: Surroundings, others: Sequence[Point]) -> float:
    return (
        _own(place, sense)
        + _by_report(place, around)
        + _by_home(place, around.home)
        + _NEIGHBOUR * nearest(point_of(place), others, _NEAR)
        + _SAME_AREA * nearest(point_of(place), others, _AROUND)
    )


def _own(place: Entry, sense: _Sense) -> float:
    """What speaks for a place whatever else the report says."""
    score = _KIND[place.kind]
    if place.kind not in {"country", "continent"}:
        score += _PER_TENFOLD * log10(max(place.population, _SMALL) / _SMALL) + _CAPITAL * place.capital
    told = kinds_told(sense.name)
    if place.kind in told:
        score += _KIND_TOLD
    elif not told and any(_is_chief(city, place) for city in sense.candidates):
        score += _CHIEF_CITY
    if any(lies_in(place, area) for area in sense.within):
        score += _CONTAINED
    if sense.holds and place.kind in {"country", "region"}:
        score += _CONTAINS
    return score + (0.0 if place.first else _OTHER_NAME)


def _is_chief(city: Entry, area: Entry) -> bool:
    """Whether a city makes up much of a region or district: "Hanoi" is the city then, and not the area around it."""
    return city.kind == "city" and lies_in(city, area) and city.population >= _CHIEF * area.population


def _by_report(place: Entry, around: Surroundings) -> float:
    """What the report says of the place's country, region and district."""
    named = min(1.0, around.countries.get(place.country, 0.0))
    region = place.number if place.kind == "region" else place.region
    return (
        _COUNTRY_NAMED * named
        + _COUNTRY_SHARE * around.country_share(place.country)
        + _REGION_SHARE * around.region_share(region)
        + _DISTRICT_NAMED * bool({place.number, place.district} & around.districts)
    )


def _by_home(place: Entry, home: Home) -> float:
    """How near to where the report comes from."""
    region = home.region is not None and home.region in {place.region, place.number}
    near = nearness(point_of(place), home.point, _NEAR) if home.point else 0.0
    return _AT_HOME * near + _HOME_REGION * region + _HOME_COUNTRY * (home.country == place.country)


def place_of(entry: Entry) -> Place:
    """The entry as the record keeps it."""
    region = entry.name if entry.kind == "region" else None
    if entry.region is not None:
        region = gazetteer().entry(entry.region).name
    return Place(
        name=entry.name,
        precision=entry.kind,
        country=entry.country or None,
        region=region,
        latitude=entry.latitude,
        longitude=entry.longitude,
        geonames=entry.geonames,
    )
