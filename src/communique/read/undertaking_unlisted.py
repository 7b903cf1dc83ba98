"""Things that the vocabulary of undertakings does not list: known by what is done with them."""

from __future__ import annotations

from communique.model import Span, UndertakingKind
from communique.read.analysis import Analysis, Token
from communique.read.undertaking_course import Course, is_done
from communique.read.undertaking_names import kind_of
from communique.read.undertaking_signs import is_counted, is_denied, says_which, stands_aside
from communique.read.undertaking_status import is_definite, is_indefinite
from communique.read.undertaking_words import words


def kind_by_deed(analysis: Analysis, token: Token, course: Course, name: Span) -> UndertakingKind | None:
    """The kind of a thing that is built, set up, proposed, given or negotiated, or None where it is none."""
    if not _is_a_thing(analysis, token) or not says_which(analysis, token, name):
        return None
    if stands_aside(analysis, token, course) or is_denied(analysis, token, course):
        return None
    step = next((s for s in course.steps if s.deed is not None or s.token.lemma not in words().light), None)
    if step is None or (step.deed is None and step.clause is not None):
        return None
    if step.clause is None:
        return _kind_under(analysis, token, step.token, name)
    if token.deprel not in {"obj", "nsubj:pass", "obl", "conj"}:
        return None
    if step.deed == "idea":
        return "project" if course.mood == "asked" and _is_one(analysis, token) else None
    if token.deprel == "obl":
        return None
    if step.deed == "give" and not (step.token.lemma in words().trading and is_done(analysis, step)):
        return "delivery" if _is_handed(analysis, token, step.token.lemma) else None
    return words().making.get(step.token.lemma) if step.deed != "give" and _is_one(analysis, token) else None


def _kind_under(analysis: Analysis, token: Token, noun: Token, name: Span) -> UndertakingKind | None:
    """Under a noun that stands for a verb: "construction of …" a project, "negotiations on a … agreement" one."""
    if token.deprel != "nmod":
        return None
    nominal = words().nominal.get(noun.lemma.lower())
    inside = analysis.between(name.start, name.end)
    if nominal == "talk" and any(kind_of(t) == "agreement" for t in inside):
        return "agreement"
    built = nominal == "build" and analysis.preposition(token.index) == "of"
    return "project" if built and (_is_one(analysis, token) or is_definite(analysis, token)) else None


def _is_one(analysis: Analysis, token: Token) -> bool:
    """ "a …", "two …": a thing of its own, not a quality or a state of affairs."""
    return is_indefinite(analysis, token) or bool(analysis.dependents(token.index, "nummod"))


def _is_handed(analysis: Analysis, token: Token, lemma: str) -> bool:
    if lemma in words().giving:
        return is_counted(analysis, token)
    return lemma in words().handing and (_is_one(analysis, token) or is_counted(analysis, token))


def _is_a_thing(analysis: Analysis, token: Token) -> bool:
    """Neither a person or party nor somebody's own ("its *market*"), nor a sum, a time or an occasion."""
    lemma = token.lemma.lower()
    if token.upos != "NOUN" or analysis.dependents(token.index, "nmod:poss") or lemma in words().nominal:
        return False
    return lemma not in words().uncounted and lemma not in words().abstract and lemma not in words().passing
