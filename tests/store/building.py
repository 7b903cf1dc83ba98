"""Small reports and readings, built by hand."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from communique.model import (
    DateExpression,
    Encounter,
    Evidence,
    Figure,
    Office,
    Person,
    Reading,
    Report,
    Statement,
    Undertaking,
)
from communique.store import Record

READER = "by hand 1"
TEXT = (
    "Foreign Minister Đặng Thị Hà met Ambassador Sok Dara in Hà Nội on March 3. She urged Cambodia to open the "
    "Prek Chak border gate. Two-way trade reached US$10 billion in 2024, and the Bavet bridge is under construction."
)


def report(name: str = "r1", text: str = TEXT, published: str | None = "2025-03-04", **fields: Any) -> Report:
    return Report(id=name, text=text, published=published, name=f"{name}.txt", **fields)


def found(source: Report, quote: str) -> Evidence:
    start = source.text.index(quote)
    return Evidence(source.id, start, start + len(quote), quote)


def empty_reading(source: Report, reader: str = READER) -> Reading:
    return Reading(source.id, source.digest, reader)


def full_reading(source: Report, reader: str = READER) -> Reading:
    """A reading of `TEXT` with one item of every kind."""
    minister = found(source, "Foreign Minister Đặng Thị Hà")
    return Reading(
        report=source.id,
        digest=source.digest,
        reader=reader,
        people=(
            Person("Đặng Thị Hà", "VN", (Office("Foreign Minister", "foreign minister", "VN"),), (minister,), minister),
        ),
        encounters=(
            Encounter(
                "meeting", "held", ("VN", "KH"), ("Đặng Thị Hà",), found(source, "met Ambassador Sok Dara in Hà Nội"),
                main=True, start="2025-03-03", end="2025-03-03", place="Hà Nội", place_country="VN",
            ),
        ),
        statements=(
            Statement(
                "request", ("Đặng Thị Hà",), ("VN",), (), ("KH",), "urged", "to open the Prek Chak border gate",
                (88, 121), found(source, "She urged Cambodia to open the Prek Chak border gate"), topics=("border",),
            ),
        ),
        figures=(
            Figure(
                10e9, "USD", "two-way trade", found(source, "Two-way trade reached US$10 billion in 2024"),
                parties=("VN", "KH"), period="2024", range=(1.0, 2.0),
            ),
        ),
        undertakings=(
            Undertaking(
                "project", "Bavet bridge", ("VN", "KH"), "under way", found(source, "the Bavet bridge"), figures=(2.0,)
            ),
        ),
        dates=(DateExpression("March 3", "2025-03-03", found(source, "March 3"), inferred=True),),
    )  # fmt: skip


def new_record(place: Path) -> Record:
    """An empty record, copied from one that is made once: making the tables takes longer than most tests."""
    place.write_bytes(_empty())
    return Record.open(place)


@cache
def _empty() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "record.sqlite"
        Record.open(place).close()
        return place.read_bytes()
