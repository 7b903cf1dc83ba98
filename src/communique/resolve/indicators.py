"""Indicators: figures of one measure between the same parties, followed over time, and the gap to the target."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.model import Figure, Indicator
from communique.resolve.days import range_of
from communique.resolve.identity import UNDATED, Days, identifier, place
from communique.resolve.measures import Measure, measure_of
from communique.resolve.occasion import Parties, between
from communique.resolve.resolution import Told

_FOLLOWED = ("observed", "target")
_PART_OF_A_YEAR = re.compile(r"\d{4}-.+")


@dataclass(frozen=True, slots=True, order=True)
class Series:
    """What an indicator follows."""

    measure: str
    parties: Parties
    unit: str


def resolve_indicators(told: Sequence[Told]) -> tuple[Indicator, ...]:
    """Every series of a measure that is known to be followed, and others that reports plainly follow."""
    days: Days = {one.reading.report: one.published for one in told}
    gathered: dict[Series, list[Figure]] = {}
    known: set[Series] = set()
    for series, figure, measure in figures_by_series(told):
        gathered.setdefault(series, []).append(figure)
        if measure.known:
            known.add(series)
    return tuple(
        _indicator(series, figures, days)
        for series, figures in sorted(gathered.items())
        if series in known or _is_followed(series, figures, days)
    )


def _is_followed(series: Series, figures: Sequence[Figure], days: Days) -> bool:
    """Whether figures of a measure that the vocabulary lacks make a series: of two periods, of two values told on
    different days, or one and a target."""
    observed = [figure for figure in figures if figure.status == "observed"]
    periods = {figure.period for figure in observed if range_of(figure.period)}
    targets = any(figure.status == "target" for figure in figures)
    if len(series.measure.split()) < 2:
        return False
    return len(periods) + targets > 1 or _has_moved(observed, days)


def _has_moved(observed: Sequence[Figure], days: Days) -> bool:
    """Whether reports of different days tell different values: 212 teams, a year later 300."""
    told = {(figure.value, days.get(figure.evidence.report)) for figure in observed}
    return len({value for value, _ in told}) > 1 and len({day for _, day in told}) > 1


def figures_by_series(told: Sequence[Told]) -> Iterator[tuple[Series, Figure, Measure]]:
    """Every figure that can be followed, with what it belongs to."""
    for one in told:
        for figure in one.reading.figures:
            measure = measure_of(figure.measure, figure.unit)
            if measure is None or figure.value is None or figure.unit is None or figure.status not in _FOLLOWED:
                continue
            parties = tuple(sorted(set(figure.parties)))
            if measure.bilateral:
                parties = between(parties, one.reading)
            if parties and (len(parties) > 1 or not measure.bilateral):
                yield Series(measure.name, parties, figure.unit), figure, measure


def _indicator(series: Series, figures: list[Figure], days: Days) -> Indicator:
    def when(figure: Figure) -> tuple[str, tuple[str, str, int, int]]:
        return _ends(figure, days), place(figure.evidence, days)

    observations = tuple(sorted((one for one in figures if one.status == "observed"), key=when))
    targets = tuple(sorted((one for one in figures if one.status == "target"), key=when))
    return Indicator(
        id=identifier("indicator", series.measure, *series.parties, series.unit),
        measure=series.measure,
        parties=series.parties,
        unit=series.unit,
        observations=observations,
        targets=targets,
        gap=_gap(observations, targets),
    )


def _ends(figure: Figure, days: Days) -> str:
    """The last day of the figure's period; without one, the day on which it was reported."""
    period = range_of(figure.period)
    return period[1].isoformat() if period else days.get(figure.evidence.report) or UNDATED


def _gap(observations: Sequence[Figure], targets: Sequence[Figure]) -> float | None:
    """The latest target less the latest observation. Months or quarters do not compare with a year's target."""
    whole = [one for one in observations if not _PART_OF_A_YEAR.fullmatch(one.period or "")]
    if not whole or not targets:
        return None
    target, observed = targets[-1].value, whole[-1].value
    return None if target is None or observed is None else round(target - observed, 6)
