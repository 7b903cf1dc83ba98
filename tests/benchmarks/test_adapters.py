"""The adapters say what communique read in the words of each yardstick."""

from __future__ import annotations

import gzip
from pathlib import Path

from benchmarks import duplicates, gold
from benchmarks.attributions import as_polnear
from benchmarks.grammar import entities
from benchmarks.jsonl import read_lines, write_lines
from benchmarks.names import match
from communique.model import Span
from communique.read.analysis import Attribution
from communique.read.encoder.tagger import Tagged, TaggedSpan


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


def test_contents_of_one_cue_are_one_attribution() -> None:
    source, cue = Span(0, 3), Span(4, 8)
    both = tuple(Attribution(source, cue, content, 0.9) for content in (Span(10, 20), Span(25, 30)))
    (found,) = as_polnear(Tagged((), both, ()))
    assert found == {"source": [[0, 3]], "cue": [[4, 8]], "content": [[10, 20], [25, 30]]}


def test_a_span_that_nothing_links_to_stands_alone() -> None:
    assert list(as_polnear(Tagged((TaggedSpan("cue", Span(4, 8), 0.9),), (), ()))) == [{"cue": [[4, 8]]}]


def test_descriptions_are_no_entities() -> None:
    names = (TaggedSpan("person", Span(0, 4), 0.9), TaggedSpan("description", Span(8, 20), 0.9))
    assert list(entities(Tagged((), (), names))) == [{"start": 0, "end": 4, "type": "person"}]


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
