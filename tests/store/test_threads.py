from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from communique.store import Record
from tests.store.building import TEXT, full_reading, report

MANY = 12


def test_threads_share_a_record(record: Record) -> None:
    def add(place: int) -> int:
        source = report(f"r{place}", f"{TEXT} Note {place}.")
        record.add(source, full_reading(source))
        return len(record.search("Bavet"))

    with ThreadPoolExecutor(4) as threads:
        assert all(found > 0 for found in threads.map(add, range(MANY)))
    assert record.count() == len(list(record.items("statements"))) == MANY
