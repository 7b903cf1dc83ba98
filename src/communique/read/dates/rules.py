"""The rule table: how dates are said in English press reports, and the meaning that each way of saying has."""

from __future__ import annotations

from functools import cache
from typing import Any

from communique.read.dates import building as make
from communique.read.dates.festivals import Festival
from communique.read.dates.fiscal import FiscalYear
from communique.read.dates.grammar import Grammar, Rule
from communique.read.dates.meaning import (
    Decade,
    Division,
    Month,
    Range,
    Season,
    WeekOf,
    Year,
)
from communique.read.dates.relative import (
    Away,
    DayPart,
    Edge,
    Every,
    MonthDay,
    NthDay,
    Same,
    SamePeriod,
    TimeOfDay,
    Unit,
    Vague,
    Weekday,
    placed,
)
from communique.read.dates.vocabulary import phrases

_POINTS = [
    # years
    Rule("y", "y=YEAR", lambda y: Year(y)),
    Rule("yearish", "x=<y>", lambda x: x),
    Rule("yearish", "the? year x=<y>", lambda x: x),
    Rule("yearish", "x=<fiscal>", lambda x: x),
    Rule("yearish", "the? (fiscal|financial|budget) year? x=<y>", lambda x: x),
    Rule("yearish", "y=FISCAL", lambda y: Year(y)),
    Rule("fiscal", "the? s=SHIFT (fiscal|financial|budget) year", lambda s: FiscalYear(offset=s)),
    Rule("fiscal", "the current (fiscal|financial|budget) year", lambda: FiscalYear()),
    Rule("yearish", "s=SHIFT year", lambda s: Unit("Y", s)),
    Rule("yearish", "the current year", lambda: Unit("Y", 0)),
    Rule("yearish", "(the same|that) year", lambda: Same("Y")),
    Rule("of-year", "x=<yearish>", lambda x: x),
    Rule("of-year", "the year", lambda: Unit("Y", 0)),
    # months
    Rule("month", "x=<plain-month>", lambda x: x),
    Rule("plain-month", "m=MONTH", lambda m: Month(m)),
    Rule("plain-month", "m=MONTH (,|of)? y=<yearish>", lambda m, y: Month(m, y)),
    Rule("plain-month", "m=LOWERMONTH y=<y>", lambda m, y: Month(m, y)),
    Rule("month", "the month of x=<plain-month>", lambda x: x),
    # days
    Rule("plain-day", "m=MONTH d=DAY", make.day),
    Rule("plain-day", "m=MONTH d=DAY ,? y=<yearish>", make.day),
    Rule("plain-day", "the? d=DAY of? m=MONTH", make.day),
    Rule("plain-day", "the? d=DAY of? m=MONTH ,? y=<yearish>", make.day),
    Rule("plain-day", "the? d=DAY - m=MONTH - y=<y>", make.day),
    Rule("plain-day", "d=DAY m=LOWERMONTH y=<y>", make.day),
    Rule("plain-day", "the o=<nth> (day)? of m=MONTH", lambda o, m: make.day(m, o)),
    Rule("plain-day", "the o=<nth> (day)? of m=MONTH ,? y=<yearish>", lambda o, m, y: make.day(m, o, y)),
    Rule("plain-day", "d=DAY m=MONTH b . e . BUDDHIST LEFT y=<y> RIGHT", make.day),
    Rule("plain-day", "d=DAY m=MONTH b . e . BUDDHIST", lambda d, m: make.day(m, d)),
    Rule("md", "x=<plain-day>", lambda x: x),
    Rule("md", "w=(WEEKDAY|WEEKDAYSHORT) ,? x=<plain-day>", make.on_weekday),
    Rule("nth", "o=ORDINAL", lambda o: o if o <= 31 else None),
    Rule("date-day", "x=<md>", lambda x: x),
    Rule("date-day", "t=NUMERIC", make.numeric),
    Rule("date-day", "w=WEEKDAY", lambda w: Weekday(w)),
    Rule("date-day", "the d=NTH", lambda d: NthDay(d)),
    Rule("date-day", "s=SHIFT w=WEEKDAY", make.turned_weekday),
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
    Rule("day", "x=<date-day> p=PART", make.part),
    Rule("day", "p=PART of x=<date-day>", make.part),
    Rule("day", "(early|late) x=<date-day> p=PART", make.part),
    Rule("day", "this p=PART", lambda p: DayPart(Unit("D", 0), p)),
    Rule("day", "the (next|following) p=PART", lambda p: DayPart(Same("D", 1), p)),
    Rule("day", "that (same)? p=PART", lambda p: DayPart(Same("D"), p)),
    Rule("day", "p=TONIGHT", lambda p: DayPart(Unit("D", 0), p)),
    Rule("day", "last night", lambda: DayPart(Unit("D", -1), "NI")),
    Rule("day", "<festival> ,? x=<md>", lambda x: x),
    Rule("feast", "x=<festival>", lambda x: x),
    Rule("feast", "the? ORDINAL? x=<festival>", lambda x: x),
    Rule("feast", "the? ORDINAL? x=<festival> ,? y=<yearish>", lambda x, y: placed(x, y)),
    Rule("feast", "x=<festival> ,? y=<yearish>", lambda x, y: placed(x, y)),
    Rule("feast", "the? s=SHIFT ORDINAL? x=<festival>", make.turned),
    Rule("feast", "the? (last|final) (days|weeks|week) of the? x=<festival>", lambda x: Edge("LATE", x, exact=True)),
    Rule("feast", "the? e=EDGE of the? x=<festival>", make.edge),
    Rule("feast", "the? e=EDGE of the? x=<festival> ,? y=<yearish>", lambda e, x, y: make.edge(e, placed(x, y))),
]  # fmt: skip

