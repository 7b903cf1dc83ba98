"""Builders: from the values that a rule keeps to the meaning, or None where the words fit but the sense does not."""

from __future__ import annotations

from calendar import monthrange

from communique.read.dates.calendar import day_of
from communique.read.dates.clock import Meaning
from communique.read.dates.fiscal import FiscalYear
from communique.read.dates.meaning import (
    Day,
    Decade,
    Division,
    Fixed,
    Month,
    Numeric,
    Range,
    Run,
    RunTo,
    Season,
    Year,
    Years,
)
from communique.read.dates.relative import (
    Away,
    DayPart,
    Duration,
    Edge,
    Every,
    HalfMonth,
    Lengths,
    MonthDay,
    SoFar,
    TimeOfDay,
    Turned,
    Unit,
    Weekday,
    WeekdayOf,
)
from communique.read.dates.vocabulary import Value

_FROM_A_YEAR_ON = 1000
_NO_LEAP_YEAR = 2001  # in which February ends on the 28th, its end in most years
_LONGEST_FIRST = ("Y", "M", "W", "D", "TH", "TM", "TS")


def day(m: int, d: int, y: Meaning | None = None, w: int | None = None) -> Day | None:
    """A day of a month that has such a day (29 February counts)."""
    return Day(m, d, y, w) if day_of(2000, m, d) else None


def days(m: int, d: int, e: int, y: Meaning | None = None) -> Range | None:
    start, end = day(m, d, y), day(m, e, y)
    return Range(start, end) if start and end and d < e else None


def two_days(m: int, d: int, e: int, y: Meaning | None = None) -> Range | None:
    """Neighbouring days ("January 8 and 9") are a stretch, other days are not."""
    return days(m, d, e, y) if e == d + 1 else None


def on_weekday(w: int, x: Day) -> Day:
    return Day(x.month, x.day, x.year, w)


def month_days(d: int, e: int, x: Meaning) -> Range | None:
    """ "from 4 to 22 this month"."""
    return Range(MonthDay(d, x), MonthDay(e, x)) if d < e else None


def three_days(m: int, d: int, e: int, f: int, y: Meaning | None = None) -> Range | None:
    """Three days in a row, listed one by one."""
    return days(m, d, f, y) if (e, f) == (d + 1, d + 2) else None


def two_weekdays(w: int, v: int) -> Range | None:
    """Neighbouring days of the week ("Saturday and Sunday") are a stretch."""
    return Range(Weekday(w), Weekday(v)) if v == (w + 1) % 7 else None


def weekdays_of(w: int, v: int, x: Meaning) -> Range:
    """ "Tuesday to Thursday next week"."""
    return Range(WeekdayOf(w, x), WeekdayOf(v, x))


def numeric(t: str) -> Meaning | None:
    """A date in digits: year first, or day and month in the report's order; a year of two digits is this century's."""
    a, b, c = (int(part) for part in t.replace("/", "-").replace(".", "-").split("-"))
    if a >= _FROM_A_YEAR_ON:
        known = day_of(a, b, c)
        return Fixed(known) if known else None
    if c < _FROM_A_YEAR_ON and (c >= 100 or "." in t or "-" in t):
        return None
    year = c if c >= _FROM_A_YEAR_ON else 2000 + c
    if "." in t:
        known = day_of(year, b, a)
        return Fixed(known) if known else None
    return Numeric(a, b, year) if min(a, b) >= 1 and max(a, b) <= 31 and min(a, b) <= 12 else None


def years(a: int, b: int) -> Years | None:
    return Years(a, b) if a < b <= a + 200 else None


def years_short(a: int, b: int) -> Meaning | None:
    """A run of years ("2026-30"), or a month ("2026-03")."""
    if b > a % 100:
        return Years(a, a - a % 100 + b)
    if b == (a + 1) % 100:
        return Years(a, a + 1)
    return Month(b, Year(a)) if 1 <= b <= 12 else None


def fiscal_year(x: Meaning | None) -> Meaning | None:
    """One fiscal year printed with the two calendar years that it lies in; several together stay years."""
    return FiscalYear(first=x.first) if isinstance(x, Years) and x.last == x.first + 1 else x


def span(a: Meaning | None, b: Meaning | None) -> Range | None:
    return Range(a, b) if a and b else None


def months_to(m: int, n: int, y: Meaning | None = None) -> Range:
    return Range(Month(m, None if n < m else y), Month(n, y))


def decade(d: int) -> Decade | None:
    return Decade(d) if d >= 1000 else None


def century(n: int) -> Decade | None:
    return Decade((n - 1) * 100, "C") if 1 <= n <= 21 else None


def duration(n: str, u: str) -> Duration:
    return Duration(n, u)


def halves(n: str, u: str) -> Duration:
    return Duration(f"{n}.5", u)


def half(u: str) -> Duration | None:
    """Half of a longer unit, in the next shorter one."""
    halves = {"Y": ("6", "M"), "E": ("5", "Y"), "C": ("50", "Y"), "TH": ("30", "TM"), "D": ("12", "TH")}
    return Duration(*halves[u]) if u in halves else None


def one(u: str) -> Duration | None:
    return Duration("1", u) if u not in ("Q",) else None


def some(u: str) -> Duration:
    return Duration(None, u)


