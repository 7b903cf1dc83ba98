"""What comes of resolving: everything known across reports, and the way from each mention to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from communique.model import Disagreement, Indicator, KnownEncounter, KnownPerson, Matter, Reading
from communique.model.record import Suggestion
from communique.resolve.folding import fold


@dataclass(frozen=True, slots=True)
class Told:
    """A reading with the day on which its report was published, and who issued it."""

    reading: Reading
    published: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Solved:
    """A block of people solved (see `blocks`): who is in it, and who may be one with whom.

    `block` is its signature. Of a block `kept` from an earlier resolving only ids, names and countries are at hand.
    """

    block: str
    people: tuple[KnownPerson, ...] = ()
    mentions: Mapping[tuple[str, str], str] = field(default_factory=dict)
    suggestions: tuple[Suggestion, ...] = ()
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Resolution:
    """Everything known across reports, people by block."""

    solved: tuple[Solved, ...] = ()
    encounters: tuple[KnownEncounter, ...] = ()
    matters: tuple[Matter, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()

    @property
    def people(self) -> tuple[KnownPerson, ...]:
        """Everyone known, by name."""
        people = (person for block in self.solved for person in block.people)
        return tuple(sorted(people, key=lambda one: (fold(one.name), one.id)))

    @property
    def mentions(self) -> dict[tuple[str, str], str]:
        """The way from (report id, name in that report) to a person's id."""
        return {key: person for block in self.solved for key, person in block.mentions.items()}
