"""What is said of a report without a day, and of what is passed over in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.ingest import Failure, IngestOptions, Note, from_text, load, notes_on, notes_on_options

PROSE = "Foreign Minister Ana Reyes met Ambassador Jan Novak in Manila. They discussed trade."


def reasons(text: str, options: IngestOptions | None = None) -> list[str]:
    return [note.reason for note in notes_on(from_text(text, "talks.txt", options))]


@pytest.mark.parametrize("header", ["date: 2026-02-06", "date: 6 February 2026"])
def test_nothing_is_said_of_a_dated_report(header: str) -> None:
    assert reasons(f"{header}\n\n{PROSE}") == []


def test_a_date_that_cannot_be_read_is_told_with_what_it_says() -> None:
    (reason,) = reasons(f"date: 06/02/2026\n\n{PROSE}")
    assert "“06/02/2026” is not read" in reason and "undated" in reason and "2026-02-06" in reason


def test_a_report_without_a_day_is_told() -> None:
    (reason,) = reasons(PROSE)
    assert "no day of publication" in reason and "--published" in reason


def test_a_day_given_outweighs_what_the_header_says() -> None:
    assert reasons(f"date: 06/02/2026\n\n{PROSE}", IngestOptions(published="2026-02-06")) == []


def test_options_that_a_report_does_not_need_are_told() -> None:
    options = IngestOptions(published="2026-02-07", issuer="Agency A")
    report = from_text(f"date: 2026-02-06\n\n{PROSE}", "talks.txt", options)
    assert options.unneeded(report) == ("published",)
    (note,) = notes_on_options({"published": 2})
    assert note == Note("--published", "was left aside for 2 reports, which have another day of their own")


def test_an_option_that_says_what_the_report_says_is_not_told() -> None:
    options = IngestOptions(published="2026-02-06")
    assert options.unneeded(from_text(f"date: 2026-02-06\n\n{PROSE}", "talks.txt", options)) == ()


def test_a_readme_in_a_folder_is_passed_over_with_a_note(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Reports of the embassy.", encoding="utf-8")
    (tmp_path / "talks.txt").write_text(PROSE, encoding="utf-8")
    found = list(load([tmp_path]))
    assert [type(source).__name__ for source in found] == ["Note", "Report"]
    assert isinstance(found[0], Note) and "passed over" in found[0].reason


def test_another_kind_of_file_in_a_folder_is_a_failure_still(tmp_path: Path) -> None:
    (tmp_path / "talks.docx").write_bytes(b"PK")
    (found,) = load([tmp_path])
    assert isinstance(found, Failure)
