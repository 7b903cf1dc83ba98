"""The adapters say what communique read in the words of each yardstick."""

from __future__ import annotations

import gzip
from pathlib import Path

from benchmarks import duplicates, gold
from benchmarks.attributions import widened
from benchmarks.jsonl import read_lines, write_lines
from benchmarks.names import match
from communique.model import Span


def test_gold_reads_the_texts_that_annotations_are_about(tmp_path: Path) -> None:
    (tmp_path / "set").mkdir()
    (tmp_path / "texts").mkdir()
    (tmp_path / "set" / "a1.json").write_text("{}")
    for name in ("a1", "b2"):
        (tmp_path / "texts" / f"{name}.txt").write_text("date: 2026-02-06\n\nThe two ministers met in Hanoi today.\n")
    assert [line["doc"] for line in gold.predict(tmp_path / "set")] == ["a1"]
    assert [line["doc"] for line in gold.predict(tmp_path / "texts")] == ["a1", "b2"]


def test_gold_spans_are_offsets_into_the_file_with_its_headers(tmp_path: Path) -> None:
    text = "date: 2026-02-06\n\nThe two ministers met in Hanoi today.\n"
    (tmp_path / "a1.txt").write_text(text)
    (line,) = gold.predict(tmp_path)
    assert {text[slice(*date["span"])]: date["value"] for date in line["dates"]}["today"] == "2026-02-06"


def test_content_takes_in_that_and_quotation_marks() -> None:
    text = "He said that trade would grow, and added: “We are ready.”"
    start = text.index("trade")
    assert widened(text, Span(start, start + 16)).of(text) == "that trade would grow"
    start = text.index("We are")
    assert widened(text, Span(start, start + 12)).of(text) == "“We are ready.”"


def test_copy_has_the_group_of_its_original(tmp_path: Path) -> None:
    prose = " ".join(f"In sentence {n} the ministers spoke of road number {n * 7} and of rice." for n in range(20))
    items = [
        {"id": "a", "published": "2026-02-06", "text": prose},
        {"id": "b", "published": "2026-02-07", "text": prose},
        {"id": "c", "published": "2026-02-07", "text": "Something else altogether happened in another town."},
    ]
    write_lines(tmp_path / "data.jsonl", items)
    groups = {line["id"]: line["pred"]["group"] for line in duplicates.predict(tmp_path / "data.jsonl")}
    assert groups["a"] == groups["b"] != groups["c"]


def test_lines_of_a_gzipped_file_are_read(tmp_path: Path) -> None:
    path = tmp_path / "data.jsonl.gz"
    path.write_bytes(gzip.compress('{"name": "Tô Lâm"}\n\n{"name": "b"}\n'.encode()))
    assert [line["name"] for line in read_lines(path)] == ["Tô Lâm", "b"]


def test_names_match_across_accents_but_not_against_them() -> None:
    assert match("Tô Lâm", "To Lam")
    assert not match("Tô Lâm", "Tô Lan")
