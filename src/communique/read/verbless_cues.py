"""Cues that are no verbs: "according to", "at the invitation of", "the signing of"."""

from __future__ import annotations

from collections.abc import Iterable

from communique.model import Span
from communique.read.analysis import Analysis, Token
from communique.read.cues import CueUse, Lexicon
from communique.read.extent import strip_marks, trim
from communique.read.frames import nominal_modifier

_OWNERS = frozenset({"his", "her", "their"})  # "in *his* view"


def according_to(analysis: Analysis, words: Lexicon) -> Iterable[CueUse]:
    """ "Trade is growing, according to the minister": the rest of the sentence is the content."""
    for sentence in analysis.prose():
        lowered = analysis.text[sentence.start : sentence.end].lower()
        for phrase in words.according_to:
            position = lowered.find(phrase)
            if position < 0 or len(lowered) != sentence.end - sentence.start:
                continue
            cue = Span(sentence.start + position, sentence.start + position + len(phrase))
            owner = next((t for t in analysis.between(cue.start, cue.end) if t.lower in _OWNERS), None)
            source = owner or _head_of(analysis, analysis.between(cue.end, sentence.end))
            if source is None:
                continue
            rest = _beside(analysis, sentence.start, sentence.end, cue, source)
            if rest is not None:
                first = analysis.between(cue.start, cue.end)[0].index
                head = analysis.head_of(rest)
                yield CueUse(first, "content", cue, source.index, rest, head=head.index if head is not None else None)


def _head_of(analysis: Analysis, tokens: tuple[Token, ...]) -> Token | None:
    return next(
        (token for token in tokens if token.upos in {"NOUN", "PROPN", "PRON"} and token.deprel != "compound"), None
    )


def _beside(analysis: Analysis, start: int, end: int, cue: Span, source: Token) -> Span | None:
    if cue.start - start > 3:
        return strip_marks(analysis.text, start, cue.start)
    after = max(cue.end, analysis.subtree(source.index)[-1].end)
    return strip_marks(analysis.text, after, end) if end - after > 3 else None


def invitations(analysis: Analysis) -> Iterable[CueUse]:
    """ "at the invitation of X", "at X's invitation": X invited, to what the clause tells."""
    for token in analysis.tokens:
        if token.lemma.lower() != "invitation" or analysis.preposition(token.index) not in {"at", "upon", "on"}:
            continue
        host = nominal_modifier(analysis, token.index, "of")
        hosts = analysis.dependents(token.index, "nmod:poss")
        source = host or (hosts[0] if hosts else None)
        if source is not None:
            yield CueUse(token.index, "invite", token.span, source.index, _invited_to(analysis, token))


def signings(analysis: Analysis) -> Iterable[CueUse]:
    """ "witnessed the signing of X": both sides agreed on X."""
    for token in analysis.tokens:
        signed = (
            nominal_modifier(analysis, token.index, "of") if token.lower == "signing" and token.upos == "NOUN" else None
        )
        if signed is not None:
            content = trim(analysis, analysis.subtree(signed.index), without=("case",), head=signed.index)
            yield CueUse(
                token.index, "agree", token.span, None, content, head=signed.index, joint=True, impersonal=True
            )


def _invited_to(analysis: Analysis, invitation: Token) -> Span | None:
    """The visit that the sentence around "at the invitation of" tells of, up to or from that phrase on."""
    sentence = analysis.sentences[invitation.sentence]
    inside = {token.index for token in analysis.subtree(invitation.index)}
    visits = [
        t for t in analysis.words(sentence) if t.lemma.lower() in {"visit", "trip", "tour"} and t.index not in inside
    ]
    if not visits:
        return None
    visit = min(visits, key=lambda token: abs(token.index - invitation.index))
    first = analysis.subtree(visit.index)[0] if analysis.subtree(visit.index)[0].index > visit.index - 5 else visit
    if visit.index < invitation.index:
        return strip_marks(analysis.text, first.start, analysis.tokens[min(inside)].start)
    return trim(analysis, [t for t in analysis.subtree(visit.index) if t.index not in inside])
