"""By when an undertaking is to be done or to start: the one date that hangs from its course."""

from __future__ import annotations

import re
from datetime import date, timedelta

from communique.model import DateExpression, Span
from communique.read.analysis import Analysis, Token
from communique.read.undertaking_course import Course

_TERMS = {"by", "before", "until", "within", "from", "around"}
_OPEN_ENDED = {"after", "since"}
_SPAN_OF_TIME = re.compile(r"P(?:T(?P<hours>\d+)H|(?P<n>\d+)(?P<unit>[DWMY]))")
_LAST_MONTH = {"Q1": "03", "Q2": "06", "Q3": "09", "Q4": "12"}
_CEASING = {"expire", "lapse", "end"}


def due_of(
    analysis: Analysis,
    token: Token,
    name: Span,
    course: Course,
    dates: tuple[DateExpression, ...],
    published: str | None,
) -> str | None:
    """The term as an ISO value, or None where the sentence gives none for this undertaking."""
    sentence = analysis.sentences[token.sentence].span
    coming = [
        d
        for d in dates
        if sentence.covers(d.evidence.span)
        and not name.overlaps(d.evidence.span)
        and d.modality not in _OPEN_ENDED
        and _is_coming(d, published)
    ]
    own = [d for d in coming if _hangs_from(analysis, d, token, course)]
    chosen = [d for d in own if d.modality in _TERMS] or own or _only_term(course, coming)
    return term(chosen[0], published) if chosen else None


def _only_term(course: Course, coming: list[DateExpression]) -> list[DateExpression]:
    """The one term of what was said, or of a sentence told by the agency itself ("…, to be completed *by* May")."""
    inside = course.statement.content_span if course.statement else None
    terms = [d for d in coming if d.modality in _TERMS and (inside is None or _lies_in(d, inside))]
    return terms if len(terms) == 1 and len(coming) == 1 else []


def _lies_in(d: DateExpression, span: tuple[int, int]) -> bool:
    return span[0] <= d.evidence.start and d.evidence.end <= span[1]


def _is_coming(d: DateExpression, published: str | None) -> bool:
    """Not past: the day of the report itself is when a thing was signed, not when it is due."""
    if _SPAN_OF_TIME.fullmatch(d.value):
        return d.modality == "within"
    value = d.value.partition("/")[2] or d.value
    if not value[:4].isdigit() or published is None:
        return value[:4].isdigit()
    if not value[5:7].isdigit():
        return value[:4] >= published[:4]
    return value > published if len(value) >= len(published) else value >= published[: len(value)]


def _hangs_from(analysis: Analysis, d: DateExpression, token: Token, course: Course) -> bool:
    """The date's way up the sentence meets the noun or a step of its course before it meets another verb."""
    steps = [*course.steps, *course.modifiers]
    if course.statement is not None and course.statement.content_span is not None:
        steps = [s for s in steps if s.token.start >= course.statement.content_span[0]] or steps[:1]
    meeting = {token.index, *(s.token.index for s in steps if s.token.lemma not in _CEASING)}
    inside = {t.index for t in analysis.between(d.evidence.start, d.evidence.end)}
    current = next((analysis.tokens[i] for i in inside if analysis.tokens[i].head not in inside), None)
    seen: set[int] = set()
    while current is not None and current.head not in seen:
        seen.add(current.index)
        above = analysis.tokens[current.head]
        if above.index in meeting:
            return True
        if above.index in analysis.clause_of and not _subordinate(above):
            return False
        current = above
    return False


def _subordinate(token: Token) -> bool:
    """A clause that only says when or what for: "before the quarter *ends*", "to *start* before May"."""
    return token.deprel in {"advcl", "xcomp", "acl", "acl:relcl"} and token.lemma not in _CEASING - {"end"}


def term(d: DateExpression, published: str | None) -> str | None:
    """A date expression as a term: the start of a span of days or years, the end of a half, a quarter or a year that
    it says is to end."""
    counted = _SPAN_OF_TIME.fullmatch(d.value)
    if counted is not None:
        return _counted(counted, published)
    first, _, last = d.value.partition("/")
    value = first if not last or len(first) != 7 else last
    if value[5:] in _LAST_MONTH:
        return f"{value[:4]}-{_LAST_MONTH[value[5:]]}"
    if value[5:7].isalpha() and value[5:] not in _LAST_MONTH:
        return value[:4]
    ends = d.modality == "within" or "end" in d.text.lower()
    return f"{value}-12" if len(value) == 4 and ends else value


def _counted(counted: re.Match[str], published: str | None) -> str | None:
    """ "within 120 days", counted from the report's day; months and years give no closer date than their own."""
    if published is None or len(published) != 10:
        return None
    day = date.fromisoformat(published)
    if counted["hours"]:
        return (day + timedelta(hours=int(counted["hours"]))).isoformat()
    n = int(counted["n"])
    if counted["unit"] in {"D", "W"}:
        return (day + timedelta(days=n * (7 if counted["unit"] == "W" else 1))).isoformat()
    if counted["unit"] == "Y":
        return str(day.year + n)
    months = day.year * 12 + day.month - 1 + n
    return f"{months // 12}-{months % 12 + 1:02d}"
