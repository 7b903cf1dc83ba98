"""By when an undertaking is to be done or to start: the one date that hangs from its course."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from communique.model import DateExpression, Span, UndertakingKind, UndertakingStatus
from communique.read.analysis import Analysis, Token
from communique.read.undertaking_course import Course, Step, deed_of, is_coming, is_done, takes_effect
from communique.read.undertaking_words import Deed

_TERMS = {"by", "before", "until", "within", "from", "around"}
# What has come about so far: the kind of a thing and its status.
Standing = tuple[UndertakingKind, UndertakingStatus]
_VALID_FOR = {"document", "agreement"}
_WISHED = {"asked", "settled", "promised"}
_IFS = {"if", "once", "unless", "provided", "when", "after", "as", "until", "whether"}
_STARTING: set[Deed | None] = {"build", "found", "give", "carry"}
_OPEN_ENDED = {"after", "since"}
_SPAN_OF_TIME = re.compile(r"P(?:T(?P<hours>\d+)H|(?P<n>\d+)(?P<unit>[DWMY]))")
_ELSEWHERE = re.compile(r"\s+(?:from|of|after|following|starting|beginning|counting)\b(?!\s+(?:now|today)\b)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WORD = 30  # characters before a date in which the word before it stands
_LAST_MONTH = {"Q1": "03", "Q2": "06", "Q3": "09", "Q4": "12"}
_CEASING = {"expire", "lapse", "end"}


@dataclass(frozen=True, slots=True)
class Setting:
    """What a report's terms are read against: its dates, and its day."""

    dates: tuple[DateExpression, ...]
    published: str | None


def due_of(
    analysis: Analysis, token: Token, name: Span, course: Course, so_far: Standing, setting: Setting
) -> str | None:
    """The term as an ISO value, or None where the sentence gives none for this undertaking."""
    kind, status = so_far
    if status == "completed" or (kind in _VALID_FOR and _is_signed(analysis, course)):
        return None
    sentence = analysis.sentences[token.sentence].span
    dated = [d for d in setting.dates if sentence.covers(d.evidence.span) and not name.overlaps(d.evidence.span)]
    begun = _in_effect(analysis, dated, course)
    if begun is not None:
        return begun
    coming = [
        d
        for d in dated
        if not _is_of_a_name(analysis, d)
        and d.modality not in _OPEN_ENDED
        and not runs_from_elsewhere(analysis.text, d)
        and _is_coming(d, setting.published)
        and (status != "in force" or _is_years(d))
        and not (kind in _VALID_FOR and _is_years(d))
    ]
    own = [d for d in coming if _hangs_from(analysis, d, token, course)]
    chosen = [d for d in own if d.modality in _TERMS] or own or _only_term(analysis, course, name, coming)
    return as_term(chosen[0], status, setting) if chosen else None


def _is_of_a_name(analysis: Analysis, d: DateExpression) -> bool:
    """The year of a name: "Vision *2030*", "(PCS *2030*)"."""
    before = analysis.between(max(d.evidence.start - _WORD, 0), d.evidence.start)
    bare = len(d.value) == 4 and d.text == d.value and bool(before)
    return bare and before[-1].upos == "PROPN" and before[-1].end == d.evidence.start - 1 and before[-1].text != "FY"


def _is_signed(analysis: Analysis, course: Course) -> bool:
    """Signed already: nothing about it is due."""
    step = next((step for step in course.steps if step.deed is not None), None)
    return step is not None and step.deed == "sign" and is_done(analysis, step)


def _in_effect(analysis: Analysis, dated: list[DateExpression], course: Course) -> str | None:
    """Since when an agreement is in force, where that is told: "took effect in 2014"."""
    for step in (*course.steps, *course.modifiers):
        if takes_effect(analysis, step):
            hanging = [d for d in dated if any(t.head == step.token.index for t in _outward(analysis, d))]
            return next((d.value for d in hanging if d.value[:4].isdigit() and "/" not in d.value), None)
    return None


def _is_years(d: DateExpression) -> bool:
    """ "2027-2029": how long a document is valid, not when it is due."""
    first, _, last = d.value.partition("/")
    return len(first) == 4 and len(last) == 4


def _only_term(analysis: Analysis, course: Course, name: Span, coming: list[DateExpression]) -> list[DateExpression]:
    """The one coming date of what was said, behind the name. In a sentence told by the agency, a term ("by May") or the
    day of something to be done ("set to *open* in May")."""
    inside = course.statement.content_span if course.statement else None
    said = [d for d in coming if inside is not None and _lies_in(d, inside)]
    if said and course.mood in _WISHED:
        return said if len(said) == 1 and said[0].evidence.start >= name.end and not _is_if(analysis, said[0]) else []
    if len(coming) != 1 or _is_if(analysis, coming[0]):
        return []
    by_agency = inside is None and coming[0].modality in _TERMS
    return coming if by_agency or _is_when(analysis, coming[0]) else []


