"""What comes of resolving: everything known across reports, and the way from each mention to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from communique.model import Disagreement, Indicator, KnownEncounter, KnownPerson, Matter, Reading


@dataclass(frozen=True, slots=True)
class Told:
    """A reading with the day on which its report was published, and who issued it."""

    reading: Reading
    published: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Everything known across reports. `mentions` leads from (report id, name in that report) to a person's id."""

    people: tuple[KnownPerson, ...] = ()
    mentions: Mapping[tuple[str, str], str] = field(default_factory=dict)
    encounters: tuple[KnownEncounter, ...] = ()
    matters: tuple[Matter, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
