"""Reports that differ about the same fact. Both are kept and shown; nothing is averaged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import floor, log10

from communique.model import Disagreement, Encounter, Evidence, Figure
from communique.resolve.days import range_of, within
from communique.resolve.encounters import Occasion
from communique.resolve.identity import Days, identifier, place
from communique.resolve.indicators import Series, figures_by_series
from communique.resolve.resolution import Told

HEDGED = 0.05  # share by which a hedged figure ("nearly", "more than") may be off and still agree

_Value = tuple[str, Evidence]


def resolve_disagreements(told: Sequence[Told], occasions: Iterable[Occasion]) -> tuple[Disagreement, ...]:
    """Every disagreement about a figure or about the day of an encounter."""
    days: Days = {one.reading.report: one.published for one in told}
    found = [*_about_figures(told, days), *_about_days(occasions, days)]
    return tuple(sorted(found, key=lambda one: (one.about, one.field, one.id)))


def _about_figures(told: Sequence[Told], days: Days) -> Iterator[Disagreement]:
    """Observations of one series and period by different reports, with values that no rounding explains."""
    gathered: dict[tuple[Series, str], list[Figure]] = {}
    for series, figure, _ in figures_by_series(told):
        if figure.status == "observed" and figure.period:
            gathered.setdefault((series, figure.period), []).append(figure)
    for (series, period), figures in sorted(gathered.items()):
        if any(_differ(first, second) for first, second in combinations(figures, 2)):
            about = f"{series.measure} {'–'.join(series.parties)} {period}"
            values = [(f"{_shown(figure.value)} {series.unit}", figure.evidence) for figure in figures]
            yield _disagreement(about, "value", values, days)


def _differ(first: Figure, second: Figure) -> bool:
    if first.evidence.report == second.evidence.report or first.value is None or second.value is None:
        return False
    if first.approximation or second.approximation:
        return abs(first.value - second.value) > HEDGED * max(abs(first.value), abs(second.value))
    digits = min(_digits(first.value), _digits(second.value))
    return _rounded(first.value, digits) != _rounded(second.value, digits)


def _digits(value: float) -> int:
    """How many significant digits the value is printed with."""
    return max(1, len(f"{abs(value):.10g}".replace(".", "").strip("0").split("e")[0]))


def _rounded(value: float, digits: int) -> float:
    if value == 0:
        return 0.0
    return round(value, digits - 1 - floor(log10(abs(value))))


def _about_days(occasions: Iterable[Occasion], days: Days) -> Iterator[Disagreement]:
    """Encounters that different reports put on different days."""
    for occasion in occasions:
        dated = [telling for telling in occasion.tellings if telling.start]
        if any(_days_differ(first, second) for first, second in combinations(dated, 2)):
            known = occasion.known.encounter
            about = f"{known.type} {'–'.join(sorted(known.parties))}" + (f" {known.place}" if known.place else "")
            values = [(telling.start or "", telling.evidence) for telling in dated]
            yield _disagreement(about, "start", values, days, occasion.known.id)


def _days_differ(first: Encounter, second: Encounter) -> bool:
    one, other = range_of(first.start), range_of(second.start)
    return one is not None and other is not None and not within(one, other)


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:,.10g}"


def _disagreement(about: str, field: str, values: Sequence[_Value], days: Days, *more: str) -> Disagreement:
    ordered = sorted(values, key=lambda value: (place(value[1], days), value[0]))
    return Disagreement(identifier("disagreement", about, field, *more), about, field, tuple(ordered))
