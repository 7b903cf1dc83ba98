"""The rates of the readers of closed languages."""

from __future__ import annotations

from pathlib import Path

from benchmarks.reading_speed import PIECES, READERS, measured, repeated, texts


def test_texts_have_the_size_asked_for() -> None:
    assert {len(text) for _, text in texts(Path("nowhere.jsonl"), 50)} == {50}
    assert [kind for kind, _ in texts(Path("nowhere.jsonl"), 50)] == list(PIECES)


def test_every_reader_is_measured() -> None:
    for reader in READERS.values():
        rate = measured(reader, repeated("up 5 per cent in May 2025. ", 1000))
        assert rate.tokenised >= rate.raw > 0
