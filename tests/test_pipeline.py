"""The main path, with the real reader on texts of a sentence or two."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from communique import pipeline
from communique.ingest import Failure, IngestOptions
from communique.model import Reading, Report
from communique.ordered import in_order
from communique.store import Record

DAY = IngestOptions(published="2025-03-04")
TALKS = "Foreign Minister Đặng Thị Hà met Cambodian Ambassador Sok Dara in Hà Nội on March 3."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    (made / "talks.txt").write_text(TALKS, encoding="utf-8")
    (made / "visit.txt").write_text("President Ana Reyes arrived in Vientiane on Tuesday.", encoding="utf-8")
    (made / "empty.txt").write_text("", encoding="utf-8")
    return made


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "record.sqlite") as opened:
        yield opened


def test_a_folder_becomes_a_resolved_record(record: Record, folder: Path) -> None:
    assert pipeline.add([folder], record, DAY) == pipeline.AddReport(added=2, failed=1)
    assert record.count() == 2
    assert record.is_resolved()
    assert [failed.name.endswith("empty.txt") for failed in record.failures()] == [True]


def test_an_option_that_reports_do_not_need_is_told_once(record: Record, folder: Path) -> None:
    (folder / "dated.txt").write_text(f"date: 2025-03-05\n\n{TALKS}", encoding="utf-8")
    notes = pipeline.add([folder], record, DAY).notes
    assert [note.name for note in notes] == ["--published"]
    assert "1 report" in notes[0].reason


def test_adding_twice_changes_nothing(record: Record, folder: Path) -> None:
    pipeline.add([folder], record, DAY)
    revision = record.revision()
    assert pipeline.add([folder], record, DAY) == pipeline.AddReport(unchanged=2, failed=1)
    assert record.revision() == revision


def test_what_is_held_is_not_read_again(record: Record, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline.add([folder], record, DAY)
    monkeypatch.setattr(pipeline, "read", _crash)
    assert pipeline.add([folder], record, DAY).unchanged == 2


def test_the_same_text_in_another_file_is_unchanged(record: Record, folder: Path) -> None:
    (folder / "talks again.txt").write_text(TALKS.replace(". ", ".\n"), encoding="utf-8")
    added = pipeline.add([folder], record, DAY)
    assert (added.added, added.unchanged) == (2, 1)
    assert record.count() == 2


def test_a_crash_on_one_report_is_recorded_and_the_rest_goes_on(
    record: Record, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_or_crash(report: Report) -> Reading:
        return _crash(report) if "Vientiane" in report.text else Reading(report.id, report.digest, pipeline.READER)

    monkeypatch.setattr(pipeline, "read", read_or_crash)
    added = pipeline.add([folder], record, DAY)
    assert (added.added, added.failed) == (1, 2)
    assert any("ZeroDivisionError" in failed.reason for failed in record.failures())


def test_a_run_that_stopped_before_resolving_is_resolved_by_the_next(record: Record, folder: Path) -> None:
    pipeline.add([folder / "talks.txt"], record, DAY)
    report = Report("late", "The talks went on.")
    record.add(report, Reading(report.id, report.digest, pipeline.READER))
    assert not record.is_resolved()
    pipeline.add([folder / "talks.txt"], record, DAY)
    assert record.is_resolved()


def test_progress_hears_of_every_source(record: Record, folder: Path) -> None:
    heard: list[str] = []
    pipeline.add([folder], record, DAY, heard.append)
    assert sorted(Path(name).name for name in heard) == ["empty.txt", "talks.txt", "visit.txt"]


def test_the_order_of_adding_is_no_matter(tmp_path: Path, folder: Path) -> None:
    (folder / "copy.txt").write_text(f"date: 2025-03-06\n\nHÀ NỘI — {TALKS}\n", encoding="utf-8")
    files = sorted(folder.iterdir())
    known = []
    for name, order in (("a", files), ("b", files[::-1])):
        with Record.open(tmp_path / f"{name}.sqlite") as record:
            pipeline.add(order, record, None)
            known.append((record.people(), record.encounters(), record.matters(), list(record.readings())))
    assert known[0] == known[1]


def test_several_workers_keep_the_order() -> None:
    assert list(in_order(str, range(40), workers=2)) == [str(number) for number in range(40)]


@pytest.mark.slow
def test_several_workers_read_the_same(tmp_path: Path, folder: Path) -> None:
    known = []
    for workers in (1, 2):
        with Record.open(tmp_path / f"{workers}.sqlite") as record:
            pipeline.add([folder], record, DAY, workers=workers)
            known.append(list(record.readings()))
    assert known[0] == known[1]


def test_a_failure_needs_no_report(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "load", lambda paths, options: iter([Failure("gone.txt", "is missing")]))
    assert pipeline.add(["gone.txt"], record).failed == 1
    assert [(failed.name, failed.reason) for failed in record.failures()] == [("gone.txt", "is missing")]


def _crash(report: Report) -> Reading:
    raise ZeroDivisionError(report.id)
