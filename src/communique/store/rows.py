"""Between the model's dataclasses and rows of tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any

from communique.model import (
    DateExpression,
    Encounter,
    Figure,
    Mark,
    Person,
    Reading,
    Report,
    Statement,
    Undertaking,
)
from communique.model.reading import Item

if TYPE_CHECKING:
    from pydantic import TypeAdapter

KINDS: dict[str, type[Item]] = {
    "people": Person,
    "encounters": Encounter,
    "statements": Statement,
    "figures": Figure,
    "undertakings": Undertaking,
    "dates": DateExpression,
}
Row = dict[str, Any]


def report_row(report: Report) -> Row:
    """The columns of a report that come from the report itself."""
    row = {field: getattr(report, field) for field in _REPORT_FIELDS}
    row["marks"] = [asdict(mark) for mark in report.marks]
    row["digest"] = report.digest
    return row


def report_of(row: Mapping[str, Any]) -> Report:
    """The report that `report_row` came from."""
    marks = tuple(Mark(**mark) for mark in row["marks"])
    return Report(**{field: row[field] for field in _REPORT_FIELDS}, marks=marks)


def reading_content(reading: Reading, report: str) -> Row:
    """The reading as plain mappings, its evidence under the id that the record knows the report by."""
    content = reading.to_dict()
    return content if reading.report == report else _renamed(content, report)


def item_rows(content: Row, key: int) -> dict[str, list[Row]]:
    """The items of a reading's content as rows, by kind; `key` is the report's row."""
    return {kind: [_item_row(item, key, position) for position, item in enumerate(content[kind])] for kind in KINDS}


def item_of(kind: str, row: Mapping[str, Any], report: str) -> Item:
    """The item that a row holds; `report` is the id that its evidence names."""
    content = {name: value for name, value in row.items() if name not in _PLACE}
    content["evidence"] = {
        "report": report,
        "start": row["span_start"],
        "end": row["span_end"],
        "quote": row["quote"],
    }
    item: Item = _adapter(kind).validate_python(content)
    return item


def party_rows(reading: Reading, key: int) -> list[Row]:
    """One row for each party that an item names, with the role that it has there."""
    found = {
        (kind, position, role, party)
        for kind in KINDS
        for position, item in enumerate(getattr(reading, kind))
        for role, party in _parties(item)
    }
    return [
        {"report": key, "kind": kind, "position": position, "role": role, "party": party}
        for kind, position, role, party in sorted(found)
    ]


_REPORT_FIELDS = (
    "id", "text", "published", "published_source", "title", "url", "issuer", "dateline", "name",
)  # fmt: skip
_PLACE = {"report", "position", "span_start", "span_end", "quote"}


def _renamed(content: Any, report: str) -> Any:
    if isinstance(content, dict):
        return {key: report if key == "report" else _renamed(value, report) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [_renamed(value, report) for value in content]
    return content


def _item_row(item: Row, key: int, position: int) -> Row:
    evidence = item["evidence"]
    return {name: value for name, value in item.items() if name != "evidence"} | {
        "report": key,
        "position": position,
        "span_start": evidence["start"],
        "span_end": evidence["end"],
        "quote": evidence["quote"],
    }


def _parties(item: Item) -> Iterator[tuple[str, str]]:
    match item:
        case Person():
            yield from _named("country", (item.country,))
            yield from _named("office", tuple(office.party for office in item.offices))
        case Encounter():
            yield from _named("party", item.parties)
            yield from _named("place", (item.place_country,))
        case Statement():
            yield from _named("speaker", item.speaker_parties)
            yield from _named("addressee", item.addressee_parties)
        case Figure() | Undertaking():
            yield from _named("party", item.parties)
        case DateExpression():
            return


def _named(role: str, parties: tuple[str | None, ...]) -> Iterator[tuple[str, str]]:
    return ((role, party) for party in parties if party)


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(KINDS[kind])
