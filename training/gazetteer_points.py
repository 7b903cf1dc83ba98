"""Points that stand for areas: the middle of a country's land, and the middle of the cities of a region.

Points are (latitude, longitude) in degrees. Areas are reckoned on the plane of the degrees, with longitudes shrunk by
the cosine of the latitude: enough for one point an area.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import cos, radians
from typing import Any

Point = tuple[float, float]
# A country's point lies on its mainland where that is most of its land (the United States without Alaska), else in
# the middle of all its islands (Indonesia).
_MAINLAND = 0.5


def country_points(topology: dict[str, Any]) -> dict[int, Point]:
    """The point of each country of a TopoJSON file of Natural Earth, by ISO 3166 numeric code."""
    arcs = [list(_arc(topology, arc)) for arc in topology["arcs"]]
    rings: dict[int, list[list[Point]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        if "id" in shape:  # a country's far islands can be a shape of their own with its code
            polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
            rings.setdefault(int(shape["id"]), []).extend(_ring(arcs, polygon[0]) for polygon in polygons)
    return {code: _land(parts) for code, parts in rings.items()}


def _arc(topology: dict[str, Any], arc: list[list[int]]) -> Iterator[Point]:
    (wide, high), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield y * high + low, x * wide + left


def _ring(arcs: list[list[Point]], numbers: Iterable[int]) -> list[Point]:
    """A closed line; an arc below zero is taken backwards (TopoJSON's ones' complement). Across the 180th meridian
    the longitudes run on, so that Russia is in one piece."""
    line: list[Point] = []
    for number in numbers:
        for lat, lon in arcs[number] if number >= 0 else reversed(arcs[~number]):
            turns = round((line[-1][1] - lon) / 360) if line else 0
            line.append((lat, lon + 360 * turns))
    return line


def _land(rings: list[list[Point]]) -> Point:
    parts = sorted((_centroid(ring) for ring in rings), key=lambda part: part[1], reverse=True)
    total = sum(area for _, area in parts)
    (mainland, largest), *_ = parts
    if largest >= _MAINLAND * total:
        return mainland[0], _turned(mainland[1])
    lat = sum(point[0] * area for point, area in parts) / total
    lon = sum((mainland[1] + _turned(point[1] - mainland[1])) * area for point, area in parts) / total
    return lat, _turned(lon)


def _turned(lon: float) -> float:
    """A longitude between -180 and 180."""
    return (lon + 180) % 360 - 180


def _centroid(ring: list[Point]) -> tuple[Point, float]:
    """The centroid of a polygon and its area, longitudes shrunk."""
    twice = lat = lon = 0.0
    for (y0, x0), (y1, x1) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x0 * y1 - x1 * y0
        twice, lat, lon = twice + cross, lat + (y0 + y1) * cross, lon + (x0 + x1) * cross
    if not twice:
        return ring[0], 0.0
    middle_lat = lat / (3 * twice)
    return (middle_lat, lon / (3 * twice)), abs(twice) / 2 * cos(radians(middle_lat))


def middle(points: list[Point]) -> Point:
    """The centroid of the hull around some points: towns lie thick in one corner of a region, the hull does not."""
    hull = _hull(sorted(set(points)))
    if len(hull) > 2:
        centre, area = _centroid(hull)
        if area:
            return centre
    lat, lon = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    return lat, lon


def _hull(points: list[Point]) -> list[Point]:
    """The convex hull, by Andrew's chains; the points come sorted."""
    if len(points) < 3:
        return points
    return [*_chain(points)[:-1], *_chain(points[::-1])[:-1]]


def _chain(points: list[Point]) -> list[Point]:
    kept: list[Point] = []
    for point in points:
        while len(kept) > 1 and _turn(kept[-2], kept[-1], point) <= 0:
            kept.pop()
        kept.append(point)
    return kept


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
