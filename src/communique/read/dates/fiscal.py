"""Fiscal years: from the month in which the country that the report names first begins its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.read.dates.calendar import months
from communique.read.dates.clock import Clock, Outcome, known
from communique.read.dates.meaning import Years
from communique.read.dates.relative import Unit
from communique.read.dates.vocabulary import fiscal_years


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """The present fiscal year, or the one so many before or after it; or that which is printed with two years.

    "FY2024-25" is such a year of the state's; written out ("the 2024-25 budget year") the years stay as printed, and so
    does a single one ("FY2025"): which of the two it is differs from state to state.
    """

    offset: int = 0
    first: int | None = None

    def resolve(self, clock: Clock) -> Outcome | None:
        start = fiscal_years().get(clock.countries[0]) if clock.countries else None
        if self.first is not None:
            return (
                known(months(date(self.first, start, 1), 12, "M"))
                if start
                else Years(self.first, self.first + 1).resolve(clock)
            )
        if clock.today is None or start is None:
            return Unit("Y", self.offset).resolve(clock)
        year = clock.today.year - (clock.today.month < start) + self.offset
        return known(months(date(year, start, 1), 12, "M"), inferred=True)
