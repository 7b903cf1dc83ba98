"""How far an undertaking has come, from its course."""

from __future__ import annotations

import re

from communique.model import UndertakingKind, UndertakingStatus
from communique.read.analysis import Analysis, Token
from communique.read.undertaking_course import Course, Step, is_coming, is_done, is_going_on, takes_effect
from communique.read.undertaking_proper import is_vehicle
from communique.read.undertaking_words import Deed, words

_STANDING: dict[UndertakingKind, UndertakingStatus] = {
    "agreement": "in force", "body": "in force", "document": "agreed",
    "project": "under way", "programme": "under way", "delivery": "under way",
}  # fmt: skip
_DEFINITE = {"the", "this", "that", "these", "those", "its", "their", "our", "his", "her"}
# "70 per cent finished", "40% of the road is complete".
_PART_DONE = re.compile(
    r"\b(?:\d[\d.,]*\s*(?:per\s?cent|percent|%)|half|two[- ]thirds)\s+"
    r"(?:of\s.{1,80}?\b(?:is|was|are|were|been)\s+)?(?:complete|finished|done|built|ready)"
)
_WORK = {"work", "construction", "building"}
_GOING = {"go", "continue", "progress", "proceed", "advance", "begin", "start", "run", "resume"}
_WELCOMING = ("welcom", "hail", "applaud", "congratulat")
_LATE = {"late", "behind", "overdue"}


def status_of(analysis: Analysis, token: Token, kind: UndertakingKind, course: Course) -> UndertakingStatus:
    """The status of what `token` names, as of publication; what is only rumoured to be agreed is proposed."""
    if is_vehicle(analysis, token, kind):
        return _STANDING[kind]
    found = (
        _hindered(analysis, course)
        or _told_beside(analysis, token, kind, course)
        or _by_noun(analysis, token, kind, course)
        or _by_deed(analysis, token, kind, course)
        or _by_mood(analysis, token, kind, course)
    )
    return "proposed" if found == "agreed" and _is_hearsay(analysis, token) else found


def _is_hearsay(analysis: Analysis, token: Token) -> bool:
    """ "Germany has *reportedly* pledged …", "*according to local media*"."""
    sentence = analysis.sentences[token.sentence].span.of(analysis.text).lower()
    return any(phrase in sentence for phrase in words().hearsay)


def cases_of(analysis: Analysis, token: Token) -> set[str]:
    """The prepositions of a noun; of one in a row, those of the first ("toward *a pact* and *a treaty*")."""
    first = token
    while first.deprel in {"conj", "appos"} and first.head < first.index:
        first = analysis.tokens[first.head]
    found = {case.lower for case in analysis.dependents(token.index, "case")}
    return found or {case.lower for case in analysis.dependents(first.index, "case")}


def is_definite(analysis: Analysis, token: Token) -> bool:
    """Known already: "the", "their", a possessor, or a name without an article."""
    if any(t.lower in _DEFINITE for t in analysis.dependents(token.index, "det", "nmod:poss")):
        return True
    if analysis.dependents(token.index, "nmod:poss"):
        return True
    articles = {t.lower for t in analysis.dependents(token.index, "det")}
    return token.upos == "PROPN" and not articles


def is_indefinite(analysis: Analysis, token: Token) -> bool:
    """ "a partnership", "another deal"."""
    return any(t.lower in {"a", "an", "another"} for t in analysis.dependents(token.index, "det"))


def _hindered(analysis: Analysis, course: Course) -> UndertakingStatus | None:
    """Put off or given up, unless that is only asked for."""
    if course.mood == "asked":
        return None
    for step in (*course.steps, *course.modifiers):
        if step.deed in {"delay", "cancel"} and not (step.clause and step.clause.negated):
            return "delayed" if step.deed == "delay" else "cancelled"
        if step.clause is not None and _is_late(analysis, step):
            return "delayed"
    return None


def _is_late(analysis: Analysis, step: Step) -> bool:
    below = analysis.dependents(step.token.index, "advmod", "advcl", "obl")
    return step.deed in {"give", "build", "found"} and any(t.lower in _LATE for t in below)


