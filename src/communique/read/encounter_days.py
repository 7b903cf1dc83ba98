"""On which day or days an occasion was: the date expressions of a report tied to what they date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from communique.model import DateExpression, Report
from communique.read.analysis import Analysis
from communique.read.occasion_kinds import noun_type
from communique.read.occasion_words import occasion_words
from communique.read.stretch import ahead, back
from communique.read.telling import Telling

Days = tuple[str | None, str | None]

_UNDATED: Days = (None, None)
_SEASONS = {"SP": ("03", "05"), "SU": ("06", "08"), "FA": ("09", "11"), "WI": ("12", "02")}
_TERMS = {"by", "before", "until"}
_SET_FOR = {"planned", "scheduled", "set", "slated", "due", "postponed", "expected", "fixed"}
_MARGINS = {"since", "until", "before", "after"}
_SPEECH = {"say", "tell", "announce", "report", "note", "state", "add", "stress", "declare"}
_DAY = len("2026-01-14")
_CLOSING = re.compile(
    r"\b(?:(?:end|close|conclusion) of|wrapped up|concluded|ended|completed|wound up) (?:a|an|the|his|her|their) $"
)
_STARTING = re.compile(r"\b(?:(?:start|beginning) of|began|begins|beginning|starting|kicked off|kicking off) $")
_LEAD = 3  # sentences of prose in which a report says on which day its news is
_OPENING = 4  # characters at most between the start of a sentence and a date that opens it


class Calendar:
    """The date expressions of one report, by what they can date."""

    def __init__(self, analysis: Analysis, dates: tuple[DateExpression, ...], report: Report) -> None:
        self._analysis, self._report = analysis, report
        self._days = tuple(found for found in dates if _bounded(found.value))
        self._lengths = tuple(found for found in dates if re.fullmatch(r"P\d+D", found.value))

    @property
    def published(self) -> str | None:
        """The day of publication."""
        return self._report.published

    @property
    def report_id(self) -> str:
        """The report whose dates these are."""
        return self._report.id

    def of(self, telling: Telling) -> Days:
        """First and last day of an occasion, as far as its own sentence tells them."""
        if telling.aside and not telling.is_verb:
            return _UNDATED
        stopping = self._stopping(telling)
        if stopping != _UNDATED:
            return stopping
        found = next(self._candidates(telling), None)
        if found is None:
            begun = self._beginning(telling)
            return begun if begun != _UNDATED else self._going_on(telling)
        start, end = bounds(found)
        if found.modality in _TERMS and telling.type != "visit":
            return None, end
        if found.modality == "until":
            return self._ending(telling, end)
        return self._lasting(telling, start, end)

    def _ending(self, telling: Telling, last: str | None) -> Days:
        """The days of "a three-day visit *until Thursday*"."""
        span = self._analysis.phrase(telling.head.index)
        length = next((found for found in self._lengths if span.covers(found.evidence.span)), None)
        if length is None or last is None or len(last) != 10:
            return None, last
        return _spread(last, int(length.value[1:-1]), closing=True)

    def _stopping(self, telling: Telling) -> Days:
        """The month of a journey on which a day's deed was "a *stop on* his state visit"."""
        token = telling.head
        above = self._analysis.tokens[token.head]
        if telling.type != "visit" or above.lemma.lower() not in {"stop", "leg"} or telling.is_verb:
            return _UNDATED
        sentence = self._analysis.sentences[token.sentence].span
        days = [d for d in self._days if sentence.covers(d.evidence.span) and len(bounds(d)[0] or "") == _DAY]
        first = bounds(days[0])[0] if days else None
        return (first[:7], first[:7]) if first else _UNDATED

    def _beginning(self, telling: Telling) -> Days:
        """The days of a journey on whose first day something is told: "on Tuesday … *at the start of* a visit"."""
        if telling.type != "visit" or telling.clause is not None:
            return _UNDATED
        phrase = self._analysis.phrase(telling.head.index, "case")
        if not _STARTING.search(self._analysis.text[max(0, phrase.start - _DAY * 3) : phrase.start]):
            return _UNDATED
        sentence = self._analysis.sentences[telling.head.sentence].span
        days = [d for d in self._days if sentence.covers(d.evidence.span) and len(bounds(d)[0] or "") == _DAY]
        return self._lasting(telling, *bounds(days[0])) if days else _UNDATED

    def _going_on(self, telling: Telling) -> Days:
        """The month of a journey that goes on as the report appears ("is on a working visit to")."""
        clause, published = telling.clause, self._report.published
        going = telling.type == "visit" and clause is not None and clause.tense == "present" and not clause.modality
        if not going or clause is None or clause.lemma not in {"be", "pay", "visit", "make"} or not published:
            return _UNDATED
        return published[:7], published[:7]

    def moved_to(self, telling: Telling) -> Days:
        """The new day of an occasion that was put off: the one behind "to" or "until"."""
        sentence = self._analysis.sentences[telling.head.sentence].span
        for found in self._days:
            if sentence.covers(found.evidence.span) and telling.head.start < found.evidence.start:
                before = self._analysis.text[: found.evidence.start].split()[-1:]
                if before and before[0].lower() in {"to", "until", "till"}:
                    return bounds(found)
        return _UNDATED

    def of_the_news(self) -> Days:
        """The day on which the report's news is, where its lead tells one: of the first day there that dates a
        clause and has come by the day of publication."""
        for sentence in list(self._analysis.prose())[:_LEAD]:
            for found in self._days:
                if sentence.span.covers(found.evidence.span) and self._is_day_of_news(found):
                    return bounds(found)
        return self._of_the_caption()

    def _is_day_of_news(self, found: DateExpression) -> bool:
        start = bounds(found)[0] or ""
        past = len(start) == 10 and start <= (self._report.published or start)
        carrier = carrier_of(self._analysis, found)
        if not past or carrier is None or found.modality in _MARGINS:
            return False
        token = self._analysis.tokens[carrier]
        if noun_type(self._analysis, token) is not None:
            return True
        return token.form == "fin" and not token.deprel.startswith("acl") and token.deprel != "advcl"

    def _of_the_caption(self) -> Days:
        captions = [s.span for s in self._analysis.sentences if s.marked == "caption"]
        for found in self._days:
            start = bounds(found)[0] or ""
            if len(start) == 10 and any(span.covers(found.evidence.span) for span in captions):
                return bounds(found)
        return _UNDATED

    def _candidates(self, telling: Telling) -> Iterator[DateExpression]:
        """Dates that may be the occasion's, the surest first."""
        sentence = self._analysis.sentences[telling.head.sentence].span
        days = [d for d in self._days if sentence.covers(d.evidence.span) and self._dates(d)]
        days = [d for d in days if not (self._is_of_the_thing(telling, d) or self._is_of_a_paper(d))]
        carried = {carrier_of(self._analysis, d): d for d in reversed(days)}
        heads = [telling.head.index] + ([telling.clause.predicate] if telling.clause is not None else [])
        above = self._analysis.tokens[telling.head.head]
        if (
            telling.type == "visit" and above.lemma.lower() == "occasion"
        ):  # "on 2 March … on the *occasion* of her visit"
            heads = heads[:1]
        yield from (carried[head] for head in heads if head in carried)
        yield from self._within(days, ahead(self._analysis, telling.head.index))
        yield from self._within(days, back(self._analysis, telling.head.index))
        if telling.clause is not None:
            yield from self._within(days, ahead(self._analysis, telling.clause.predicate))
        yield from (d for d in days if d.evidence.start - sentence.start < _OPENING)

    def _is_of_the_thing(self, telling: Telling, found: DateExpression) -> bool:
        """Whether a year or a period belongs to what is signed or given ("signed the 2026 work plan")."""
        clause = telling.clause
        if not telling.is_verb or clause is None or clause.object is None or telling.type in {"visit", "meeting"}:
            return False
        thing = self._analysis.phrase(clause.object, "acl", "acl:relcl")
        return len(found.value) < _DAY and thing.covers(found.evidence.span)

    def _is_of_a_paper(self, found: DateExpression) -> bool:
        """ "a *report of August 21* on the call": the day of what is written, not of the occasion."""
        carrier = carrier_of(self._analysis, found)
        if carrier is None or not self._analysis.text[: found.evidence.start].endswith(" of "):
            return False
        return self._analysis.tokens[carrier].lemma.lower() in occasion_words().papers

    def _within(self, days: list[DateExpression], stretch: list[int]) -> Iterator[DateExpression]:
        for index in stretch:
            token = self._analysis.tokens[index]
            yield from (d for d in days if d.evidence.span.covers(token.span))

    def _dates(self, found: DateExpression) -> bool:
        """Whether an expression can say when something happens: not "since 2011", nor a plan "for 2027-2029"."""
        if found.modality == "since":
            return False
        text = self._analysis.text[max(0, found.evidence.start - 24) : found.evidence.start].lower().split()
        before = text[-1:]
        period = before in (["for"], ["of"]) and len(found.value.split("/")[0]) < _DAY - 2
        if period and text[-2:-1] and not set(text[-2:-1]) & _SET_FOR:
            return False
        return not (found.modality == "from" and "/" not in found.value and len(found.value) < 10)

    def _lasting(self, telling: Telling, start: str | None, end: str | None) -> Days:
        """The last day of "arrived on Wednesday for a three-day visit", the first of "at the end of a three-day …"."""
        of_another = telling.is_verb and telling.type != "visit"  # "was welcomed at the start of a three-day visit"
        if start is None or start != end or len(start) != 10 or of_another:
            return start, end
        sentence = self._analysis.sentences[telling.head.sentence].span
        near = ahead(self._analysis, telling.head.index) if telling.is_verb else []
        span = self._analysis.phrase(telling.head.index)
        for found in self._lengths:
            inside = any(found.evidence.span.covers(self._analysis.tokens[i].span) for i in near)
            if sentence.covers(found.evidence.span) and (inside or span.covers(found.evidence.span)):
                return _spread(start, int(found.value[1:-1]), closing=self._closes(found))
        return start, end

    def _closes(self, found: DateExpression) -> bool:
        before = self._analysis.text[max(0, found.evidence.start - 24) : found.evidence.start]
        return bool(_CLOSING.search(before))

    def closing(self, telling: Telling, last: str | None) -> Days:
        """The days of an occasion at whose end the news is ("at the end of a three-day dialogue")."""
        span = self._analysis.phrase(telling.head.index)
        for found in self._lengths:
            if span.covers(found.evidence.span) and self._closes(found) and last and len(last) == 10:
                return _spread(last, int(found.value[1:-1]), closing=True)
        return _UNDATED


