"""Answers that leave out what they answer: "proposed a forum, *and Brandt agreed*", "…, *which Brandt declined*"."""

from __future__ import annotations

from dataclasses import replace

from communique.read.analysis import Analysis, Clause, Token
from communique.read.cues import CueUse
from communique.read.extent import strip_marks

_YES = {"agree", "accept", "concur", "consent", "oblige", "assent"}
_NO = {"decline", "refuse", "demur", "object", "reject"}
_ASKED = {"propose", "request", "invite"}


def with_answers(analysis: Analysis, uses: list[CueUse]) -> list[CueUse]:
    """The cues with one more for each clause that answers what was asked before it in its sentence by somebody else;
    its content is what was asked, which ends before the answer."""
    for clause in analysis.clauses:
        act = "agree" if clause.lemma in _YES else "reject" if clause.lemma in _NO else None
        verb = analysis.tokens[clause.predicate]
        which = _which(analysis, verb)
        told = [use for use in uses if use.token == verb.index and not _says_which(analysis, use)]
        if act is None or told or not _is_bare(clause, verb, which):
            continue
        asked = _asked(analysis, uses, clause, verb)
        if asked is None or asked.content is None:
            continue
        end = which.start if which is not None and asked.content.end > which.start else asked.content.end
        content = strip_marks(analysis.text, asked.content.start, end)
        pronoun = clause.subject is not None and analysis.tokens[clause.subject].upos == "PRON"
        source = asked.addressee if pronoun and asked.addressee is not None else clause.subject
        answer = CueUse(verb.index, act, verb.span, source, content, head=asked.head)
        others = [use for use in uses if use.token != verb.index]
        uses = [*(replace(use, content=content) if use is asked else use for use in others), answer]
    return uses


def _which(analysis: Analysis, verb: Token) -> Token | None:
    """The "which" that a relative clause answers."""
    below = analysis.dependents(verb.index, "obj") if verb.deprel == "acl:relcl" else ()
    return next((token for token in below if token.lower == "which"), None)


def _says_which(analysis: Analysis, use: CueUse) -> bool:
    return use.content is not None and use.content.of(analysis.text).lower() == "which"


def _is_bare(clause: Clause, verb: Token, which: Token | None) -> bool:
    """Told as done, by a subject of its own, with nothing said of what but "which"."""
    if clause.subject is None or clause.subject_shared or clause.modality or clause.voice == "passive":
        return False
    if which is not None:
        return clause.object == which.index
    if verb.form != "fin" or clause.object is not None or clause.complement is not None:
        return False
    return not any(index > verb.index for _, index in clause.obliques)


def _asked(analysis: Analysis, uses: list[CueUse], clause: Clause, verb: Token) -> CueUse | None:
    """What was asked last before an answer, by another."""
    before = (
        use
        for use in uses
        if use.act in _ASKED
        and use.content is not None
        and use.source not in {None, clause.subject}
        and use.token < verb.index
        and analysis.tokens[use.token].sentence == verb.sentence
        and (use.content.end <= verb.start or verb.deprel == "acl:relcl")
    )
    return max(before, key=lambda use: use.token, default=None)
