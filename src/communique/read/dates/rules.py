"""The rule table: how dates are said in English press reports, and the meaning that each way of saying has."""

from __future__ import annotations

from functools import cache
from typing import Any

from communique.read.dates.calendar import day_of
from communique.read.dates.festivals import Festival
from communique.read.dates.grammar import Grammar, Rule
from communique.read.dates.meaning import (
    Day,
    Decade,
    Division,
    Fixed,
    Meaning,
    Month,
    Numeric,
    Range,
    Run,
    Season,
    WeekOf,
    Year,
    Years,
)
from communique.read.dates.relative import (
    Away,
    DayPart,
    Duration,
    Edge,
    Every,
    MonthDay,
    NthDay,
    Same,
    SamePeriod,
    SoFar,
    TimeOfDay,
    Turned,
    Unit,
    Vague,
    Weekday,
    placed,
)
from communique.read.dates.vocabulary import Value, phrases

_FROM_A_YEAR_ON = 1000


def _day(m: int, d: int, y: Meaning | None = None, w: int | None = None) -> Day | None:
    return Day(m, d, y, w) if day_of(2000, m, d) else None


def _days(m: int, d: int, e: int, y: Meaning | None = None) -> Range | None:
    start, end = _day(m, d, y), _day(m, e, y)
    return Range(start, end) if start and end and d < e else None


def _two_days(m: int, d: int, e: int, y: Meaning | None = None) -> Range | None:
    """ "January 8 and 9": neighbours are a stretch, other days are not."""
    return _days(m, d, e, y) if e == d + 1 else None


def _with_weekday(w: int, x: Day) -> Day:
    return Day(x.month, x.day, x.year, w)


def _numeric(t: str) -> Meaning | None:
    """A date in digits: year first, or day and month in the report's order; a year of two digits is this century's."""
    a, b, c = (int(part) for part in t.replace("/", "-").replace(".", "-").split("-"))
    if a >= _FROM_A_YEAR_ON:
        day = day_of(a, b, c)
        return Fixed(day) if day else None
    if c < 100 and ("." in t or "-" in t):
        return None
    year = c if c >= _FROM_A_YEAR_ON else 2000 + c
    if "." in t:
        day = day_of(year, b, a)
        return Fixed(day) if day else None
    return Numeric(a, b, year) if min(a, b) >= 1 and max(a, b) <= 31 and min(a, b) <= 12 else None


def _years(a: int, b: int) -> Years | None:
    return Years(a, b) if a < b <= a + 200 else None


def _years_short(a: int, b: int) -> Meaning | None:
    """ "2026-30" is a run of years; "2026-03" a month."""
    if b > a % 100:
        return Years(a, a - a % 100 + b)
    if b == (a + 1) % 100:
        return Years(a, a + 1)
    return Month(b, Year(a)) if 1 <= b <= 12 else None


def _range(a: Meaning | None, b: Meaning | None) -> Range | None:
    return Range(a, b) if a and b else None


def _year_pair(a: Year, b: Year) -> Years | None:
    return _years(a.year, b.year)


def _months_to(m: int, n: int, y: Meaning | None = None) -> Range:
    return Range(Month(m, None if n < m else y), Month(n, y))


def _decade(d: int) -> Decade | None:
    return Decade(d) if d >= 1000 else None


def _century(n: int) -> Decade | None:
    return Decade((n - 1) * 100, "C") if 1 <= n <= 21 else None


def _duration(n: str, u: str) -> Duration:
    return Duration(n, u)


def _halves(n: str, u: str) -> Duration:
    return Duration(f"{n}.5", u)


def _half(u: str) -> Duration | None:
    """Half of a longer unit, in the next shorter one."""
    halves = {"Y": ("6", "M"), "E": ("5", "Y"), "C": ("50", "Y"), "TH": ("30", "TM"), "D": ("12", "TH")}
    return Duration(*halves[u]) if u in halves else None


def _one(u: str) -> Duration | None:
    return Duration("1", u) if u not in ("Q",) else None


def _some(u: str) -> Duration:
    return Duration(None, u)


def _stretch_of_time(n: str, u: str) -> Duration | None:
    return Duration(n, u)


def _every(u: str, n: str = "1") -> Every:
    return Every(Duration(n, u).value)


def _yearly(**_: object) -> Every:
    return Every("P1Y")


