"""The period for which a figure holds and the one it is compared with, from the dates in its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from communique.model import DateExpression
from communique.read.analysis import Analysis
from communique.read.figures.placed import Placed, ancestors
from communique.read.figures.words import vocabulary

_YEAR = re.compile(r"\d{4}")
_EARLIER = frozenset({"earlier", "before", "previously", "ago"})


class Periods:
    """The dates of one report, as the periods of its figures."""

    def __init__(self, analysis: Analysis, dates: Sequence[DateExpression], published: str | None) -> None:
        self._analysis = analysis
        self._dates = sorted(dates, key=lambda date: date.evidence.start)
        self._starts = [date.evidence.start for date in self._dates]
        self._published = published
        self._compared = frozenset(vocabulary("figure_cues")["baseline"])

    def period(self, placed: Placed, others: Sequence[Placed]) -> str | None:
        """When a figure holds: the date that its own clause gives, nearest first, none that it is compared with."""
        candidates = [d for d in self._within(placed) if not self._is_baseline(d) and not _is_duration(d)]
        after = [d for d in candidates if d.evidence.start >= placed.span.end]
        before = [d for d in candidates if d.evidence.end <= placed.span.start]
        for date in (*after[:1], *reversed(before)):
            if self._belongs(date, placed, others):
                return self._value(date)
        return None

    def baseline(self, placed: Placed, last: int, period: str | None) -> str | None:
        """The period compared with: the first date after "than", "from", "against" behind a figure."""
        for date in self._within(placed):
            if date.evidence.start >= placed.span.end and self._is_baseline(date):
                return date.value
        tokens = self._analysis.tokens[placed.last : placed.sentence.last]
        texts = [token.lower for token in tokens]
        earlier = "year-on-year" in texts or ("year" in texts and bool(_EARLIER & set(texts)))
        return year_before(period) if earlier and period else None

    def _within(self, placed: Placed) -> list[DateExpression]:
        first = bisect_left(self._starts, placed.sentence.start)
        last = bisect_left(self._starts, placed.sentence.end)
        return self._dates[first:last]

    def _word_before(self, date: DateExpression) -> str:
        words = self._words_before(date)
        return words[-1] if words else ""

    def _words_before(self, date: DateExpression) -> list[str]:
        token = self._analysis.at(date.evidence.start)
        if token is None:
            return []
        first = self._analysis.sentences[token.sentence].first
        words = [t.lower for t in self._analysis.tokens[max(first, token.index - 4) : token.index]]
        while words and words[-1] in {"the", "a", "in", "of", "level", "that"} and len(words) > 1:
            if words[-1] == "in" and words[-2] not in self._compared:
                break
            words.pop()
        return words

    def _is_baseline(self, date: DateExpression) -> bool:
        words = self._words_before(date)
        if not words:
            return False
        return words[-1] in self._compared - {"since", "on", "to", "with", "above", "below", "from"} or (
            words[-1] in {"from", "to", "with", "on", "above", "below"}
            and (len(words) > 1 and (words[-2] in {"compared", "%", "cent", "percent"} or words[-1] == "above"))
        )

    def _belongs(self, date: DateExpression, placed: Placed, others: Sequence[Placed]) -> bool:
        """Whether date and figure share their clause, and no other figure stands between."""
        token = self._analysis.at(date.evidence.start)
        if token is None:
            return False
        low, high = sorted((placed.first, token.index))
        if any(low < other.first < high for other in others if other.sentence.index == placed.sentence.index):
            return False
        own = self._clause(placed.top)
        return own is not None and self._clause(token.index) == own

    def _clause(self, index: int) -> int | None:
        """The predicate of the clause that a token stands in."""
        clauses = self._analysis.clause_of
        if index in clauses:
            return index
        above = (token.index for token in ancestors(self._analysis, index))
        return next((i for i in above if i in clauses), None)

    def _value(self, date: DateExpression) -> str:
        if self._word_before(date) == "since" and self._published and _YEAR.match(date.value):
            return f"{date.value}/{self._published[: len(date.value)]}"
        return date.value


def _is_duration(date: DateExpression) -> bool:
    return date.value.startswith("P") and not date.value.endswith("REF")


def year_before(period: str) -> str:
    """The same period one year earlier: "2025-01/2025-09" gives "2024-01/2024-09"."""
    return _YEAR.sub(lambda year: str(int(year[0]) - 1), period)
