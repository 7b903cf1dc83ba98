"""Signs that a noun names an undertaking: something says which one it is, and something is done with it."""

from __future__ import annotations

from communique.model import Span, UndertakingKind
from communique.read.analysis import Analysis, Token
from communique.read.undertaking_course import Course, is_coming, is_done, takes_effect
from communique.read.undertaking_names import kind_of
from communique.read.undertaking_status import is_definite
from communique.read.undertaking_words import Deed, words

_PLACES = {
    "at",
    "near",
    "from",
    "through",
    "via",
    "along",
    "outside",
    "inside",
    "as",
    "around",
    "into",
    "like",
    "across",
}
_MAKING: dict[UndertakingKind, frozenset[Deed]] = {
    "agreement": frozenset({"sign", "conclude", "ratify", "keep", "talk", "idea", "found", "delay", "cancel", "carry"}),
    "document": frozenset({"sign", "conclude", "ratify", "keep", "idea", "found"}),
    "body": frozenset({"found", "idea", "build", "delay", "cancel"}),
    "project": frozenset({"found", "build", "give", "idea", "delay", "cancel", "carry", "sign"}),
    "programme": frozenset({"found", "build", "give", "idea", "delay", "cancel", "carry", "sign", "keep"}),
    "delivery": frozenset({"give"}),
}
_UNDONE: frozenset[Deed] = frozenset({"found", "build", "give", "hold", "sign", "conclude"})


def is_undertaking(analysis: Analysis, token: Token, kind: UndertakingKind, course: Course, name: Span) -> bool:
    """Whether a noun of this kind, in this course, names an undertaking."""
    if _stands_aside(analysis, token) or _is_denied(analysis, token, course) or _is_never(name.of(analysis.text)):
        return False
    if kind == "delivery":
        return _is_given(analysis, token, course)
    if (
        kind in {"body", "agreement", "programme"}
        and token.lemma.lower() in words().held
        and not _is_set_up(analysis, token, course)
    ):
        return False
    if _is_made(analysis, kind, course):
        return _says_which(analysis, token, name)
    return _is_wanted(analysis, token, course, name) or _stands_alone(analysis, token, kind, course)


def kind_by_deed(analysis: Analysis, token: Token, course: Course, name: Span) -> UndertakingKind | None:
    """The kind of a thing that the vocabulary does not know, from what is done with it: built, proposed, given."""
    if not _is_common(analysis, token) or not _says_which(analysis, token, name):
        return None
    if _stands_aside(analysis, token) or _is_denied(analysis, token, course):
        return None
    step = next((s for s in course.steps if s.deed is not None or s.token.lemma not in words().light), None)
    if step is None or (step.deed is None and step.clause is not None):
        return None
    if step.clause is None:
        return "project" if step.deed == "build" and token.deprel == "nmod" else None
    if token.deprel not in {"obj", "nsubj:pass", "obl", "conj"}:
        return None
    if step.deed == "idea":
        return "project" if course.mood == "asked" and _is_one(analysis, token) else None
    if token.deprel == "obl":
        return None
    if step.deed == "give":
        return "delivery" if _is_handed(analysis, token, step.token.lemma) else None
    return words().making.get(step.token.lemma)


def _is_one(analysis: Analysis, token: Token) -> bool:
    """ "a …", "two …": a thing of its own, not a quality or a state of affairs."""
    articles = {t.lower for t in analysis.dependents(token.index, "det")}
    return bool(articles & {"a", "an", "another"}) or bool(analysis.dependents(token.index, "nummod"))


def _is_handed(analysis: Analysis, token: Token, lemma: str) -> bool:
    if lemma in words().giving:
        return _is_counted(analysis, token)
    return lemma in words().handing and not is_definite(analysis, token)


def _is_common(analysis: Analysis, token: Token) -> bool:
    """A thing, neither a person or party nor somebody's own ("its *market*"), nor a sum or a time."""
    lemma = token.lemma.lower()
    if token.upos != "NOUN" or analysis.dependents(token.index, "nmod:poss") or lemma in words().nominal:
        return False
    return lemma not in words().uncounted and lemma not in words().abstract and lemma not in words().passing


def _is_never(name: str) -> bool:
    lowered = name.lower()
    return any(never in lowered for never in words().never)


def _stands_aside(analysis: Analysis, token: Token) -> bool:
    """Only the place of something else, or what something is like."""
    return any(case.lower in _PLACES for case in analysis.dependents(token.index, "case"))


def _is_denied(analysis: Analysis, token: Token, course: Course) -> bool:
    """ "did not sign", "no promise about", "denied that": what is not renewed or ratified is there all the same."""
    if course.statement is not None and course.statement.act in {"reject", "concern"} and course.deed not in {"keep"}:
        return True
    if any(t.lower == "no" for i in (token.index, token.head) for t in analysis.dependents(i, "det")):
        return True
    nearest = next((step for step in course.steps if step.clause is not None), None)
    return nearest is not None and nearest.clause is not None and nearest.clause.negated and nearest.deed in _UNDONE


