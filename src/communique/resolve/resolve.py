"""Everything that holds across reports, from the readings of all of them. The order of the readings is no matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from communique.model import Judgement
from communique.resolve.disagreements import resolve_disagreements
from communique.resolve.encounters import resolve_encounters
from communique.resolve.indicators import resolve_indicators
from communique.resolve.matters import resolve_matters
from communique.resolve.people import solve_people
from communique.resolve.resolution import Resolution, Solved, Told


def resolve_all(
    told: Iterable[Told],
    judgements: Sequence[Judgement] = (),
    as_of: str | None = None,
    solved: Mapping[str, Solved] | None = None,
) -> Resolution:
    """Resolve all readings. `as_of` is the day for which states hold: by default that of the newest report.

    `solved` are blocks of people from an earlier resolving, by signature; those that stayed as they were are kept.
    """
    held = sorted(told, key=lambda one: one.reading.report)
    day = as_of or max((one.published for one in held if one.published), default=None)
    people = Resolution(solve_people(held, judgements, solved or {}))
    occasions = resolve_encounters(held, people.people, people.mentions)
    return Resolution(
        solved=people.solved,
        encounters=tuple(occasion.known for occasion in occasions),
        matters=resolve_matters(held, day),
        indicators=resolve_indicators(held),
        disagreements=resolve_disagreements(held, occasions),
    )
