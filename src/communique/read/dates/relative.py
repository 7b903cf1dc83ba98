"""Meanings that hang on the day of publication or on what the report dated before; durations and vague times."""

from __future__ import annotations

from dataclasses import dataclass

from communique.read.dates.calendar import Stretch, add_days, around, day_of, shift
from communique.read.dates.clock import Clock, Direction, Meaning, Outcome, known, nearest

_GRAIN = {"W": "D", "F": "D", "E": "Y", "C": "Y"}  # the unit that "two weeks ago" or "a decade ago" comes to
# News tells of the days before it: a weekday ahead counts as so many times farther, so that without a sign of the
# future only tomorrow and the day after are meant. Of 1, 2, 3 and 7 the best on the learning sets.
_WEEKDAY_AHEAD = 2.0
_WEEKDAY_MONTHS = 12  # in which a weekday falls on any given day of the month at least once
_YEARS = {"E": 10, "C": 100}
_REFS = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


def _vague(offset: int) -> Outcome:
    """The outcome for "yesterday" or "next month" where the day of publication is not known."""
    return Outcome(_REFS[(offset > 0) - (offset < 0)])


@dataclass(frozen=True, slots=True)
class Vague:
    """A time that is only past, present or future; `unit` where it is so many of some unit ("recent years")."""

    ref: str
    unit: str | None = None

    def resolve(self, clock: Clock) -> Outcome | None:
        return Outcome(self.ref)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week: the nearest in the direction of the clause, or by `shift` last (-1), this (0), next (1).

    `year` is never given: like a day without its year, a weekday is placed by what stands around it.
    """

    day: int
    shift: int | None = None
    year: None = None

    def resolve(self, clock: Clock) -> Outcome | None:
        if clock.today is None:
            return Outcome(f"XXXX-WXX-{self.day + 1}")
        today = clock.today
        if self.shift == 0:
            return known(around("D", add_days(today, self.day - today.weekday())), inferred=True)
        past = around("D", add_days(today, -((today.weekday() - self.day) % 7 or (7 if self.shift else 0))))
        future = around("D", add_days(today, (self.day - today.weekday()) % 7 or (7 if self.shift else 0)))
        if self.shift is not None:
            return known(past if self.shift < 0 else future, inferred=True)
        return known(nearest(clock, (past, future), _WEEKDAY_AHEAD), inferred=True)


@dataclass(frozen=True, slots=True)
class Unit:
    """The present unit, or the one so many before or after ("last month", "this week", "tomorrow")."""

    unit: str
    offset: int

    def resolve(self, clock: Clock) -> Outcome | None:
        if clock.today is None:
            return _vague(self.offset)
        return known(shift(around(self.unit, clock.today), step_of(self.unit), self.offset), inferred=True)


def step_of(unit: str) -> str:
    """The unit to move a stretch by: a weekend moves by weeks."""
    return "W" if unit == "WE" else unit


@dataclass(frozen=True, slots=True)
class SoFar:
    """The part of the present unit that is over ("earlier this week"), up to today; `rest` is what is left of it."""

    unit: str
    rest: bool = False

    def resolve(self, clock: Clock) -> Outcome | None:
        if clock.today is None:
            return _vague(1 if self.rest else -1)
        whole = around(self.unit, clock.today)
        if self.unit != "W":
            return known(whole, inferred=True)
        first, last = (clock.today, whole.last) if self.rest else (whole.first, clock.today)
        return known(Stretch("D", first, last), inferred=True)


@dataclass(frozen=True, slots=True)
class Turned:
    """A month, season or festival with "last", "this" or "next": the last over, this year's, the next to begin."""

    of: Meaning
    shift: int

    def resolve(self, clock: Clock) -> Outcome | None:
        if clock.today is None:
            return self.of.resolve(clock)
        if self.shift == 0:
            year = Unit("Y", 0)
            return placed(self.of, year).resolve(clock)
        now = self.of.resolve(clock)
        turn = around(now.stretch.unit if now and now.stretch else "D", clock.today)
        direction: Direction = "past" if self.shift < 0 else "future"
        day = add_days(turn.first, -1) if self.shift < 0 else add_days(turn.last, 1)
        return self.of.resolve(clock.at(day, direction))