def _weekly(**_: object) -> Every:
    return Every("P1W")


def _unit(s: int, u: str) -> Meaning | None:
    """ "Last year", "this month"; a clock unit ("this hour") is no date."""
    return Unit(u, s) if not u.startswith("T") and (u != "D") else None


def _turned(s: int, x: Meaning) -> Turned:
    return Turned(x, s)


def _turned_weekday(s: int, w: int) -> Weekday:
    return Weekday(w, s)


def _so_far(r: str, u: str) -> SoFar | None:
    return SoFar(u, r == "later") if u in ("W", "M", "Y", "E") else None


def _run(n: str, u: str, of: Meaning | None = None) -> Run | None:
    return Run(int(n), u, of) if n.isdigit() and u in ("D", "W", "M", "Q") else None


def _months_of_year(n: str, of: Meaning) -> Run | None:
    return Run(int(n), "M", of) if n.isdigit() and int(n) <= 12 else None


def _last_run(n: str, u: str, of: Meaning) -> Run | None:
    return Run(int(n), u, of, from_end=True) if n.isdigit() and u in ("D", "W", "M") else None


def _ago(x: Duration, h: str) -> Away:
    return Away(x, -1 if h in ("ago",) else 1)


def _away(x: Duration, h: str) -> Away:
    return Away(x, -1 if h == "earlier" else 1, from_focus=True)


def _edge(e: str, x: Meaning) -> Edge:
    return Edge(e, x, exact=True)


def _edge_of_unit(e: str, u: str) -> Edge | None:
    """ "The end of the year": of the present one."""
    return Edge(e, Unit(u, 0), exact=True) if not u.startswith("T") and u not in ("D", "F") else None


def _half_year(n: int, y: Meaning) -> Division | None:
    return Division("H", n, y) if n <= 2 else None


def _quarter(n: int, y: Meaning | None = None) -> Division | None:
    return Division("Q", n, y) if n <= 4 else None


def _early(e: str, x: Meaning) -> Edge:
    return Edge(e, x)


def _year_end(**_: object) -> Edge:
    return Edge("END", Unit("Y", 0), exact=True)


def _part(x: Meaning, p: str) -> DayPart:
    return DayPart(x, p)


def _clock(t: str, h: str = "", x: Meaning | None = None) -> TimeOfDay | None:
    hour, minute = (int(piece) for piece in t.replace(".", ":").split(":")[:2])
    return _time(hour, minute, h, x)


def _hour(n: Value, h: str, x: Meaning | None = None) -> TimeOfDay | None:
    text = str(n)
    digits = int(text.rstrip("apm"))
    return _time(digits, 0, h if text.isdigit() else text[-2], x)


def _timed(x: TimeOfDay, y: Meaning) -> TimeOfDay:
    return TimeOfDay(x.time, y)


def _time(hour: int, minute: int, half: str, x: Meaning | None) -> TimeOfDay | None:
    if (half and not 1 <= hour <= 12) or hour > 24 or minute > 59:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return TimeOfDay(f"{hour:02}:{minute:02}", x)


