"""Every shipped example reads as its golden reading says."""

import json
from pathlib import Path

import pytest

from tests.golden.readings import GOLDEN, examples, golden_form, reading_of


@pytest.mark.parametrize("path", examples(), ids=lambda path: path.stem)
def test_an_example_reads_as_before(path: Path) -> None:
    golden = json.loads((GOLDEN / f"{path.stem}.json").read_text(encoding="utf-8"))
    found = golden_form(reading_of(path))
    assert found == golden, "the reading changed: look at it, then run python -m tests.golden.readings"


@pytest.mark.parametrize("path", examples(), ids=lambda path: path.stem)
def test_every_quote_is_the_text_at_its_offsets(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert all(text[e.start : e.end] == e.quote for e in reading_of(path).evidence())