def placed(meaning: Meaning, year: Meaning) -> Meaning:
    """The same meaning in a year."""
    from dataclasses import replace

    if getattr(meaning, "year", meaning) is None:
        return replace(meaning, year=year)  # type: ignore[type-var]
    return meaning


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of a day ("Thursday morning"). Its value is the day's; `part` is the TIMEX3 code."""

    of: Meaning
    part: str

    def resolve(self, clock: Clock) -> Outcome | None:
        return self.of.resolve(clock)


@dataclass(frozen=True, slots=True)
class Edge:
    """The start, middle or end of a stretch. A year or quarter ends in its last month, a week on its last day."""

    edge: str
    of: Meaning
    exact: bool = False

    def resolve(self, clock: Clock) -> Outcome | None:
        outcome = self.of.resolve(clock)
        if outcome is None or outcome.stretch is None or not self.exact:
            return outcome
        stretch = outcome.stretch
        if self.edge == "BEFORE" and stretch.unit == "D":
            return known(around("D", add_days(stretch.first, -1)), outcome.inferred)
        if self.edge == "END" and stretch.unit in ("Y", "Q", "H", "M"):
            return known(around("M", stretch.last), outcome.inferred)
        if self.edge == "END" and stretch.unit in ("W", "WE"):
            return known(around("D", stretch.last), outcome.inferred)
        if stretch.unit == "D" and stretch.first != stretch.last:
            return self._of_days(stretch, outcome.inferred)
        return outcome

    def _of_days(self, stretch: Stretch, inferred: bool) -> Outcome | None:
        """The edge of a run of days; its last days are given by their month."""
        if self.edge == "LATE":
            return known(around("M", stretch.last), inferred)
        if self.edge in ("START", "END"):
            return known(around("D", stretch.first if self.edge == "START" else stretch.last), inferred)
        return known(stretch, inferred)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; `count` None where no number is given ("several years")."""

    count: str | None
    unit: str

    def resolve(self, clock: Clock) -> Outcome | None:
        return Outcome(self.value)

    @property
    def value(self) -> str:
        if self.unit == "F":
            return f"P{int(float(self.count or 1) * 2)}W"
        number, unit = self.count or "X", self.unit
        if unit == "TH" and number.endswith(".5"):
            return f"PT{number[:-2]}H30M"
        if unit in ("E", "C"):
            scale = 10 if unit == "E" else 100
            number, unit = (f"{float(number) * scale:g}", "Y") if self.count else ("X", "E" if unit == "E" else "C")
        return f"PT{number}{unit[1]}" if unit.startswith("T") else f"P{number}{unit}"


@dataclass(frozen=True, slots=True)
class Lengths:
    """A length in several units ("one year and three months"), the longest first."""

    parts: tuple[Duration, ...]

    def resolve(self, clock: Clock) -> Outcome | None:
        return Outcome(self.value)

    @property
    def value(self) -> str:
        days = "".join(part.value[1:] for part in self.parts if part.unit[0] != "T")
        hours = "".join(part.value[2:] for part in self.parts if part.unit[0] == "T")
        return f"P{days}T{hours}" if hours else f"P{days}"


@dataclass(frozen=True, slots=True)
class Every:
    """Something that comes back: "every two years"."""

    value: str

    def resolve(self, clock: Clock) -> Outcome | None:
        return Outcome(self.value)


@dataclass(frozen=True, slots=True)
class Away:
    """So much time before or after the present ("ago"), what was dated last ("a year earlier"), or a day named."""

    length: Duration | Lengths
    sign: int
    from_focus: bool = False
    of: Meaning | None = None

    def resolve(self, clock: Clock) -> Outcome | None:
        parts = self.length.parts if isinstance(self.length, Lengths) else (self.length,)
        countable = all(part.count and "." not in part.count and part.unit[0] != "T" for part in parts)
        base = self._base(clock, parts[-1].unit) if countable else None
        if base is None:
            return _vague(self.sign) if not self.from_focus and self.of is None else None
        for part in parts:
            unit, years = part.unit, _YEARS.get(part.unit)
            base = shift(base, "Y" if years else unit, self.sign * int(part.count or 0) * (years or 1))
        return known(base, inferred=True)

    def _base(self, clock: Clock, unit: str) -> Stretch | None:
        if self.of is not None:
            outcome = self.of.resolve(clock)
            return outcome.stretch if outcome else None
        if not self.from_focus:
            return around(_GRAIN.get(unit, unit), clock.today) if clock.today else None
        if unit in ("D", "W", "F"):
            return clock.day
        return clock.latest


@dataclass(frozen=True, slots=True)
class Same:
    """What was dated last, seen again: "that day", "the same year"."""

    unit: str
    offset: int = 0

    def resolve(self, clock: Clock) -> Outcome | None:
        base = clock.named if self.unit == "D" else clock.latest
        if base is None:
            return None
        return known(shift(around(self.unit, base.first), step_of(self.unit), self.offset), inferred=True)


@dataclass(frozen=True, slots=True)
class SamePeriod:
    """The period named last, in another year ("the same period of last year")."""

    year: Meaning | None = None

    def resolve(self, clock: Clock) -> Outcome | None:
        if clock.period is None:
            return self.year.resolve(clock) if self.year else None
        count = 0
        if self.year:
            year = self.year.resolve(clock)
            if year is None or year.stretch is None:
                return None
            count = year.stretch.first.year - clock.period.first.year
        return known(shift(clock.period, "Y", count), inferred=True)


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of the month that another expression names: "the 14th of this month"."""

    day: int
    month: Meaning

    def resolve(self, clock: Clock) -> Outcome | None:
        month = self.month.resolve(clock)
        if month is None or month.stretch is None:
            return None
        day = day_of(month.stretch.first.year, month.stretch.first.month, self.day)
        return known(around("D", day), inferred=True) if day else None


