"""What a date expression means, before anyone knows when it was written; each meaning works out its value.

A meaning is built by a rule of the grammar. `resolve` sets it against a `Clock`: the day of publication, the way
the clause points, and what was dated before. It answers None where the value is not certain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, Protocol

from communique.read.dates.calendar import Stretch, around, day_of, months, nth_week, season, shift

Direction = Literal["past", "future"]
Order = Literal["dmy", "mdy"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A value, the stretch of the calendar behind it if it is one, and whether a part of it was worked out."""

    value: str
    stretch: Stretch | None = None
    inferred: bool = False


@dataclass(slots=True)
class Clock:
    """The moment from which expressions are read, and what was dated so far in the report.

    `day` is the last day named that is not in the future; `latest` the last stretch of any unit; `period` the
    last one longer than a day and other than a bare year.
    """

    today: date | None
    direction: Direction | None = None
    order: Order | None = None
    countries: tuple[str, ...] = ()
    day: Stretch | None = None
    latest: Stretch | None = None
    period: Stretch | None = None

    def note(self, stretch: Stretch) -> None:
        """Remember a stretch that the report has named."""
        self.latest = stretch
        if stretch.unit == "D" and stretch.first == stretch.last:
            if self.today is None or stretch.first <= self.today:
                self.day = stretch
        elif stretch.unit != "D" and not (stretch.unit == "Y" and stretch.single):
            self.period = stretch

    def at(self, today: date, direction: Direction) -> Clock:
        """The clock set to another day."""
        return replace(self, today=today, direction=direction)


class Meaning(Protocol):
    def resolve(self, clock: Clock) -> Outcome | None: ...


def known(stretch: Stretch | None, inferred: bool = False) -> Outcome | None:
    """The outcome for a stretch, None for none."""
    return Outcome(stretch.value, stretch, inferred) if stretch else None


def nearest(clock: Clock, candidates: Iterable[Stretch]) -> Stretch | None:
    """Of the same thing in several years, the one meant: the last begun, the first not over, or the closest."""
    found = sorted(candidates, key=lambda stretch: stretch.first)
    if clock.today is None or not found:
        return None
    today = clock.today
    if clock.direction == "past":
        return next((s for s in reversed(found) if s.first <= today), None)
    if clock.direction == "future":
        return next((s for s in found if s.last >= today), None)
    return min(found, key=lambda s: s.distance(today))


def in_year(
    year: Meaning | None, clock: Clock, place: Callable[[int], Stretch | None], unknown: str | None
) -> Outcome | None:
    """What `place` gives for the year named, or else for the year that the clock makes likely."""
    if year is not None:
        outcome = year.resolve(clock)
        if outcome is None or outcome.stretch is None:
            return Outcome(unknown) if unknown else None
        return known(place(outcome.stretch.first.year), outcome.inferred)
    if clock.today is None:
        return Outcome(unknown) if unknown else None
    now = clock.today.year
    years = [place(y) for y in range(max(1, now - 8), min(9999, now + 8))]
    return known(nearest(clock, (s for s in years if s)), inferred=True)


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
    code: str
    year: Meaning | None = None

    def resolve(self, clock: Clock) -> Outcome | None:
        return in_year(self.year, clock, lambda y: season(self.code, y), f"XXXX-{self.code}")


@dataclass(frozen=True, slots=True)
class Division:
    """The n-th quarter or half of a year; -1 is the last."""

    unit: str
    n: int
    year: Meaning | None = None

    def resolve(self, clock: Clock) -> Outcome | None:
        size = 3 if self.unit == "Q" else 6
        n = 12 // size if self.n == -1 else self.n
        return in_year(
            self.year, clock, lambda y: months(date(y, (n - 1) * size + 1, 1), size, self.unit), f"XXXX-{self.unit}{n}"
        )


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The n-th week of a month, or (n = 0) the week that holds a day."""

    n: int
    of: Meaning

    def resolve(self, clock: Clock) -> Outcome | None:
        outcome = self.of.resolve(clock)
        if outcome is None or outcome.stretch is None:
            return None
        stretch = around("W", outcome.stretch.first) if self.n == 0 else nth_week(outcome.stretch, self.n)
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
            return in_year(None, clock, lambda y: self._within(around("Y", date(y, 1, 1))), None)
        outcome = self.of.resolve(clock)
        if outcome is None or outcome.stretch is None:
            return None
        return known(self._within(outcome.stretch), outcome.inferred)

    def _within(self, whole: Stretch) -> Stretch | None:
        step = -1 if self.from_end else 1
        edge = around(self.unit, whole.last if self.from_end else whole.first)
        other = shift(edge, self.unit, step * (self.count - 1))
        run = Stretch(self.unit, min(edge.first, other.first), max(edge.last, other.last))
        return run if whole.first <= run.first and run.last <= whole.last else None


@dataclass(frozen=True, slots=True)
class Range:
    """From one point to another; a year given for one end serves both."""

    start: Meaning
    end: Meaning

    def resolve(self, clock: Clock) -> Outcome | None:
        start, end = self._ends(clock)
        if start is None or end is None:
            return None
        if start.stretch is None or end.stretch is None:
            return Outcome(f"{start.value}/{end.value}")
        a, b = start.stretch, end.stretch
        if a.unit != b.unit or a.first > b.first:
            return None
        return known(Stretch(a.unit, a.first, b.last), start.inferred or end.inferred)

    def _ends(self, clock: Clock) -> tuple[Outcome | None, Outcome | None]:
        """Both ends, the surer one first: the one with a year, else the end if the future is meant."""
        if is_open(self.start) and (not is_open(self.end) or clock.direction == "future"):
            end = self.end.resolve(clock)
            if end and end.stretch:
                return self.start.resolve(clock.at(end.stretch.last, "past")), end
            return self.start.resolve(clock), end
        start = self.start.resolve(clock)
        if start and start.stretch and is_open(self.end):
            return start, self.end.resolve(clock.at(start.stretch.first, "future"))
        return start, self.end.resolve(clock)


def is_open(meaning: Meaning) -> bool:
    """True for a point that names no year (or, for a weekday, no week)."""
    return getattr(meaning, "year", meaning) is None
