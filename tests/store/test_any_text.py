from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.resolve.folding import words
from tests.store.building import empty_reading, new_record, report


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1), st.text())
def test_any_text_comes_back_and_any_query_is_answered(text: str, query: str) -> None:
    with tempfile.TemporaryDirectory() as folder, new_record(Path(folder) / "record.sqlite") as record:
        source = report(text=text)
        record.add(source, empty_reading(source))
        assert list(record.reports()) == [source]
        record.search(query)
        for word in words(text):
            assert [hit.report for hit in record.search(word)] == ["r1"]
        assert record.remove("r1")
        assert record.search(text) == []