def every(u: str, n: str = "1") -> Every:
    """A quarter has no letter of its own in ISO 8601: it is three months."""
    if u == "Q" and n.isdecimal():
        n, u = str(3 * int(n)), "M"
    return Every(Duration(n, u).value)


def yearly(**_: object) -> Every:
    return Every("P1Y")


def weekly(w: int) -> Every:
    return Every(f"XXXX-WXX-{w + 1}")


def unit(s: int, u: str) -> Meaning | None:
    """A unit around the present ("last year"); one of the clock ("this hour") is no date."""
    return Unit(u, s) if not u.startswith("T") and (u != "D") else None


def turned(s: int, x: Meaning) -> Turned:
    return Turned(x, s)


def turned_weekday(s: int, w: int) -> Weekday:
    return Weekday(w, s)


def so_far(r: str, u: str) -> SoFar | None:
    return SoFar(u, r == "later") if u in ("W", "M", "Y", "E") else None


def run(n: str, u: str, of: Meaning | None = None) -> Run | None:
    """The first so many units of a stretch; months and quarters without one are the year's, days and weeks
    ("the first hundred days") are of what the report is about."""
    units = ("D", "W", "M", "Q") if of else ("M", "Q")
    return Run(int(n), u, of) if n.isdecimal() and int(n) and u in units else None


def months_of_year(n: str, of: Meaning) -> Run | None:
    return Run(int(n), "M", of) if n.isdecimal() and 1 <= int(n) <= 12 else None


def last_run(n: str, u: str, of: Meaning) -> Run | None:
    return Run(int(n), u, of, from_end=True) if n.isdecimal() and int(n) and u in ("D", "W", "M") else None


def ago(x: Duration | Lengths, h: str) -> Away:
    return Away(x, -1 if h in ("ago",) else 1)


def away(x: Duration | Lengths, h: str) -> Away:
    return Away(x, -1 if h == "earlier" else 1, from_focus=True)


def away_from(x: Duration | Lengths, h: str, y: Meaning) -> Away:
    """So long before or after a day that is named."""
    return Away(x, -1 if h == "before" else 1, of=y)


def joined(x: Duration, y: Duration, z: Duration | None = None) -> Lengths | None:
    """A length in several units, from the longer to the shorter ("one year and three months")."""
    parts = (x, y, z) if z else (x, y)
    if not {part.unit for part in parts} <= set(_LONGEST_FIRST):
        return None
    sizes = [_LONGEST_FIRST.index(part.unit) for part in parts]
    return Lengths(parts) if sizes == sorted(set(sizes)) else None


def edge(e: str, x: Meaning) -> Edge:
    return Edge(e, x, exact=True)


def edge_of_unit(e: str, u: str) -> Edge | None:
    """The edge of the present unit ("the end of the year")."""
    return Edge(e, Unit(u, 0), exact=True) if not u.startswith("T") and u not in ("D", "F") else None


def half_year(n: int, y: Meaning) -> Division | None:
    return Division("H", n, y) if n <= 2 else None


def half_month(n: int, x: Meaning) -> HalfMonth | None:
    return HalfMonth(n, x) if n <= 2 else None


def quarters(n: int, o: int, y: Meaning | None = None) -> Range | None:
    """Neighbouring quarters ("the third and fourth quarters")."""
    return Range(Division("Q", n, y), Division("Q", o, y)) if n < o <= 4 else None


def winter(x: str, a: int, b: int) -> Season | None:
    """A season that is printed with the two years that it lies in."""
    return Season(x, Year(a)) if b % 100 == (a + 1) % 100 else None


def run_to(n: str, u: str, x: Meaning) -> RunTo | None:
    """ "The six months to June"."""
    size = {"M": 1, "Q": 3, "Y": 12}.get(u, 0)
    return RunTo(int(n) * size, x) if n.isdecimal() and int(n) and size else None


def month_ended(x: Day) -> Month | None:
    """The month of its last day ("30 June")."""
    return Month(x.month, x.year) if x.day >= monthrange(_NO_LEAP_YEAR, x.month)[1] else None


def quarter(n: int, y: Meaning | None = None) -> Division | None:
    return Division("Q", n, y) if n <= 4 else None


def early(e: str, x: Meaning) -> Edge:
    return Edge(e, x)


def year_end(**_: object) -> Edge:
    return Edge("END", Unit("Y", 0), exact=True)


def part(x: Meaning, p: str) -> DayPart:
    return DayPart(x, p)


def clock(t: str, h: str = "", x: Meaning | None = None) -> TimeOfDay | None:
    hour, minute = (int(piece) for piece in t.replace(".", ":").split(":")[:2])
    return _time(hour, minute, h, x)


def hour(n: Value, h: str, x: Meaning | None = None) -> TimeOfDay | None:
    text = str(n)
    digits = int(text.rstrip("apm"))
    return _time(digits, 0, h if text.isdigit() else text[-2], x)


def timed(x: TimeOfDay, y: Meaning) -> TimeOfDay:
    return TimeOfDay(x.time, y)


def _time(hour: int, minute: int, half: str, x: Meaning | None) -> TimeOfDay | None:
    if (half and not 1 <= hour <= 12) or hour > 24 or minute > 59:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return TimeOfDay(f"{hour:02}:{minute:02}", x)