_STRETCHES = [
    Rule("season", "x=SEASON", lambda x: Season(x)),
    Rule("season", "(in|the)? x=SEASON of? y=<yearish>", lambda x, y: Season(x, y)),
    Rule("season", "the x=SEASON", lambda x: Season(x)),
    Rule("season", "the? (southern|austral) x=SEASON", lambda x: Season(x, south=True)),
    Rule("season", "the? (southern|austral) x=SEASON of? y=<yearish>", lambda x, y: Season(x, y, south=True)),
    Rule("quarter", "the? n=ORDINAL quarter", make.quarter),
    Rule("quarter", "the? n=ORDINAL quarter of? y=<of-year>", make.quarter),
    Rule("quarter", "n=QUARTER", lambda n: Division("Q", n)),
    Rule("quarter", "n=QUARTER (of|,|-)? y=<of-year>", lambda n, y: Division("Q", n, y)),
    Rule("quarter", "y=<y> n=QUARTER", lambda n, y: Division("Q", n, y)),
    Rule("quarter", "the? (last|final) quarter of y=<of-year>", lambda y: Division("Q", -1, y)),
    Rule("half", "the? n=ORDINAL half of y=<of-year>", make.half_year),
    Rule("half", "(this year|the year) ' s n=ORDINAL half", lambda n: make.half_year(n, Unit("Y", 0))),
    Rule("half", "the? (last|latter) half of y=<of-year>", lambda y: Division("H", 2, y)),
    Rule("half", "n=HALF y=<of-year>", lambda n, y: Division("H", n, y)),
    Rule("week", "the? n=ORDINAL week of x=<month>", lambda n, x: WeekOf(n, x)),
    Rule("week", "the? (last|final) week of x=<month>", lambda x: WeekOf(-1, x)),
    Rule("week", "the? week of x=<md>", lambda x: WeekOf(0, x)),
    Rule("run", "the? first n=<count> u=UNITS", make.run),
    Rule("run", "the? first n=<count> u=UNITS of of=<of-year>", make.run),
    Rule("run", "the? n=<count> months of of=<yearish>", make.months_of_year),
    Rule("run", "the? (last|final) n=<count> u=UNITS of of=<of-year>", make.last_run),
    Rule("years", "a=YEAR (-|/|to|through|until|till) b=YEAR", make.years),
    Rule("years", "a=YEAR (-|/) b=SHORTYEAR", make.years_short),
    Rule("years", "(from|between) a=YEAR (to|through|until|and) b=YEAR", make.years),
    Rule("years", "the? a=YEAR (-|/) b=YEAR (academic|school|fiscal|financial|budget) year", make.years),
    Rule("years", "the? a=YEAR (-|/) b=SHORTYEAR (academic|school|fiscal|financial|budget) year", make.years_short),
    Rule("years", "the? (academic|school|fiscal|financial|budget) year a=YEAR (-|/) b=SHORTYEAR", make.years_short),
    Rule("years", "the? (academic|school|fiscal|financial|budget) year a=YEAR (-|/) b=YEAR", make.years),
    Rule("years", "a=FISCAL (-|/) b=SHORTYEAR", make.years_short),
    Rule("years", "a=FISCAL (-|/) b=YEAR", make.years),
    Rule("decade", "the? d=DECADE", make.decade),
    Rule("decade", "(the)? ' d=DECADE", lambda d: Decade(1900 + d) if d < 100 else None),
    Rule("decade", "the? n=ORDINAL century", make.century),
    Rule("range", "m=MONTH d=DAY (-|to|through|until|till) e=DAY", make.days),
    Rule("range", "m=MONTH d=DAY (-|to|through|until|till) e=DAY ,? y=<yearish>", make.days),
    Rule("range", "m=MONTH d=DAY and e=DAY", make.two_days),
    Rule("range", "m=MONTH d=DAY and e=DAY ,? y=<yearish>", make.two_days),
    Rule("range", "d=DAY (-|to|through|until|till) e=DAY m=MONTH", make.days),
    Rule("range", "d=DAY (-|to|through|until|till) e=DAY m=MONTH ,? y=<yearish>", make.days),
    Rule("range", "from? the d=NTH (to|through|until) the? e=NTH of m=MONTH", make.days),
    Rule("range", "from? the d=NTH (to|through|until) the? e=NTH of m=MONTH ,? y=<yearish>", make.days),
    Rule("range", "d=DAY and e=DAY m=MONTH", make.two_days),
    Rule("range", "d=DAY and e=DAY m=MONTH ,? y=<yearish>", make.two_days),
    Rule("range", "from? w=WEEKDAY (to|through|-) v=WEEKDAY", lambda w, v: Range(Weekday(w), Weekday(v))),
    Rule("range", "m=MONTH (-|to|through|until|till) n=MONTH", make.months_to),
    Rule("range", "m=MONTH (-|to|through|until|till) n=MONTH ,? of? y=<yearish>", make.months_to),
    Rule("end", "x=<month>", lambda x: x),
    Rule("end", "x=<md>", lambda x: x),
    Rule("end", "e=EARLY -? x=<month>", make.early),
    Rule("end", "the? e=EDGE of x=<month>", make.edge),
    Rule("end", "x=<quarter>", lambda x: x),
    Rule("end", "x=<season>", lambda x: x),
    Rule("range", "(from|between) a=<end> (to|and|through|until|till|-) b=<end>", make.span),
    Rule("range", "a=<end> (to|through|until|-) b=<end>", make.span),
    Rule("range", "t=NUMERIC (-|to) e=NUMERIC", lambda t, e: make.span(make.numeric(t), make.numeric(e))),
]  # fmt: skip

