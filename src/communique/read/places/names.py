"""From a name as printed to the places that it can mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from communique.read.parties import find_parties, parties
from communique.read.places.gazetteer import Entry, Kind, gazetteer, key
from communique.vocabulary import load_yaml

_CODE = 3  # a word in capitals up to this length is a code or an organisation and no town


@dataclass(frozen=True, slots=True)
class Words:
    """`vocabulary/places.yaml`: countries that share a name, names of areas wider than any place, the kinds that words
    tell of, words that only point into a place, and shortened names of regions (by their key; the postal codes apart)
    to the regions' numbers."""

    shared: dict[str, tuple[str, ...]]
    wide: frozenset[str]
    kinds: dict[str, frozenset[Kind]]
    parts: frozenset[str]
    regions: dict[str, tuple[int, ...]]
    postal: dict[str, tuple[int, ...]]


@cache
def words() -> Words:
    """The vocabulary, read once."""
    data = load_yaml("places.yaml")
    kinds: dict[str, frozenset[Kind]] = {}
    for kind, listed in data["kinds"].items():
        for word in listed:
            kinds[word] = kinds.get(word, frozenset()) | {kind}
    regions: dict[str, tuple[int, ...]] = {}
    postal: dict[str, tuple[int, ...]] = {}
    for country, names in data["regions"].items():
        for name, (*short, code) in names.items():
            number = _region(country, name)
            for form in short:
                regions[key(form)] = (*regions.get(key(form), ()), number)
            postal[code] = (*postal.get(code, ()), number)
    shared = {name: tuple(codes) for name, codes in data["shared"].items()}
    wide = frozenset(key(name) for name in data["wide"])
    return Words(shared, wide, kinds, frozenset(data["parts"]), regions, postal)


def _region(country: str, name: str) -> int:
    return next(e.number for e in gazetteer().named(name) if e.kind == "region" and e.country == country)


@lru_cache(maxsize=65536)
def places_named(name: str) -> tuple[Entry, ...]:
    """Every place that a printed name can mean, none where the gazetteer does not know it.

    Where nothing has the name itself, words of kind and direction are taken off: "the city of Huế", "northern Laos".
    """
    plain = re.sub(r"\s+", " ", name).strip(" ,")
    if key(plain) in words().wide:
        return ()
    while True:
        found = _exactly(plain)
        shorter = None if found else _shortened(plain)
        if shorter is None:
            return found
        plain = shorter


def _exactly(name: str) -> tuple[Entry, ...]:
    states = _states(name)
    short = tuple(gazetteer().entry(number, first=False) for number in shortened_regions(name))
    if name.isupper() and len(name) <= _CODE:
        return (*states, *short)
    numbers = {entry.number for entry in states}
    others = tuple(entry for entry in gazetteer().named(name) if entry.number not in numbers)
    parts = {entry.country for entry in others if entry.kind == "region" and entry.first}
    return (*(state for state in states if state.first or state.country not in parts), *others, *short)


def _states(name: str) -> tuple[Entry, ...]:
    """The countries of a name; `first` where it is a country's usual one, and no other's."""
    codes = dict.fromkeys((*_countries(name), *words().shared.get(key(name), ())))
    entries = (entry for code in codes if (entry := gazetteer().country(code)))
    return tuple(replace(entry, first=_is_usual(entry.country, name)) for entry in entries)


def _is_usual(country: str, name: str) -> bool:
    """Whether a country is a party that goes by this name; a territory ("American Samoa") is none."""
    return country in parties() and key(parties()[country].name) == key(name)


def _countries(name: str) -> tuple[str, ...]:
    """The country whose name this is; a demonym is no place, nor is a capital its country."""
    mentions = find_parties(name)
    if len(mentions) != 1 or mentions[0].form != "name" or key(mentions[0].span.of(name)) != key(name):
        return ()
    return (mentions[0].code,)


def shortened_regions(name: str) -> tuple[int, ...]:
    """The regions that a shortened name can stand for: "Calif." and "CA", "La." but not "La"."""
    if name in words().postal:
        return words().postal[name]
    dotted = "." in name
    return words().regions.get(key(name), ()) if dotted else ()


def _shortened(name: str) -> str | None:
    """A name with one word of kind or direction off, or None where none is left to take."""
    first, _, rest = name.partition(" ")
    of = rest.lower().startswith("of ")
    if rest and (first.lower() in words().parts or first.lower() == "the"):
        return rest
    if of and first.lower() in words().kinds:
        return rest[3:]
    rest, _, last = name.rpartition(" ")
    return rest if rest and last.lower() in words().kinds else None


def kinds_told(name: str) -> frozenset[Kind]:
    """The kinds of place that a word in the name tells of: "Kandal province" → region; empty where none does."""
    parts = name.split()
    told = [words().kinds[word] for word in (parts[0].lower(), parts[-1].lower()) if word in words().kinds]
    return frozenset[Kind]().union(*told) if len(parts) > 1 else frozenset()
