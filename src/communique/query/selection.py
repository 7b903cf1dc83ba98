"""What of the material belongs to a pair."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from communique.model import (
    Evidence,
    Figure,
    KnownEncounter,
    KnownPerson,
    Statement,
    Undertaking,
)
from communique.query.answers import Answers
from communique.query.asking import without_pieces
from communique.query.citing import Citing, Place, place_of
from communique.query.material import Material
from communique.query.pair import Pair, belongs, occasion_of


@dataclass(frozen=True)
class Selection:
    """The pair's part of the material, from reports published on `since` or later, as it stands on `today`."""

    material: Material
    pair: Pair
    today: str
    since: str | None = None

    @cached_property
    def citing(self) -> Citing:
        return Citing(self.material.reports)

    @cached_property
    def occasions(self) -> dict[str, frozenset[str]]:
        """By report, the parties of the occasion that it is about, where that is the pair's."""
        return {r.report: occasion_of(r.encounters, self.pair) for r in self.material.readings}

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        return without_pieces(item for item in self.material.statements() if self._takes(item))

    @cached_property
    def undertakings(self) -> tuple[Undertaking, ...]:
        return tuple(item for item in self.material.undertakings() if self._takes(item))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(item for item in self.material.figures() if self._takes(item))

    @cached_property
    def encounters(self) -> tuple[KnownEncounter, ...]:
        """Distinct occasions of the pair, oldest first, those of no known day last."""
        found = [known for known in self.material.encounters if self._takes_encounter(known)]
        return tuple(sorted(found, key=lambda k: (self.day_of(k) or "9999", self.citing.when(k.encounter.evidence))))

    @cached_property
    def reports(self) -> frozenset[str]:
        """The reports in which anything belongs to the pair."""
        return frozenset(evidence.report for evidence in self.evidence()) & self._recent

    def evidence(self) -> Iterator[Evidence]:
        """Every piece of evidence that belongs to the pair."""
        for known in self.encounters:
            yield from known.evidence
        yield from (item.evidence for item in self.statements)
        yield from (item.evidence for item in self.undertakings)
        yield from (item.evidence for item in self.figures)

    @cached_property
    def people(self) -> tuple[KnownPerson, ...]:
        """Those who stand for one of the two parties and are named in the pair's reports."""
        return tuple(
            person
            for person in self.material.people
            if person.country in self.pair.codes and any(e.report in self.reports for e in person.evidence)
        )

    @cached_property
    def answers(self) -> Answers:
        """What the pair's later words and deeds say of what was asked and promised."""
        return Answers(self.statements, self.undertakings, self.citing, self.figures, self.encounters)

    @cached_property
    def places(self) -> frozenset[Place]:
        """Where everything that belongs to the pair stands."""
        return frozenset(place_of(evidence) for evidence in self.evidence())

    @cached_property
    def _recent(self) -> frozenset[str]:
        reports = self.material.reports.items()
        return frozenset(key for key, report in reports if not self.since or (report.published or "") >= self.since)

    def _takes(self, item: Statement | Undertaking | Figure) -> bool:
        report = item.evidence.report
        return report in self._recent and belongs(item, self.pair, self.occasions.get(report, frozenset()))

    def _takes_encounter(self, known: KnownEncounter) -> bool:
        return any(e.report in self._recent for e in known.evidence) and belongs(known.encounter, self.pair)

    def day_of(self, known: KnownEncounter) -> str:
        """The day that an occasion is sorted under: its own or, where none is known, its first report's."""
        own = known.encounter.start or known.encounter.end or ""
        return (
            own
            if own[:4].isdigit() and len(own) >= 4
            else min((self.citing.published(e) for e in known.evidence), default="")
        )