_RELATIVE = [
    Rule("unit", "s=SHIFT u=UNIT", make.unit),
    Rule("unit", "the current u=UNIT", lambda u: make.unit(0, u)),
    Rule("unit", "the (previous|preceding) u=UNIT", lambda u: make.unit(-1, u)),
    Rule("unit", "the following u=UNIT", lambda u: Same(u, 1) if u in ("W", "M", "Y") else None),
    Rule("unit", "(the same|that) u=UNIT", lambda u: Same(u) if u in ("W", "M", "Y") else None),
    Rule("unit", "(earlier|later) this WEEKEND", lambda: Unit("WE", 0)),
    Rule("unit", "s=SHIFT WEEKEND", lambda s: Unit("WE", s)),
    Rule("unit", "(the|this) WEEKEND", lambda: Unit("WE", 0)),
    Rule("unit", "the s=SHIFT WEEKEND", lambda s: Unit("WE", s)),
    Rule("unit", "r=(earlier|later) this u=UNIT", make.so_far),
    Rule("turned", "s=SHIFT x=<month>", make.turned),
    Rule("turned", "s=SHIFT x=<md>", make.turned),
    Rule("turned", "s=SHIFT x=<season>", make.turned),
    Rule("turned", "the s=SHIFT x=<season>", make.turned),
    Rule("turned", "x=<month> of? this year", lambda x: placed(x, Unit("Y", 0))),
    Rule("edge", "the? e=EDGE of x=<month>", make.edge),
    Rule("edge", "the? e=EDGE of x=<of-year>", make.edge),
    Rule("edge", "the? e=EDGE of x=<quarter>", make.edge),
    Rule("edge", "the? e=EDGE of x=<unit>", make.edge),
    Rule("edge", "the? e=EDGE of x=<md>", make.edge),
    Rule("edge", "the? e=EDGE of x=<decade>", make.edge),
    Rule("edge", "the? e=EDGE of the u=UNIT", make.edge_of_unit),
    Rule("edge", "e=(EARLY|EDGE) -? (in)? x=<month>", make.early),
    Rule("edge", "e=(EARLY|EDGE) -? (in)? x=<yearish>", make.early),
    Rule("edge", "e=EARLY -? x=<season>", make.early),
    Rule("edge", "the? e=EARLY -? x=<decade>", make.early),
    Rule("edge", "e=EARLY s=SHIFT u=UNIT", lambda e, s, u: Edge(e, Unit(u, s)) if u in ("W", "M", "Y") else None),
    Rule("edge", "(the)? year - end", make.year_end),
    Rule("edge", "the week ' s end", lambda: Edge("END", Unit("W", 0), True)),
    Rule("vague", "today ' s (world|challenges|era|realities|threats)", lambda: Vague("PRESENT_REF")),
    Rule("vague", "of today", lambda: Vague("PRESENT_REF")),
    Rule("same", "the (same|corresponding) period", lambda: SamePeriod()),
    Rule("same", "the (same|corresponding) period (of|in)? y=<yearish>", lambda y: SamePeriod(y)),
    Rule("same", "the same (time|months|quarter) (of|in)? y=<yearish>", lambda y: SamePeriod(y)),
    Rule("away", "x=<length> h=ago", make.ago),
    Rule("away", "x=<length> h=(earlier|later)", make.away),
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
    Rule("length", "n=<count> -? u=(UNIT|UNITS)", make.duration),
    Rule("length", "n=<count> full u=(UNIT|UNITS)", make.duration),
    Rule("length", "n=<count> and a half u=(UNIT|UNITS)", make.halves),
    Rule("length", "(a|an) u=UNIT and a half", lambda u: make.halves("1", u)),
    Rule("length", "half (a|an) u=UNIT", make.half),
    Rule("length", "(a)? half - u=UNIT", make.half),
    Rule("length", "(a|an) u=UNIT", make.one),
    Rule("length", "u=UNIT - long", make.one),
    Rule("length", "n=<count> -? u=UNIT - long", make.duration),
    Rule("length", "(a few|several|many|some|a couple of|few) u=UNITS", make.some),
    Rule("length", "u=UNITS - long", make.some),
    Rule("length", "u=UNITS", make.some),
    Rule("span", "the? (past|last|recent|previous) FEW? u=UNITS", lambda u: Vague("PAST_REF", u)),
    Rule("span", "the? (next|coming|upcoming|following) FEW? u=UNITS", lambda u: Vague("FUTURE_REF", u)),
    Rule("span", "the? (past|last|preceding) n=<count> u=UNITS", make.duration),
    Rule("span", "the? (next|coming|following|upcoming) n=<count> u=UNITS", make.duration),
    Rule("span", "the n=<count> u=UNITS (ahead|to come)", make.duration),
    Rule("span", "(the|this|over) (past|last) u=UNIT", make.one),
    Rule("span", "the (next|coming) u=UNIT", make.one),
    Rule("every", "EVERY u=UNIT", make.every),
    Rule("every", "EVERY n=<count> u=UNITS", make.every),
    Rule("every", "EVERY (SEASON|MONTH)", make.yearly),
    Rule("every", "EVERY WEEKDAY", make.weekly),
    Rule("every", "v=FREQUENCY", lambda v: Every(v)),
    Rule("every", "per u=UNIT", lambda u: make.every(u) if u in ("D", "W", "M", "Y") else None),
]  # fmt: skip

_CLOCKS = [
    Rule("clock", "t=NOON", lambda t: TimeOfDay(t)),
    Rule("clock", "t=CLOCK", make.clock),
    Rule("clock", "t=CLOCK h=(a|p) . m .?", make.clock),
    Rule("clock", "t=CLOCK h=(am|pm)", lambda t, h: make.clock(t, h[0])),
    Rule("clock", "n=NUMBER h=(a|p) . m .?", make.hour),
    Rule("clock", "n=HOUR", lambda n: make.hour(n, "")),
    Rule("clock", "n=NUMBER h=(am|pm)", lambda n, h: make.hour(n, h[0])),
]  # fmt: skip

_CLOCKS.append(Rule("timed", "x=<clock> (gmt|utc|local time|est|edt)? (on)? y=<date-day>", make.timed))

_DATES = (
    "day", "month", "fiscal", "yearish", "season", "quarter", "half", "week", "run", "years", "decade", "range", "unit",
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
