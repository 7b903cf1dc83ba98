"""Quantities in the notation of the NewsQuant yardstick: the reader's own parts, under the yardstick's unit names.

The yardstick counts every quantity, figures or not ("the two sides", "ten years"), so the quantities are taken as the
grammar places them in their sentence, before the reader chooses what is a figure. Units are renamed by a table, and a
count's concepts are whose it is, since its noun is already the unit; nothing else is done for the yardstick.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from communique.model import Report, Span
from communique.read.analysis import Analysis, Token
from communique.read.dates import read_dates
from communique.read.encoder import analyse
from communique.read.figures.changes import direction_of, is_start_of_move, own_change
from communique.read.figures.counted import singular
from communique.read.figures.measurable import is_elliptical
from communique.read.figures.measure import Measures
from communique.read.figures.placed import Placed, ancestors, is_label, noun_after, place_quantities
from communique.read.figures.rates import rate_of

# How far apart both ends of a move may stand, in tokens.
REACH = 10
_SYMBOLS = {"about": "~", "more": ">", "at least": ">", "less": "<", "at most": "<", "exact": "="}
_FUNCTION_WORDS = frozenset({"ADP", "DET", "PUNCT", "CCONJ", "PRON", "PART", "AUX", "SCONJ", "ADV", "NUM"})


@dataclass(frozen=True, slots=True)
class Notation:
    """One quantity as NewsQuant writes it."""

    value: float | tuple[float, float]
    unit: str
    change: str
    concepts: tuple[str, ...]


def notations(text: str) -> tuple[Notation, ...]:
    """Every quantity of one sentence."""
    report = Report("sentence", text)
    analysis = analyse(report)
    dates = [Span(d.evidence.start, d.evidence.end) for d in read_dates(analysis, None, report.id)]
    found = _with_moves(analysis, [p for p in place_quantities(analysis, "US", (), ()) if _counts(analysis, p, dates)])
    quantities = frozenset(analysis.tokens[i] for p in found for i in range(p.first, p.last))
    boundary = quantities.union(*(analysis.between(date.start, date.end) for date in dates))
    measures = Measures(analysis, boundary.__contains__, quantities.__contains__)
    return tuple(
        Notation(_value(p), _unit(analysis, p), _change(analysis, p), _concepts(analysis, p, measures)) for p in found
    )


def _counts(analysis: Analysis, placed: Placed, dates: list[Span]) -> bool:
    """Whether a quantity has a unit or a noun and is no date or label; of stretches of time, dates have days."""
    in_date = [date for date in dates if date.overlaps(placed.span)]
    if placed.quantity.kind == "time":
        return not any(len(word) == 4 and word.isdigit() for date in in_date for word in date.of(analysis.text).split())
    if in_date or (placed.quantity.kind == "count" and is_label(analysis, placed)):
        return False
    told = placed.counted is not None or _is_amount(placed) or is_elliptical(analysis, placed)
    return placed.quantity.kind != "count" or told


def _with_moves(analysis: Analysis, found: list[Placed]) -> list[Placed]:
    """Both ends of a move as the one pair that the yardstick makes of them: "from $36 at noon to $34"."""
    kept: list[Placed] = []
    for placed in found:
        before = kept[-1] if kept else None
        if before is not None and _is_goal(analysis, before, placed):
            ends = before.quantity.value or 0, placed.quantity.value or 0
            kept[-1] = replace(before, quantity=replace(before.quantity, value=None, ends=ends))
        else:
            kept.append(placed)
    return kept


def _is_goal(analysis: Analysis, start: Placed, placed: Placed) -> bool:
    if start.quantity.value is None or placed.quantity.value is None or not is_start_of_move(analysis, start):
        return False
    before = analysis.tokens[placed.first - 1].lower if placed.first else ""
    same = placed.quantity.unit_name in {start.quantity.unit_name, None}
    return before == "to" and same and placed.first - start.last < REACH


def _is_amount(placed: Placed) -> bool:
    """Whether a number without a noun is more than a label: it has decimals or thousands, or moves."""
    value = placed.quantity.value or 0
    if placed.quantity.ends is not None:
        return True
    return placed.quantity.movable or (bool(placed.quantity.printed) and (value != int(value) or value >= 1000))


def _value(placed: Placed) -> float | tuple[float, float]:
    """In parts of a currency where they are named ("cents"), and shares as fractions."""
    quantity = placed.quantity
    scale = 0.01 if quantity.kind == "share" else 1 / quantity.part
    low, high = quantity.ends or (quantity.value or 0, 0)
    return (low * scale, high * scale) if quantity.ends else low * scale


def _unit(analysis: Analysis, placed: Placed) -> str:
    quantity = placed.quantity
    if quantity.kind == "count":
        name = _counted(analysis, placed, placed.counted)
    elif quantity.kind == "money":
        name = _part_of_money(analysis, placed) or _currency(quantity.unit or "")
    elif quantity.kind == "share":
        name = _share(analysis, placed)
    else:
        name = _names("units").get(quantity.unit_name or "") or quantity.unit_name or "-"
    if analysis.text[placed.span.end : placed.span.end + 4].lower().lstrip(" -") in {"old", "ol"}:
        return f"{name} of age"
    rate = rate_of(analysis, placed)
    return f"{name} per {_names('units').get(rate, rate)}" if rate else name


def _share(analysis: Analysis, placed: Placed) -> str:
    """A fraction in words is named by what it is a fraction of."""
    of = analysis.tokens[placed.last : placed.last + 1]
    noun = noun_after(analysis, placed.last + 1 if of and of[0].lower == "of" else placed.last)
    if noun is None:
        return "% -"
    first = placed.last + (1 if of and of[0].lower == "of" else 0)
    words = [t.lower for t in analysis.tokens[first : noun.index] if t.upos in {"ADJ", "NOUN", "PROPN"}]
    return " ".join(["%", *words, noun.lower])


def _part_of_money(analysis: Analysis, placed: Placed) -> str | None:
    return analysis.tokens[placed.last - 1].lemma.lower() if placed.quantity.part != 1 else None


def _counted(analysis: Analysis, placed: Placed, noun: Token | None) -> str:
    """The counted noun with the words between it and its number."""
    if noun is None:
        return "-"
    between = analysis.tokens[placed.last : noun.index]
    words = [t.lemma.lower() for t in between if t.upos not in _FUNCTION_WORDS | {"VERB"} or t.text == "-"]
    single = "people" if noun.lower == "people" else singular(noun).lower()
    name = " ".join([*words, single]).replace(" - ", "-")
    return _names("nouns").get(name, name)


def _change(analysis: Analysis, placed: Placed) -> str:
    """The way of the change that a quantity is, else the hedge before it; an amount that something moved *to* the
    yardstick mostly takes for an amount like any other."""
    own = own_change(analysis, placed)
    direction = direction_of(analysis, placed) or (own.direction if own is not None else None)
    return direction or (_SYMBOLS[placed.quantity.bound] if placed.quantity.bound is not None else "=")


def _concepts(analysis: Analysis, placed: Placed, measures: Measures) -> tuple[str, ...]:
    """The words of what is measured, of which a counted noun is none, and of the clause's subject."""
    measure = measures.of(placed)
    spans = [*(measure.spans if measure is not None else ()), *_subject(analysis, placed)]
    unit = range(placed.first, placed.counted.index + 1 if placed.counted is not None else placed.last)
    tokens = [token for span in spans for token in analysis.between(span.start, span.end)]
    words = [t.text for t in tokens if t.upos not in _FUNCTION_WORDS and t.upos != "VERB" and t.index not in unit]
    return tuple(dict.fromkeys(words))


