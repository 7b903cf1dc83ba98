"""Dates of a text or an analysed report: matches of the grammar, checked and resolved in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial

from communique.model import DateExpression, Evidence
from communique.read.analysis import Analysis
from communique.read.dates.clock import Clock, Meaning, Order, Outcome
from communique.read.dates.festivals import Festival, at_home, named_countries
from communique.read.dates.grammar import Match
from communique.read.dates.lexer import DateToken, Island, islands, numeric_dates
from communique.read.dates.meaning import Day, Division, Month, Range, Season, Year, Years
from communique.read.dates.relative import Duration, NthDay, TimeOfDay, Unit, Vague, Weekday
from communique.read.dates.rules import grammar
from communique.read.dates.tense import Leaning, leaning_by_clauses, leaning_by_words
from communique.read.dates.vocabulary import dates, words

_WINDOW = 160  # characters before an expression in which its verb is looked for
_BOUNDING = 48  # characters before an expression in which the words that bound it stand
_PIECE = re.compile(r"\w+|[^\w\s]")
_STOPS = frozenset({".", ",", ";", ":", ")", "", "\n"})
_TOMORROW = Unit("D", 1)


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
    leaning: Leaning | None = None,
    order: Order | None = None,
) -> Iterator[Found]:
    """The date expressions of a text in order, clock times among them, each with its meaning.

    `published` is an ISO day. `leaning` tells how far the clause around a span looks back or ahead; without it
    the words of the sentence decide.
    """
    clock = Clock(_published(published), order=order or _order(text), naming=cache(partial(named_countries, text)))
    lean = leaning or leaning_by_words(text)
    for island in islands(text):
        for match in _meant(text, island, ranges):
            start, end = island.tokens[match.first].start, island.tokens[match.last - 1].end
            clock.leaning = _once(partial(lean, start, end))
            meaning = at_home(match.meaning, text, start, end)
            outcome = meaning.resolve(clock)
            if outcome is not None:
                if outcome.stretch is not None:
                    clock.note(outcome.stretch)
                yield Found(start, end, meaning, outcome, _modality(text, island, match))


def _once(work: Callable[[], float]) -> Callable[[], float]:
    """The work, done when it is first asked for and not again; lighter than `cache` where it is asked once or twice."""
    done: list[float] = []

    def answer() -> float:
        if not done:
            done.append(work())
        return done[0]

    return answer


def _meant(text: str, island: Island, ranges: bool) -> Iterator[Match]:
    """The matches of an island that are dates in their surroundings, with the days that they list besides."""
    for match in grammar(ranges).find(island.tokens, "date"):
        if isinstance(match.meaning, Range) and _is_moved(text, island.tokens[match.first]):
            inner = Island(island.tokens[match.first : match.last], "from", island.after)
            for part in grammar(ranges=False).find(inner.tokens, "date"):
                yield Match(match.first + part.first, match.first + part.last, part.meaning)
        elif _is_date(text, island, match):
            yield from _listed(text, island, _figurative(island, match))


def _is_moved(text: str, first: DateToken) -> bool:
    """True in "moved from May to June": two times, not a stretch."""
    left = text[max(0, first.start - _WINDOW) : first.start]
    return first.text == "from" and any(
        word in words("MOVED") for word in re.findall(r"\w+", left[left.rfind(". ") + 1 :])
    )


def _figurative(island: Island, match: Match) -> Match:
    """The tomorrow of "the challenges of today and tomorrow" is no day."""
    if match.meaning != _TOMORROW:
        return match
    before = tuple(_neighbour(island, match.first - back) for back in (3, 2, 1))
    return replace(match, meaning=Vague("FUTURE_REF")) if before == ("of", "today", "and") else match


def _listed(text: str, island: Island, match: Match) -> Iterator[Match]:
    """A day of a month, and the bare days listed before or after it: "24 and 26 April", "April 24 and 26"."""
    day = match.meaning
    if not isinstance(day, Day):
        yield match
        return
    tokens = island.tokens
    if match.first > 1 and _joins(tokens[match.first - 1]) and "DAY" in tokens[match.first].labels:
        number = tokens[match.first - 2].labels.get("DAY")
        if isinstance(number, int) and "NUMBER" in tokens[match.first - 2].labels:
            yield Match(match.first - 2, match.first - 1, replace(day, day=number, weekday=None))
    yield match
    if match.last + 1 < len(tokens) and _joins(tokens[match.last]) and "MONTH" in tokens[match.first].labels:
        number, end = tokens[match.last + 1].labels.get("DAY"), tokens[match.last + 1].end
        beyond = _neighbour(island, match.last + 2)
        if isinstance(number, int) and (_stops(text, end) or beyond in words("ADVERBIAL")):
            yield Match(match.last + 1, match.last + 2, replace(day, day=number, weekday=None))


def _joins(token: DateToken) -> bool:
    return "and" in token.labels


def dates_in_text(text: str, published: str | None = None, report_id: str = "") -> tuple[DateExpression, ...]:
    """The date expressions of plain text, without an analysis of its language. Clock times are left out."""
    return tuple(_expression(text, found, report_id) for found in find_dates(text, published) if _kept(found))


def read_dates(analysis: Analysis, published: str | None, report_id: str) -> tuple[DateExpression, ...]:
    """The date expressions of a report, resolved against its day of publication, those of its header left out."""
    text = analysis.text
    return tuple(
        _expression(text, found, report_id)
        for found in find_dates(text, published, leaning=leaning_by_clauses(analysis))
        if _kept(found) and _is_body(analysis, found.start)
    )


def _is_body(analysis: Analysis, offset: int) -> bool:
    """True from the first sentence on, but for header lines; captions and sign-offs are read."""
    sentence = analysis.sentence_at(offset)
    if sentence is not None:
        return sentence.marked != "header"
    return bool(analysis.sentences) and offset > analysis.sentences[0].start


def _kept(found: Found) -> bool:
    """False for a clock time on its own."""
    return not isinstance(found.meaning, TimeOfDay) or found.meaning.of is not None


def _expression(text: str, found: Found, report_id: str) -> DateExpression:
    quote = text[found.start : found.end]
    return DateExpression(
        text=quote,
        value=_day_value(found),
        evidence=Evidence(report_id, found.start, found.end, quote),
        modality=found.modality,
        inferred=found.outcome.inferred,
    )


def _day_value(found: Found) -> str:
    """The value; of a time on a day, the day's."""
    return found.outcome.value.partition("T")[0] if isinstance(found.meaning, TimeOfDay) else found.outcome.value


