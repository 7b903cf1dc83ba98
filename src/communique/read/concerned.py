"""Which parties a figure concerns: those named with it, or both sides of a report where it is theirs in common."""

from __future__ import annotations

import re
from dataclasses import replace

from communique.model import Figure, Statement
from communique.read.analysis import Analysis
from communique.read.people import Cast

_TOGETHER = re.compile(
    r"\b(?:two-way|bilateral|mutual|joint|between the two|both (?:sides|countries|nations)|trade|turnover)\b",
    re.IGNORECASE,
)


def with_parties(
    figures: tuple[Figure, ...], statements: tuple[Statement, ...], analysis: Analysis, cast: Cast
) -> tuple[Figure, ...]:
    """The figures with the parties that each concerns, in the report's order of its sides."""
    return tuple(replace(figure, parties=_parties(figure, statements, analysis, cast)) for figure in figures)


def _parties(figure: Figure, statements: tuple[Statement, ...], analysis: Analysis, cast: Cast) -> tuple[str, ...]:
    sentence = analysis.sentence_at(figure.evidence.start)
    named = cast.parties_in(sentence.span) if sentence else ()
    sides = cast.main_parties if len(cast.main_parties) == 2 else ()
    money = figure.unit is not None and len(figure.unit) == 3 and figure.unit.isupper()
    if sides and set(named) <= set(sides) and (money or _TOGETHER.search(figure.measure or "")):
        return sides
    if named:
        return named
    return _by_statement(figure, statements)


def _by_statement(figure: Figure, statements: tuple[Statement, ...]) -> tuple[str, ...]:
    """Who said it to whom, where the sentence names no party."""
    for statement in statements:
        if statement.evidence.span.covers(figure.evidence.span):
            return tuple(dict.fromkeys((*statement.speaker_parties, *statement.addressee_parties)))
    return ()
