"""The dateline: where, when and by which agency a report was filed, as its first line prints it.

"PHNOM PENH — ", "Hanoi (VNA) – ", "WASHINGTON, Jan 5 (Reuters) - ", "Nairobi, 7 November 2025", "(KPL) ". A place with
nothing but a dash after it must be in capitals or a city of the vocabulary: "Vietnam - Cambodia ties" is prose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from communique.ingest.days import PRINTED_DAY, printed_day
from communique.ingest.lines import Line
from communique.ingest.wording import agencies_pattern, agency_pattern, bare, dateline_places, report_parts
from communique.model import Span

_WORD = re.compile(r"[^\W\d_](?:[\w\u0300-\u036f]|[.'’-](?=[^\W\d_]))*\.?")
_PLACE_LINKS = frozenset(
    {"de", "del", "da", "do", "la", "le", "es", "el", "al", "of", "the", "am", "upon", "sur", "and"}
)
_LONGEST_PLACE = 6
_SPACE = re.compile(r"[ \t\u00a0\u202f]*")
_COMMA = re.compile(r",[ \t\u00a0]*")
_DASH = re.compile(r"[ \t\u00a0]*(?:—|–|-{1,3}|―|−)(?=[ \t\u00a0\"“‘(]|$|(?<=[—–―])[^\W\d_])[ \t\u00a0]*")
_COLON = re.compile(r"[ \t]*:(?=\s|$)[ \t]*")
_STOP = re.compile(r"[,.]?[ \t\u00a0]*")
_DATE = re.compile(PRINTED_DAY, re.IGNORECASE)
# An agency that the vocabulary does not hold signs with capitals in brackets: "(BSS)", "(ANI/AFP)".
_UNKNOWN_AGENCY = r"[A-Z][A-Z&-]{1,9}(?:/[A-Z&-]{2,10}){0,3}"


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline's span, its place as printed (None for an agency alone), and its day where printed in full."""

    span: Span
    place: str | None
    day: str | None


@dataclass(frozen=True, slots=True)
class _Parts:
    """A dateline while it is read: where reading stands, and what has been met."""

    at: int
    place: str | None = None
    day: str | None = None
    dated: bool = False
    agency: bool = False
    bracketed: bool = False


def find_dateline(line: Line, is_whole: bool) -> Dateline | None:
    """The dateline that a line starts with; `is_whole` allows one that is all of its line."""
    text = line.text
    first = _agency_first(text)
    parts = _after_agency(text, _after_date(text, _after_place(text, first)))
    end = _end(text, parts)
    if end is None and first.bracketed:
        parts, end = first, first.at
    if end is None or (end == len(text) and not is_whole):
        return None
    return Dateline(Span(line.start, line.start + len(text[:end].rstrip())), parts.place, parts.day)


def _agency_first(text: str) -> _Parts:
    """ "(KPL) A ceremony …", "AKP Phnom Penh, March 11 …": the agency before the place."""
    bracketed = _known_in_brackets().match(text)
    match = bracketed or _bare_agency().match(text)
    return _Parts(match.end(), agency=True, bracketed=bracketed is not None) if match else _Parts(0)


def _after_place(text: str, parts: _Parts) -> _Parts:
    """Past "St. George's, Grenada": up to three groups of capitalised words, none of them a date."""
    end = place_end = parts.at
    for _ in range(3):
        stop = _place_words(text, end)
        if stop is None:
            break
        place_end = stop
        comma = _COMMA.match(text, stop)
        if not comma:
            break
        end = comma.end()
    if place_end == parts.at:
        return parts
    place = text[parts.at : place_end]
    signed = _place_and_agency().fullmatch(place)
    return _Parts(place_end, place=signed[1] if signed else place, agency=parts.agency or signed is not None)


