"""Fiscal years: from the month in which the country that the report names first begins its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.read.dates.calendar import months
from communique.read.dates.meaning import Clock, Outcome, known
from communique.read.dates.relative import Unit
from communique.read.dates.vocabulary import fiscal_years


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """The present fiscal year, or the one so many before or after it.

    One that is printed with its years ("FY2024-25") is no such: it keeps the years as they are printed.
    """

    offset: int = 0

    def resolve(self, clock: Clock) -> Outcome | None:
        start = fiscal_years().get(clock.countries[0]) if clock.countries else None
        if clock.today is None or start is None:
            return Unit("Y", self.offset).resolve(clock)
        year = clock.today.year - (clock.today.month < start) + self.offset
        return known(months(date(year, start, 1), 12, "M"), inferred=True)
