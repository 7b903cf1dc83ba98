"""Names on the grammar's tokens: what is proper in the phrases that the names head marks.

The head marks whole noun phrases ("the new Vietnamese Ambassador to Cambodia, Nguyễn Minh Vũ") with their type; a
name is the run of proper nouns in it, with the small words that bind the names of bodies and places ("the *University
of Natural Resources*").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from communique.read.analysis import Analysis, Name, NameType, Token
from communique.read.encoder.tagger import TaggedSpan

_TYPES: dict[str, NameType] = {
    "person": "person",
    "place": "place",
    "organization": "organisation",
    "event": "event",
    "other": "other",
}
_BINDING = {"of", "the", "for", "and", "on", "&"}


def named(analysis: Analysis, marked: Iterable[TaggedSpan]) -> Iterator[Name]:
    """The names in the marked phrases, in their order; a phrase without a proper noun has none."""
    for phrase in marked:
        kind = _TYPES.get(phrase.role)
        run = _run(analysis.between(phrase.span.start, phrase.span.end), kind != "person") if kind else []
        if kind and run:
            start, end = run[0].start, run[-1].end
            yield Name(kind, start, end, run[0].index, run[-1].index + 1, analysis.text[start:end])


def _run(tokens: Sequence[Token], binds: bool) -> list[Token]:
    """The first run of capitalised proper nouns, over small words between them where they may bind."""
    run: list[Token] = []
    between: list[Token] = []
    for token in tokens:
        if token.upos == "PROPN" and token.text[0].isupper():
            run.extend([*between, token])
            between = []
        elif run and binds and token.lower in _BINDING:
            between.append(token)
        elif run:
            break
    return run
