"""Stretches of the calendar: days, weeks, months, quarters, halves, seasons, years, decades; and their arithmetic."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS = {"M": 1, "Q": 3, "SE": 3, "H": 6, "Y": 12, "E": 120, "C": 1200}
_DAYS = {"D": 1, "W": 7, "WE": 7, "F": 14}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of days seen at a unit: D, W (Monday to Sunday), WE (weekend), M, Q, H (half), SE, Y, E, C.

    `last` is its last day. A run of several units keeps their unit ("2025-01/2025-08" is M).
    """

    unit: str
    first: date
    last: date

    @property
    def value(self) -> str:
        """The TIMEX3 value, or two of them with a slash where the stretch is more than one unit."""
        if self.unit == "E":
            return replace(self, unit="Y").value
        if self.unit in _WRITTEN:
            start, end = _WRITTEN[self.unit](self.first), _WRITTEN[self.unit](self.last)
            return start if start == end else f"{start}/{end}"
        plain = "M" if self.unit == "H" else "D"
        return replace(self, unit=plain).value

    @property
    def single(self) -> bool:
        """True for one unit, not a run of several."""
        return around(self.unit, self.first) == self

    def distance(self, day: date) -> int:
        """Days between the stretch and a day; 0 where it holds the day."""
        return max((self.first - day).days, (day - self.last).days, 0)


def _quarter(day: date) -> str:
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


def _season(day: date) -> str:
    year = day.year - 1 if day.month < 3 else day.year
    code = max((start, code) for code, start in _SEASON_STARTS.items() if start <= (day.month if day.month > 2 else 12))
    return f"{year:04}-{code[1]}"


_WRITTEN: dict[str, Callable[[date], str]] = {
    "D": date.isoformat,
    "M": lambda day: f"{day.year:04}-{day.month:02}",
    "Q": _quarter,
    "SE": _season,
    "Y": lambda day: f"{day.year:04}",
    "C": lambda day: f"{day.year // 100:02}",
}


@lru_cache(maxsize=1 << 12)
def day_of(year: int, month: int, day: int) -> date | None:
    """A date, or None where the calendar has no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


@lru_cache(maxsize=1 << 12)
def months(first: date, count: int, unit: str) -> Stretch:
    """A stretch of whole months from the month of a day, seen at a unit."""
    end = add_months(first.replace(day=1), count - 1)
    return Stretch(unit, first.replace(day=1), end.replace(day=monthrange(end.year, end.month)[1]))


def add_months(day: date, count: int) -> date:
    """The same day so many months on, or the last day of that month; stays within the calendar."""
    index = min(max(day.year * 12 + day.month - 1 + count, 12), 9999 * 12 + 11)
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_days(day: date, count: int) -> date:
    """The day so many days on; stays within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + count, 1), date.max.toordinal()))


@lru_cache(maxsize=1 << 12)
def around(unit: str, day: date) -> Stretch:
    """The stretch of a unit that holds a day; for a weekend, the one of the day's week."""
    if unit == "D":
        return Stretch("D", day, day)
    if unit in ("W", "WE", "F"):
        monday = add_days(day, -day.weekday())
        return Stretch("WE", add_days(monday, 5), add_days(monday, 6)) if unit == "WE" else week(monday)
    if unit == "SE":
        return months(add_months(day.replace(day=1), -(day.month % 3)), 3, "SE")
    size = _MONTHS[unit]
    index = (day.year * 12 + day.month - 1) // size * size
    year, month = divmod(max(index, 12), 12)
    return months(date(year, month + 1, 1), size, unit)


def week(monday: date) -> Stretch:
    """The seven days from a Monday."""
    return Stretch("W", monday, add_days(monday, 6))


def shift(stretch: Stretch, unit: str, count: int) -> Stretch:
    """The stretch moved by so many units, keeping its own unit and length."""
    if unit in _DAYS:
        return replace(
            stretch,
            first=add_days(stretch.first, count * _DAYS[unit]),
            last=add_days(stretch.last, count * _DAYS[unit]),
        )
    step = count * _MONTHS[unit]
    if stretch.unit in ("D", "W", "WE"):
        first = add_months(stretch.first, step)
        return replace(stretch, first=first, last=first + (stretch.last - stretch.first))
    length = (stretch.last.year - stretch.first.year) * 12 + stretch.last.month - stretch.first.month + 1
    return months(add_months(stretch.first, step), length, stretch.unit)


def season(code: str, year: int) -> Stretch:
    """A season of the north by its TIMEX3 code; winter begins in December."""
    return months(date(year, _SEASON_STARTS[code], 1), 3, "SE")


def southern_season(code: str, year: int) -> Stretch:
    """A season of the south by its code, as a run of months; summer begins in December."""
    return months(date(year, (_SEASON_STARTS[code] + 5) % 12 + 1, 1), 3, "M")


def nth_week(month: Stretch, n: int) -> Stretch | None:
    """The n-th week of a month, counted from the week that holds its first day; -1 is the last. Days outside the
    month are cut off."""
    days = (month.last - month.first).days
    lead = month.first.weekday()
    count = (lead + days) // 7 + 1
    index = count - 1 if n == -1 else n - 1
    if not 0 <= index < count:
        return None
    monday = month.first - timedelta(days=lead) + timedelta(weeks=index)
    return Stretch("D", max(monday, month.first), min(monday + timedelta(days=6), month.last))
