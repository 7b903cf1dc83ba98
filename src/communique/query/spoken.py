"""TIMEX3 values that name no day of the calendar, in words: seasons, lengths, what comes back, what is vague."""

from __future__ import annotations

import re

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_VAGUE = {"PAST_REF": "in the past", "PRESENT_REF": "now", "FUTURE_REF": "in the future"}
_UNITS = {
    "Y": "year", "M": "month", "W": "week", "D": "day", "Q": "quarter", "E": "decade", "C": "century",
    "TH": "hour", "TM": "minute", "TS": "second",
}  # fmt: skip
_SMALL = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LENGTH = re.compile(r"P(?:(?:\d+(?:\.\d+)?|X)[YMWDQEC])*(?:T(?:(?:\d+(?:\.\d+)?|X)[HMS])+)?")
_PART = re.compile(r"(\d+(?:\.\d+)?|X)([A-Z])")


def in_words(value: str) -> str | None:
    """The words for a value; None for one that this page does not know.

    >>> in_words("2026-SU"), in_words("P3Y"), in_words("XXXX-WXX-1"), in_words("PAST_REF")
    ('summer 2026', 'three years', 'every Monday', 'in the past')
    """
    if value in _VAGUE:
        return _VAGUE[value]
    if _LENGTH.fullmatch(value) and len(value) > 1:
        return _length(value)
    if match := re.fullmatch(r"(\d{4}|XXXX)-(SP|SU|FA|WI)", value):
        return _of_year(_SEASONS[match[2]], match[1])
    return _open(value)


def is_length(value: str) -> bool:
    """Whether a value is a length of time: "P3Y"."""
    return len(value) > 1 and _LENGTH.fullmatch(value) is not None


def _length(value: str) -> str:
    """ "P1Y3M" is "one year and three months"; an unknown number is "several"."""
    days, _, hours = value[1:].partition("T")
    parts = [(number, _UNITS[unit]) for number, unit in _PART.findall(days)]
    parts += [(number, _UNITS[f"T{unit}"]) for number, unit in _PART.findall(hours)]
    told = [_counted(number, unit) for number, unit in parts]
    return " and ".join(filter(None, [", ".join(told[:-1]), told[-1]]))


def _counted(number: str, unit: str) -> str:
    many = "centuries" if unit == "century" else f"{unit}s"
    if number == "X":
        return f"several {many}"
    small = number.isdigit() and 0 < int(number) < len(_SMALL)
    return f"{_SMALL[int(number)] if small else number} {unit if number == '1' else many}"


def _open(value: str) -> str | None:
    """Values with a part left open: a weekday, a day of any year or month, a day of a year that is not certain."""
    if value == "XXXX-WXX":
        return "every week"
    if match := re.fullmatch(r"XXXX-WXX-([1-7])", value):
        return f"every {_WEEKDAYS[int(match[1]) - 1]}"
    if match := re.fullmatch(r"XXXX-(0[1-9]|1[0-2])(?:-(\d\d))?", value):
        month = _MONTHS[int(match[1]) - 1]
        return f"{int(match[2])} {month}, year not known" if match[2] else f"{month}, year not known"
    if match := re.fullmatch(r"XXXX-XX-(\d\d)", value):
        return f"day {int(match[1])} of a month not known"
    if match := re.fullmatch(r"(\d{4})-XX-XX", value):
        return f"a day in {match[1]}"
    if match := re.fullmatch(r"XXXX-([QH])([1-4])", value):
        return f"{('first', 'second', 'third', 'fourth')[int(match[2]) - 1]} {'quarter' if match[1] == 'Q' else 'half'}"
    if match := re.fullmatch(r"\d\d", value):
        return _century(int(value) + 1)
    return None


def _of_year(season: str, year: str) -> str:
    return f"{season}, year not known" if year == "XXXX" else f"{season} {year}"


def _century(number: int) -> str:
    teens = 10 < number % 100 < 14
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"the {number}{ending} century"
