from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.store import Record
from tests.store.building import new_record


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "record.sqlite"


@pytest.fixture
def record(place: Path) -> Iterator[Record]:
    with new_record(place) as opened:
        yield opened
