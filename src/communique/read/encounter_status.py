"""Whether an occasion was held, is to come, was put off or was called off."""

from __future__ import annotations

from itertools import pairwise

from communique.model import EncounterStatus
from communique.read.analysis import Analysis
from communique.read.occasion_kinds import governing
from communique.read.occasion_verbs import is_accepted
from communique.read.occasion_words import occasion_words
from communique.read.stretch import ahead
from communique.read.telling import Telling

_COMING = {"will", "shall", "'ll", "’ll", "would"}
_PLANS = {"plan", "schedule", "invite", "slate", "expect", "due"}
_SETTLED = {
    "be",
    "accept",
    "agree",
    "cancel",
    "pledge",
    "promise",
    "decide",
    "commit",
    "announce",
    "offer",
    "intend",
}
_CLIMB = 4  # steps at most from the verb of an occasion up to one that only wishes for it
_STRETCHES = {"week", "weekend", "month", "year"}
_NEAR = 10  # tokens at most between an occasion and the time to come in which it will be
_ALWAYS_TOLD = {"donation", "visit", "ceremony"}  # told also where no day is set for them


def status_of(analysis: Analysis, telling: Telling, start: str | None, published: str | None) -> EncounterStatus:
    """The status as of publication: by what is said of the occasion, else by its day, else by its verb."""
    governors = _governors(analysis, telling)
    if governors & occasion_words().cancelled or ("call" in governors and _has(analysis, telling, "off")):
        return "cancelled"
    if telling.clause is not None and telling.clause.negated:
        return "cancelled"
    if is_moved(analysis, telling):
        return "planned"
    if start and published and start[: len(published)] != published[: len(start)]:
        return "planned" if start > published else "held"
    clause = telling.clause
    if telling.is_verb and clause is not None and clause.lemma == "invite":
        return "planned"
    if clause is not None and (clause.modality in _COMING or analysis.tokens[clause.predicate].form == "inf"):
        return "planned"
    modifiers = {t.lemma.lower() for t in analysis.dependents(telling.head.index, "amod")}
    planned = modifiers & occasion_words().planned or governors & (_PLANS | occasion_words().wished)
    return "planned" if planned or _is_in_prospect(analysis, telling) or _is_coming(analysis, telling) else "held"


def _is_in_prospect(analysis: Analysis, telling: Telling) -> bool:
    """ "looks forward to *hosting* him", "support for *convening* a meeting": it is not told to have been."""
    clause = telling.clause
    if clause is None or analysis.tokens[clause.predicate].form != "ger":
        return False
    token = analysis.tokens[clause.predicate]
    while token.deprel == "conj":
        token = analysis.tokens[token.head]
    marked = any(t.lower in {"to", "for", "of"} for t in analysis.dependents(token.index, "mark", "case"))
    return marked and analysis.tokens[token.head].lemma.lower() in occasion_words().prospects


def _is_coming(analysis: Analysis, telling: Telling) -> bool:
    """ "his visit *in the coming months*", "to meet *in the near future*"."""
    if telling.clause is not None and telling.clause.tense == "past":
        return False
    near = [analysis.tokens[i] for i in ahead(analysis, telling.head.index)[:_NEAR]]
    following = any(one.lower == "next" and other.lower in _STRETCHES for one, other in pairwise(near))
    return following or any(token.lower in {"coming", "future"} for token in near)


def is_moved(analysis: Analysis, telling: Telling) -> bool:
    """Whether the occasion was put off or given another day."""
    moved = _governors(analysis, telling) & occasion_words().moved
    if moved <= {"put", "push"}:
        return bool(moved) and any(_has(analysis, telling, word) for word in ("off", "back"))
    return True


def is_ruled_out(analysis: Analysis, telling: Telling) -> bool:
    """ "has *no plans* to meet him", "had no intention of meeting him", "had no time to meet him": it is not to be."""
    token = analysis.tokens[telling.head.index]
    return telling.is_verb and token.form in {"inf", "ger"} and analysis.is_none(token.head)


def is_only_wished(analysis: Analysis, telling: Telling) -> bool:
    """ "called on Kenya to begin talks on prices": talks asked for, at no time, are no occasion."""
    if telling.type in _ALWAYS_TOLD:
        bare = telling.is_verb and telling.type != "ceremony" and analysis.tokens[telling.head.index].form == "inf"
        governors = _governors(analysis, telling)
        if telling.type == "donation":
            governors |= {analysis.tokens[telling.head.head].lemma.lower()}  # "a *plan* to send flour"
        wished = bool(governors & occasion_words().wished)
        return wished or (bare and _unplanned(telling, governors) and not is_accepted(analysis, telling.head))
    return telling.clause is not None and not telling.is_verb and not _is_announced(analysis, telling)


def _is_announced(analysis: Analysis, telling: Telling) -> bool:
    """ "The President *will host* a dinner for him": told as certain, by nobody's wish."""
    clause = telling.clause
    if clause is None or clause.modality not in {"will", "shall", "'ll", "’ll"}:
        return False
    token = analysis.tokens[clause.predicate]
    for _ in range(_CLIMB):
        if token.lemma.lower() in occasion_words().wished:
            return False
        token = analysis.tokens[token.head]
    return True


def _unplanned(telling: Telling, governors: frozenset[str]) -> bool:
    """ "to visit Lumbini at a convenient time": nobody says that it will be."""
    coming = telling.clause is not None and telling.clause.modality in _COMING
    return not coming and not governors & (_PLANS | _SETTLED)


def _has(analysis: Analysis, telling: Telling, word: str) -> bool:
    return any(t.lower == word for t in analysis.words(analysis.sentences[telling.head.sentence]))


def _governors(analysis: Analysis, telling: Telling) -> frozenset[str]:
    """The lemmas of the verbs that the occasion is subject or object of, with what they complete ("had to be
    cancelled"), those that modify it, and the verb above ("proposed holding …")."""
    clause = telling.clause or governing(analysis, telling.head)
    found = {t.lemma.lower() for t in analysis.dependents(telling.head.index, "acl", "acl:relcl")}
    for token in analysis.dependents(telling.head.index, "acl:relcl"):
        found |= {t.lemma.lower() for t in analysis.dependents(token.index, "conj", "xcomp")}
    if clause is None:
        return frozenset(found)
    predicate = analysis.tokens[clause.predicate]
    if not telling.is_verb:
        found.add(clause.lemma)
        found |= {t.lemma.lower() for t in analysis.dependents(predicate.index, "xcomp")}
    while predicate.deprel == "conj" and predicate.form == "inf":  # "agreed to train … and *to supply* …"
        predicate = analysis.tokens[predicate.head]
    above = analysis.tokens[predicate.head]
    if predicate.deprel in {"xcomp", "ccomp"} and predicate.form != "fin":
        found.add(above.lemma.lower())
    return frozenset(found)