def _is_when(analysis: Analysis, d: DateExpression) -> bool:
    """The date stands with a deed that is still to come and has nothing else for its object."""
    verbs = [analysis.clause_of[t.head] for t in _outward(analysis, d) if t.head in analysis.clause_of]
    steps = [Step(analysis.tokens[clause.predicate], None, clause) for clause in verbs if clause.object is None]
    return any(deed_of(analysis, s.token) in _STARTING and is_coming(analysis, s) for s in steps)


def _is_if(analysis: Analysis, d: DateExpression) -> bool:
    """The date belongs to a condition ("once it is ratified in May"), not to what depends on it."""
    for token in _outward(analysis, d):
        current = token
        while current.head != current.index and current.sentence == token.sentence:
            current = analysis.tokens[current.head]
            if any(mark.lower in _IFS for mark in analysis.dependents(current.index, "mark")):
                return True
    return False


def _outward(analysis: Analysis, d: DateExpression) -> list[Token]:
    """The tokens of a date whose head stands outside it."""
    inside = analysis.between(d.evidence.start, d.evidence.end)
    indices = {t.index for t in inside}
    return [t for t in inside if t.head not in indices]


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
    steps = [*course.steps, *(step for step in course.modifiers if step.deed is not None)]
    if course.statement is not None and course.statement.content_span is not None:
        steps = [s for s in steps if s.token.start >= course.statement.content_span[0]] or steps[:1]
    meeting = {token.index, *(s.token.index for s in steps if s.token.lemma not in _CEASING)}
    return any(_meets(analysis, t, meeting) for t in _outward(analysis, d))


def _meets(analysis: Analysis, outward: Token, meeting: set[int]) -> bool:
    current, seen = outward, set[int]()
    while current.head not in seen:
        seen.add(current.index)
        above = analysis.tokens[current.head]
        if above.index in meeting:
            return True
        if above.index == current.index or (above.index in analysis.clause_of and not _subordinate(analysis, above)):
            return False
        current = above
    return False


def _subordinate(analysis: Analysis, token: Token) -> bool:
    """A clause that only says when or what for: "before the quarter *ends*", "to *start* before May"."""
    if any(mark.lower in _IFS for mark in analysis.dependents(token.index, "mark")):
        return False
    return token.deprel in {"advcl", "xcomp", "acl", "acl:relcl"} and token.lemma not in _CEASING - {"end"}


def as_term(d: DateExpression, status: UndertakingStatus, setting: Setting) -> str | None:
    """A date expression as a term: the start of a span of days or years (the end, once it is under way), the last month
    of a half, a quarter or a year that it says is to end."""
    counted = _SPAN_OF_TIME.fullmatch(d.value)
    if counted is not None:
        return _counted(counted, _day_of(setting))
    first, _, last = d.value.partition("/")
    value = last if last and (len(first) == 7 or (len(first) == 4 and status == "under way")) else first
    if value[5:] in _LAST_MONTH:
        return f"{value[:4]}-{_LAST_MONTH[value[5:]]}"
    if value[5:7].isalpha():
        return value[:4]
    ends = d.modality == "within" or "end" in d.text.lower()
    return f"{value}-12" if len(value) == 4 and ends else value


def runs_from_elsewhere(text: str, d: DateExpression) -> bool:
    """Whether a length of time is told from something else than the report's day: "within 15 days *from January*",
    "within a month *of signing*". Its last day is not known then."""
    return _SPAN_OF_TIME.fullmatch(d.value) is not None and _ELSEWHERE.match(text, d.evidence.end) is not None


def _day_of(setting: Setting) -> str | None:
    """The day that the report tells of: the first that it names, if that is no later than its own."""
    published = setting.published
    days = (d.value[:10] for d in setting.dates if _DAY.fullmatch(d.value[:10]))
    return next((day for day in days if published is not None and day <= published), published)


def _counted(counted: re.Match[str], start: str | None) -> str | None:
    """ "within 120 days", counted from a day; months and years give no closer date than their own."""
    if start is None or not _DAY.fullmatch(start):
        return None
    day = date.fromisoformat(start)
    if counted["hours"]:
        return (day + timedelta(hours=int(counted["hours"]))).isoformat()
    n = int(counted["n"])
    if counted["unit"] in {"D", "W"}:
        return (day + timedelta(days=n * (7 if counted["unit"] == "W" else 1))).isoformat()
    if counted["unit"] == "Y":
        return str(day.year + n)
    months = day.year * 12 + day.month - 1 + n
    return f"{months // 12}-{months % 12 + 1:02d}"