_POINTS = [
    # years
    Rule("y", "y=YEAR", lambda y: Year(y)),
    Rule("yearish", "x=<y>", lambda x: x),
    Rule("yearish", "the? year x=<y>", lambda x: x),
    Rule("yearish", "the? (fiscal|financial) year x=<y>", lambda x: x),
    Rule("yearish", "y=FISCAL", lambda y: Year(y)),
    Rule("yearish", "s=SHIFT year", lambda s: Unit("Y", s)),
    Rule("yearish", "the current year", lambda: Unit("Y", 0)),
    Rule("yearish", "(the same|that) year", lambda: Same("Y")),
    Rule("of-year", "x=<yearish>", lambda x: x),
    Rule("of-year", "the year", lambda: Unit("Y", 0)),
    # months
    Rule("month", "m=MONTH", lambda m: Month(m)),
    Rule("month", "m=MONTH (,|of)? y=<yearish>", lambda m, y: Month(m, y)),
    Rule("month", "m=LOWERMONTH y=<y>", lambda m, y: Month(m, y)),
    Rule("month", "the month of x=<month>", lambda x: x),
    # days
    Rule("md", "m=MONTH d=DAY", _day),
    Rule("md", "m=MONTH d=DAY ,? y=<yearish>", _day),
    Rule("md", "the? d=DAY of? m=MONTH", _day),
    Rule("md", "the? d=DAY of? m=MONTH ,? y=<yearish>", _day),
    Rule("md", "the? d=DAY - m=MONTH - y=<y>", _day),
    Rule("md", "d=DAY m=LOWERMONTH y=<y>", _day),
    Rule("md", "the o=<nth> (day)? of m=MONTH", lambda o, m: _day(m, o)),
    Rule("md", "the o=<nth> (day)? of m=MONTH ,? y=<yearish>", lambda o, m, y: _day(m, o, y)),
    Rule("md", "d=DAY m=MONTH b . e . BUDDHIST LEFT y=<y> RIGHT", _day),
    Rule("md", "d=DAY m=MONTH b . e . BUDDHIST", lambda d, m: _day(m, d)),
    Rule("md", "w=(WEEKDAY|WEEKDAYSHORT) ,? x=<md>", _with_weekday),
    Rule("nth", "o=ORDINAL", lambda o: o if o <= 31 else None),
    Rule("date-day", "x=<md>", lambda x: x),
    Rule("date-day", "t=NUMERIC", _numeric),
    Rule("date-day", "w=WEEKDAY", lambda w: Weekday(w)),
    Rule("date-day", "the d=NTH", lambda d: NthDay(d)),
    Rule("date-day", "s=SHIFT w=WEEKDAY", _turned_weekday),
    Rule("date-day", "w=WEEKDAY s=SHIFT week", lambda w, s: Weekday(w, s)),
    Rule("date-day", "n=DEICTIC", lambda n: Unit("D", n)),
    Rule("date-day", "(the same|that|that same|this same) day", lambda: Same("D")),
    Rule("date-day", "the (very)? (next|following) day", lambda: Same("D", 1)),
    Rule("date-day", "the (previous|preceding) day", lambda: Same("D", -1)),
    Rule("date-day", "the day before yesterday", lambda: Unit("D", -2)),
    Rule("date-day", "the day after tomorrow", lambda: Unit("D", 2)),
    Rule("date-day", "the? d=DAY of x=<this-month>", lambda d, x: MonthDay(d, x)),
    Rule("this-month", "s=SHIFT month", lambda s: Unit("M", s)),
    Rule("day", "x=<date-day>", lambda x: x),
    Rule("day", "(earlier|later|early|late) on? x=<date-day>", lambda x: x),
    Rule("day", "x=<date-day> p=PART", _part),
    Rule("day", "p=PART of x=<date-day>", _part),
    Rule("day", "(early|late) x=<date-day> p=PART", _part),
    Rule("day", "this p=PART", lambda p: DayPart(Unit("D", 0), p)),
    Rule("day", "the (next|following) p=PART", lambda p: DayPart(Same("D", 1), p)),
    Rule("day", "that (same)? p=PART", lambda p: DayPart(Same("D"), p)),
    Rule("day", "p=TONIGHT", lambda p: DayPart(Unit("D", 0), p)),
    Rule("day", "last night", lambda: DayPart(Unit("D", -1), "NI")),
    Rule("day", "<festival> ,? x=<md>", lambda x: x),
    Rule("feast", "x=<festival>", lambda x: x),
    Rule("feast", "the? ORDINAL? x=<festival>", lambda x: x),
    Rule("feast", "x=<festival> ,? y=<yearish>", lambda x, y: placed(x, y)),
    Rule("feast", "the? s=SHIFT ORDINAL? x=<festival>", _turned),
    Rule("feast", "the? (last|final) (days|weeks|week) of x=<feast>", lambda x: Edge("LATE", x, exact=True)),
    Rule("feast", "the? e=EDGE of x=<feast>", _edge),
]  # fmt: skip

