"""Every shipped example reads as its golden reading says."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.golden.readings import GOLDEN, examples, golden_form, reading_of

# The encoder's int8 arithmetic rounds differently on processors without VNNI: a statement on the edge may come or go.
STATEMENTS_ON_THE_EDGE = 1


def apart(golden: dict[str, Any], found: dict[str, Any], kind: str) -> list[Any]:
    """Items of a kind that only one of two readings holds."""
    return [x for x in golden[kind] if x not in found[kind]] + [x for x in found[kind] if x not in golden[kind]]


@pytest.mark.parametrize("path", examples(), ids=lambda path: path.stem)
def test_an_example_reads_as_before(path: Path) -> None:
    golden = json.loads((GOLDEN / f"{path.stem}.json").read_text(encoding="utf-8"))
    found = golden_form(reading_of(path))
    differing = {kind: apart(golden, found, kind) for kind in golden if isinstance(golden[kind], list)}
    allowed = {"statements": STATEMENTS_ON_THE_EDGE}
    changed = {kind: items for kind, items in differing.items() if len(items) > allowed.get(kind, 0)}
    assert not changed, "the reading changed: look at it, then run python -m tests.golden.readings"


@pytest.mark.parametrize("path", examples(), ids=lambda path: path.stem)
def test_every_quote_is_the_text_at_its_offsets(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert all(text[e.start : e.end] == e.quote for e in reading_of(path).evidence())