def _spread(day: str, length: int, *, closing: bool) -> Days:
    other = date.fromisoformat(day) + timedelta(days=(1 - length) if closing else (length - 1))
    return (other.isoformat(), day) if closing else (day, other.isoformat())


def carrier_of(analysis: Analysis, found: DateExpression) -> int | None:
    """The predicate, or the noun of an occasion, that a date hangs from."""
    tokens = analysis.between(found.evidence.start, found.evidence.end)
    if not tokens:
        return None
    inside = {token.index for token in tokens}
    token = next((t for t in tokens if t.head not in inside), tokens[-1])
    if token.head != token.index:
        token = analysis.tokens[token.head]
    while token.upos == "NUM" and token.head != token.index:
        token = analysis.tokens[token.head]
    return token.index


def _bounded(value: str) -> bool:
    return value[:4].isdigit() and not value.startswith("P")


def bounds(found: DateExpression) -> Days:
    """First and last day of a date expression; of a week told from the report's day the months, since the
    occasion is some day of it."""
    first, _, last = found.value.partition("/")
    start, end = _calendar(first), _calendar(last or first, last=True)
    named = set(found.text.lower().split()) & occasion_words().unspecific
    if named and re.search(r"\b(?:last|previous|this|next|past|coming)\b", found.text.lower()) and len(start) == 10:
        return start[:7], end[:7]
    return start, end


def _calendar(value: str, *, last: bool = False) -> str:
    """A TIMEX3 day without its part of the day ("2026-01-05TMO"); of a quarter or a season, its first or last month."""
    day = value.split("T")[0]
    year, _, part = day.partition("-")
    if re.fullmatch("Q[1-4]", part):
        month = 3 * int(part[1])
        return f"{year}-{month if last else month - 2:02d}"
    if part in _SEASONS:
        return f"{year}-{_SEASONS[part][last]}" if part != "WI" else year
    return day


def within(start: str, end: str | None) -> Days:
    """What is known of the day of something that took place between two days: the day, or their month."""
    last = end or start
    if start == last:
        return start, last
    return (start[:7], start[:7]) if start[:7] == last[:7] else _UNDATED
