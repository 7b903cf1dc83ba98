"""A place of the world, as the gazetteer knows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Precision = Literal["continent", "country", "region", "district", "city"]


@dataclass(frozen=True, slots=True)
class Place:
    """Which place a name in a report is, and how closely that is known.

    `name` is the gazetteer's; `precision` says what the point stands for: a city's own, or the middle of a country,
    region or district. `country` is ISO 3166 alpha-2, None for a continent; `region` the name of the first-level
    region. Points are in degrees (WGS 84). `geonames` is the GeoNames id.
    """

    name: str
    precision: Precision
    country: str | None
    region: str | None
    latitude: float
    longitude: float
    geonames: int
