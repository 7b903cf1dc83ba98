"""Readings with just what a test is about. Evidence points into texts that need not exist."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from communique.model import Encounter, Evidence, Figure, Office, Person, Reading, Statement, Undertaking
from communique.model.items import Act, EncounterType, UndertakingStatus
from communique.model.reading import Item
from communique.resolve.resolution import Told

NOWHERE = Evidence("", 0, 1, "…")
_KINDS: dict[type[Item], str] = {
    Person: "people",
    Encounter: "encounters",
    Statement: "statements",
    Figure: "figures",
    Undertaking: "undertakings",
}


def told(report: str, published: str | None, *items: Item) -> Told:
    """A report with these items, each resting on a place of its own."""
    kinds: dict[str, list[Any]] = {}
    for place, item in enumerate(items):
        evidence = Evidence(report, 100 * place, 100 * place + 9, f"in {report} at {place}")
        placed: dict[str, Any] = {"evidence": evidence}
        if isinstance(item, Person):
            placed["mentions"] = (evidence,)
        kinds.setdefault(_KINDS[type(item)], []).append(replace(item, **placed))
    return Told(Reading(report, f"digest of {report}", "by hand", **{k: tuple(v) for k, v in kinds.items()}), published)


def person(name: str, country: str | None = None, office: str | None = None) -> Person:
    offices = (Office(office.replace("_", " "), office, country),) if office else ()
    return Person(name, country, offices, (NOWHERE,), NOWHERE)


def encounter(kind: EncounterType, parties: tuple[str, ...], start: str | None = None, **fields: Any) -> Encounter:
    fields = {"status": "held", "participants": (), "end": None} | fields
    return Encounter(kind, parties=parties, evidence=NOWHERE, start=start, **fields)


def statement(act: Act, speaker: str, addressee: str | None, *topics: str, due: str | None = None) -> Statement:
    addressees = (addressee,) if addressee else ()
    return Statement(act, (), (speaker,), (), addressees, act, "…", (0, 1), NOWHERE, due=due, topics=topics)


def undertaking(
    name: str, parties: tuple[str, ...], status: UndertakingStatus, *topics: str, due: str | None = None
) -> Undertaking:
    return Undertaking("project", name, parties, status, NOWHERE, due=due, topics=topics)


def figure(
    value: float, unit: str, measure: str, parties: tuple[str, ...], period: str | None = None, **fields: Any
) -> Figure:
    return Figure(value, unit, measure, NOWHERE, parties=parties, period=period, **fields)
