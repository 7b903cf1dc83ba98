"""Text to islands: runs of tokens that may belong to a date expression, each token with its lexical classes.

Most words of a report have no part in a date. They end an island and are then forgotten, which keeps reading
linear and fast; the word before and the word after an island are kept for the checks that need them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from communique.read.dates.vocabulary import Labels, Lexicon, Value, lexicon, words

# One token: a numeric date, a clock time, an ordinal, a decade, a number with separators, a plain number, a word,
# or one mark. Quantifiers are possessive, so that no input makes the scan go back.
_TOKEN = re.compile(
    r"(?P<word>[^\W\d_][^\W\d_\u0300-\u036f]*+(?:[\u0300-\u036f]++[^\W\d_]*+)*+)(?P<code>\d[^\W_]*+)?"
    r"|(?P<numeric>\d{1,4}([./-])\d{1,2}\4\d{1,4}(?![./-]?\d))"
    r"|(?P<clock>\d{1,2}[:.]\d{2}(?=\s?[ap]\.?m\b)|\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))"
    r"|(?P<number>\d{1,3}(?:,\d{3})++(?:\.\d++)?|\d++\.\d++|\d++)(?P<suffix>[^\W_]++)?"
    r"|(?P<mark>[^\w\s])"
)
_NUMERIC = re.compile(r"(?<![\d/-])(\d{1,2})[/-](\d{1,2})[/-]\d{4}(?![\d/-])")
_CURRENCY = frozenset("$€£¥₫฿₹₩#№")
_JOINING = frozenset(",.-–—−‒/()'’‘:")
_DASHES = frozenset("-–—−‒")
_BARE = frozenset({"NUMBER", "DECIMAL", "ORDINAL", "DAY", "TWO", "SHORTYEAR", "FOUR", "BUDDHIST"})  # not dates alone
_MARK_NAMES = {"(": "LEFT", ")": "RIGHT", "’": "'", "‘": "'"}  # brackets have a meaning of their own in patterns
_LIGHT = frozenset({"word", "mark"})  # kinds of token of which most have no part in a date
_NEVER_FIRST = frozenset(",():")
_STOPS = frozenset({".", ",", ";", ""})
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_LARGEST = 7  # digits; a longer number is never part of a date
_REMEMBERED = 1 << 12  # tokens of one spelling kept, more than a report has


@dataclass(frozen=True, slots=True)
class DateToken:
    """A token as the grammar sees it: its characters and, by lexical class, the value that it has in that class."""

    start: int
    end: int
    text: str
    labels: Labels


@dataclass(frozen=True, slots=True)
class Island:
    """A run of tokens with no other word between them, and the words on either side ("" at an edge of the text)."""

    tokens: tuple[DateToken, ...]
    before: str
    after: str


def islands(text: str, start: int = 0, end: int | None = None) -> Iterator[Island]:
    """The islands of a text that hold at least one word or number that can carry a date.

    Words and marks are kept as matches until an island turns out to hold a date: most do not.
    """
    known = lexicon()
    run: list[DateToken | re.Match[str]] = []
    before, anchored, last = "", False, start
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        raw = match.group()
        anchors = _anchors(raw) if match.lastgroup in _LIGHT else True
        if not run and (anchors is None or raw in _NEVER_FIRST):
            before, last = raw, match.end()
            continue
        if match.start() < last:  # the full stop of "Jan.", taken already
            continue
        token: DateToken | re.Match[str] | None = match
        if anchors is not False:
            token, anchors = _token(match, text, known) if anchors else (None, False)
        if token is None or _gap(text, last, match.start()):
            outside = raw if token is None else ""
            if anchored:
                yield Island(_tokens(run, text, known), before, outside)
            run, anchored, before = [], False, outside
        if token is None:
            last = match.end()
        else:
            run.append(token)
            anchored = anchored or bool(anchors)
            last = token.end if isinstance(token, DateToken) else match.end()
    if anchored:
        yield Island(_tokens(run, text, known), before, "")


def _tokens(run: list[DateToken | re.Match[str]], text: str, known: Lexicon) -> tuple[DateToken, ...]:
    """The tokens of an island; what is a match still is known to have one."""
    tokens = (token if isinstance(token, DateToken) else _token(token, text, known)[0] for token in run)
    return tuple(token for token in tokens if token is not None)


@lru_cache(maxsize=1 << 14)
def _anchors(raw: str) -> bool | None:
    """Whether a word or mark can carry a date; None for one that has no part in dates."""
    if not raw[0].isalpha():
        return False if raw in _JOINING else None
    entry = lexicon().get(_folded(raw))
    return None if entry is None else entry[1] or "ABBREVIATED" in entry[0]


def numeric_dates(text: str) -> Iterator[tuple[int, int]]:
    """The first two numbers of every "10/12/2025" in a text: day and month, or month and day."""
    for match in _NUMERIC.finditer(text):
        yield int(match[1]), int(match[2])


def _gap(text: str, last: int, start: int) -> bool:
    """True where a paragraph ends between two tokens."""
    return start - last > 1 and "\n" in text[last:start] and text.count("\n", last, start) > 1


def _token(match: re.Match[str], text: str, known: Lexicon) -> tuple[DateToken | None, bool]:
    """The token of a match and whether it can carry a date; no token where it has no part in one."""
    kind = match.lastgroup
    if kind in ("word", "code"):
        return _word(match, text, known)
    if kind == "mark":
        mark = match.group()
        if mark not in _JOINING:
            return None, False
        label = _MARK_NAMES.get(mark, "-" if mark in _DASHES else mark)
        return DateToken(match.start(), match.end(), mark, _sole(label, label)), False
    if kind == "numeric":
        return DateToken(match.start(), match.end(), match.group(), _sole("NUMERIC", match.group())), True
    if kind == "clock":
        return DateToken(match.start(), match.end(), match.group(), _sole("CLOCK", match.group())), True
    labels = _number_labels(match, text)
    if labels is None:
        return None, False
    return DateToken(match.start(), match.end(), match.group(), labels), not _BARE.issuperset(labels)


@lru_cache(maxsize=_REMEMBERED)
def _sole(label: str, value: Value) -> Labels:
    """A single class; one object for each value, so that what was matched once is known again."""
    return Labels({label: value})


def _word(match: re.Match[str], text: str, known: Lexicon) -> tuple[DateToken | None, bool]:
    raw = match["word"]
    if match["code"]:
        return _coded(match)
    entry = known.get(raw) or known.get(_folded(raw))
    if entry is None:
        return None, False
    start, end = match.span()
    labels, anchors = entry
    if "ABBREVIATED" in labels and text[end : end + 1] == ".":
        end += 1
    if "CAPITAL" in labels and raw.islower():
        return DateToken(start, end, raw, _lowered(raw)), False
    if "LONE" in labels and text[end : end + 1] not in _STOPS:
        labels = _joined(_folded(raw))
    return DateToken(start, end, raw, labels), anchors or "WEEKDAYSHORT" in labels


@cache
def _joined(word: str) -> Labels:
    """A word that stops a date ("later"), where more follows."""
    return lexicon()[word][0].without("LONE")


@cache
def _lowered(word: str) -> Labels:
    """A word such as "march" in lower case: only itself, and a month beside a number."""
    labels = lexicon()[word][0]
    rest = labels.without("MONTH")
    return Labels({**rest, "LOWERMONTH": labels["MONTH"]}) if "MONTH" in labels else rest


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", word).lower()


def _coded(match: re.Match[str]) -> tuple[DateToken | None, bool]:
    """Letters with digits that mean a period ("Q3", "H1", "FY2025"); any other code is no part of a date."""
    letters, digits = match["word"].upper(), match["code"]
    if not digits.isdecimal() or len(digits) > _LARGEST:
        return None, False
    value = int(digits)
    if letters == "Q" and 1 <= value <= 4:
        labels = _sole("QUARTER", value)
    elif letters == "H" and 1 <= value <= 2:
        labels = _sole("HALF", value)
    elif letters == "FY" and len(digits) in (2, 4):
        labels = _sole("FISCAL", value if len(digits) == 4 else 2000 + value)
    else:
        return None, False
    return DateToken(match.start(), match.end(), match.group(), labels), True


def _number_labels(match: re.Match[str], text: str) -> Labels | None:
    """The classes of a number; None where it is money, a percentage or part of a code."""
    raw, suffix, start = match["number"], (match["suffix"] or "").lower(), match.start()
    following = text[match.end() : match.end() + 1]
    if (start and text[start - 1] in _CURRENCY) or (following and following in "%‰"):
        return None
    if start > 1 and text[start - 1] == " " and text[start - 2] in _CURRENCY:
        return None
    if start and text[start - 1] in _DASHES and _code_before(text, start - 1):
        return None
    digits = raw.replace(",", "")
    if len(digits) > _LARGEST:
        return None
    if "." in raw:
        return None if suffix else _sole("DECIMAL", raw)
    value = int(digits)
    if suffix in _ORDINAL_ENDINGS:
        return _ordinal(value)
    if suffix == "s" and len(digits) in (2, 4) and value % 10 == 0:
        return _sole("DECADE", value)
    if suffix in ("am", "pm"):
        return _sole("HOUR", digits + suffix)
    if suffix:
        return None
    return _plain_number(value, len(digits), "," in raw)


@lru_cache(maxsize=_REMEMBERED)
def _ordinal(value: int) -> Labels:
    return Labels({"ORDINAL": value, "DAY": value, "NTH": value} if 1 <= value <= 31 else {"ORDINAL": value})


@lru_cache(maxsize=_REMEMBERED)
def _plain_number(value: int, width: int, grouped: bool) -> Labels:
    labels: dict[str, Value] = {"NUMBER": value}
    if grouped:
        return Labels(labels)
    if width <= 2:
        labels["TWO"] = value
        if 1 <= value <= 31:
            labels["DAY"] = value
        if width == 2:
            labels["SHORTYEAR"] = value
    if width == 4:
        labels["FOUR"] = value
        if 1000 <= value <= 2199:
            labels["YEAR"] = value
        if 2400 <= value <= 2700:
            labels["BUDDHIST"] = value - 543
    return Labels(labels)


def _code_before(text: str, dash: int) -> bool:
    """True for the number of "Su-30" or "COVID-19": a dash straight after a word that no date begins with."""
    start = dash
    floor = max(0, dash - 20)
    while start > floor and text[start - 1].isalpha():
        start -= 1
    word = text[start:dash].lower()
    if not word:
        return False
    entry = lexicon().get(word)
    return (entry is None or not entry[1]) and word not in words("PREFIX")