_STRETCHES = [
    Rule("season", "x=SEASON", lambda x: Season(x)),
    Rule("season", "(in|the)? x=SEASON of? y=<yearish>", lambda x, y: Season(x, y)),
    Rule("season", "the x=SEASON", lambda x: Season(x)),
    Rule("quarter", "the? n=ORDINAL quarter", _quarter),
    Rule("quarter", "the? n=ORDINAL quarter of? y=<of-year>", _quarter),
    Rule("quarter", "n=QUARTER", lambda n: Division("Q", n)),
    Rule("quarter", "n=QUARTER (of|,|-)? y=<of-year>", lambda n, y: Division("Q", n, y)),
    Rule("quarter", "y=<y> n=QUARTER", lambda n, y: Division("Q", n, y)),
    Rule("quarter", "the? (last|final) quarter of y=<of-year>", lambda y: Division("Q", -1, y)),
    Rule("half", "the? n=ORDINAL half of y=<of-year>", _half_year),
    Rule("half", "(this year|the year) ' s n=ORDINAL half", lambda n: _half_year(n, Unit("Y", 0))),
    Rule("half", "the? (last|latter) half of y=<of-year>", lambda y: Division("H", 2, y)),
    Rule("half", "n=HALF y=<of-year>", lambda n, y: Division("H", n, y)),
    Rule("week", "the? n=ORDINAL week of x=<month>", lambda n, x: WeekOf(n, x)),
    Rule("week", "the? (last|final) week of x=<month>", lambda x: WeekOf(-1, x)),
    Rule("week", "the? week of x=<md>", lambda x: WeekOf(0, x)),
    Rule("run", "the? first n=<count> u=UNITS", _run),
    Rule("run", "the? first n=<count> u=UNITS of of=<of-year>", _run),
    Rule("run", "the? n=<count> months of of=<yearish>", _months_of_year),
    Rule("run", "the? (last|final) n=<count> u=UNITS of of=<of-year>", _last_run),
    Rule("years", "a=YEAR (-|/|to|through|until|till) b=YEAR", _years),
    Rule("years", "a=YEAR (-|/) b=SHORTYEAR", _years_short),
    Rule("years", "(from|between) a=YEAR (to|through|until|and) b=YEAR", _years),
    Rule("years", "the a=YEAR (-|/) b=YEAR (academic|school|fiscal|financial) year", _years),
    Rule("years", "a=FISCAL (-|/) b=SHORTYEAR", _years_short),
    Rule("years", "the? (fiscal|financial|academic|school) year a=YEAR (-|/) b=SHORTYEAR", _years_short),
    Rule("years", "a=FISCAL (-|/) b=SHORTYEAR", _years_short),
    Rule("years", "the? (fiscal|financial|academic|school) year a=YEAR (-|/) b=YEAR", _years),
    Rule("decade", "the? d=DECADE", _decade),
    Rule("decade", "(the)? ' d=DECADE", lambda d: Decade(1900 + d) if d < 100 else None),
    Rule("decade", "the? n=ORDINAL century", _century),
    Rule("range", "m=MONTH d=DAY (-|to|through|until|till) e=DAY", _days),
    Rule("range", "m=MONTH d=DAY (-|to|through|until|till) e=DAY ,? y=<yearish>", _days),
    Rule("range", "m=MONTH d=DAY and e=DAY", _two_days),
    Rule("range", "m=MONTH d=DAY and e=DAY ,? y=<yearish>", _two_days),
    Rule("range", "d=DAY (-|to|through|until|till) e=DAY m=MONTH", _days),
    Rule("range", "d=DAY (-|to|through|until|till) e=DAY m=MONTH ,? y=<yearish>", _days),
    Rule("range", "from? the d=NTH (to|through|until) the? e=NTH of m=MONTH", _days),
    Rule("range", "from? the d=NTH (to|through|until) the? e=NTH of m=MONTH ,? y=<yearish>", _days),
    Rule("range", "d=DAY and e=DAY m=MONTH", _two_days),
    Rule("range", "d=DAY and e=DAY m=MONTH ,? y=<yearish>", _two_days),
    Rule("range", "from? w=WEEKDAY (to|through|-) v=WEEKDAY", lambda w, v: Range(Weekday(w), Weekday(v))),
    Rule("range", "m=MONTH (-|to|through|until|till) n=MONTH", _months_to),
    Rule("range", "m=MONTH (-|to|through|until|till) n=MONTH ,? of? y=<yearish>", _months_to),
    Rule("end", "x=<month>", lambda x: x),
    Rule("end", "x=<md>", lambda x: x),
    Rule("end", "e=EARLY -? x=<month>", _early),
    Rule("end", "the? e=EDGE of x=<month>", _edge),
    Rule("end", "x=<quarter>", lambda x: x),
    Rule("end", "x=<season>", lambda x: x),
    Rule("range", "(from|between) a=<end> (to|and|through|until|till|-) b=<end>", _range),
    Rule("range", "a=<end> (to|through|until|-) b=<end>", _range),
    Rule("range", "t=NUMERIC (-|to) e=NUMERIC", lambda t, e: _range(_numeric(t), _numeric(e))),
]  # fmt: skip

