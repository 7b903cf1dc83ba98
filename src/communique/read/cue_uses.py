"""From a clause and what was found in it to a cue in its place: who speaks, where the cue stands."""

from __future__ import annotations

from communique.model import Span
from communique.read.analysis import Analysis, Clause, Token
from communique.read.cues import CueUse
from communique.read.extent import Found

_TOGETHER = {"agree", "discuss"}  # told without anybody, they are the act of all who met
# "Kenya was asked to …", "Kenya was promised …": by the other side, where there is one.
TOLD_TO = {"request", "invite", "commit"}
_BETWEEN = {"forward", "highly", "note", "part", "back", "care"}


def use_of(
    analysis: Analysis,
    clause: Clause,
    act: str,
    span: Span,
    found: Found | None,
    *,
    addressee: int | None = None,
    noun: int | None = None,
    joint: bool = False,
) -> CueUse | None:
    source = clause.agent if clause.voice == "passive" else clause.subject
    verb = analysis.tokens[clause.predicate]
    listed = (
        verb.deprel == "root" and verb.index == analysis.sentences[verb.sentence].first and verb.form in {"fin", "part"}
    )
    passive = clause.voice == "passive"
    if passive and clause.subject is not None and (found is None or found.head != clause.subject):
        addressee = clause.subject
    together = act in _TOGETHER or verb.lemma == "review"
    told = together and (act == "agree" or verb.deprel not in {"acl", "acl:relcl"})
    untold = passive and (told or (act in TOLD_TO and addressee is not None and found is not None))
    impersonal = source is None and (untold or (listed and found is not None))
    if source is None and not impersonal:
        return None
    return CueUse(
        token=clause.predicate,
        act=act,
        span=span,
        source=source,
        content=found.span if found and len(found.span) else None,
        head=found.head if found else None,
        addressee=addressee,
        noun=noun,
        joint=joint,
        impersonal=impersonal,
    )


def _beside(analysis: Analysis, verb: Token, word: Token) -> bool:
    """Whether a preposition follows its verb at once, or with one adverb or noun between ("looked forward *to*")."""
    between = analysis.tokens[verb.index + 1 : word.index]
    return word.index > verb.index and (not between or (len(between) == 1 and between[0].lower in _BETWEEN))


def cue_span(analysis: Analysis, clause: Clause, word: int | None = None) -> Span:
    verb = analysis.tokens[clause.predicate]
    end = verb.end
    for token in analysis.dependents(clause.predicate, "compound:prt"):
        if token.index == verb.index + 1:
            end = token.end
    if word is not None:
        cases = [case for case in analysis.dependents(word, "case", "mark") if _beside(analysis, verb, case)]
        end = cases[0].end if cases else end
    start = min(
        [verb.start, *(t.start for t in analysis.dependents(verb.index, "advmod") if t.index == verb.index - 1)]
    )
    return Span(start if analysis.tokens[verb.index - 1].lower in {"highly", "not", "never"} else verb.start, end)
