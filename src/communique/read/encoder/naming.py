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
        tokens = analysis.between(phrase.span.start, phrase.span.end)
        run = (_of_person(tokens) if kind == "person" else _run(tokens)) if kind else []
        if kind and run:
            start, end = run[0].start, run[-1].end
            yield Name(kind, start, end, run[0].index, run[-1].index + 1, analysis.text[start:end])


def _of_person(tokens: Sequence[Token]) -> list[Token]:
    """The run of proper nouns that the phrase's head closes ("Minister of Environment *Lee White*"), else the first."""
    inside = {token.index for token in tokens}
    runs = _runs(tokens)
    heads = {token.index for token in tokens if token.head not in inside or token.head == token.index}
    return next((run for run in runs if run[-1].index in heads), next(iter(runs), []))


def _runs(tokens: Sequence[Token]) -> list[list[Token]]:
    """Runs of capitalised proper nouns that stand side by side."""
    runs: list[list[Token]] = []
    for token in tokens:
        if token.upos == "PROPN" and token.text[0].isupper():
            if runs and runs[-1][-1].index == token.index - 1:
                runs[-1].append(token)
            else:
                runs.append([token])
    return runs


def _run(tokens: Sequence[Token]) -> list[Token]:
    """The first run of capitalised proper nouns, over small words between them that bind names of bodies."""
    run: list[Token] = []
    between: list[Token] = []
    for token in tokens:
        if token.upos == "PROPN" and token.text[0].isupper():
            run.extend([*between, token])
            between = []
        elif run and token.lower in _BINDING:
            between.append(token)
        elif run:
            break
    return run