_RELATIVE = [
    Rule("unit", "s=SHIFT u=UNIT", _unit),
    Rule("unit", "the current u=UNIT", lambda u: _unit(0, u)),
    Rule("unit", "the (previous|preceding) u=UNIT", lambda u: _unit(-1, u)),
    Rule("unit", "the following u=UNIT", lambda u: Same(u, 1) if u in ("W", "M", "Y") else None),
    Rule("unit", "(the same|that) u=UNIT", lambda u: Same(u) if u in ("W", "M", "Y") else None),
    Rule("unit", "(earlier|later) this WEEKEND", lambda: Unit("WE", 0)),
    Rule("unit", "s=SHIFT WEEKEND", lambda s: Unit("WE", s)),
    Rule("unit", "(the|this) WEEKEND", lambda: Unit("WE", 0)),
    Rule("unit", "the s=SHIFT WEEKEND", lambda s: Unit("WE", s)),
    Rule("unit", "r=(earlier|later) this u=UNIT", _so_far),
    Rule("turned", "s=SHIFT x=<month>", _turned),
    Rule("turned", "s=SHIFT x=<md>", _turned),
    Rule("turned", "s=SHIFT x=<season>", _turned),
    Rule("turned", "the s=SHIFT x=<season>", _turned),
    Rule("turned", "x=<month> of? this year", lambda x: placed(x, Unit("Y", 0))),
    Rule("edge", "the? e=EDGE of x=<month>", _edge),
    Rule("edge", "the? e=EDGE of x=<of-year>", _edge),
    Rule("edge", "the? e=EDGE of x=<quarter>", _edge),
    Rule("edge", "the? e=EDGE of x=<unit>", _edge),
    Rule("edge", "the? e=EDGE of x=<md>", _edge),
    Rule("edge", "the? e=EDGE of x=<decade>", _edge),
    Rule("edge", "the? e=EDGE of the u=UNIT", _edge_of_unit),
    Rule("edge", "e=(EARLY|EDGE) -? (in)? x=<month>", _early),
    Rule("edge", "e=(EARLY|EDGE) -? (in)? x=<yearish>", _early),
    Rule("edge", "e=EARLY -? x=<season>", _early),
    Rule("edge", "the? e=EARLY -? x=<decade>", _early),
    Rule("edge", "e=EARLY s=SHIFT u=UNIT", lambda e, s, u: Edge(e, Unit(u, s)) if u in ("W", "M", "Y") else None),
    Rule("edge", "(the)? year - end", _year_end),
    Rule("edge", "the week ' s end", lambda: Edge("END", Unit("W", 0), True)),
    Rule("vague", "today ' s (world|challenges|era|realities|threats)", lambda: Vague("PRESENT_REF")),
    Rule("vague", "of today", lambda: Vague("PRESENT_REF")),
    Rule("same", "the (same|corresponding) period", lambda: SamePeriod()),
    Rule("same", "the (same|corresponding) period (of|in)? y=<yearish>", lambda y: SamePeriod(y)),
    Rule("same", "the same (time|months|quarter) (of|in)? y=<yearish>", lambda y: SamePeriod(y)),
    Rule("away", "x=<length> h=ago", _ago),
    Rule("away", "x=<length> h=(earlier|later)", _away),
    Rule("away", "x=<length> h=LONE", lambda x, h: Away(x, h, from_focus=True)),
    Rule("away", "x=<length> from now", lambda x: Away(x, 1)),
]  # fmt: skip

