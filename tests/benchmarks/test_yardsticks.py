"""Which sets are there, and what their digest stands for."""

from __future__ import annotations

from pathlib import Path

from benchmarks.yardsticks import yardsticks


def annotated(shared: Path, text: str) -> None:
    for folder in ("gold/dev", "gold/texts"):
        (shared / folder).mkdir(parents=True, exist_ok=True)
    (shared / "gold/dev/a.json").write_text("{}")
    (shared / "gold/texts/a.txt").write_text(text)


def test_nothing_is_measured_where_the_folder_is_absent(tmp_path: Path) -> None:
    assert yardsticks(tmp_path / "nowhere") == []


def test_only_sets_that_are_there_are_listed(tmp_path: Path) -> None:
    annotated(tmp_path, "x")
    assert [one.name for one in yardsticks(tmp_path)] == ["gold/dev"]


def test_digest_changes_with_a_text(tmp_path: Path) -> None:
    annotated(tmp_path, "x")
    before = yardsticks(tmp_path)[0].digest()
    annotated(tmp_path, "y")
    assert yardsticks(tmp_path)[0].digest() != before


def test_digest_leaves_out_texts_of_other_sets(tmp_path: Path) -> None:
    annotated(tmp_path, "x")
    before = yardsticks(tmp_path)[0].digest()
    (tmp_path / "gold/texts/b.txt").write_text("another set's report")
    assert yardsticks(tmp_path)[0].digest() == before