def _subject(analysis: Analysis, placed: Placed) -> tuple[Span, ...]:
    """The subject of the clause that a quantity stands in; nothing where it is the quantity or a pronoun."""
    start = placed.counted.index if placed.counted is not None else placed.top
    for token in (analysis.tokens[start], *ancestors(analysis, start)):
        clause = analysis.clause_of.get(token.index)
        if clause is None or clause.subject is None:
            continue
        subject = analysis.tokens[clause.subject]
        if subject.lower in {"which", "that", "who"} and token.deprel.startswith("acl"):
            subject = analysis.tokens[token.head]
        if subject.upos in {"PRON", "DET"} or subject.index == start:
            continue
        return (analysis.phrase(subject.index, "acl:relcl", "acl", "appos", "det", "punct"),)
    return ()


@cache
def _names(section: str) -> dict[str, str]:
    """The yardstick's names, by ours."""
    source = files("benchmarks").joinpath("quantity_notation.yaml")
    names: dict[str, dict[str, str]] = yaml.safe_load(source.read_text("utf8"))
    return names[section]


@cache
def _currency(code: str) -> str:
    from babel.numbers import get_currency_name

    return _names("currencies").get(code) or get_currency_name(code, 1, "en").lower()


def lines(text: str) -> Iterator[dict[str, Any]]:
    """The quantities of one sentence as the yardstick's JSON."""
    for found in notations(text):
        value = list(found.value) if isinstance(found.value, tuple) else found.value
        yield {"value": value, "unit": found.unit, "change": found.change, "concepts": list(found.concepts)}
