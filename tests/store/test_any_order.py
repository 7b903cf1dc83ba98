"""Whatever is added, replaced and removed, the record holds together."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.store.building import TEXT, full_reading, new_record, report

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
