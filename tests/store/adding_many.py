"""Adds many small reports to the record at the path given, saying so after each; run and killed by a test."""

from __future__ import annotations

import sys

from communique.store import Record
from tests.store.building import TEXT, full_reading, report

MANY = 150


def main() -> None:
    with Record.open(sys.argv[1]) as record:
        for place in range(MANY):
            source = report(f"r{place:03}", f"{TEXT} Note {place}.", url=f"https://agency.example/{place}")
            record.add(source, full_reading(source))
            print(place, flush=True)


if __name__ == "__main__":
    main()
