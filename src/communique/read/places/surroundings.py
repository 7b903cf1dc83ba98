"""What a report says around the names of its places: the region printed behind a town, and the countries named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, exp, radians, sin, sqrt

from communique.model import Span
from communique.read.parties import find_parties
from communique.read.places.gazetteer import Entry, gazetteer
from communique.read.places.names import kinds_told, places_named, shortened_regions

Point = tuple[float, float]

_WORD = r"[A-ZÀ-Ỹ][\w.'’-]*"
_BEHIND = re.compile(rf"(?:,\s|\s\(|\sin (?:the )?)\s*((?:{_WORD})(?:\s+(?:(?:and|of|the|de)\s+)?{_WORD}){{0,3}})")
_FAR = 60  # characters behind a name in which the region that it lies in begins and ends
# A demonym tells less of where things happen than a country's name: people travel.
_TELLS = {"name": 1.0, "capital": 1.0, "demonym": 0.5}
# Names of smaller regions are mostly names of their towns.
_LARGE_REGION = 300_000
_EARTH = 6371.0


@dataclass(frozen=True, slots=True)
class Home:
    """Where a report comes from, as far as known beside its text: the country, region (the number of its entry) and
    point of its outlet, issuer or dateline."""

    country: str | None = None
    region: int | None = None
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """How much a report speaks of each country and region, which districts it names, and where it comes from."""

    countries: Mapping[str, float]
    regions: Counter[int]
    districts: frozenset[int]
    home: Home

    def country_share(self, code: str) -> float:
        """The part of all that the report says of countries that is about this one."""
        total = sum(self.countries.values())
        return self.countries.get(code, 0.0) / total if code and total else 0.0

    def region_share(self, number: int | None) -> float:
        """The same for regions."""
        return self.regions[number] / total if number is not None and (total := self.regions.total()) else 0.0


def surroundings(text: str, spans: Iterable[Span], home: Home) -> Surroundings:
    """The surroundings of the names at the spans of a text."""
    countries: dict[str, float] = {}
    for mention in find_parties(text):
        if not _shared(mention.span.of(text)):
            countries[mention.code] = countries.get(mention.code, 0.0) + _TELLS.get(mention.form, 0.0)
    regions: Counter[int] = Counter()
    districts: set[int] = set()
    for span in spans:
        name = span.of(text)
        behind = container(text, span)
        told = (*_region_meant(name), *(e for e in behind if e.kind == "region"))
        regions.update(e.number for e in told)
        for code in {e.country for e in told}:
            countries[code] = countries.get(code, 0.0) + 1.0
        named = places_named(name) if "district" in kinds_told(name) else ()
        districts.update(e.number for e in (*named, *behind) if e.kind == "district")
    return Surroundings(countries, regions, frozenset(districts), home)


def _region_meant(name: str) -> tuple[Entry, ...]:
    """The large region of which a name is the first and no country's or capital's."""
    if _shared(name) or any(place.capital for place in places_named(name)):
        return ()
    return tuple(e for e in places_named(name) if e.first and e.kind == "region" and e.population >= _LARGE_REGION)


@lru_cache(maxsize=4096)
def _shared(name: str) -> bool:
    """Whether a country's name is another country's or a large region's too: "Georgia" says nothing for itself."""
    large = [e for e in places_named(name) if e.kind == "country" or (e.kind == "region" and e.first)]
    return len({e.country for e in large if e.kind == "country" or e.population >= _LARGE_REGION}) > 1


def container(text: str, span: Span) -> tuple[Entry, ...]:
    """The regions, districts or countries that the words behind a name can mean: "Paris, Texas", "Hull (Quebec)"."""
    match = _BEHIND.match(text, span.end, span.end + _FAR)
    words = match[1].split() if match else []
    for size in range(len(words), 0, -1):
        found = _wide(" ".join(words[:size]))
        if found:
            return found
    return ()


def _wide(name: str) -> tuple[Entry, ...]:
    if short := shortened_regions(name):
        return tuple(gazetteer().entry(number) for number in short)
    return tuple(e for e in places_named(name.rstrip(".)")) if e.kind in {"region", "country", "district"})


def lies_in(place: Entry, wider: Entry) -> bool:
    """Whether a place lies in a region, district or country; none lies in itself."""
    if place.number == wider.number:
        return False
    if wider.kind == "country":
        return place.country == wider.country
    return wider.number in {place.region, place.district}


def point_of(place: Entry) -> Point:
    return place.latitude, place.longitude


def nearness(one: Point, other: Point, scale: float) -> float:
    """One at the point, a third at `scale` km, nothing far away."""
    return exp(-km(one, other) / scale)


def nearest(point: Point, others: Sequence[Point], scale: float) -> float:
    """How near the nearest of some points is."""
    return max((nearness(point, other, scale) for other in others), default=0.0)


def km(one: Point, other: Point) -> float:
    """Great-circle distance between two points in degrees."""
    lat1, lon1, lat2, lon2 = map(radians, (*one, *other))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(h)))