_LENGTHS = [
    Rule("count", "n=NUMBER", lambda n: str(n)),
    Rule("count", "n=DECIMAL", lambda n: n),
    Rule("count", "n=NUMBER (and|-)? a=NUMBER / b=NUMBER", lambda n, a, b: f"{n}.5" if (a, b) == (1, 2) else None),
    Rule("count", "n=CARDINAL", lambda n: str(n)),
    Rule("count", "n=TENS", lambda n: str(n)),
    Rule("count", "t=TENS -? n=CARDINAL", lambda t, n: str(t + n) if n < 10 else None),
    Rule("count", "(a|one) hundred", lambda: "100"),
    Rule("count", "a dozen", lambda: "12"),
    Rule("length", "n=<count> -? u=(UNIT|UNITS)", _duration),
    Rule("length", "n=<count> full u=(UNIT|UNITS)", _duration),
    Rule("length", "n=<count> and a half u=(UNIT|UNITS)", _halves),
    Rule("length", "(a|an) u=UNIT and a half", lambda u: _halves("1", u)),
    Rule("length", "half (a|an) u=UNIT", _half),
    Rule("length", "(a)? half - u=UNIT", _half),
    Rule("length", "(a|an) u=UNIT", _one),
    Rule("length", "u=UNIT - long", _one),
    Rule("length", "n=<count> -? u=UNIT - long", _duration),
    Rule("length", "(a few|several|many|some|a couple of|few) u=UNITS", _some),
    Rule("length", "u=UNITS - long", _some),
    Rule("length", "u=UNITS", _some),
    Rule("span", "the? (past|last|recent|previous) FEW? u=UNITS", lambda u: Vague("PAST_REF", u)),
    Rule("span", "the? (next|coming|upcoming|following) FEW? u=UNITS", lambda u: Vague("FUTURE_REF", u)),
    Rule("span", "the? (past|last|preceding) n=<count> u=UNITS", _duration),
    Rule("span", "the? (next|coming|following|upcoming) n=<count> u=UNITS", _duration),
    Rule("span", "the n=<count> u=UNITS (ahead|to come)", _duration),
    Rule("span", "(the|this|over) (past|last) u=UNIT", _one),
    Rule("span", "the (next|coming) u=UNIT", _one),
    Rule("every", "EVERY u=UNIT", _every),
    Rule("every", "EVERY n=<count> u=UNITS", _every),
    Rule("every", "EVERY (SEASON|MONTH)", _yearly),
    Rule("every", "EVERY WEEKDAY", _weekly),
    Rule("every", "v=FREQUENCY", lambda v: Every(v)),
    Rule("every", "per u=UNIT", lambda u: _every(u) if u in ("D", "W", "M", "Y") else None),
]  # fmt: skip

_CLOCKS = [
    Rule("clock", "t=NOON", lambda t: TimeOfDay(t)),
    Rule("clock", "t=CLOCK", _clock),
    Rule("clock", "t=CLOCK h=(a|p) . m .?", _clock),
    Rule("clock", "t=CLOCK h=(am|pm)", lambda t, h: _clock(t, h[0])),
    Rule("clock", "n=NUMBER h=(a|p) . m .?", _hour),
    Rule("clock", "n=HOUR", lambda n: _hour(n, "")),
    Rule("clock", "n=NUMBER h=(am|pm)", lambda n, h: _hour(n, h[0])),
]  # fmt: skip

_CLOCKS.append(Rule("timed", "x=<clock> (gmt|utc|local time|est|edt)? (on)? y=<date-day>", _timed))

_DATES = (
    "day", "month", "yearish", "season", "quarter", "half", "week", "run", "years", "decade", "range", "unit",
    "turned", "edge", "same", "away", "length", "span", "every", "timed", "clock", "feast", "vague",
)  # fmt: skip

SPLIT = frozenset({"range", "years"})


def _fixed_phrases() -> list[Rule]:
    """The vague phrases and the festivals of the vocabulary as rules."""
    rules = []
    for words, (kind, value) in phrases().items():
        meaning: Any = Vague(value) if kind == "VAGUE" else Festival(value)
        rules.append(Rule("vague" if kind == "VAGUE" else "festival", " ".join(words), lambda meaning=meaning: meaning))
    return rules


@cache
def grammar(ranges: bool = True) -> Grammar:
    """The compiled grammar; without `ranges` each end of "from May to June" is an expression of its own."""
    kinds = [kind for kind in _DATES if ranges or kind not in SPLIT]
    tops = [Rule("date", f"x=<{kind}>", lambda x: x) for kind in kinds]
    return Grammar([*_POINTS, *_STRETCHES, *_RELATIVE, *_LENGTHS, *_CLOCKS, *_fixed_phrases(), *tops])
