"""What a text that somebody signs promises in its own voice: "We *will* build a rail line"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from communique.read.analysis import Analysis, Clause
from communique.read.cues import CueUse
from communique.read.extent import trim

_WILL = frozenset({"will", "shall", "'ll", "’ll"})


def promises(analysis: Analysis, are_authors: Callable[[int], bool]) -> Iterator[CueUse]:
    """A cue for each thing that "we" or "I" will do, in running text, or those who sign it by their names;
    `are_authors` says of a token whether it names them."""
    prose = {sentence.index for sentence in analysis.prose()}
    for clause in analysis.clauses:
        if clause.sentence in prose and clause.subject is not None and _is_promise(analysis, clause):
            token = analysis.tokens[clause.subject]
            if token.lower not in {"we", "i"} and not are_authors(token.index):
                continue
            use = _use(analysis, clause, clause.subject)
            if use is not None:
                yield use


def _is_promise(analysis: Analysis, clause: Clause) -> bool:
    doing = analysis.tokens[clause.predicate].upos == "VERB" and clause.voice == "active" and not clause.negated
    return doing and clause.modality in _WILL


def _use(analysis: Analysis, clause: Clause, subject: int) -> CueUse | None:
    modal = next((t for t in analysis.dependents(clause.predicate, "aux") if t.lower in _WILL), None)
    if modal is None:
        return None
    behind = [token for token in analysis.subtree(clause.predicate) if token.index > modal.index]
    return CueUse(
        token=clause.predicate,
        act="commit",
        span=modal.span,
        source=subject,
        content=trim(analysis, behind),
        head=clause.predicate,
    )
