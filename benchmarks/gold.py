"""Readings of whole reports, in the form that the scorer of the annotated reports takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.jsonl import Line
from communique.ingest import IngestOptions, from_text
from communique.model import Evidence, Reading
from communique.read.read import read


def predict(data: Path) -> Iterator[Line]:
    """The readings of a folder of texts, or of the texts that a folder of annotations is about."""
    for path in texts_of(data):
        with path.open(encoding="utf8", newline="") as file:
            report = from_text(file.read(), path.name, IngestOptions())
        yield line_of(path.stem, read(report))


def texts_of(data: Path) -> list[Path]:
    """The texts in a folder; for a folder of annotations, those of its reports in `texts` beside it."""
    annotated = sorted(data.glob("*.json"))
    if annotated:
        return [data.parent / "texts" / f"{path.stem}.txt" for path in annotated]
    return sorted(data.glob("*.txt"))


def line_of(doc: str, reading: Reading) -> Line:
    """A reading as the scorer takes it: every item with its span in place of its evidence."""
    kinds = ("people", "encounters", "statements", "figures", "undertakings", "dates")
    items: Line = {kind: [_plain(item) for item in getattr(reading, kind)] for kind in kinds}
    return {"doc": doc, **items}


def _plain(item: Any) -> Line:
    evidence: Evidence = item.evidence
    fields = {name: value for name, value in asdict(item).items() if name not in {"evidence", "mentions"}}
    return {**fields, "span": [evidence.start, evidence.end]}
