"""Festivals and national days: when they fall, from the vocabulary and the `holidays` package."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from communique.read.dates.calendar import Stretch, add_days, day_of
from communique.read.dates.meaning import Clock, Meaning, Outcome, in_year
from communique.read.dates.vocabulary import festivals


@dataclass(frozen=True, slots=True)
class Festival:
    """A festival of the vocabulary, in a year where one is named."""

    key: str
    year: Meaning | None = None

    def resolve(self, clock: Clock) -> Outcome | None:
        return in_year(self.year, clock, lambda year: _stretch(self.key, year), None)


@cache
def _stretch(key: str, year: int) -> Stretch | None:
    """The days of a festival in a year, None where they are not known."""
    entry: Mapping[str, Any] = festivals()[key]
    first = _first_day(entry, year)
    if first is None:
        return None
    return Stretch("D", first, add_days(first, int(entry.get("days", 1)) - 1))


def _first_day(entry: Mapping[str, Any], year: int) -> date | None:
    if "fixed" in entry:
        month, day = map(int, str(entry["fixed"]).split("-"))
        return day_of(year, month, day)
    return None
