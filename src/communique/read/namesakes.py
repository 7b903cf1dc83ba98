"""Which of two namesakes a name means: Georgia the country, or Georgia of the United States.

What stands around the name says: a town of the one or the other before it, offices of its own ("senator", "county"),
American states or countries near by; then what the whole text names.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from communique.vocabulary import load_yaml

_WORD = re.compile(r"\w+")
_NAME = re.compile(r"\bg[eé]orgia\b", re.IGNORECASE)
_TOWN = re.compile(r"((?:[A-ZÀ-Ỹ][\w.’'-]+[ ]){0,2}[A-ZÀ-Ỹ][\w.’'-]+),\s$")
_NEAR = 30  # characters on either side in which an office's words belong to the name
_AROUND = 160  # characters on either side in which other states and countries tell which one is meant


def is_american_state(text: str, start: int, end: int) -> bool:
    """Whether "Georgia" at [start, end) is the American state; where nothing tells, it is the country."""
    town = _town_of(text, start)
    if town is not None:
        return town == "US"
    near = _words(text, start, end)
    if near & _vocabulary()["country_offices"] or _is_of_the_country(text):
        return False
    if near & _vocabulary()["state_offices"]:
        return True
    around = text[max(0, start - _AROUND) : start] + " | " + text[end : end + _AROUND]
    if _states().search(around):
        return True
    return not _names_countries(around) and _is_of_america(text)


def _town_of(text: str, start: int) -> str | None:
    """The country of a town right before the name: "Macon, Georgia", "Batumi, Georgia"."""
    from communique.read.places.names import places_named  # reads party names itself

    before = _TOWN.search(text, max(0, start - 60), start)
    countries = {entry.country for entry in places_named(before.group(1))} if before else set()
    found = [country for country in ("US", "GE") if country in countries]
    return found[0] if len(found) == 1 else None


def _words(text: str, start: int, end: int) -> set[str]:
    stretch = text[max(0, start - _NEAR) : start].rpartition("\n")[2], text[end : end + _NEAR].partition("\n")[0]
    return {word.group().lower() for part in stretch for word in _WORD.finditer(part)}


def _names_countries(text: str) -> bool:
    """Whether a text names countries other than the United States."""
    from communique.read.parties import find_parties  # asks this module about every "Georgia"

    return any(mention.code != "US" for mention in find_parties(_NAME.sub("", text)))


@lru_cache(maxsize=16)
def _is_of_america(text: str) -> bool:
    """Whether a text names American states, and nowhere offices of the country."""
    of_country = any(
        _words(text, name.start(), name.end()) & _vocabulary()["country_offices"] for name in _NAME.finditer(text)
    )
    return not of_country and bool(_states().search(text))


@lru_cache(maxsize=16)
def _is_of_the_country(text: str) -> bool:
    """Whether a text has a word for nothing but the country: "Tbilisi", "Georgian"."""
    return any(word in text for word in _vocabulary()["country"])


@cache
def _vocabulary() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load_yaml("places.yaml")["georgia"].items()}


@cache
def _states() -> re.Pattern[str]:
    """The American states but those that share their name."""
    names = set(load_yaml("places.yaml")["regions"]["US"]) - {"Georgia", "Washington"}
    return re.compile(rf"\b(?:{'|'.join(sorted(names))})\b")