def _is_made(analysis: Analysis, kind: UndertakingKind, course: Course) -> bool:
    """Something of the kind's own is done with it, within reach."""
    near = [*course.steps[:2], *course.modifiers]
    if any(step.deed in _MAKING[kind] for step in near):
        return True
    if kind == "agreement" and any(takes_effect(analysis, s) or s.token.lemma == "expire" for s in near):
        return True
    held = course.over("hold")
    return kind == "programme" and held is not None and (course.mood != "told" or is_coming(analysis, held))


def _is_set_up(analysis: Analysis, token: Token, course: Course) -> bool:
    """Of what is also held or met (a dialogue, a committee): set up, or wished for."""
    if course.deed in {"found", "idea"} or any(s.deed == "found" for s in course.modifiers):
        return True
    return not is_definite(analysis, token) and course.mood in {"asked", "settled"} and course.deed != "hold"


def _is_wanted(analysis: Analysis, token: Token, course: Course, name: Span) -> bool:
    """Something new that one side asks for, promises or backs, or that both settle."""
    if course.mood == "told" or is_definite(analysis, token) or not _carries_a_wish(course):
        return False
    return _says_which(analysis, token, name) and token.deprel in {"obj", "obl", "conj", "nsubj", "nsubj:pass", "nmod"}


def _carries_a_wish(course: Course) -> bool:
    """No verb stands between thing and wish, or one that says nothing of its own."""
    nearest = next((step for step in course.steps if step.clause is not None), None)
    if nearest is None:
        return True
    said = course.statement.content_span if course.statement else None
    outside = said is not None and not said[0] <= nearest.token.start < said[1]
    lemma = nearest.token.lemma
    return outside or lemma in words().light or lemma in words().moods or nearest.deed in {"hold", "found", "build"}


def _front(analysis: Analysis, token: Token) -> list[Token]:
    """Modifiers in front that say which."""
    holder = token.head if token.deprel == "compound" else token.index
    return [
        t
        for t in analysis.dependents(holder, "compound", "amod")
        if t.index < token.index and t.lemma.lower() not in words().vague
    ]


def _says_which(analysis: Analysis, token: Token, name: Span) -> bool:
    lemma = token.lemma.lower()
    if lemma in words().always or token.lower in words().always:
        return True
    front = _front(analysis, token)
    behind = name.end > token.end
    if lemma in words().general:
        return behind or any(t.deprel == "compound" or t.upos == "PROPN" for t in front)
    return bool(front) or behind or bool(analysis.dependents(token.index, "nummod"))


def _stands_alone(analysis: Analysis, token: Token, kind: UndertakingKind, course: Course) -> bool:
    """A named thing of a kind that is an undertaking wherever it is told of."""
    if kind in {"body", "document"} or token.lemma.lower() in words().general or token.deprel == "obl":
        return False
    front = _front(analysis, token)
    return bool(front) and (token.upos == "PROPN" or any(t.upos == "PROPN" for t in front))


def _is_given(analysis: Analysis, token: Token, course: Course) -> bool:
    """Given by one side to the other; goods sold are trade."""
    if _serves_a_project(analysis, token):
        return False
    nearest = next((step for step in course.steps if step.deed is not None), None)
    counted = _is_counted(analysis, token)
    if is_definite(analysis, token) and not _front(analysis, token) and token.lemma.lower() not in words().money:
        return False
    if nearest is None:
        wished = course.mood in {"asked", "promised"} and not is_definite(analysis, token) and _carries_a_wish(course)
        return counted and (wished or token.lemma.lower() in words().money)
    if nearest.deed != "give" and not (nearest.token.lemma == "extend" and token.lemma.lower() in words().money):
        return False
    if nearest.token.lemma in words().trading and (is_done(analysis, nearest) or not counted) and not _is_aid(token):
        return False
    return token.deprel in {"obj", "conj", "nmod", "nsubj:pass", "nsubj", "obl"}


def _is_aid(token: Token) -> bool:
    return token.lemma.lower() in words().aid


def _is_counted(analysis: Analysis, token: Token) -> bool:
    """ "120 vehicles", "1,200 tons of flour", "a 12.5 million dollar grant", "a grant of 5 million euros"."""
    around = [token, *analysis.dependents(token.index, "nmod", "compound")]
    head = analysis.tokens[token.head]
    measured = [head] if token.deprel == "nmod" and head.upos in {"NOUN", "SYM", "NUM", "PROPN"} else []
    return any(
        t.upos == "NUM" or any(n.upos in {"NUM", "SYM"} for n in analysis.dependents(t.index, "nummod", "compound"))
        for t in (*around[1:], *measured)
    ) or bool(analysis.dependents(token.index, "nummod"))


def _serves_a_project(analysis: Analysis, token: Token) -> bool:
    """ "a loan *for the water plant*": the plant is what is undertaken."""
    below = [t for t in analysis.subtree(token.index) if t.deprel == "nmod" and t.sentence == token.sentence]
    serves = [t for t in below if analysis.preposition(t.index) == "for"]
    return any(kind_of(t) in {"project", "programme"} for t in serves)
