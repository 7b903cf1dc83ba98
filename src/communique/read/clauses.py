"""Clauses out of Universal Dependencies: each predicate with its subject, objects, obliques and mood."""

from __future__ import annotations

from communique.read.analysis import Analysis, Clause, Tense, Token, Voice

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")
_NEGATIONS = {"not", "n't", "n’t", "never", "no", "neither", "nor", "without"}
_FUTURE = {"will", "shall", "'ll", "’ll"}
_SEIZING = {"take", "use", "seize"}
# What one does who is thanked or blamed *for* doing it.
_JUDGING = {
    "applaud", "blame", "commend", "compliment", "condemn", "congratulate", "credit", "criticise", "criticize", "fault",
    "honor", "honour", "laud", "praise", "rebuke", "thank",
}  # fmt: skip
# A participle or infinitive in these relations takes over the subject of the clause that it hangs from.
_TAKES_OVER = {"conj", "xcomp", "advcl", "parataxis", "dep", "ccomp"}


def find_clauses(analysis: Analysis) -> tuple[Clause, ...]:
    """Every clause, in the order of its predicates."""
    return tuple(_clause(analysis, token) for token in analysis.tokens if is_predicate(analysis, token))


def is_predicate(analysis: Analysis, token: Token) -> bool:
    """A verb that is no auxiliary, or the noun or adjective of a copular clause."""
    if token.upos == "VERB":
        return not token.deprel.startswith("aux") and token.deprel not in {"amod", "compound", "case", "mark"}
    if token.upos == "AUX":
        return token.deprel not in {"aux", "aux:pass", "cop"}
    if analysis.dependents(token.index, "cop"):
        return True  # and "Berlin *was prepared* to …", where the parser makes the participle an adjective
    return token.upos == "ADJ" and bool(analysis.dependents(token.index, "aux:pass"))


def _clause(analysis: Analysis, token: Token) -> Clause:
    subject, shared = _subject(analysis, token)
    obliques = _obliques(analysis, token)
    return Clause(
        predicate=token.index,
        lemma=token.lemma,
        subject=subject,
        object=_first(analysis, token, "obj"),
        obliques=obliques,
        complement=_complement(analysis, token),
        voice=_voice(analysis, token),
        tense=_tense(analysis, token),
        modality=_modality(analysis, token),
        negated=_negated(analysis, token),
        sentence=token.sentence,
        subject_shared=shared,
        agent=_first(analysis, token, "obl:agent"),
        indirect_object=_first(analysis, token, "iobj"),
    )


def _first(analysis: Analysis, token: Token, *relations: str) -> int | None:
    found = analysis.dependents(token.index, *relations)
    return found[0].index if found else None


def _subject(analysis: Analysis, token: Token) -> tuple[int | None, bool]:
    """The predicate's own subject, or the one that it shares with the clause above it."""
    own = _first(analysis, token, *_SUBJECTS)
    if is_lost_main(analysis, token):
        return token.head, False
    if own is not None and analysis.tokens[own].lower == "last" and not analysis.dependents(own):
        own = None  # "was set up in 2003 and *last* met in May"
    if own is None and token.form == "fin":
        own = _subject_below(analysis, token)
    if own is not None:
        return own, False
    if token.deprel == "conj" and (nearest := _of_nearest_sister(analysis, token)) is not None:
        return nearest, True
    seen = {token.index}
    current = token
    while current.head not in seen:
        above = analysis.tokens[current.head]
        seen.add(above.index)
        if current.deprel in {"acl", "acl:relcl"}:
            return _whose(analysis, current, above), True
        if current.deprel not in _TAKES_OVER or (current.deprel == "ccomp" and current.form != "ger"):
            return None, False
        taken = _controller(analysis, current, above)
        if taken is not None:
            return taken, True
        current = above
    return None, False


def is_lost_main(analysis: Analysis, token: Token) -> bool:
    """ "Chad, which mediates, *called on* both to …": the verb of a sentence that the parser took for a participle of
    its subject, behind a comment between commas."""
    noun = analysis.tokens[token.head]
    if token.deprel != "acl" or token.form != "part" or noun.deprel != "root" or noun.upos not in {"PROPN", "NOUN"}:
        return False
    comments = analysis.dependents(noun.index, "acl:relcl", "appos")
    return analysis.tokens[token.index - 1].text == "," and any(c.index < token.index for c in comments)


