"""Dates of a text or an analysed report: matches of the grammar, checked and resolved in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from communique.model import DateExpression, Evidence
from communique.read.analysis import Analysis
from communique.read.dates.grammar import Match
from communique.read.dates.lexer import DateToken, Island, islands
from communique.read.dates.meaning import Clock, Direction, Meaning, Month, Numeric, Order, Outcome, Season, Year
from communique.read.dates.relative import Away, Duration, TimeOfDay
from communique.read.dates.rules import grammar
from communique.read.dates.vocabulary import dates, words

Pointing = Callable[[int, int], Direction | None]

_WORD = re.compile(r"[^\W\d_]+|'ll")
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_WINDOW = 240  # characters on either side in which a sentence's own words are looked for


@dataclass(frozen=True, slots=True)
class Found:
    """An expression in a text with its meaning and what it comes to."""

    start: int
    end: int
    meaning: Meaning
    outcome: Outcome
    modality: str | None


def find_dates(
    text: str,
    published: str | None = None,
    *,
    ranges: bool = True,
    pointing: Pointing | None = None,
    order: Order | None = None,
) -> Iterator[Found]:
    """The date expressions of a text in order, clock times among them, each with its meaning.

    `published` is an ISO day. `pointing` tells whether the clause around a span looks back or ahead; without it
    the words of the sentence decide.
    """
    clock = Clock(_published(published), order=order or _order(text, published))
    direction = pointing or (lambda start, end: _direction(text, start, end))
    for island in islands(text):
        for match in grammar(ranges).find(island.tokens, "date"):
            found = _accepted(text, island, match)
            if found is None:
                continue
            start, end = island.tokens[match.first].start, island.tokens[match.last - 1].end
            clock.direction = direction(start, end)
            outcome = found.resolve(clock)
            if outcome is not None:
                if outcome.stretch is not None:
                    clock.note(outcome.stretch)
                yield Found(start, end, found, outcome, _modality(island, match))


def dates_in_text(text: str, published: str | None = None, report_id: str = "") -> tuple[DateExpression, ...]:
    """The date expressions of plain text, without an analysis of its language. Clock times are left out."""
    return tuple(_expression(text, found, report_id) for found in find_dates(text, published) if _kept(found))


def read_dates(analysis: Analysis, published: str | None, report_id: str) -> tuple[DateExpression, ...]:
    """The date expressions of a report, resolved against its day of publication, those of its header left out."""
    text = analysis.text
    headers = [s.span for s in analysis.sentences if s.marked == "header"]
    return tuple(
        _expression(text, found, report_id)
        for found in find_dates(text, published)
        if _kept(found) and not any(h.start <= found.start < h.end for h in headers)
    )


def _kept(found: Found) -> bool:
    return not isinstance(found.meaning, TimeOfDay)


def _expression(text: str, found: Found, report_id: str) -> DateExpression:
    quote = text[found.start : found.end]
    return DateExpression(
        text=quote,
        value=found.outcome.value,
        evidence=Evidence(report_id, found.start, found.end, quote),
        modality=found.modality,
        inferred=found.outcome.inferred,
    )


def _published(published: str | None) -> date | None:
    return date.fromisoformat(published[:10]) if published else None


def _accepted(text: str, island: Island, match: Match) -> Meaning | None:
    """The meaning of a match in its surroundings; None where the words only look like a date."""
    tokens = island.tokens[match.first : match.last]
    before, after = _neighbour(island, match.first - 1), _neighbour(island, match.last)
    meaning: Meaning = match.meaning
    if (
        isinstance(meaning, Away)
        and meaning.lone
        and text[tokens[-1].end : tokens[-1].end + 1] not in (".", ",", ";", "")
    ):
        return None
    if isinstance(meaning, Year) and len(tokens) == 1 and "YEAR" in tokens[0].labels:
        return meaning if _is_year(text, tokens[0], before, after) else None
    if len(tokens) == 1 and isinstance(meaning, Month | Season):
        return meaning if _is_month(text, tokens[0], before) else None
    if isinstance(meaning, Duration) and (after in ("old", "of age") or len(tokens) == 1):
        return None
    return meaning


def _neighbour(island: Island, index: int) -> str:
    """The word at a place in an island or beside it, in lower case; "-" for a dash."""
    if index < 0:
        return island.before.lower()
    if index >= len(island.tokens):
        return island.after.lower()
    token = island.tokens[index]
    return "-" if "-" in token.labels else token.text.lower()


def _is_year(text: str, token: DateToken, before: str, after: str) -> bool:
    """A number of four digits is a year unless it numbers or counts something."""
    value = int(token.text)
    if before in words("NUMBERED") or before in ("-", "/", ".", "'"):
        return False
    if value % 100 == 0 and after in words("COUNTED"):
        return False
    if 1900 <= value <= 2100:
        return True
    return before in words("LEADING") and after not in words("COUNTED")


def _is_month(text: str, token: DateToken, before: str) -> bool:
    """A word such as "May" or "spring" alone is a date after a preposition, or as a capital within a sentence."""
    word = token.text.lower()
    if word not in words("DOUBTFUL"):
        return True
    return before in words("LEADING")


def _modality(island: Island, match: Match) -> str | None:
    """How the word before the expression bounds it."""
    table: dict[str, str] = dates()["MODALITY"]
    return table.get(_neighbour(island, match.first - 1)) or table.get(island.tokens[match.first].text.lower())


@cache
def _cues() -> dict[str, Direction]:
    cues: dict[str, Direction] = dict.fromkeys(words("PAST"), "past")
    return cues | dict.fromkeys(words("FUTURE"), "future")


def _direction(text: str, start: int, end: int) -> Direction | None:
    """Where the sentence points by its own words: the nearest telling one before the expression, else after it."""
    floor = max(0, start - _WINDOW)
    left = text[floor:start]
    breaks = [m.end() for m in _SENTENCE_END.finditer(left)]
    for word in reversed(_WORD.findall(left[breaks[-1] if breaks else 0 :].lower())):
        if word in _cues():
            return _cues()[word]
    right = text[end : end + _WINDOW]
    stop = _SENTENCE_END.search(right)
    for word in _WORD.findall(right[: stop.start() if stop else None].lower()):
        if word in _cues():
            return _cues()[word]
    return None


def _order(text: str, published: str | None) -> Order | None:
    """Day–month order of a report's numeric dates, from those that can be read in one way only."""
    orders: set[Order] = set()
    for island in islands(text):
        for token in island.tokens:
            if "NUMERIC" in token.labels:
                orders |= _orders_of(str(token.labels["NUMERIC"]), published)
    return orders.pop() if len(orders) == 1 else None


def _orders_of(numeric: str, published: str | None) -> set[Order]:
    from communique.read.dates.rules import _numeric

    meaning = _numeric(numeric)
    if not isinstance(meaning, Numeric):
        return set()
    read: dict[Order, date | None] = {"dmy": meaning.under("dmy"), "mdy": meaning.under("mdy")}
    possible: set[Order] = {order for order, day in read.items() if day}
    return possible if len(possible) == 1 else set()
