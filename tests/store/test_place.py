"""A file without id or address is known by its path: its new text takes the old one's place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from communique import pipeline
from communique.ingest import IngestOptions
from communique.store import Record

FIRST = "Foreign Minister Ana Reyes met Ambassador Jan Novak in Manila on Tuesday."
SECOND = "Foreign Minister Ana Reyes met Ambassador Jan Novak in Cebu on Tuesday. They signed an accord."
DAY = IngestOptions(published="2026-03-13")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "record.sqlite") as opened:
        yield opened


def write(folder: Path, **texts: str) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def texts(record: Record) -> list[str]:
    return sorted(report.text for report in record.reports())


def test_a_changed_file_takes_its_own_place(record: Record, tmp_path: Path) -> None:
    write(tmp_path / "reports", talks=FIRST)
    pipeline.add([tmp_path / "reports"], record, DAY)
    write(tmp_path / "reports", talks=SECOND)
    assert pipeline.add([tmp_path / "reports"], record, DAY) == pipeline.AddReport(replaced=1)
    assert texts(record) == [SECOND]
    assert [len(head.sources) for head in record.heads()] == [1]


@pytest.mark.parametrize("changed", [f"date: 2026-03-14\n\n{FIRST}", FIRST.upper(), f"{FIRST}\n"])
def test_a_file_changed_in_its_headers_or_its_case_alone_is_replaced_too(
    record: Record, tmp_path: Path, changed: str
) -> None:
    write(tmp_path / "reports", talks=FIRST)
    pipeline.add([tmp_path / "reports"], record, DAY)
    write(tmp_path / "reports", talks=changed)
    assert pipeline.add([tmp_path / "reports"], record).replaced == 1
    assert texts(record) == [changed]
    assert pipeline.add([tmp_path / "reports"], record).unchanged == 1


def test_two_files_of_one_address_that_differ_in_spaces_alone_are_held_already(record: Record, tmp_path: Path) -> None:
    head = "url: https://example.org/1\n\n"
    write(tmp_path / "reports", a=head + FIRST, b=head + FIRST.replace(" ", "  "))
    pipeline.add([tmp_path / "reports"], record, DAY)
    assert pipeline.add([tmp_path / "reports"], record, DAY).unchanged == 2


def test_the_path_counts_not_how_it_is_given(record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "reports", talks=FIRST)
    pipeline.add([tmp_path / "reports"], record, DAY)
    write(tmp_path / "reports", talks=SECOND)
    monkeypatch.chdir(tmp_path / "reports")
    assert pipeline.add(["talks.txt"], record, DAY).replaced == 1


def test_files_of_one_name_in_two_folders_are_two(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, text in (("a", FIRST), ("b", SECOND)):
        write(tmp_path / folder, talks=text)
        monkeypatch.chdir(tmp_path / folder)
        assert pipeline.add(["talks.txt"], record, DAY).added == 1
    assert texts(record) == sorted([FIRST, SECOND])


def test_a_text_that_another_file_still_holds_stays(record: Record, tmp_path: Path) -> None:
    write(tmp_path / "reports", a=FIRST, b=FIRST)
    pipeline.add([tmp_path / "reports"], record, DAY)
    write(tmp_path / "reports", b=SECOND)
    pipeline.add([tmp_path / "reports"], record, DAY)
    assert texts(record) == sorted([FIRST, SECOND])


def test_what_has_an_address_is_known_by_it(record: Record, tmp_path: Path) -> None:
    """One file that holds each day's page in turn holds many reports."""
    for day, text in (("1", FIRST), ("2", SECOND)):
        write(tmp_path / "reports", latest=f"url: https://example.org/{day}\n\n{text}")
        pipeline.add([tmp_path / "reports"], record, DAY)
    assert record.count() == 2


def test_record_and_reports_may_be_moved_together(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    write(before, talks=FIRST)
    with Record.open(before / "record.sqlite") as record:
        pipeline.add([before / "talks.txt"], record, DAY)
    before.rename(after)
    write(after, talks=SECOND)
    with Record.open(after / "record.sqlite") as record:
        assert pipeline.add([after / "talks.txt"], record, DAY).replaced == 1