def _told_beside(analysis: Analysis, token: Token, kind: UndertakingKind, course: Course) -> UndertakingStatus | None:
    """From the clauses that modify the noun, and from how much of it is said to be done."""
    if any(takes_effect(analysis, step) for step in course.steps[:1]):
        return "in force"
    if kind in {"project", "programme"} and _work_goes_on(course):
        return "under way"
    if kind in {"project", "programme"} and _part_done(analysis, token):
        return "under way"
    for step in course.modifiers:
        if step.token.lemma == "expire" or takes_effect(analysis, step):
            return "in force"
        if step.token.lower in {"planned", "proposed", "envisaged", "mooted"}:
            return "proposed" if step.token.lower != "planned" or course.mood == "asked" else "agreed"
        if step.deed == "sign":
            return "agreed" if course.deed != "keep" else None
        if step.deed in {"build", "give"} and kind in {"project", "programme", "delivery"}:
            return _stage(analysis, step) if not _asked_anew(course) else None
        if step.deed == "found" and is_done(analysis, step):
            return _STANDING[kind]
    return None


def _work_goes_on(course: Course) -> bool:
    """ "*Work on* the school *is going on*, to be completed by May": what it will be is its term, not its status."""
    if course.mood == "asked":
        return False
    pairs = zip(course.steps, course.steps[1:], strict=False)
    return any(
        inner.token.lemma in _WORK and outer.clause is not None and outer.token.lemma in _GOING
        for inner, outer in pairs
        if not (outer.clause is not None and (outer.clause.negated or outer.clause.modality))
    )


def _asked_anew(course: Course) -> bool:
    return course.mood in {"asked", "settled", "promised"} and course.deed in {"found", "build", "give", None}


def _stage(analysis: Analysis, step: Step) -> UndertakingStatus:
    if is_going_on(analysis, step):
        return "under way"
    if is_coming(analysis, step):
        return "agreed"
    return "completed"


def _by_noun(analysis: Analysis, token: Token, kind: UndertakingKind, course: Course) -> UndertakingStatus | None:
    """From a noun between thing and verb: "negotiations on", "the idea of", "ratification of", "progress toward"."""
    if kind in {"agreement", "document"} and cases_of(analysis, token) & {"toward", "towards"}:
        return "under way"
    nearest = next((step for step in course.steps if step.deed is not None), None)
    if any(step.clause is None and step.deed == "idea" for step in course.steps):
        return "proposed"
    if nearest is None or nearest.clause is not None:
        return None
    if nearest.deed == "talk":
        return "proposed" if _begins(course) else "under way"
    if nearest.deed == "ratify" or (nearest.deed == "sign" and course.mood not in {"asked", "discussed"}):
        return "agreed"
    return None


def _begins(course: Course) -> bool:
    """Talks to be opened, or opened just now: what they are about is not yet agreed."""
    return any(step.token.lemma in {"start", "open", "launch", "begin", "resume", "opening"} for step in course.steps)


def _by_deed(analysis: Analysis, token: Token, kind: UndertakingKind, course: Course) -> UndertakingStatus | None:
    nearest = next((step for step in course.steps if step.deed is not None), None)
    if nearest is None or nearest.deed is None:
        return None
    deed: Deed = nearest.deed
    if deed == "ratify":
        return "agreed"
    if deed == "keep":
        return _STANDING[kind]
    if deed == "carry":
        return "under way" if kind not in {"agreement", "body"} else "in force"
    if deed == "conclude":
        return _concluded(analysis, token, course, nearest)
    if deed == "idea":
        return _STANDING[kind] if nearest.token.lemma == "call" and is_definite(analysis, token) else "proposed"
    if deed in {"found", "build", "give", "hold", "sign"}:
        return _brought_about(analysis, token, kind, course, nearest)
    return None


def _concluded(analysis: Analysis, token: Token, course: Course, step: Step) -> UndertakingStatus:
    """A paper still to be finalised is under way if it is known already ("the memorandum"), else only proposed."""
    thanked = course.statement is not None and course.statement.act == "appreciate"
    if course.mood == "promised" or thanked or _is_welcomed(course, step):
        return "agreed"
    if is_done(analysis, step) and not is_inside(step, course):
        return "agreed"
    return "under way" if is_definite(analysis, token) else "proposed"


