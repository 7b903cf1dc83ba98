"""Days and periods as ISO strings of the precision known ("2026", "2026-02", "2026-02-06", "2025-Q1")."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

Range = tuple[date, date]

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"\d{4}")
_PART = re.compile(r"(\d{4})-([QH])([1-4])")
_MONTHS_IN = {"Q": 3, "H": 6}


def range_of(value: str | None) -> Range | None:
    """The first and last day of a value; None where it is no day, month, quarter, half, year or run of them."""
    if not value:
        return None
    if "/" in value:
        first, _, last = value.partition("/")
        begins, ends = range_of(first), range_of(last)
        return (begins[0], ends[1]) if begins and ends and begins[0] <= ends[1] else None
    try:
        return _range(value)
    except ValueError:  # 2026-02-30
        return None


def _range(value: str) -> Range | None:
    if found := _DAY.fullmatch(value):
        day = date(*map(int, found.groups()))
        return day, day
    if found := _MONTH.fullmatch(value):
        return _months(int(found[1]), int(found[2]), 1)
    if found := _PART.fullmatch(value):
        length = _MONTHS_IN[found[2]]
        return _months(int(found[1]), length * (int(found[3]) - 1) + 1, length)
    if _YEAR.fullmatch(value):
        return _months(int(value), 1, 12)
    return None


def _months(year: int, first: int, count: int) -> Range:
    last = first + count - 1
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def span_of(start: str | None, end: str | None) -> Range | None:
    """The days from `start` to `end`; a missing end is the start's own."""
    begins, ends = range_of(start), range_of(end)
    if begins is None:
        return ends
    if ends is None or ends[1] < begins[0]:
        return begins
    return begins[0], ends[1]


def within(first: Range, second: Range) -> bool:
    """Whether one lies within the other."""
    return (first[0] <= second[0] and second[1] <= first[1]) or (second[0] <= first[0] and first[1] <= second[1])


def is_single_day(span: Range) -> bool:
    return span[0] == span[1]
