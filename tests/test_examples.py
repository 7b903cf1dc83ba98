"""Every example says what it retells, and can be taken in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from communique.ingest import IngestOptions, from_text

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.txt"))
README = (Path(__file__).parent.parent / "examples" / "README.md").read_text(encoding="utf8")


def headers(path: Path) -> dict[str, str]:
    head = path.read_text(encoding="utf8").partition("\n\n")[0]
    return dict(line.split(": ", 1) for line in head.splitlines())


def test_there_are_a_dozen_and_more() -> None:
    assert len(EXAMPLES) > 12


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example_has_title_source_issuer_and_the_day_in_its_name(path: Path) -> None:
    found = headers(path)
    assert found["title"] and found["source"] and found["issuer"]
    assert path.name.startswith(date.fromisoformat(found["date"]).isoformat())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example_is_taken_in_with_its_headers(path: Path) -> None:
    report = from_text(path.read_text(encoding="utf8"), path.name, IngestOptions())
    found = headers(path)
    assert (report.title, report.published, report.issuer) == (found["title"], found["date"], found["issuer"])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example_is_listed(path: Path) -> None:
    assert f"`{path.name}`" in README


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_invented_outlets_are_marked(path: Path) -> None:
    found = headers(path)
    assert found["source"].startswith("invented:") == ("note" in found)
