"""Where the content of a cue stands in its clause: a clause, an infinitive, an object, a prepositional phrase."""

from __future__ import annotations

from communique.model import Span
from communique.read.analysis import Analysis, Clause, Token
from communique.read.cues import VerbCue, lexicon
from communique.read.extent import Found, clausal_span, largest_run, noun_phrase, trim
from communique.read.offices import is_head

_GIVING = {"commit", "offer"}  # "pledged *40 million euros to fight drought*": the sum, and what for


def first_frame(analysis: Analysis, clause: Clause, cue: VerbCue, passed: int | None = None) -> Found | None:
    for frame in _frames(analysis, clause, cue):
        if frame == "object" and cue.object == "addressee" and clause.lemma not in {"assure", "wish", "ask"}:
            continue
        found = _frame(analysis, clause, cue, frame, passed)
        if found is not None:
            return found
    return None


def _frames(analysis: Analysis, clause: Clause, cue: VerbCue) -> tuple[str, ...]:
    """The frames of a cue here: what is praised for something is a person or a party; "commended Kenya's support
    *for* the talks" praises the support."""
    index = clause.object if cue.object == "addressee-if-prep" else None
    if index is None or analysis.tokens[index].upos != "NOUN":
        return cue.frames
    return ("object",) if analysis.dependents(index, "nmod:poss", "amod") else cue.frames


def _frame(analysis: Analysis, clause: Clause, cue: VerbCue, frame: str, passed: int | None) -> Found | None:
    if frame == "clause":
        return finite_content(analysis, clause)
    if frame == "inf":
        asked = clause.object
        if cue.act == "noun" and asked is not None:
            return None  # "reaffirmed *Kenya's right to defend itself*": the infinitive is the object's
        if cue.object == "addressee-if-inf" and asked is not None and not _can_be_asked(analysis, asked):
            return None
        found = infinitive_content(analysis, clause, asked if passed is None else passed)
        if found is not None and asked is not None and cue.act in _GIVING and not _can_be_asked(analysis, asked):
            given = noun_phrase(analysis, clause, asked)
            return Found(asked, Span(given.span.start, max(given.span.end, found.span.end)))
        return found
    if frame == "ger":
        return _gerund(analysis, clause)
    if frame == "object":
        return _object(analysis, clause)
    return prepositional_content(analysis, clause, frame, clause.object)


def finite_content(analysis: Analysis, clause: Clause) -> Found | None:
    adverbs = [t.index for t in analysis.dependents(clause.predicate, "advmod") if t.index > clause.predicate]
    below = (t for above in (clause.predicate, *adverbs) for t in analysis.dependents(above, "ccomp", "xcomp"))
    for token in below:  # "said *earlier* that …" is parsed with the clause below the adverb
        if not has_to(analysis, token) and not (token.form == "ger" and token.deprel == "xcomp"):
            if token.upos not in {"VERB", "AUX"} and not analysis.dependents(token.index, "cop", "nsubj"):
                continue
            return Found(token.index, clausal_span(analysis, clause, token, keep_to=True))
    return _host(analysis, clause)


def _host(analysis: Analysis, clause: Clause) -> Found | None:
    """The clause that a comment stands in: "Trade, he said, is growing" parsed with the comment below."""
    token = analysis.tokens[clause.predicate]
    if token.deprel != "parataxis" or clause.subject_shared:
        return None
    inside = {t.index for t in analysis.subtree(token.index)}
    rest = [t for t in analysis.subtree(token.head) if t.index not in inside]
    return Found(token.head, trim(analysis, largest_run(rest, across=inside))) if rest else None


def _can_be_asked(analysis: Analysis, index: int) -> bool:
    """Whether an object can be whom one asks ("urged *Cambodia* to …"), not what one asks for ("urged *aid* to …")."""
    token = analysis.tokens[index]
    people = token.lemma.lower() in lexicon().askable or is_head(token.lemma.lower())
    return people or token.upos in {"PROPN", "PRON"} or bool(analysis.dependents(index, "det", "nmod:poss"))


def infinitive_content(analysis: Analysis, clause: Clause, noun: int | None) -> Found | None:
    """An infinitive of the cue's clause, or one that hangs from the noun that is asked."""
    candidates = [*analysis.dependents(clause.predicate, "xcomp", "ccomp", "advcl")]
    if noun is not None:
        candidates.extend(analysis.dependents(noun, "acl", "xcomp"))
        behind = (t.index for t in analysis.dependents(noun, "amod") if t.index > noun)  # "all parties *concerned* to"
        candidates.extend(t for index in behind for t in analysis.dependents(index, "xcomp"))
    for token in candidates:
        if not has_to(analysis, token):
            continue
        subject = analysis.dependents(token.index, "nsubj", "nsubj:pass")
        addressee = subject[0].index if subject else None
        return Found(token.index, clausal_span(analysis, clause, token, keep_to=True), addressee)
    return None


def _gerund(analysis: Analysis, clause: Clause) -> Found | None:
    for token in analysis.dependents(clause.predicate, "xcomp", "ccomp", "obj"):
        if token.form == "ger":
            return Found(token.index, clausal_span(analysis, clause, token, keep_to=False))
    return None


def _object(analysis: Analysis, clause: Clause) -> Found | None:
    if clause.object is not None:
        return noun_phrase(analysis, clause, clause.object)
    if clause.voice == "passive" and clause.subject is not None and not clause.subject_shared:
        return Found(clause.subject, trim(analysis, analysis.subtree(clause.subject)))
    return None


def prepositional_content(analysis: Analysis, clause: Clause, preposition: str, noun: int | None) -> Found | None:
    target = oblique(analysis, clause, preposition)
    own = nominal_modifier(analysis, noun, preposition) if noun is not None else None
    if own is not None and (target is None or own.index < target.index):
        target = own  # "appreciation *for* their condolences for the attack": the nearer of two
    if target is not None:
        return noun_phrase(analysis, clause, target.index)
    within = [t.index for t in analysis.dependents(noun, "nmod")] if noun is not None else []
    for above in (clause.predicate, noun, *within):
        for token in analysis.dependents(above, "advcl", "acl") if above is not None else ():
            if any(mark.lower == preposition for mark in analysis.dependents(token.index, "mark", "case")):
                return Found(token.index, clausal_span(analysis, clause, token, keep_to=False))
    return None


def oblique(analysis: Analysis, clause: Clause, preposition: str, *, after: bool = False) -> Token | None:
    for case, index in clause.obliques:
        token = analysis.tokens[index]
        if case != preposition or (after and index < clause.predicate):
            continue
        if token.lemma.lower() not in lexicon().no_content:
            return token
    return None


def nominal_modifier(analysis: Analysis, noun: int, preposition: str) -> Token | None:
    conjuncts = analysis.conjuncts(noun)
    within = [
        t for c in conjuncts for t in analysis.dependents(c.index, "nmod") if analysis.preposition(t.index) == "of"
    ]
    for conjunct in (*reversed(conjuncts), *within):
        for token in analysis.dependents(conjunct.index, "nmod"):
            timed = token.lemma.lower() in lexicon().no_content
            if analysis.preposition(token.index) == preposition and not timed:
                return token
    return None


def has_to(analysis: Analysis, token: Token) -> bool:
    return any(mark.lower == "to" for mark in analysis.dependents(token.index, "mark"))
