"""What is marked in the annotated reports covers nothing that an annotator read out of them."""

import json
from pathlib import Path

import pytest

from communique.ingest import load
from communique.model import Report

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"
SETS = ("agency_train", "train", "agency_dev", "dev")


def reports(name: str) -> list[tuple[Report, dict[str, object]]]:
    pairs = []
    for path in sorted((GOLD / name).glob("*.json")):
        (report,) = load([GOLD / "texts" / f"{path.stem}.txt"])
        assert isinstance(report, Report)
        pairs.append((report, json.loads(path.read_text(encoding="utf-8"))))
    if not pairs:
        pytest.skip("the shared annotated reports are not here")
    return pairs


@pytest.mark.parametrize("name", SETS)
def test_no_statement_figure_or_undertaking_is_marked_away(name: str) -> None:
    for report, gold in reports(name):
        for kind in ("statements", "figures", "undertakings"):
            for item in gold.get(kind, []):  # type: ignore[attr-defined]
                start = report.text.find(item["quote"])
                end = start + len(item["quote"])
                assert not [mark for mark in report.marks if mark.start < end and start < mark.end], report.name


@pytest.mark.parametrize("name", SETS)
def test_datelines_are_as_annotated(name: str) -> None:
    assert [(r.name, r.dateline) for r, _ in reports(name)] == [(r.name, g.get("dateline")) for r, g in reports(name)]


@pytest.mark.parametrize("name", SETS)
def test_every_report_has_its_day(name: str) -> None:
    assert all(report.published == gold["published"] for report, gold in reports(name))
