"""What holds across reports: people known, encounters, matters, indicators, disagreements, judgements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.model.evidence import Evidence
from communique.model.items import Encounter, Figure, Statement, Undertaking

MatterState = Literal["raised", "discussed", "agreed", "under way", "done", "overdue"]
Decision = Literal["same", "different", "open", "accept", "reject", "correct"]


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held an office, as the reports say it: the first and the last day on which one calls the person so."""

    person: str
    office: str
    party: str | None
    first_seen: str | None
    last_seen: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of the record: `id` is permanent, `names` every form met, `reports` how many reports name them."""

    id: str
    name: str
    country: str | None
    names: tuple[str, ...]
    tenures: tuple[Tenure, ...]
    reports: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two people of the record who may be one: their ids, what speaks for it and against it, and how much in all.

    `evidence` is a place that names the first, and one that names the second; a judgement on the pair points at them.
    """

    id: str
    people: tuple[str, str]
    names: tuple[str, str]
    score: float
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]
    evidence: tuple[Evidence, Evidence]


@dataclass(frozen=True, slots=True)
class KnownEncounter:
    """One occasion, however many reports tell of it: the fullest reading of it, and every place that tells it."""

    id: str
    encounter: Encounter
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """A subject followed between parties over time: its statements and undertakings, oldest first."""

    id: str
    parties: tuple[str, ...]
    topic: str
    state: MatterState
    statements: tuple[Statement, ...]
    undertakings: tuple[Undertaking, ...]


@dataclass(frozen=True, slots=True)
class Indicator:
    """A measured thing followed over time: observations and targets of one measure, parties and unit.

    `gap` is the latest target less the latest observation, in `unit`; None where either is missing.
    """

    id: str
    measure: str
    parties: tuple[str, ...]
    unit: str
    observations: tuple[Figure, ...]
    targets: tuple[Figure, ...]
    gap: float | None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Reports that differ about the same fact: the field in question, and each value with its evidence."""

    id: str
    about: str
    field: str
    values: tuple[tuple[str, Evidence], ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A reviewer's decision on items named by their evidence; appended, never overwritten.

    Of two people: "same", "different", or "open" again, which takes back what was decided on them before.
    """

    decision: Decision
    subject: Evidence
    object: Evidence | None
    reviewer: str
    at: str
    note: str | None = None
