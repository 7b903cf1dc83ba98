"""What a commitment or a request hangs on: its conditions, its term and its figures, linked to the statement."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from communique.model import Act, DateExpression, Evidence, Figure, Report, Span, Statement
from communique.read.analysis import Analysis
from communique.read.undertaking_terms import Setting, as_term, runs_from_elsewhere
from communique.vocabulary import load_yaml

# Acts that something is to follow from; of others, those that tell of what will be.
_BINDING: frozenset[Act] = frozenset({"request", "propose", "commit", "agree", "invite", "reject"})
_TELLING: frozenset[Act] = frozenset({"assess", "inform"})
_TO_COME = re.compile(r"\b(?:will|would|shall)\b", re.IGNORECASE)
_TERMS = {"by", "until", "before", "within", "end"}
_GAP = 24  # characters between what was said and a condition behind it: ", she added, "
_MANY_SENSED = {"once", "pending", "provided"}  # also "once a year", "pending papers"
_MONTH_OR_DAY = re.compile(r"\d{4}-\d\d(?:-(?!29)\d\d)?")  # not a day that the next year may lack
_BEFORE = 20  # characters before a date in which "no later than" may stand
_CLOSING = re.compile(r"[;:.!?…”\"–—]|,(?=\s)|\s-\s")


def with_links(
    statements: tuple[Statement, ...],
    analysis: Analysis,
    report: Report,
    dates: tuple[DateExpression, ...],
    figures: tuple[Figure, ...],
) -> tuple[Statement, ...]:
    """The statements, those that bind with their conditions, their term and the values of their figures.

    A date inside a condition is no term, and a figure inside one is no part of what was promised.
    """
    linker = _Linker(analysis, report, dates, figures)
    return tuple(linker.linked(s) if _binds(s) else s for s in statements)


def _binds(statement: Statement) -> bool:
    if statement.content_span is None:
        return False
    to_come = statement.act in _TELLING and _TO_COME.search(statement.content) is not None
    return statement.act in _BINDING or to_come


@dataclass(frozen=True, slots=True)
class _Linker:
    analysis: Analysis
    report: Report
    dates: tuple[DateExpression, ...]
    figures: tuple[Figure, ...]

    def linked(self, statement: Statement) -> Statement:
        assert statement.content_span is not None
        content = Span(*statement.content_span)
        conditions = self._conditions(content)
        return replace(
            statement,
            conditions=tuple(Evidence(self.report.id, c.start, c.end, c.of(self.analysis.text)) for c in conditions),
            due=self._due(content, conditions),
            figures=tuple(
                figure.value
                for figure in self.figures
                if figure.value is not None and _is_of(figure.evidence.span, content, conditions)
            ),
        )

    def _conditions(self, content: Span) -> tuple[Span, ...]:
        """The conditions in what was said, and the one that follows it in the same sentence."""
        sentence = self.analysis.sentence_at(content.start)
        if sentence is None:
            return ()
        text = self.analysis.text
        found: list[Span] = []
        for match in _openings().finditer(text, content.start, sentence.end):
            start = match.start()
            inside = start < content.end
            reached = inside or (start <= content.end + _GAP and " and " not in text[content.end : start])
            if match["never"] or not reached or (found and start < found[-1].end):
                continue
            span = self._clause(start, match.end(), content.end if inside else sentence.end)
            if span is not None:
                found.append(span)
        return tuple(found)

    def _clause(self, start: int, behind: int, limit: int) -> Span | None:
        """From the opening to the end of what it opens: its words in the sentence's tree, else up to the next stop."""
        opening = self.analysis.between(start, behind)
        if not opening or (opening[0].lower in _MANY_SENSED and opening[0].deprel in {"advmod", "amod"}):
            return None
        closing = _CLOSING.search(self.analysis.text, behind, limit)
        end = closing.start() if closing else limit
        below = self.analysis.subtree(self.analysis.tokens[opening[0].index].head)
        within = [t for t in below if t.end <= limit and t.upos != "PUNCT"]
        if below[0].start == opening[0].start and within:
            end = max(end, within[-1].end)
        text = self.analysis.text[start:end].rstrip(" ,;\n")
        return Span(start, start + len(text)) if start + len(text) > behind else None

    def _due(self, content: Span, conditions: tuple[Span, ...]) -> str | None:
        """The term that what was said names: "by the end of this year", "no later than August 31"; the length of time
        where it runs from a day that is not known."""
        dated = (d for d in self.dates if d.value[:1] in "0123456789P")
        own = [d for d in dated if _is_of(d.evidence.span, content, conditions)]
        terms = [d for d in own if d.modality in _TERMS or self._is_latest(d)]
        if not terms:
            return None
        if runs_from_elsewhere(self.analysis.text, terms[0]):
            return terms[0].value
        term = as_term(terms[0], "agreed", Setting(self.dates, self.report.published))
        return self._to_come(term) if terms[0].inferred else term

    def _to_come(self, term: str | None) -> str | None:
        """A term without a year lies ahead: "would open by October" is not last October."""
        published = self.report.published
        if term is None or published is None or not _MONTH_OR_DAY.fullmatch(term) or term >= published[: len(term)]:
            return term
        ahead = f"{int(term[:4]) + 1}{term[4:]}"
        return ahead if published[:4] == ahead[:4] else term

    def _is_latest(self, date: DateExpression) -> bool:
        before = self.analysis.text[max(0, date.evidence.start - _BEFORE) : date.evidence.start].lower().rstrip()
        return before.endswith(tuple(_latest()))


def _is_of(span: Span, content: Span, conditions: tuple[Span, ...]) -> bool:
    return content.covers(span) and not any(condition.overlaps(span) for condition in conditions)


@cache
def _latest() -> tuple[str, ...]:
    """Words behind which a date is a term ("no later than")."""
    return tuple(load_yaml("conditions.yaml")["terms"])


@cache
def _openings() -> re.Pattern[str]:
    """Any opening of a condition; `never` is set where the words open none."""
    data = load_yaml("conditions.yaml")

    def either(phrases: list[str]) -> str:
        longest_first = sorted(phrases, key=len, reverse=True)
        return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)

    return re.compile(
        rf"\b(?:(?P<never>{either(data['never'])})|(?P<opening>{either(data['openings'])}))\b", re.IGNORECASE
    )