def _place_words(text: str, at: int) -> int | None:
    """The end of a run of capitalised words, small link words within it: "Rio de Janeiro"."""
    end = None
    for _ in range(_LONGEST_PLACE):
        word = _WORD.match(text, at)
        if not word or _DATE.match(text, at):
            return end
        if word[0][0].isupper():
            end = word.end()
        elif word[0].lower() not in _PLACE_LINKS or end is None:
            return end
        space = _SPACE.match(text, word.end())
        at = space.end() if space else word.end()
    return end


def _after_date(text: str, parts: _Parts) -> _Parts:
    match = _DATE.match(text, _past(_STOP, text, parts.at))
    if not match or not (parts.place or parts.agency):
        return parts
    return _Parts(match.end(), parts.place, printed_day(match), dated=True, agency=parts.agency)


def _after_agency(text: str, parts: _Parts) -> _Parts:
    if not parts.place:
        return parts
    at = _past(_STOP, text, parts.at)
    match = _agency_in_brackets().match(text, at)
    if not match and parts.dated and (bare := _agency_before_dash().match(text, at)):
        return _Parts(bare.end(), parts.place, parts.day, parts.dated, agency=True)
    if not match:
        return parts
    return _Parts(match.end(), parts.place, parts.day, parts.dated, agency=True, bracketed=True)


def _end(text: str, parts: _Parts) -> int | None:
    """Where the dateline ends, or None where what was read is not one."""
    place = parts.place
    if place is None:
        return None
    if _names_no_place(place):
        return None
    dash = _past(_DASH, text, parts.at)
    if dash > parts.at and _may_end_in_dash(text[dash:], parts):
        return dash
    colon = _past(_COLON, text, parts.at)
    if colon > parts.at and (parts.bracketed or parts.dated or (place.isupper() and _is_city(place))):
        return colon
    if parts.at == len(text) and (_is_city(place) or (parts.dated and place.isupper())):
        return parts.at
    if parts.bracketed and (parts.dated or _is_city(place)):
        return _past(_STOP, text, parts.at)
    return None


def _may_end_in_dash(rest: str, parts: _Parts) -> bool:
    """Whether a dash after the parts read closes a dateline; what follows one is a sentence, or the next line."""
    place = parts.place or ""
    if rest and (rest[0].islower() or rest[:60].isupper()):
        return False
    return parts.dated or _is_city(place) or (place.isupper() and len(place) > 2)


def _past(pattern: re.Pattern[str], text: str, at: int) -> int:
    """The offset after a pattern at an offset; the same offset where it does not match."""
    match = pattern.match(text, at)
    return match.end() if match else at


def _names_no_place(words: str) -> bool:
    return any(part.strip().upper() in report_parts().not_places for part in (words, words.split(",")[0]))


def _is_city(words: str) -> bool:
    return any(bare(part.strip()) in dateline_places() for part in (words, words.split(",")[0]))


@cache
def _agency_in_brackets() -> re.Pattern[str]:
    unknown = rf"\((?:{_UNKNOWN_AGENCY}|[A-Z][\w .’'-]{{1,30}}/{agencies_pattern()})\)[ \t\u00a0]*"
    return re.compile(f"{_known_in_brackets().pattern}|{unknown}")


@cache
def _known_in_brackets() -> re.Pattern[str]:
    """ "(Reuters)", "[VNA]", "/TASS/"."""
    known = agencies_pattern()
    return re.compile(rf"(?:\({known}\)|\[{known}\]|/{agency_pattern()}/)[ \t\u00a0]*")


@cache
def _place_and_agency() -> re.Pattern[str]:
    """ "ASTANA. KAZINFORM": the agency as the last of the capitalised words."""
    return re.compile(rf"(.{{2,40}}?)[.,]? {agencies_pattern()}")


@cache
def _agency_before_dash() -> re.Pattern[str]:
    """ "Accra, Sept. 18, GNA – ": a known agency without brackets behind the day."""
    return re.compile(rf"{agencies_pattern()}(?={_DASH.pattern})")


@cache
def _bare_agency() -> re.Pattern[str]:
    return re.compile(rf"{agencies_pattern()}[,.]?[ \t\u00a0]+(?=[A-ZĐ])")
