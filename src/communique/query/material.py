"""What a dossier is made from: reports, their items, and what is known across them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from communique.model import (
    Disagreement,
    Figure,
    Indicator,
    KnownEncounter,
    KnownPerson,
    Matter,
    Reading,
    Report,
    Statement,
    Undertaking,
)


@dataclass(frozen=True, slots=True)
class Material:
    """Reports and readings by the report's id, with what was resolved across them.

    `sources` counts the outlets that carried a report's text; a report not named there has one.
    """

    reports: Mapping[str, Report]
    readings: tuple[Reading, ...]
    people: tuple[KnownPerson, ...] = ()
    encounters: tuple[KnownEncounter, ...] = ()
    matters: tuple[Matter, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    sources: Mapping[str, int] = field(default_factory=dict)

    def statements(self) -> Iterator[Statement]:
        return (item for reading in self.readings for item in reading.statements)

    def undertakings(self) -> Iterator[Undertaking]:
        return (item for reading in self.readings for item in reading.undertakings)

    def figures(self) -> Iterator[Figure]:
        return (item for reading in self.readings for item in reading.figures)
