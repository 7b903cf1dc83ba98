"""The notation of TempEval-3's AQUAINT texts for date expressions: types, parts of day, seasons, weeks.

What communique writes follows the project's own guide (a week is Monday/Sunday, "Thursday morning" is its day);
here the same meanings are written as that corpus writes them.
"""

from __future__ import annotations

from dataclasses import dataclass

from communique.read.dates import Found, find_dates
from communique.read.dates.calendar import Stretch
from communique.read.dates.relative import DayPart, Duration, Every, TimeOfDay


@dataclass(frozen=True, slots=True)
class Timex:
    """A TIMEX3 expression of a text."""

    start: int
    end: int
    type: str
    value: str


def timexes(text: str, published: str | None) -> list[Timex]:
    """The time expressions of a text in the corpus's notation; each end of a range is one of its own."""
    return [
        Timex(found.start, found.end, kind(found), value(found)) for found in find_dates(text, published, ranges=False)
    ]


def timex3(text: str, published: str | None) -> list[dict[str, object]]:
    """`timexes` as the scorer's dictionaries."""
    return [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in timexes(text, published)]


def kind(found: Found) -> str:
    """DATE, TIME, DURATION or SET."""
    if isinstance(found.meaning, TimeOfDay):
        return "TIME"
    if isinstance(found.meaning, DayPart):
        return "TIME"
    if isinstance(found.meaning, Duration):
        return "DURATION"
    return "SET" if isinstance(found.meaning, Every) else "DATE"


def value(found: Found) -> str:
    """The value in the corpus's notation."""
    stretch = found.outcome.stretch
    if isinstance(found.meaning, DayPart):
        return f"{found.outcome.value}T{found.meaning.part}"
    if stretch is not None and stretch.single and stretch.unit in ("W", "WE"):
        return _week(stretch)
    return found.outcome.value


def _week(stretch: Stretch) -> str:
    year, week, _ = stretch.first.isocalendar()
    return f"{year}-W{week}" + ("-WE" if stretch.unit == "WE" else "")
