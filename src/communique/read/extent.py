"""How far what is said runs: spans of content, from its first word to the end of its clause."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from communique.model import Span
from communique.read.analysis import Analysis, Clause, Token
from communique.read.cues import lexicon

_OCCASIONS = {"during", "after", "before", "following", "ahead"}
_MEETINGS = {
    "meeting",
    "talk",
    "talks",
    "call",
    "visit",
    "reception",
    "session",
    "conversation",
    "conference",
    "summit",
}
_SUBORDINATORS = {"while", "as", "when", "after", "before", "although", "though", "whereas", "once", "since", "because"}
_TRIMMED = " \t\r\n\u00a0,;:.—–-"
_QUOTES = "\"'“”‘’"


@dataclass(frozen=True, slots=True)
class Found:
    """What a frame found: the content's head and span, and an addressee met on the way."""

    head: int
    span: Span
    addressee: int | None = None


def noun_phrase(analysis: Analysis, clause: Clause, head: int) -> Found:
    span = trim(analysis, with_obliques(analysis, clause, head), without=("case",), head=head)
    return Found(head, _to_clause_end(analysis, clause, head, span))


def with_obliques(analysis: Analysis, clause: Clause, head: int) -> list[Token]:
    """A noun's subtree, and the obliques of the cue that follow it ("discussed trade *in rice*")."""
    tokens = [*analysis.subtree(head)]
    last = tokens[-1].index
    for preposition, index in clause.obliques:
        phrase = analysis.subtree(index)
        if index > last and phrase[0].index == last + 1 and preposition and preposition not in _OCCASIONS:
            tokens.extend(phrase)
            last = phrase[-1].index
    return tokens


def clausal_span(analysis: Analysis, clause: Clause, head: Token, *, keep_to: bool) -> Span:
    """A clause from its first word (its "that" left out) to its last; of an infinitive, from "to" on."""
    outside = {token.index for token in _cue_tokens(analysis, clause, head)}
    tokens = [token for token in analysis.subtree(head.index) if token.index not in outside]
    marks = analysis.dependents(head.index, "mark", "case")
    to = [mark for mark in marks if mark.lower == "to"]
    if to and keep_to:
        denied = analysis.tokens[to[0].index - 1].lower in {"not", "never"}  # "urged Kenya *not to sign*"
        tokens = [token for token in tokens if token.index >= to[0].index - denied]
    dropped = {mark.index for mark in marks if mark.lower != "to" and mark.lower not in {"if", "whether", "because"}}
    lead = [token for token in tokens if token.index not in dropped or token.index > head.index]
    span = trim(analysis, largest_run(lead, across=outside))
    return _to_clause_end(analysis, clause, head.index, span)


def _to_clause_end(analysis: Analysis, clause: Clause, head: int, content: Span) -> Span:
    """Content that follows its cue runs to the end of the cue's clause, though the parser may hang its tail
    elsewhere: up to what is coordinated with the cue, to a participle that takes up its subject, or to an occasion."""
    sentence = analysis.sentences[clause.sentence]
    if content.start < analysis.tokens[clause.predicate].start:
        return content
    inside = {token.index for token in analysis.subtree(head)}
    limit = sentence.end
    for token in analysis.tokens[head + 1 : sentence.last]:
        if token.index not in inside and token.start >= content.end and _begins_anew(analysis, token, clause):
            limit = token.start
            break
    return strip_marks(analysis.text, content.start, max(limit, content.end))


def _lists_on(analysis: Analysis, semicolon: Token) -> bool:
    """ "discussed the grain corridor; *the situation in Chad*; and visas": a further matter, no clause of its own."""
    rest = analysis.tokens[semicolon.index + 1 : analysis.sentences[semicolon.sentence].last]
    item = list(takewhile(lambda token: token.text != ";", rest))
    return bool(item) and not any(token.form == "fin" and token.deprel != "acl:relcl" for token in item)


