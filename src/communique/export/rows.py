"""What is exported: every item with its report and, where it has one, its id across reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.model import Encounter, Person
from communique.model.reading import Item

if TYPE_CHECKING:
    from communique.store import Record, ReportHead

KINDS = ("people", "encounters", "statements", "figures", "undertakings", "dates")


@dataclass(frozen=True, slots=True)
class ExportRow:
    """An item of one report. `known` is the id of the person or encounter across reports: rows that share it are
    one and the same."""

    kind: str
    report: ReportHead
    item: Item
    known: str | None = None


def rows(record: Record, kind: str) -> Iterator[ExportRow]:
    """Every item of a kind, in order of publication."""
    encounters = _encounter_ids(record) if kind == "encounters" else {}
    for held in record.items(kind):
        known = None
        if isinstance(held.item, Encounter):
            evidence = held.item.evidence
            known = encounters.get((evidence.report, evidence.start, evidence.end))
        elif isinstance(held.item, Person):
            known = record.person_of(held.report.id, held.item.name)
        yield ExportRow(kind, held.report, held.item, known)


def _encounter_ids(record: Record) -> dict[tuple[str, int, int], str]:
    return {(e.report, e.start, e.end): known.id for known in record.encounters() for e in known.evidence}
