"""What a figure is compared with in time: "than the previous year", "up from 2019", "year-on-year"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from communique.model import DateExpression
from communique.read.analysis import Analysis, Token
from communique.read.figures.words import cue_words

_YEAR = re.compile(r"\d{4}")
_STATED_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
# How many tokens before a date may say that it is compared with.
_NEAR = 5
# How far before a date a word of change may stand ("rose in value by 4 per cent to …, *from 2019*"), in tokens.
_REACH = 22
EARLIER = frozenset({"earlier", "before", "previously", "ago"})


class Comparisons:
    """Tells which dates of one report are compared with, and what period a comparison means."""

    def __init__(self, analysis: Analysis, published: str | None) -> None:
        self._analysis = analysis
        self._published = published
        self._compared = cue_words("baseline")

    def is_compared_with(self, date: DateExpression) -> bool:
        """Whether a date is what something is compared with, not when it holds."""
        words = self.words_before(date)
        if not words or _is_duration(date):
            return False
        word = words[-1]
        if word == "from":
            return date.value == "PRESENT_REF" or _is_relative(date) or self._is_moved_from(date)
        if word in {"to", "with", "on", "above", "below"}:
            before = words[-2] if len(words) > 1 else ""
            return word == "above" or _is_relative(date) or before in {"compared", "%", "cent", "percent"}
        if word == "over":
            return _is_relative(date) or self._is_moved_from(date)
        return word in self._compared - {"since"}

    def baseline(self, dates: Iterable[DateExpression], around: Iterable[Token], period: str | None) -> str | None:
        """The period compared with, for a figure of `period`: the first of the `dates` behind it that is one, else
        what "year-on-year" and the like among the tokens `around` it mean."""
        compared = next((date for date in dates if self.is_compared_with(date)), None)
        if compared is not None:
            return _resolved(compared, period)
        texts = [token.lower for token in around]
        told = "year-on-year" in texts or "yoy" in texts or ("year" in texts and bool(EARLIER & set(texts)))
        again = any(texts[i : i + 3] in (["year", "on", "year"], ["year", "-", "on"]) for i in range(len(texts)))
        return year_before(period) if period and (told or again) else None

    def words_before(self, date: DateExpression) -> list[str]:
        """The words in front of a date, without those that only lead up to it ("from *the level of* 2019")."""
        token = self._analysis.at(date.evidence.start)
        if token is None:
            return []
        first = self._analysis.sentences[token.sentence].first
        words = [t.lower for t in self._analysis.tokens[max(first, token.index - _NEAR) : token.index]]
        while len(words) > 1 and words[-1] in cue_words("before_baseline"):
            if words[-1] == "in" and words[-2] not in self._compared | cue_words("before_baseline"):
                break
            words.pop()
        return words

    def _is_moved_from(self, date: DateExpression) -> bool:
        """Whether a past date is where a change told before it started: "up 4 per cent *from 2019*"."""
        token = self._analysis.at(date.evidence.start)
        if token is None or (self._published is not None and date.value > self._published[: len(date.value)]):
            return False
        first = max(self._analysis.sentences[token.sentence].first, token.index - _REACH)
        before = self._analysis.tokens[first : token.index]
        return _YEAR.match(date.value) is not None and any(_tells_change(t) for t in before)


def _tells_change(token: Token) -> bool:
    if token.lower in {"up", "down"}:
        return True
    kind = {"VERB": "verbs", "NOUN": "nouns"}.get(token.upos)
    return kind is not None and any(token.lemma.lower() in cue_words(way, kind) for way in ("up", "down"))


def _is_duration(date: DateExpression) -> bool:
    return date.value.startswith("P") and not date.value.endswith("REF")


def _is_relative(date: DateExpression) -> bool:
    """Whether a date says of itself that it is another's earlier one."""
    return bool({"previous", "preceding", "prior", "same", "corresponding"} & set(date.text.lower().split()))


def _resolved(date: DateExpression, period: str | None) -> str | None:
    """A date compared with, against the period of the figure where it only means an earlier one; None where that
    is unknown."""
    if not _is_relative(date):
        return date.value
    words = set(date.text.lower().split())
    stated = _STATED_YEAR.search(date.text)
    if {"same", "corresponding"} & words:
        dated = stated is not None or "last year" in date.text.lower()
        if period is None:
            return date.value if dated else None
        return _in_year(period, int(date.value[:4])) if dated else year_before(period)
    if stated is not None:
        return date.value
    return None if period is None else _one_before(period, words)


def _one_before(period: str, words: set[str]) -> str | None:
    """The month, quarter, year or season before a period, as the words of the comparison say."""
    month, quarter = _MONTH.fullmatch(period), _QUARTER.fullmatch(period)
    if "month" in words:
        return _step_back(month, 12, "{}-{:02d}")
    if "quarter" in words:
        return _step_back(quarter, 4, "{}-Q{}")
    return year_before(period) if words & {"year", "season", "years"} else None


def _step_back(match: re.Match[str] | None, last: int, form: str) -> str | None:
    if match is None:
        return None
    year, part = int(match[1]), int(match[2])
    return form.format(year, part - 1) if part > 1 else form.format(year - 1, last)


def _in_year(period: str, year: int) -> str:
    """The same months of another year: 2025-01/2025-09 in 2023 is 2023-01/2023-09."""
    years = [int(found) for found in _YEAR.findall(period)]
    shift = year - max(years) if years else 0
    return _YEAR.sub(lambda found: str(int(found[0]) + shift), period)


def year_before(period: str) -> str:
    """The same period one year earlier: "2025-01/2025-09" gives "2024-01/2024-09"."""
    return _YEAR.sub(lambda year: str(int(year[0]) - 1), period)
