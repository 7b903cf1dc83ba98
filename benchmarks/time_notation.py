"""The notation of TempEval-3's AQUAINT texts for date expressions: types, parts of day, seasons, weeks.

What communique writes follows the project's own guide (a week is Monday/Sunday, "Thursday morning" is its day);
here the same meanings are written as that corpus writes them.
"""

from __future__ import annotations

from dataclasses import dataclass

from communique.read.dates import Found, find_dates
from communique.read.dates.calendar import Stretch, around
from communique.read.dates.relative import Duration, Every, SoFar, TimeOfDay, Vague

_LEFT_OUT = {
    "Duration": ("the ",),
    "Decade": ("the ",),
    "Vague": ("the ", "for ", "right "),
    "SoFar": ("earlier ", "later "),
}


@dataclass(frozen=True, slots=True)
class Timex:
    """A TIMEX3 expression of a text."""

    start: int
    end: int
    type: str
    value: str


def timexes(text: str, published: str | None) -> list[Timex]:
    """The time expressions of a text in the corpus's notation; each end of a range is one of its own."""
    found_dates = find_dates(text, published, ranges=False)
    return [Timex(start(text, found), found.end, kind(found), value(found)) for found in found_dates]


def timex3(text: str, published: str | None) -> list[dict[str, object]]:
    """`timexes` as the scorer's dictionaries."""
    return [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in timexes(text, published)]


def start(text: str, found: Found) -> int:
    """Where the expression starts: the corpus leaves out "the" before lengths of time, and "earlier" before "this"."""
    for word in _LEFT_OUT.get(type(found.meaning).__name__, ()):
        if text[found.start : found.end].lower().startswith(word):
            return found.start + len(word)
    return found.start


def kind(found: Found) -> str:
    """DATE, TIME, DURATION or SET."""
    if isinstance(found.meaning, TimeOfDay):
        return "TIME" if found.meaning.of is None else "DATE"
    if isinstance(found.meaning, Duration) or (isinstance(found.meaning, Vague) and found.meaning.unit):
        return "DURATION"
    return "SET" if isinstance(found.meaning, Every) else "DATE"


def value(found: Found) -> str:
    """The value in the corpus's notation."""
    stretch, meaning = found.outcome.stretch, found.meaning
    if isinstance(meaning, SoFar) and stretch is not None and meaning.unit == "W":
        return _week(around("W", stretch.first))
    if isinstance(meaning, Vague) and meaning.unit:
        return Duration(None, meaning.unit).value
    if stretch is not None and stretch.unit == "E":
        return f"{stretch.first.year // 10}X"
    if stretch is not None and stretch.single and stretch.unit in ("W", "WE"):
        return _week(stretch)
    return found.outcome.value


def _week(stretch: Stretch) -> str:
    year, week, _ = stretch.first.isocalendar()
    return f"{year}-W{week}" + ("-WE" if stretch.unit == "WE" else "")
