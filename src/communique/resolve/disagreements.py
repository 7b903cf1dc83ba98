"""Reports that differ about the same fact. All versions are kept and shown; nothing is averaged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from communique.model import Disagreement, Encounter, Evidence, Figure
from communique.resolve.days import range_of, within
from communique.resolve.encounters import Occasion
from communique.resolve.folding import words
from communique.resolve.grouping import pairs_sharing
from communique.resolve.identity import Days, identifier, place
from communique.resolve.measures import Measure, measure_of
from communique.resolve.occasion import Parties, between
from communique.resolve.resolution import Told
from communique.resolve.rounding import differ, shown

TOGETHER = 3  # days within which reports that name no period speak of the same event
SHARED_WORDS = 2  # words that two measures outside the vocabulary must have in common


@dataclass(frozen=True)
class Claim:
    """A figure as one report gives it."""

    figure: Figure
    measure: Measure
    parties: Parties
    published: str | None
    beside: frozenset[float]  # the other values of this unit in the same report

    @property
    def report(self) -> str:
        return self.figure.evidence.report

    @property
    def value(self) -> float:
        return self.figure.value or 0.0


def resolve_disagreements(told: Sequence[Told], occasions: Sequence[Occasion]) -> tuple[Disagreement, ...]:
    """Every disagreement about a figure or about the day of an encounter."""
    days: Days = {one.reading.report: one.published for one in told}
    found = [*_about_figures(told, occasions, days), *_about_days(occasions, days)]
    return tuple(sorted(found, key=lambda one: (one.about, one.field, one.id)))


def _about_figures(told: Sequence[Told], occasions: Iterable[Occasion], days: Days) -> Iterator[Disagreement]:
    claims = [claim for one in told for claim in _claims(one)]
    claims.sort(key=lambda claim: (place(claim.figure.evidence, days), claim.measure.name, claim.value))
    shared = _told_together(occasions)
    pairs = [
        (first, second)
        for first, second in sorted(pairs_sharing({node: _keys(claim) for node, claim in enumerate(claims)}))
        if contradict(claims[first], claims[second], lambda a, b: frozenset((a, b)) in shared)
    ]
    for group in _hanging_together(pairs):
        yield _of_claims([claims[node] for node in group], days)


def contradict(first: Claim, second: Claim, together: Callable[[str, str], bool]) -> bool:
    """Whether two reports give different values for what is plainly one quantity."""
    if first.report == second.report or first.figure.status != second.figure.status:
        return False
    if first.value in second.beside or second.value in first.beside:  # one of them knows of both values
        return False
    same = _same_measure(first, second) and _same_period(first, second, together)
    return same and differ(first.figure, second.figure)


def _same_measure(first: Claim, second: Claim) -> bool:
    if first.measure.known or second.measure.known:
        return first.measure == second.measure
    one, other = set(words(first.measure.name)), set(words(second.measure.name))
    return (one <= other or other <= one) and len(one & other) >= SHARED_WORDS


def _same_period(first: Claim, second: Claim, together: Callable[[str, str], bool]) -> bool:
    """The same period by name; where one names none, reports of one occasion or of the same few days."""
    one, other = range_of(first.figure.period), range_of(second.figure.period)
    if one and other:
        return one == other
    if together(first.report, second.report):
        return True
    days = range_of(first.published), range_of(second.published)
    return bool(days[0] and days[1] and abs((days[0][0] - days[1][0]).days) <= TOGETHER)


def _claims(one: Told) -> Iterator[Claim]:
    for figure in one.reading.figures:
        measure = measure_of(figure.measure, figure.unit)
        if measure is None or figure.value is None or figure.unit is None:
            continue
        parties = between(figure.parties, one.reading) if measure.bilateral else tuple(sorted(set(figure.parties)))
        beside = frozenset(
            other.value for other in one.reading.figures if other.unit == figure.unit and other.value is not None
        )
        if parties:
            yield Claim(figure, measure, parties, one.published, beside)


def _keys(claim: Claim) -> list[tuple[object, ...]]:
    """Where to look for claims about the same thing: its unit and parties in the period, or in the same weeks."""
    thing = (claim.figure.unit, claim.parties)
    period, published = range_of(claim.figure.period), range_of(claim.published)
    keys: list[tuple[object, ...]] = [(*thing, "period", period)] if period else []
    if published:
        week = published[0].toordinal() // 7
        keys.extend((*thing, "week", near) for near in (week, week + 1))
    return keys


def _told_together(occasions: Iterable[Occasion]) -> set[frozenset[str]]:
    """The pairs of reports that tell of one occasion."""
    together = (sorted({telling.evidence.report for telling in occasion.tellings}) for occasion in occasions)
    return {frozenset(pair) for reports in together for pair in combinations(reports, 2)}


def _hanging_together(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The nodes that pairs connect, directly or by way of others."""
    group_of: dict[int, set[int]] = {}
    for first, second in pairs:
        joined = group_of.get(first, {first}) | group_of.get(second, {second})
        group_of.update(dict.fromkeys(joined, joined))
    return sorted({tuple(sorted(group)): sorted(group) for group in group_of.values()}.values())


def _of_claims(claims: Sequence[Claim], days: Days) -> Disagreement:
    parties = "–".join(claims[0].parties)
    period = next((claim.figure.period for claim in claims if range_of(claim.figure.period)), None)
    about = " ".join(filter(None, (_shown_measure(claims), parties, period)))
    values = [(f"{shown(claim.value)} {claim.figure.unit}", claim.figure.evidence) for claim in claims]
    return _disagreement(about, "value", values, days)


def _shown_measure(claims: Sequence[Claim]) -> str:
    """The measure's name in the vocabulary, else in the words of the report that puts it most shortly."""
    if claims[0].measure.known:
        return claims[0].measure.name
    printed = {claim.figure.measure for claim in claims if claim.figure.measure}
    return min(printed, key=lambda words: (len(words), words))


def _about_days(occasions: Iterable[Occasion], days: Days) -> Iterator[Disagreement]:
    """Encounters that different reports put on different days."""
    for occasion in occasions:
        dated = [telling for telling in occasion.tellings if telling.start]
        if any(_days_differ(first, second) for first, second in combinations(dated, 2)):
            known = occasion.known.encounter
            about = " ".join(filter(None, (known.type, "–".join(sorted(known.parties)), known.place)))
            values = [(telling.start or "", telling.evidence) for telling in dated]
            yield _disagreement(about, "start", values, days, occasion.known.id)


def _days_differ(first: Encounter, second: Encounter) -> bool:
    one, other = range_of(first.start), range_of(second.start)
    return one is not None and other is not None and not within(one, other)


def _disagreement(
    about: str, field: str, values: Sequence[tuple[str, Evidence]], days: Days, *more: str
) -> Disagreement:
    ordered = sorted(values, key=lambda value: (place(value[1], days), value[0]))
    first = ordered[0][1]
    found = identifier("disagreement", about, field, first.report, first.start, *more)
    return Disagreement(found, about, field, tuple(ordered))
