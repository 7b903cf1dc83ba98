"""Whatever is added, replaced and removed, the record holds together."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from communique.model import Office, Person, Reading, Report
from communique.pipeline import resolve
from communique.store import Record
from tests.store.building import TEXT, empty_reading, found, full_reading, new_record, report

WORDS = ("amber", "birch", "cedar")
IDS = st.sampled_from(["r1", "r2", "r3"])
URLS = st.sampled_from([None, "https://a.example", "https://b.example"])


class Keeping(RuleBasedStateMachine):
    """Adds, replaces and removes three texts under three ids and two addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.record = new_record(Path(self.folder.name) / "record.sqlite")

    @rule(name=IDS, word=st.sampled_from(WORDS), url=URLS, reader=st.sampled_from(["1", "2"]))
    def add(self, name: str, word: str, url: str | None, reader: str) -> None:
        source = report(name, f"{TEXT} {word}", url=url, title=f"On {word}")
        self.record.add(source, full_reading(source, reader))
        assert [one.text for one in self.record.reports()].count(source.text) == 1
        assert self.record.held_already(source, self._reader_of(word)) == "unchanged"

    @rule(name=IDS)
    def remove(self, name: str) -> None:
        self.record.remove(name)
        assert self.record.report(name) is None
        assert all(name != source.report for head in self.record.heads() for source in head.sources)

    @invariant()
    def every_report_has_a_reading_and_items(self) -> None:
        held = [one.id for one in self.record.reports()]
        assert [reading.report for reading in self.record.readings()] == held
        assert [one.report.id for one in self.record.items("statements")] == held
        assert all(
            evidence.report == reading.report for reading in self.record.readings() for evidence in reading.evidence()
        )

    @invariant()
    def search_finds_just_what_is_held(self) -> None:
        for word in WORDS:
            held = {one.id for one in self.record.reports() if word in one.text}
            assert {hit.report for hit in self.record.search(word)} == held

    @invariant()
    def every_source_carries_one_report(self) -> None:
        heads = self.record.heads()
        assert all(head.id in {source.report for source in head.sources} for head in heads)
        carried = [name for head in heads for name in {source.report for source in head.sources}]
        assert len(carried) == len(set(carried))

    def _reader_of(self, word: str) -> str:
        (reader,) = [
            reading.reader
            for one, reading in zip(self.record.reports(), self.record.readings(), strict=True)
            if word in one.text
        ]
        return reader

    def teardown(self) -> None:
        self.record.close()
        self.folder.cleanup()


Keeping.TestCase.settings = settings(max_examples=12, stateful_step_count=12, deadline=None)
TestKeeping = Keeping.TestCase


DESCRIBED = (  # name, country, whether it was inferred, office
    ("Nguyễn Thị Thanh", "VN", False, "speaker"),
    ("Nguyen Thi Thanh", "VN", False, None),
    ("Nguyễn Thị Thành", "VN", False, "minister"),
    ("Robert Hale", "US", False, "head_of_state"),
    ("Hale", "KH", True, "head_of_state"),
    ("Robert J. Hale", None, False, None),
    ("Joan Hale", "US", False, "head_of_state"),
)


def of_a_person(place: int) -> tuple[Report, Reading]:
    """A report that names one person, and its reading."""
    name, country, inferred, office = DESCRIBED[place]
    source = report(f"r{place}", f"{name} gave speech {place}.", published=f"2025-03-0{place + 1}", issuer="An agency")
    offices = (Office(office.replace("_", " "), office, country),) if office else ()
    evidence = found(source, name)
    one = Person(name, country, offices, (evidence,), evidence, inferred)
    return source, replace(empty_reading(source), people=(one,))


def known(record: Record) -> list[tuple[str, str, str | None, set[str]]]:
    return sorted((one.id, one.name, one.country, set(one.names)) for one in record.people())


def added_in_turn(record: Record, order: Sequence[int], *, at_once: bool) -> dict[str, str]:
    """Add the reports, resolving after each, or once at the end; the person that each id ever given now leads to."""
    given: set[str] = set()
    for place in order:
        record.add(*of_a_person(place))
        if not at_once:
            resolve(record)
            given |= {one.id for one in record.people()}
    resolve(record)
    led = {one: record.person(one) for one in given}
    return {one: person.id for one, person in led.items() if person is not None}


@settings(max_examples=8, deadline=None)
@given(st.permutations(range(len(DESCRIBED))))
def test_reports_in_any_order_end_in_the_same_people(order: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        with new_record(Path(folder) / "one.sqlite") as record:
            added_in_turn(record, range(len(DESCRIBED)), at_once=True)
            expected = known(record), record.suggestions()
        with new_record(Path(folder) / "other.sqlite") as record:
            led = added_in_turn(record, order, at_once=False)
            assert (known(record), record.suggestions()) == expected
            assert set(led.values()) <= {one.id for one in record.people()}


def test_only_the_people_that_a_report_touches_are_solved_again(tmp_path: Path) -> None:
    with new_record(tmp_path / "record.sqlite") as record:
        added_in_turn(record, (0, 3), at_once=True)
        before = record.solved()
        added_in_turn(record, (1,), at_once=True)
        kept = [one for block, one in record.solved().items() if block in before]
        assert [person.name for one in kept for person in one.people] == ["Robert Hale"]


def test_a_person_who_is_no_longer_named_is_gone(tmp_path: Path) -> None:
    with new_record(tmp_path / "record.sqlite") as record:
        added_in_turn(record, (0, 3), at_once=True)
        record.remove("r3")
        resolve(record)
        assert [one.name for one in record.people()] == ["Nguyễn Thị Thanh"]
        assert record.person_of("r3", "Robert Hale") is None