@dataclass(frozen=True, slots=True)
class HalfMonth:
    """The first or second half of a month: to its fifteenth day, or from the day after."""

    n: int
    month: Meaning

    def resolve(self, clock: Clock) -> Outcome | None:
        month = self.month.resolve(clock)
        if month is None or month.stretch is None:
            return month
        first, last = month.stretch.first, month.stretch.last
        half = (first, add_days(first, 14)) if self.n == 1 else (add_days(first, 15), last)
        return known(Stretch("D", *half), month.inferred)


@dataclass(frozen=True, slots=True)
class WeekdayOf:
    """A day of a week that is named ("Friday next week"). The fields are called as the rules call them."""

    w: int
    x: Meaning

    def resolve(self, clock: Clock) -> Outcome | None:
        week = self.x.resolve(clock)
        if week is None or week.stretch is None:
            return week
        return known(around("D", add_days(week.stretch.first, self.w)), inferred=True)


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The n-th Monday, Tuesday, … of a month; -1 is the last."""

    n: int
    w: int
    x: Meaning

    def resolve(self, clock: Clock) -> Outcome | None:
        month = self.x.resolve(clock)
        if month is None or month.stretch is None:
            return month
        whole = month.stretch
        if self.n < 0:
            day = add_days(whole.last, -((whole.last.weekday() - self.w) % 7))
        else:
            day = add_days(whole.first, (self.w - whole.first.weekday()) % 7 + 7 * (self.n - 1))
        return known(around("D", day), month.inferred) if day <= whole.last else None


@dataclass(frozen=True, slots=True)
class LastDay:
    """The last day of a month."""

    month: Meaning

    def resolve(self, clock: Clock) -> Outcome | None:
        month = self.month.resolve(clock)
        return known(around("D", month.stretch.last), month.inferred) if month and month.stretch else month


@dataclass(frozen=True, slots=True)
class NthDay:
    """A day of a month that is not named ("on the 14th"); `weekday`, where printed, helps to find the month."""

    day: int
    weekday: int | None = None

    def resolve(self, clock: Clock) -> Outcome | None:
        if clock.today is None:
            return Outcome(f"XXXX-XX-{self.day:02}")
        reach = 1 if self.weekday is None else _WEEKDAY_MONTHS
        months = (shift(around("M", clock.today), "M", n).first for n in range(-reach, reach + 1))
        days = (day_of(month.year, month.month, self.day) for month in months)
        fitting = (day for day in days if day and self.weekday in (None, day.weekday()))
        return known(nearest(clock, (around("D", day) for day in fitting)), inferred=True)


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A clock time ("10:35 a.m."), on the day named beside it or the last one named."""

    time: str
    of: Meaning | None = None

    def resolve(self, clock: Clock) -> Outcome | None:
        if self.of is not None:
            outcome = self.of.resolve(clock)
        else:
            outcome = known(clock.day) or (known(around("D", clock.today)) if clock.today else None)
        day = outcome.value if outcome else "XXXX-XX-XX"
        return Outcome(f"{day}T{self.time}", outcome.stretch if outcome and self.of else None, inferred=True)
