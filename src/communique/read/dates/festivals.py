"""Festivals and national days: when they fall, by `vocabulary/festivals.yaml` and the `holidays` package."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from communique.read.dates.calendar import Stretch, add_days, day_of
from communique.read.dates.clock import Clock, Meaning, Outcome, in_year
from communique.read.dates.vocabulary import festivals

_OTHER_DAYS = frozenset(
    {"Eve", "observed", "lieu", "Second", "Third", "Fourth", "second", "third", "day", "preceding", "after", "before"}
    | {"Adhi", "29", "Juneteenth", "from"}
)
_BESIDE = 40  # characters on either side of a national day in which its country may stand
_NEAR = 75  # days within which a national day is taken to be that of one of the report's countries


@dataclass(frozen=True, slots=True)
class Festival:
    """A festival of the vocabulary, in a year where one is named; `country` is the state beside a national day."""

    key: str
    year: Meaning | None = None
    country: str | None = None

    def resolve(self, clock: Clock) -> Outcome | None:
        if festivals()[self.key].get("local"):
            return in_year(
                self.year, replace(clock, leaning=float), lambda year: _local(self.key, clock.countries, year), None
            )
        if not self.is_national:
            # A festival is spoken of as it comes near, whatever the tense: greetings, invitations, deadlines.
            near = clock if clock.settled else replace(clock, leaning=float)
            return in_year(self.year, near, lambda year: _stretch(self.key, year), None)
        if self.country:
            return in_year(self.year, clock, lambda year: _national(self.key, self.country or "", year), None)
        return self._of_the_reports_countries(clock)

    @property
    def is_national(self) -> bool:
        """True for a day that each country has at its own time."""
        return "national" in festivals()[self.key]

    @property
    def differs(self) -> bool:
        """True for a day that not every country keeps at the same time."""
        return self.is_national or "local" in festivals()[self.key]

    def _of_the_reports_countries(self, clock: Clock) -> Outcome | None:
        """The one such day near the publication, if the countries that the report names have just one."""
        if clock.today is None:
            return None
        found = {replace(self, country=country).resolve(clock) for country in clock.countries}
        near = {o for o in found if o and o.stretch and o.stretch.distance(clock.today) <= _NEAR}
        return near.pop() if len(near) == 1 else None


@cache
def _stretch(key: str, year: int) -> Stretch | None:
    """The days of a festival in a year, None where they are not known."""
    entry: Mapping[str, Any] = festivals()[key]
    first = _first_day(entry, year)
    if first is None:
        return None
    last = _last_day(entry, first)
    return Stretch(entry.get("unit", "D"), first, last) if last and last >= first else None


def _first_day(entry: Mapping[str, Any], year: int) -> date | None:
    if "fixed" in entry:
        return _month_day(entry["fixed"], year)
    if "easter" in entry:
        return add_days(_easter(year), int(entry["easter"]))
    if "advent" in entry:
        christmas = date(year, 12, 25)
        return christmas - timedelta(days=christmas.isoweekday() + 21)
    country, name = entry["holiday"]
    return _holiday(country, name, year)


def _last_day(entry: Mapping[str, Any], first: date) -> date | None:
    until = entry.get("until")
    if until is None:
        return add_days(first, int(entry.get("days", 1)) - 1)
    if isinstance(until, str):
        return _month_day(until, first.year)
    country, name = until
    after = _holiday(country, name, first.year)
    return after - timedelta(days=1) if after else None


def _month_day(text: str, year: int) -> date | None:
    month, day = map(int, text.split("-"))
    return day_of(year, month, day)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    rest = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + rest - 7 * ((a + 11 * h + 22 * rest) // 451) + 114, 31)
    return date(year, month, day + 1)


def _national(key: str, country: str, year: int) -> Stretch | None:
    fixed = festivals()[key].get("at", {}).get(country)
    if fixed:
        day = _month_day(fixed, year)
        return Stretch("D", day, day) if day else None
    for name in festivals()[key]["national"]:
        day = _holiday(country, name, year)
        if day:
            return Stretch("D", day, day)
    return None


def _local(key: str, countries: tuple[str, ...], year: int) -> Stretch | None:
    """A festival on the day on which the first of the countries that keep it does."""
    home, name = festivals()[key]["holiday"]
    days = (day for country in (*countries, home) if (day := _holiday(country, name, year)))
    day = next(days, None)
    return Stretch("D", day, day) if day else None


@cache
def _holiday(country: str, name: str, year: int) -> date | None:
    """The first day of a country's holidays whose English name holds a name and little else; substitute days do
    not count."""
    found = [(len(own), day) for day, names in _calendar(country, year) for own in names if _is(own, name)]
    return min(found, default=(0, None))[1]


def _is(own: str, name: str) -> bool:
    """True for the holiday itself and for one with its country or a note added, not for its eve or second day."""
    return name in own and _OTHER_DAYS.isdisjoint(own.replace("'s", "").replace("(", "").replace(")", "").split())


@cache
def _calendar(country: str, year: int) -> tuple[tuple[date, tuple[str, ...]], ...]:
    """A country's holidays of all kinds in a year, in order, by their English names; none for a country unknown."""
    import holidays

    known = getattr(holidays, country, None)
    if known is None or not known.start_year <= year <= known.end_year:
        return ()
    language = "en_US" if "en_US" in known.supported_languages else None
    with warnings.catch_warnings():  # it warns of years for which it knows no lunar days
        warnings.simplefilter("ignore")
        days = known(years=year, language=language, categories=known.supported_categories)
    return tuple((day, tuple(names.split("; "))) for day, names in sorted(days.items()))


def at_home(meaning: Meaning, text: str, start: int, end: int) -> Meaning:
    """A national day with the country that stands beside it ("Lao National Day", "National Day of Egypt").

    Any other meaning is left as it is.
    """
    inner = getattr(meaning, "of", None)
    if inner is not None and not isinstance(meaning, Festival):
        home = at_home(inner, text, start, end)
        return meaning if home is inner else replace(meaning, of=home)  # type: ignore[type-var]
    if isinstance(meaning, Festival) and meaning.differs:
        return replace(meaning, country=_beside(text, start, end))
    return meaning


def _beside(text: str, start: int, end: int) -> str | None:
    """The state named right before an expression, or after it with "of"."""
    from communique.read.parties import find_parties

    before = text[max(0, start - _BESIDE) : end]
    before = before[before.rfind(". ") + 1 :]
    states = [mention.code for mention in find_parties(before) if len(mention.code) == 2]
    if states:
        return states[-1]
    following = text[end : end + _BESIDE]
    if following.startswith(" of "):
        return next((m.code for m in find_parties(following) if m.span.start <= len(" of the ")), None)
    return None


def named_countries(text: str) -> tuple[str, ...]:
    """The states that a text names, in the order in which it does."""
    from communique.read.parties import find_parties

    return tuple(dict.fromkeys(mention.code for mention in find_parties(text) if len(mention.code) == 2))