def _is_welcomed(course: Course, step: Step) -> bool:
    """ "*welcomed* the conclusion of an agreement": what is welcomed by its noun has come about."""
    cue = course.statement.cue.lower() if course.statement is not None else ""
    return step.clause is None and any(word.startswith(_WELCOMING) for word in cue.split())


def is_inside(step: Step, course: Course) -> bool:
    """Whether the step is part of what was said, not the saying itself ("they *concluded* a treaty")."""
    said = course.statement.content_span if course.statement else None
    return said is not None and said[0] <= step.token.start < said[1]


def _brought_about(
    analysis: Analysis, token: Token, kind: UndertakingKind, course: Course, step: Step
) -> UndertakingStatus:
    """Signed, founded, built, given or held: asked for, settled, to come, going on or done."""
    known = is_definite(analysis, token)
    if step.clause is None and analysis.preposition(step.token.index) in {"since", "after", "following"}:
        return _STANDING[kind]  # "progress *since the launch of* the dialogue"
    if known and (_goes_on(course, step) or _is_paid_for(analysis, course, step)):
        return _STANDING[kind]
    if course.mood in {"asked", "discussed"} or _is_offered(course, step):
        return "proposed"
    if course.mood == "backed" and not is_definite(analysis, token) and not _is_welcomed(course, step):
        return "proposed"
    if (
        step.deed == "sign"
        or step.token.lemma in words().reserved
        or course.mood in {"settled", "promised"}
        or is_coming(analysis, step)
    ):
        return "agreed"
    if is_going_on(analysis, step):
        return "under way"
    if step.deed == "found" and kind == "project" and step.token.lemma.lower() in words().beginning:
        return "under way"
    if step.deed == "found" and kind not in {"project", "delivery"}:
        return "agreed" if kind in {"document", "agreement"} else _STANDING[kind]
    if step.clause is None and step.token.lemma.lower() in words().working:
        return _STANDING[kind]  # "the construction of the school": work that goes on
    return "completed" if step.clause is None or is_done(analysis, step) else _STANDING[kind]


def _is_paid_for(analysis: Analysis, course: Course, step: Step) -> bool:
    """ "had disbursed 2 million euros for *repairing* the bridge"."""
    outer = course.steps[course.steps.index(step) + 1 :]
    paid = any(other.deed == "give" and is_done(analysis, other) for other in outer)
    return step.deed == "build" and step.token.form in {"ger", "inf"} and paid


def _goes_on(course: Course, step: Step) -> bool:
    """What is paid into, or asked to be finished or sped up, has begun."""
    if step.token.lemma in words().funding:
        return True
    wished = course.mood in {"asked", "settled", "promised"}
    return wished and (step.token.lemma in words().finishing or course.over("carry") is not None)


def _is_offered(course: Course, step: Step) -> bool:
    """ "could open", "is ready to open", "offered to supply": possible, not promised."""
    if course.statement is not None and set(course.statement.cue.lower().split()) & words().ready:
        return True
    if any(other.token.upos == "ADJ" and other.token.lemma in words().ready for other in course.steps):
        return True
    if step.clause is not None and step.clause.modality in {"could", "can", "may", "might"}:
        return True
    return step.token.lemma != "offer" and any(other.token.lemma == "offer" for other in course.steps)


def _by_mood(analysis: Analysis, token: Token, kind: UndertakingKind, course: Course) -> UndertakingStatus:
    if is_definite(analysis, token) and not (kind == "delivery" and course.mood == "promised"):
        return _STANDING[kind]
    if course.statement is not None and course.statement.act == "appreciate" and kind in {"delivery", "programme"}:
        return "completed"  # a gift that one is thanked for has been given
    if course.mood in {"asked", "discussed", "backed"}:
        return "proposed"
    return "agreed" if course.mood in {"settled", "promised"} else _STANDING[kind]


def _part_done(analysis: Analysis, token: Token) -> bool:
    return _PART_DONE.search(analysis.sentences[token.sentence].span.of(analysis.text)) is not None
