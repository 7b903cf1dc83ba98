"""Whom each report means by each name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.model import Person
from communique.pipeline import resolve
from communique.store import Record
from communique.store.called import Called
from tests.store.building import empty_reading, found, report


def add(record: Record, name: str, printed: str, inferred: bool) -> None:
    source = report(name, f"Minister {printed} gave speech {name}.", published=f"2025-03-0{name[1]}")
    place = found(source, printed)
    person = Person(printed, "VN", (), (place,), place, inferred)
    record.add(source, replace(empty_reading(source), people=(person,)))


@pytest.mark.parametrize("inferred", [True, False])
def test_a_name_is_the_person_of_the_record_with_a_country_that_a_report_prints_or_none(
    record: Record, inferred: bool
) -> None:
    add(record, "r1", "Dang Thi Ha", inferred=True)
    add(record, "r2", "Đặng Thị Hà", inferred=inferred)
    resolve(record)
    one = Called("Đặng Thị Hà", "VN", is_printed=not inferred)
    assert record.called() == {("r1", "Dang Thi Ha"): one, ("r2", "Đặng Thị Hà"): one}
