"""Figures in the context of their report: whose they are, and whether a proposal aims at them."""

from __future__ import annotations

import re
from dataclasses import replace

from communique.model import Figure, FigureStatus, Span, Statement
from communique.read.analysis import Analysis
from communique.read.people import Cast

_TOGETHER = re.compile(
    r"\b(?:two-way|bilateral|mutual|joint|between the two|both (?:sides|countries|nations)|trade|turnover)\b",
    re.IGNORECASE,
)
_POSSESSOR = re.compile(r"(.{2,40}?)['’]s? ")
# What one side has towards the other.
_BETWEEN_SIDES = re.compile(
    r"\b(?:trade|exports?|imports?|grants?|loans?|aid|assistance|investments?|support|contributions?|debts?|arrears)\b",
    re.IGNORECASE,
)


def in_context(
    figures: tuple[Figure, ...], statements: tuple[Statement, ...], analysis: Analysis, cast: Cast
) -> tuple[Figure, ...]:
    """The figures with the parties that each concerns, in the report's order of its sides; an amount that a
    proposal or request would bring about is a target."""
    return tuple(
        replace(
            figure,
            parties=_parties(figure, statements, analysis, cast),
            status=_status(figure, statements, analysis),
        )
        for figure in figures
    )


def _status(figure: Figure, statements: tuple[Statement, ...], analysis: Analysis) -> FigureStatus:
    if _is_aimed_at(figure, statements):
        return "target"
    return "observed" if figure.status != "observed" and _describes(figure, analysis) else figure.status


def _describes(figure: Figure, analysis: Analysis) -> bool:
    """ "the school, *the largest of the city with 6,000 students*, is to be completed by May": how large it is, told
    in an apposition, is not what is to be done."""
    for token in analysis.between(figure.evidence.start, figure.evidence.end):
        if token.upos != "NUM":
            continue
        while token.upos in {"NUM", "NOUN", "PROPN", "ADJ"} and token.head != token.index:
            if token.deprel == "appos" and token.upos != "NUM":
                return True
            token = analysis.tokens[token.head]
    return False


def _is_aimed_at(figure: Figure, statements: tuple[Statement, ...]) -> bool:
    """ "suggested the realisation of US$20 billion in two-way trade": together, and at no time already past."""
    together = figure.status == "observed" and figure.period is None and _TOGETHER.search(figure.measure or "")
    return bool(together) and any(
        statement.act in {"propose", "request"}
        and statement.content_span is not None
        and Span(*statement.content_span).covers(figure.evidence.span)
        for statement in statements
    )


def _parties(figure: Figure, statements: tuple[Statement, ...], analysis: Analysis, cast: Cast) -> tuple[str, ...]:
    """The two sides of the report, or the one of them that owns what is measured; else who the sentence names.

    On the annotated training reports the two sides are right for two figures in three, the parties that the
    sentence names for fewer than half.
    """
    sides = cast.main_parties
    if len(sides) == 2:
        return _owner(figure, analysis, cast) or sides
    sentence = analysis.sentence_at(figure.evidence.start)
    named = cast.parties_in(sentence.span) if sentence else ()
    return named or _by_statement(figure, statements)


def _owner(figure: Figure, analysis: Analysis, cast: Cast) -> tuple[str, ...]:
    """The side whose own affair is measured: "*Việt Nam's* growth"; what it trades or gives concerns both."""
    measure = figure.measure or ""
    possessor = _POSSESSOR.match(measure)
    if possessor is None or _BETWEEN_SIDES.search(measure):
        return ()
    start = analysis.text.find(measure, figure.evidence.start, figure.evidence.end)
    parties = cast.parties_in(Span(start, start + possessor.end(1))) if start >= 0 else ()
    return parties if len(parties) == 1 and parties[0] in cast.main_parties else ()


def _by_statement(figure: Figure, statements: tuple[Statement, ...]) -> tuple[str, ...]:
    """Who said it to whom, where the sentence names no party."""
    for statement in statements:
        if statement.evidence.span.covers(figure.evidence.span):
            return tuple(dict.fromkeys((*statement.speaker_parties, *statement.addressee_parties)))
    return ()
