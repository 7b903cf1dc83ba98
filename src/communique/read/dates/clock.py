"""When a date expression is read: the moment, what was dated before, and which of several years is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from math import inf, isinf
from typing import Literal, Protocol

from communique.read.dates.calendar import Stretch

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

    `lean`, asked of `leaning` only when it is needed, is below 0 where the clause looks back and above 0 where it
    looks ahead; its size is how many times farther away a day on the other side counts.

    `naming` tells which states the report names, in order; it too is asked only when that matters.

    `day` is the last day named that is not in the future, `named` the last of any; `latest` the last stretch of any
    unit; `period` the last one longer than a day and other than a bare year.
    """

    today: date | None
    leaning: Callable[[], float] = float
    order: Order | None = None
    naming: Callable[[], tuple[str, ...]] = tuple
    day: Stretch | None = None
    named: Stretch | None = None
    latest: Stretch | None = None
    period: Stretch | None = None

    def note(self, stretch: Stretch) -> None:
        """Remember a stretch that the report has named."""
        self.latest = stretch
        if stretch.unit == "D" and stretch.first == stretch.last:
            self.named = stretch
            if self.today is None or stretch.first <= self.today:
                self.day = stretch
        elif stretch.unit != "D" and not (stretch.unit == "Y" and stretch.single):
            self.period = stretch

    def at(self, today: date, direction: Direction) -> Clock:
        """The clock set to another day, to be read in one direction only."""
        return replace(self, today=today, leaning=lambda: -inf if direction == "past" else inf)

    @property
    def countries(self) -> tuple[str, ...]:
        return self.naming()

    @property
    def lean(self) -> float:
        return self.leaning()

    @property
    def settled(self) -> bool:
        """True where only one direction is possible."""
        return isinf(self.lean)


class Meaning(Protocol):
    def resolve(self, clock: Clock) -> Outcome | None: ...


def known(stretch: Stretch | None, inferred: bool = False) -> Outcome | None:
    """The outcome for a stretch, None for none."""
    return Outcome(stretch.value, stretch, inferred) if stretch else None


def nearest(clock: Clock, candidates: Iterable[Stretch], neutral: float = 1.0) -> Stretch | None:
    """Of the same thing in several years, the one meant: the closest, where those on the side that the clock leans
    away from count as so many times farther. Where it does not lean, the future counts `neutral` times."""
    if clock.today is None:
        return None
    best, least, lean = None, inf, clock.lean
    for stretch in candidates:
        away = stretch.last < clock.today if lean > 0 else stretch.first > clock.today
        distance = stretch.distance(clock.today) * ((abs(lean) or neutral) if away else 1)
        if distance < least:
            best, least = stretch, distance
    return best


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
    for reach in (2, 12):  # twelve years hold each weekday of a date, and a 29 February
        now = clock.today.year
        stretches = [place(y) for y in range(max(1, now - reach), min(9999, now + reach) + 1)]
        found = nearest(clock, (s for s in stretches if s))
        if found and all(stretches):
            break
    return known(found, inferred=True)
