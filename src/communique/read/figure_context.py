"""Figures in the context of their report: whose they are, and whether a proposal aims at them."""

from __future__ import annotations

import re
from dataclasses import replace

from communique.model import Figure, FigureStatus, Span, Statement
from communique.read.analysis import Analysis
from communique.read.figure_parties import concerned
from communique.read.people import Cast

_TOGETHER = re.compile(
    r"\b(?:two-way|bilateral|mutual|joint|between the two|both (?:sides|countries|nations)|trade|turnover)\b",
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
            parties=concerned(figure, statements, analysis, cast),
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
