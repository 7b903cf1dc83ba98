"""Items of a record as flat mappings: every field, the evidence spread out, and the report that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from communique.model import Encounter, EventCode, Statement
from communique.model.reading import Item

if TYPE_CHECKING:
    from communique.store import Held, Record

KINDS = ("people", "encounters", "statements", "figures", "undertakings", "dates")
Flat = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Filter:
    """What to export: kinds of items, those of reports that name all the parties, published within the days."""

    kinds: tuple[str, ...] = KINDS
    parties: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None

    def takes_day(self, published: str | None) -> bool:
        """Whether a report of that day is within the bounds; one of no known day is outside any bound."""
        if self.since is None and self.until is None:
            return True
        return published is not None and (self.since or "") <= published <= (self.until or "9999")


# The parts of an encounter's location, each a column: {column: field of `Place`}.
LOCATION = {
    "place_name": "name",
    "place_precision": "precision",
    "place_region": "region",
    "place_latitude": "latitude",
    "place_longitude": "longitude",
    "place_geonames": "geonames",
}


def _spread(location: Flat) -> Flat:
    return {column: location.get(field) for column, field in LOCATION.items()}


# The code of a statement or encounter, each part a column: {column: field of `EventCode`}.
CODE = {
    "event": "event",
    "event_quad": "quad",
    "event_mode": "mode",
    "event_contexts": "contexts",
    "event_cameo": "cameo",
    "event_basis": "basis",
}
CODED = ("encounters", "statements")


def _code(item: Item) -> Flat:
    """The columns of the item's code, empty where it is no event; none for other kinds of items."""
    from communique.read.events import code_encounter, code_statement

    found: EventCode | None
    if isinstance(item, Statement):
        found = code_statement(item)
    elif isinstance(item, Encounter):
        found = code_encounter(item)
    else:
        return {}
    coded = asdict(found) if found else {}
    return {column: coded.get(field) for column, field in CODE.items()}


def flat_items(record: Record, wanted: Filter, kind: str) -> Iterator[Flat]:
    """The items of a kind that the filter takes, in order of publication and text."""
    for held in record.items(kind, wanted.parties):
        if wanted.takes_day(held.report.published):
            yield flat(held)


def flat(held: Held[Item]) -> Flat:
    """The item's own fields, its code in the field's standards, its evidence and its report.

    `quote` is the run of the report's text from `quote_start` to `quote_end` (in Unicode code points).
    """
    fields = asdict(held.item)
    evidence = fields.pop("evidence")
    if "location" in fields:
        fields |= _spread(fields.pop("location") or {})
    report = held.report
    return (
        fields
        | _code(held.item)
        | {
            "quote": evidence["quote"],
            "quote_start": evidence["start"],
            "quote_end": evidence["end"],
            "report": report.id,
            "report_published": report.published,
            "report_title": report.title,
            "report_issuer": report.issuer,
            "url": report.url,
            "sources": max(1, len(report.sources)),
        }
    )
