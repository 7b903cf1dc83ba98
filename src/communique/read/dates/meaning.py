"""What a date expression means, before anyone knows when it was written; each meaning works out its value.

A meaning is built by a rule of the grammar. `resolve` sets it against a `Clock`: the day of publication, the way
the clause points, and what was dated before. It answers None where the value is not certain.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from communique.read.dates.calendar import (
    Stretch,
    add_days,
    add_months,
    around,
    day_of,
    months,
    nth_week,
    season,
    shift,
    southern_season,
)
from communique.read.dates.clock import Clock, Meaning, Outcome, in_year, known, nearest

_ABOUT_OVER = 31  # days to its end within which a run of months is told of as one that is over
_AROUND = (-730, -365, -7, 0)  # days from which on to look for a range without a year


@dataclass(frozen=True, slots=True)
class Year:
    year: int

    def resolve(self, clock: Clock) -> Outcome | None:
        return known(around("Y", date(self.year, 1, 1)))


@dataclass(frozen=True, slots=True)
class Years:
    """A run of years ("2026-2030")."""

    first: int
    last: int

    def resolve(self, clock: Clock) -> Outcome | None:
        return known(Stretch("Y", date(self.first, 1, 1), date(self.last, 12, 31)))


@dataclass(frozen=True, slots=True)
class Decade:
    """The decade that begins with a year, or a century (`unit` C)."""

    first: int
    unit: str = "E"

    def resolve(self, clock: Clock) -> Outcome | None:
        return known(around(self.unit, date(max(self.first, 1), 1, 1)))


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month; `weekday` (Monday is 0), where printed, helps to find the year."""

    month: int
    day: int
    year: Meaning | None = None
    weekday: int | None = None

    def resolve(self, clock: Clock) -> Outcome | None:
        return in_year(self.year, clock, self._in, f"XXXX-{self.month:02}-{self.day:02}")

    def _in(self, year: int) -> Stretch | None:
        day = day_of(year, self.month, self.day)
        if day is None or (self.year is None and self.weekday is not None and day.weekday() != self.weekday):
            return None
        return around("D", day)


@dataclass(frozen=True, slots=True)
class Month:
    month: int
    year: Meaning | None = None

    def resolve(self, clock: Clock) -> Outcome | None:
        return in_year(self.year, clock, lambda y: months(date(y, self.month, 1), 1, "M"), f"XXXX-{self.month:02}")


@dataclass(frozen=True, slots=True)
class Numeric:
    """A day in digits with separators; the order of day and month is the report's, never the expression's."""

    first: int
    second: int
    year: int

    def resolve(self, clock: Clock) -> Outcome | None:
        orders = [clock.order] if clock.order else ["dmy", "mdy"]
        days = {day for order in orders if (day := self.under(order))}
        if len(days) == 1:
            return known(around("D", days.pop()))
        return Outcome(f"{self.year:04}-XX-XX") if days else None

    def under(self, order: str) -> date | None:
        """The day when read in an order."""
        month, day = (self.second, self.first) if order == "dmy" else (self.first, self.second)
        return day_of(self.year, month, day)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A day fully given ("2025-01-14")."""

    day: date

    def resolve(self, clock: Clock) -> Outcome | None:
        return known(around("D", self.day))


@dataclass(frozen=True, slots=True)
class Season:
    """A season by its TIMEX3 code. One said to be of the `south` is given by its months: its code would be taken
    for the north's."""

    code: str
    year: Meaning | None = None
    south: bool = False

    def resolve(self, clock: Clock) -> Outcome | None:
        place = southern_season if self.south else season
        return in_year(self.year, clock, lambda y: place(self.code, y), f"XXXX-{self.code}")