def _published(published: str | None) -> date | None:
    return date.fromisoformat(published[:10]) if published else None


def _is_date(text: str, island: Island, match: Match) -> bool:
    """False where the words only look like a date in their surroundings."""
    tokens = island.tokens[match.first : match.last]
    before, after = _neighbour(island, match.first - 1), _neighbour(island, match.last)
    meaning: Meaning = match.meaning
    if isinstance(meaning, Year) and len(tokens) == 1 and "YEAR" in tokens[0].labels:
        limit = before == "than" and _neighbour(island, match.first - 2) in words("TURNING")  # "no later than 2030"
        return _is_year(text, tokens[0], "by" if limit else before, after)
    if len(tokens) == 1 and isinstance(meaning, Month | Season):
        beyond = island.after if match.last == len(island.tokens) else ""
        return _is_month(tokens[0], before, beyond)
    if len(tokens) == 1 and "WEEKDAYSHORT" in tokens[0].labels:
        beyond = text[tokens[0].end : tokens[0].end + 2].strip()  # "on Sun News" is no day
        return before in words("ON_DAY") and tokens[0].text[0].isupper() and not beyond.isupper()
    if isinstance(meaning, Duration):
        return _is_duration(island, match, before)
    if isinstance(meaning, Vague) and meaning.ref == "FUTURE_REF" and tokens[-1].text == "future":
        return after in words("ADVERBIAL") or _stops(text, tokens[-1].end)
    if isinstance(meaning, Years):
        return "-" not in (before, after)  # part of a longer number
    if isinstance(meaning, Vague) and before == "up":
        return False  # "up to date"
    if isinstance(meaning, NthDay) and meaning.weekday is None:
        return before in words("ON_DAY") and (after in words("ADVERBIAL") or _stops(text, tokens[-1].end))
    if isinstance(meaning, Division) and meaning.year is None and after == "of":
        return False  # "the first quarter of the match"
    if isinstance(meaning, Season):
        return after != "of"
    return not (isinstance(meaning, Festival | Weekday) and after in words("NAMED_AFTER"))


def _stops(text: str, end: int) -> bool:
    return text[end : end + 1] in _STOPS


def _is_duration(island: Island, match: Match, before: str) -> bool:
    """A length of time, unless it is an age; a bare "years" only after "for"."""
    after = [_neighbour(island, match.last), _neighbour(island, match.last + 1)]
    if after[0] == "old" or after == ["-", "old"] or after == ["of", "age"]:
        return False
    if before in words("RATE"):
        return False
    return before == "for" if match.last - match.first == 1 else before != "at"  # "at 1700 hours"


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


def _is_month(token: DateToken, before: str, after: str) -> bool:
    """A month or season alone, and no name: "May" and "spring" need a preposition, "January Makamba" is a person."""
    named = after[:1].isupper()
    if named and (before not in words("LEADING") or ("ABBREVIATED" in token.labels and not token.text.endswith("."))):
        return False
    if "MONTH" in token.labels and before in words("OWNING") and after.islower():
        return True  # "its March session"
    return token.text.lower() not in words("DOUBTFUL") or before in words("LEADING")


def _modality(text: str, island: Island, match: Match) -> str | None:
    """How the words before the expression bound it; a stretch from one point to another is bounded by itself."""
    if isinstance(match.meaning, Range | Years):
        return None
    table: dict[str, str] = dates()["MODALITY"]
    start = island.tokens[match.first].start
    before = _PIECE.findall(text[max(0, start - _BOUNDING) : start].lower())
    return (
        table.get(" ".join(before[-2:]))
        or (_term(before) if isinstance(match.meaning, Duration) else None)
        or table.get(before[-1] if before else "")
        or table.get(island.tokens[match.first].text.lower())
    )


def _term(before: list[str]) -> str | None:
    """ "within", where only words that round or bound the number stand between it and the length."""
    between = (word for word in reversed(before) if not word.isdigit() and word not in words("ROUNDING"))
    return "within" if next(between, "") == "within" else None


def _order(text: str) -> Order | None:
    """Day-month order of a report's numeric dates, from those that can be read in one way only."""
    orders: set[Order] = set()
    for first, second in numeric_dates(text):
        if first > 12:
            orders.add("dmy")
        elif second > 12:
            orders.add("mdy")
    return orders.pop() if len(orders) == 1 else None