def _of_nearest_sister(analysis: Analysis, token: Token) -> int | None:
    """ "X and Y noted …, and *X* reiterated … and *outlined* …": the subject of the conjunct right before, though the
    parser hang all from the first."""
    sisters = [t for t in analysis.dependents(token.head, "conj") if token.head < t.index < token.index]
    finite = [t for t in sisters if t.form == "fin" and t.upos == "VERB"]
    return _first(analysis, finite[-1], *_SUBJECTS) if finite and token.form == "fin" else None


def _subject_below(analysis: Analysis, token: Token) -> int | None:
    """The subject that the parser hung from a comment between it and its verb ("X, also present, commended …")."""
    for comment in analysis.dependents(token.index, "advcl"):
        if comment.index < token.index and comment.upos not in {"VERB", "AUX"}:
            return _first(analysis, comment, "nsubj")
    return None


def _whose(analysis: Analysis, token: Token, noun: Token) -> int:
    """The noun that a clause modifies; for an infinitive ("took the opportunity to convey") the noun's own subject."""
    if token.deprel == "acl" and token.form == "inf" and noun.deprel == "obj":
        governor = _first(analysis, analysis.tokens[noun.head], *_SUBJECTS)
        return noun.index if governor is None else governor
    return noun.index


def _controller(analysis: Analysis, token: Token, above: Token) -> int | None:
    """Whose action an infinitive or gerund is: the object's of "urged Cambodia to …" and "thanked Cambodia for …ing",
    else the subject's ("took the occasion to …")."""
    marks = {mark.lower for mark in analysis.dependents(token.index, "mark")}
    judged = token.form == "ger" and above.lemma in _JUDGING and "for" in marks and _voice(analysis, above) == "active"
    if judged and (patient := _first(analysis, above, "obj")) is not None:
        return patient
    if token.deprel == "xcomp" and above.lemma not in _SEIZING:
        patient = _first(analysis, above, "obj") or _first(analysis, above, "iobj")
        if patient is not None:
            return patient
    return _first(analysis, above, *_SUBJECTS)


def _obliques(analysis: Analysis, token: Token) -> tuple[tuple[str, int], ...]:
    return tuple(
        (analysis.preposition(dependent.index) or "", dependent.index)
        for dependent in analysis.dependents(token.index, "obl", "nmod")
        if dependent.deprel not in {"obl:agent", "nmod:poss"}
    )


def _complement(analysis: Analysis, token: Token) -> int | None:
    return _first(analysis, token, "ccomp", "xcomp")


def _auxiliaries(analysis: Analysis, token: Token) -> tuple[Token, ...]:
    own = analysis.dependents(token.index, "aux", "aux:pass", "cop")
    if own or token.deprel != "conj" or token.form == "fin":
        return own
    head = analysis.tokens[token.head]
    return analysis.dependents(head.index, "aux", "aux:pass") if head.upos in {"VERB", "AUX"} else ()


def _voice(analysis: Analysis, token: Token) -> Voice:
    if is_lost_main(analysis, token):
        return "active"
    helped = any(aux.deprel == "aux:pass" for aux in _auxiliaries(analysis, token))
    bare = token.form == "part" and token.deprel in {"acl", "acl:relcl", "advcl"}
    return "passive" if (helped and token.form == "part") or (bare and not helped) else "active"


def _tense(analysis: Analysis, token: Token) -> Tense | None:
    helpers = _auxiliaries(analysis, token)
    if any(aux.lower in _FUTURE for aux in helpers):
        return "future"
    finite = [aux for aux in helpers if aux.form == "fin"] or ([token] if token.form == "fin" else [])
    if not finite:
        return None
    perfect = any(aux.lemma == "have" for aux in helpers)
    return "past" if any(verb.past for verb in finite) or perfect else "present"


def _modality(analysis: Analysis, token: Token) -> str | None:
    modal = [aux.lemma for aux in _auxiliaries(analysis, token) if aux.upos == "AUX" and aux.deprel == "aux"]
    for lemma in modal:
        if lemma not in {"have", "be", "do", "to"}:
            return lemma
    if token.deprel == "xcomp" and analysis.tokens[token.head].lemma in {"need", "have", "ought"}:
        return f"{analysis.tokens[token.head].lemma} to"
    return None


def _negated(analysis: Analysis, token: Token) -> bool:
    return any(child.lower in _NEGATIONS for child in analysis.dependents(token.index, "advmod", "det", "mark"))