@dataclass(frozen=True, slots=True)
class Division:
    """The n-th quarter or half of a year; -1 is the last."""

    unit: str
    n: int
    year: Meaning | None = None

    def resolve(self, clock: Clock) -> Outcome | None:
        size = 3 if self.unit == "Q" else 6
        n = 12 // size if self.n == -1 else self.n
        year = self.year.resolve(clock) if self.year else None
        if year and year.stretch and year.stretch.unit == "M":  # a fiscal year, from its own first month
            return known(months(add_months(year.stretch.first, (n - 1) * size), size, "M"), inferred=True)
        return in_year(
            self.year, clock, lambda y: months(date(y, (n - 1) * size + 1, 1), size, self.unit), f"XXXX-{self.unit}{n}"
        )


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The n-th week of a month, or (n = 0) the week, or weekend, that holds a day."""

    n: int
    of: Meaning
    unit: str = "W"

    def resolve(self, clock: Clock) -> Outcome | None:
        outcome = self.of.resolve(clock)
        if outcome is None or outcome.stretch is None:
            return None
        stretch = around(self.unit, outcome.stretch.first) if self.n == 0 else nth_week(outcome.stretch, self.n)
        return known(stretch, outcome.inferred)


@dataclass(frozen=True, slots=True)
class Run:
    """The first (or last) so many months, weeks or days of a year or another stretch."""

    count: int
    unit: str
    of: Meaning | None = None
    from_end: bool = False

    def resolve(self, clock: Clock) -> Outcome | None:
        if self.of is None:
            return self._of_a_year(clock)
        outcome = self.of.resolve(clock)
        if outcome is None or outcome.stretch is None:
            return None
        return known(self._within(outcome.stretch), outcome.inferred)

    def _of_a_year(self, clock: Clock) -> Outcome | None:
        """Without a year: where the clause does not look ahead, what is told of is over or about to be."""

        def place(year: int) -> Stretch | None:
            return self._within(around("Y", date(year, 1, 1)))

        this = place(clock.today.year) if clock.today else None
        if clock.today and this and clock.lean <= 0 and (this.last - clock.today).days > _ABOUT_OVER:
            return known(place(max(1, clock.today.year - 1)), inferred=True)
        return in_year(None, clock, place, None)

    def _within(self, whole: Stretch) -> Stretch | None:
        if self.unit == "W":  # counted from the first or last day, whatever day of the week that is
            return replace(self, count=self.count * 7, unit="D")._within(whole)
        step = -1 if self.from_end else 1
        edge = around(self.unit, whole.last if self.from_end else whole.first)
        other = shift(edge, self.unit, step * (self.count - 1))
        run = Stretch(self.unit, min(edge.first, other.first), max(edge.last, other.last))
        return run if whole.first <= run.first and run.last <= whole.last else None


@dataclass(frozen=True, slots=True)
class RunTo:
    """So many months up to and with the one named ("the six months to June")."""

    months: int
    end: Meaning

    def resolve(self, clock: Clock) -> Outcome | None:
        end = self.end.resolve(clock)
        if end is None or end.stretch is None:
            return None
        first = add_months(end.stretch.first, 1 - self.months)
        return known(Stretch("M", first, end.stretch.last), end.inferred)


@dataclass(frozen=True, slots=True)
class Range:
    """From one point to another; a year given for one end serves both."""

    start: Meaning
    end: Meaning

    def resolve(self, clock: Clock) -> Outcome | None:
        if clock.today is None and is_open(self.start) and is_open(self.end):
            return self._joined(self.start.resolve(clock), self.end.resolve(clock))
        if not is_open(self.start):
            return self._from(clock, self.start.resolve(clock))
        if not is_open(self.end):
            end = self.end.resolve(clock)
            if end is None or end.stretch is None:
                return None
            return self._joined(self.start.resolve(clock.at(end.stretch.last, "past")), end)
        return self._nearest(clock)

    def _nearest(self, clock: Clock) -> Outcome | None:
        """With no year for either end: of the ranges around the day of publication, the one meant."""
        assert clock.today is not None
        plain = isinstance(self.start, Day | Month) and isinstance(self.end, Day | Month)
        found = _candidates(self, clock.today) if plain else self.candidates(clock)
        chosen = nearest(clock, found)
        return found[chosen] if chosen else None

    def candidates(self, clock: Clock) -> dict[Stretch, Outcome]:
        """The ranges that it can be, around the day of publication."""
        assert clock.today is not None
        found: dict[Stretch, Outcome] = {}
        for days in _AROUND:
            day = add_days(clock.today, days)
            outcome = self._from(clock, self.start.resolve(clock.at(day, "future")))
            if outcome and outcome.stretch:
                found[outcome.stretch] = outcome
        return found

    def _from(self, clock: Clock, start: Outcome | None) -> Outcome | None:
        """The range from a start that is settled; an end without a year is the first after it."""
        if start is None or start.stretch is None:
            return None
        ahead = clock.at(start.stretch.first, "future") if is_open(self.end) else clock
        return self._joined(start, self.end.resolve(ahead))

    def _joined(self, start: Outcome | None, end: Outcome | None) -> Outcome | None:
        if start is None or end is None:
            return None
        if start.stretch is None or end.stretch is None:
            return Outcome(f"{start.value}/{end.value}")
        a, b, inferred = start.stretch, end.stretch, start.inferred or end.inferred
        if a.first > b.first:
            return None
        if a.unit != b.unit:
            return Outcome(f"{start.value}/{end.value}", Stretch("D", a.first, b.last), inferred)
        return known(Stretch(a.unit, a.first, b.last), inferred)


@lru_cache(maxsize=1 << 10)
def _candidates(span: Range, today: date) -> dict[Stretch, Outcome]:
    """Those of a range between days or months, which hang on the day of publication alone."""
    return span.candidates(Clock(today))


def is_open(meaning: Meaning) -> bool:
    """True for a point that names no year (or, for a weekday, no week), or for the edge of one."""
    inner = getattr(meaning, "of", None)
    return is_open(inner) if inner is not None else getattr(meaning, "year", meaning) is None
