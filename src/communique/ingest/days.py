"""Days of publication, as sources give them. A day that can be read two ways is no day."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?=$|[T\s])|([0-9]{4})/([0-9]{2})/([0-9]{2})(?=$|\s)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<{0}>[0-9]{{1,2}})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s*)?"

# A day as English prose prints it, the year may be left out: "6 February 2026", "Feb. 6", "24.04.2026". The last
# form is read day first, as everywhere that writes dots; "06/02/2026" is never read.
PRINTED_DAY = (
    f"{_WEEKDAY}(?:{_DAY.format('d1')}\\s+{_MONTH.format('m1')}(?:,?\\s*(?P<y1>[0-9]{{4}})\\b)?"
    f"|{_MONTH.format('m2')}\\s*{_DAY.format('d2')}\\b(?:,?\\s*(?P<y2>[0-9]{{4}})\\b)?"
    r"|(?P<d3>[0-9]{1,2})\.(?P<m3>[0-9]{1,2})\.(?P<y3>[0-9]{4})\b)"
)
_PRINTED = re.compile(PRINTED_DAY, re.IGNORECASE)


def iso_day(value: str) -> str | None:
    """The day at the start of an ISO date or time ("2026-02-06T09:00:00Z", "2026/02/06"), or None without one."""
    match = _ISO.match(value.strip())
    return _checked(*(part for part in match.groups() if part)) if match else None


def any_day(value: str) -> str | None:
    """The day that a value holds, in ISO form or printed with its year; None for anything else."""
    found = iso_day(value)
    if found:
        return found
    match = _PRINTED.match(value.strip())
    return printed_day(match) if match else None


def printed_day(match: re.Match[str]) -> str | None:
    """The ISO day of a match of `PRINTED_DAY`; None where the year is not printed or no such day exists."""
    part = match.groupdict()
    for form in "123":
        if part[f"d{form}"] and part[f"y{form}"]:
            return _checked(part[f"y{form}"], _month_number(part[f"m{form}"]), part[f"d{form}"])
    return None


def _month_number(month: str) -> str:
    return month if month.isdigit() else str(_MONTHS.index(month[:3].lower()) + 1)


def _checked(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