def _begins_anew(analysis: Analysis, token: Token, clause: Clause) -> bool:
    """Whether a token after the content belongs to something else than the cue's clause."""
    if token.text == ";":
        return not _lists_on(analysis, token)
    if token.text in {"—", "–", "("} or (token.lower in _OCCASIONS and _is_meeting(analysis, token)):
        return True
    top = token
    while top.head not in {top.index, clause.predicate} and top.head > clause.predicate:
        top = analysis.tokens[top.head]
    if top.head == top.index:
        return True
    if top.head < clause.predicate:
        return top.deprel in {"conj", "cc", "parataxis"}
    if top.deprel == "advcl":  # "…, while protecting civilians" is said; "…, as Kenya accused its neighbour" is not
        marks = {mark.lower for mark in analysis.dependents(top.index, "mark", "case")}
        return top.lemma in lexicon().verbs and (not marks or bool(marks & _SUBORDINATORS))
    if top.deprel == "conj" and top.index in analysis.clause_of and top.form != "ger":
        joined = any(cc.index < top.index for cc in analysis.dependents(top.index, "cc"))
        return (joined or top.lemma in lexicon().verbs) and _coordinated(analysis, top)
    return top.deprel in {"parataxis", "cc"}


def _coordinated(analysis: Analysis, token: Token) -> bool:
    """Whether a coordinator joins the token, or one of its later sisters; without one it is a reduced clause
    ("the talks, *postponed* twice, …") that the parser took for coordination."""
    sisters = [t for t in analysis.dependents(token.head, "conj") if t.index >= token.index]
    return any(analysis.dependents(sister.index, "cc") for sister in sisters)


def _is_meeting(analysis: Analysis, preposition: Token) -> bool:
    return analysis.tokens[preposition.head].lemma.lower() in _MEETINGS


def _cue_tokens(analysis: Analysis, clause: Clause, head: Token) -> tuple[Token, ...]:
    """The cue with its source, where they stand inside the clause that is its content."""
    below = {token.index for token in analysis.subtree(head.index)}
    own = [analysis.tokens[clause.predicate]]
    if clause.subject is not None and not clause.subject_shared:
        own.extend(analysis.subtree(clause.subject))
    return tuple(token for token in own if token.index not in below or token.index == clause.predicate)


def largest_run(tokens: list[Token], across: Iterable[int] = ()) -> list[Token]:
    """The longest part of the tokens that no token of the cue interrupts."""
    cuts = sorted(across)
    runs: list[list[Token]] = [[]]
    for token in tokens:
        last = runs[-1][-1].index if runs[-1] else token.index
        interrupted = any(last < cut < token.index for cut in cuts) if cuts else token.index - last > 12
        if interrupted:
            runs.append([])
        runs[-1].append(token)
    return max(runs, key=lambda run: run[-1].end - run[0].start if run else 0)


def trim(analysis: Analysis, tokens: Iterable[Token], without: tuple[str, ...] = (), head: int | None = None) -> Span:
    kept = sorted(tokens, key=lambda token: token.index)
    while len(kept) > 1 and kept[0].deprel in without and kept[0].head == head:
        kept.pop(0)
    while len(kept) > 1 and (kept[0].upos in {"PUNCT", "CCONJ"} and kept[0].text not in _QUOTES):
        kept.pop(0)
    return strip_marks(analysis.text, kept[0].start, kept[-1].end)


def strip_marks(text: str, start: int, end: int) -> Span:
    """The characters without marks of punctuation at the edges, and without quotes that are not balanced inside."""
    while start < end and text[end - 1] in _TRIMMED:
        end -= 1
    while start < end and text[start] in _TRIMMED:
        start += 1
    while start < end and text[end - 1] in _QUOTES and not _opened(text, start, end - 1):
        end -= 1
        while start < end and text[end - 1] in _TRIMMED:
            end -= 1
    while start < end and text[start] in '"“‘' and not _closed(text, start + 1, end):
        start += 1
    if end - start > 1 and text[start] in '"“' and text[end - 1] in '"”':
        return strip_marks(text, start + 1, end - 1)
    return Span(start, max(start, end))


def _opened(text: str, start: int, end: int) -> bool:
    return any(text[i] in '"“‘' for i in range(start, end))


def _closed(text: str, start: int, end: int) -> bool:
    return any(text[i] in '"”’' for i in range(start, end))
