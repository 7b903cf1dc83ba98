"""What stands around a report without being its prose: sign-offs, bylines, boilerplate."""

from __future__ import annotations

import re
from functools import cache

from communique.ingest.days import PRINTED_DAY, any_day
from communique.ingest.lines import Line
from communique.ingest.wording import agencies_pattern, alternatives, report_parts

_LONGEST_BOILERPLATE = 300
_LONGEST_BYLINE = 80
_END_MARK = re.compile(r"[\W_]*(?:END|End|ENDS|Ends|30|###?)[\W_]*|(?:[#*]\s*){1,5}|\(?(?:MORE|more)\)?")
_SLUG = re.compile(r"[A-Z]{2,4}(?:/[A-Z]{2,4}){1,3}")
_CLOCK = re.compile(
    r"(?:END\s+)?[0-9]{1,2}[:.][0-9]{2}\s*[AP]\.?M\.?(?:\s+[A-Z]{1,4}T)?\.?(?:\s*\([^()]{0,30}\))?", re.IGNORECASE
)
_NAME = r"[^\W\d_a-z][\w.'’-]*"
_NAME_LIST = re.compile(rf"{_NAME}(?:(?:,|\s+(?:and|de|van|bin|al|&))?\s+{_NAME}){{0,9}}[,.]?")
_UPDATED = re.compile(
    r"(?:last\s+)?(?:updated|published|posted|released)(?:\s+(?:on|at))?\s*:?\s*(?=.*[0-9])", re.IGNORECASE
)
_DAY_LINE = re.compile(rf"{PRINTED_DAY}(?:\W+[0-9]{{1,2}}[:.][0-9]{{2}}.{{0,20}})?", re.IGNORECASE)


def is_boilerplate(line: Line) -> bool:
    """A short line that belongs to the publisher: "For more information, …", "Follow us on …"."""
    if len(line.text) > _LONGEST_BOILERPLATE or line.text[0].islower():
        return False
    match = _boilerplate().match(line.text)
    if not match:
        return False
    alone = " ".join(match[0].lower().split()).rstrip(":") in report_parts().boilerplate_alone
    return not alone or len(line.text) <= match.end() + 2


def is_byline(line: Line) -> bool:
    """ "By Folashade Umoren", "Reporting by X; editing by Y", "EEAS Press Team"."""
    if len(line.text) > _LONGEST_BYLINE:
        return False
    start = _byline().match(line.text)
    if start:
        names = line.text[start.end() :]
        return _NAME_LIST.fullmatch(names) is not None or (";" in names and names[:1].isupper())
    return _desk().fullmatch(line.text) is not None


def is_date_line(line: Line) -> bool:
    """A line that is nothing but a day or a time: "August 25, 2022", "12:32 P.M. BST", "Updated: 14/01/2026 18:00"."""
    text = line.text
    if len(text) > _LONGEST_BYLINE:
        return False
    day = any_day(text) is not None and len(text) <= 12
    updated = _UPDATED.match(text) is not None and len(text) <= 48
    return day or updated or _DAY_LINE.fullmatch(text) is not None or _CLOCK.fullmatch(text) is not None


def is_day(text: str) -> bool:
    """Whether a text is nothing but a day, printed with its year or without: "12 MAY 2021"."""
    return len(text) <= _LONGEST_BYLINE and _DAY_LINE.fullmatch(text) is not None


def is_signoff(line: Line) -> bool:
    """A last line that is all sign-off: "Vietnamplus", "-END-", "— VNA/VNS", "FU/YEE", "Source: VNA"."""
    text = line.text
    if len(text) > _LONGEST_BYLINE:
        return False
    patterns = (_END_MARK, _SLUG, _CLOCK, _agency_alone(), _named_agency())
    return any(pattern.fullmatch(text) for pattern in patterns)


def is_capitals(line: Line, words: int) -> bool:
    """A line of at most `words` words all in capitals: "MINISTRY OF FOREIGN AFFAIRS", a signature."""
    return line.text.isupper() and len(line.words) <= words and any(c.isalpha() for c in line.text)


def trailing_signoff(line: Line) -> int | None:
    """Where the sign-off at the end of a prose line starts, as an offset into the line; None without one."""
    window = max(0, len(line.text) - 120)
    for pattern in (_trailing_agency(), _trailing_mark()):
        match = pattern.search(line.text, window)
        if match and match.start("sign") > 0:
            start = match.start("sign")
            return start + len(line.text[start:]) - len(line.text[start:].lstrip())
    return None


@cache
def _boilerplate() -> re.Pattern[str]:
    starts = alternatives(report_parts().boilerplate_starts)
    return re.compile(rf"[\W_]{{0,3}}(?:{starts})(?:\b|(?<=\W)):?", re.IGNORECASE)


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(rf"(?:[—–-]\s*)?(?i:{alternatives(report_parts().byline_starts)})\b\s*:?\s+")


@cache
def _desk() -> re.Pattern[str]:
    return re.compile(rf"(?:[\w.’'-]+\s+){{0,4}}(?i:{alternatives(report_parts().desk_ends)})")


@cache
def _agency_alone() -> re.Pattern[str]:
    agencies = agencies_pattern()
    site = r"(?i:(?:https?://)?(?:www\.)?[\w-]{2,40}(?:\.[a-z]{2,6}){1,2}/?)"
    return re.compile(
        rf"(?:(?i:source|by|from)\s*:?\s*)?[—–\-(\[/|\s]{{0,4}}(?:{agencies}|{site})(?:[)\]/\s.|—–-]|\((?:{agencies}|{site})\)){{0,6}}"
    )


@cache
def _named_agency() -> re.Pattern[str]:
    """ "— Lakeshore Press Agency": a name after a dash whose last word is that of an agency or paper."""
    last = f"(?i:{alternatives(report_parts().agency_words)})"
    return re.compile(rf"(?:[—–]|--?)\s*(?:The\s+)?(?:{_NAME}\s+){{1,4}}{last}[\s.]*")


@cache
def _trailing_agency() -> re.Pattern[str]:
    """ "… next March. — VNS", "… Osaka. KPL", "… hotline. (NAN)(www.nannews.ng)", "… - SAnews.gov.za"."""
    agencies = agencies_pattern()
    unknown = r"[A-Z][\w.]{1,24}(?:/[A-Z][\w.]{1,24}){0,3}"
    ended = r"(?<=[.!?\"”’)…])"
    named = _named_agency().pattern
    return re.compile(
        rf"(?:(?P<sign>(?:{ended}\s*(?:[—–]|--?)\s*(?:{agencies}|{unknown})|{ended}\s*{named}|(?<=\S)\s*(?:—|–|--)\s*{agencies}"
        rf"|{ended}\s*(?:\((?:{agencies}|www\.[\w.-]+)\)\s*){{1,3}}|{ended}\s+{agencies}))[\s./]*)$"
    )


@cache
def _trailing_mark() -> re.Pattern[str]:
    """ "… called off./.", "… (END)", "… ###"; the full stop before the mark stays the sentence's own."""
    ended = r"(?<=[.!?\"”’)…])"
    word = r"[(\[/-]\s*(?:END|End|ENDS|Ends)\s*[)\]/-]"
    return re.compile(rf"(?P<sign>(?:{ended}/\.|(?<=\w)/\.|\s+\.?/\.|{ended}\s*(?:{word}|#{{2,4}}))\s*)$")
