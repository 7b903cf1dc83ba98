"""`python -m training.measure DATA WEIGHTS...`: the figures of exported models on the development data.

PolNeAR is scored by the scorer beside the data (exact F1 of source, cue and content; linked); the project's gold by
the share of statements found (content spans that overlap by half or more).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.attributions import as_polnear, paragraphs
from benchmarks.grammar import entities
from communique.read.encoder.tagger import AttributionTagger, Style

Figures = dict[str, float]


def measure(data: Path, weights: Path, threads: int = 1) -> Figures:
    """All figures of one model."""
    figures = polnear_figures(data, AttributionTagger(weights, threads=threads, style="polnear"))
    figures |= name_figures(data, AttributionTagger(weights, threads=threads))
    for style in ("communique", "polnear"):
        tagger = AttributionTagger(weights, threads=threads, style=_style(style))
        for part in ("agency_dev", "dev"):
            found = statements_found(data, part, tagger)
            figures |= {f"{part} found ({style} style) {key}": value for key, value in found.items()}
    return figures


def _style(name: str) -> Style:
    return "polnear" if name == "polnear" else "communique"


def polnear_figures(data: Path, tagger: AttributionTagger) -> Figures:
    """Exact F1 by role and linked F1 on PolNeAR's development part."""
    folder = data / "bench" / "attribution"
    scored = _scored(folder, (_attributed(row, tagger) for row in _rows(folder)))
    kept = ("source_exact_f1", "cue_exact_f1", "content_exact_f1", "linked_f1")
    return {f"polnear {key}": scored[key] for key in kept}


def _attributed(row: dict[str, Any], tagger: AttributionTagger) -> dict[str, Any]:
    return {"id": row["id"], "pred": list(as_polnear(tagger.read(row["text"], paragraphs(row["text"]))))}


def name_figures(data: Path, tagger: AttributionTagger) -> Figures:
    """Named entities on GUM's development part, lenient F1 and exact."""
    scored = _scored(data / "bench" / "grammar", (_named(row, tagger) for row in _rows(data / "bench" / "grammar")))
    return {f"gum {key}": scored[key] for key in ("entity_lenient_f1", "entity_f1")}


def _named(row: dict[str, Any], tagger: AttributionTagger) -> dict[str, Any]:
    return {"id": row["id"], "pred": {"entities": list(entities(tagger.read(row["text"], paragraphs(row["text"]))))}}


def _rows(folder: Path) -> Iterator[dict[str, Any]]:
    with (folder / "dev.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _scored(folder: Path, answers: Iterator[dict[str, Any]]) -> dict[str, Any]:
    """What the scorer beside the data says of the answers."""
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "answers.jsonl"
        file.write_text("".join(json.dumps(answer) + "\n" for answer in answers), encoding="utf-8")
        command = [sys.executable, "-B", str(folder / "score.py"), str(folder / "dev.jsonl"), str(file)]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    scored: dict[str, Any] = json.loads(printed.strip().splitlines()[-1])
    return scored


def statements_found(data: Path, part: str, tagger: AttributionTagger) -> Figures:
    """Precision, recall and F1 of statements found, on one part of the project's gold."""
    sys.path.insert(0, str(data / "gold"))
    import score

    counts: dict[str, score.Count] = {}
    for file in sorted((data / "gold" / part).glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        text = (data / "gold" / "texts" / f"{gold['doc']}.txt").read_text(encoding="utf-8")
        body = text.find("\n\n")
        spans = [span for span in paragraphs(text) if span.start > body]
        contents = [found.content for found in tagger.tag(text, spans)]
        answer = {"statements": [{"span": [c.start, c.end], "content_span": [c.start, c.end]} for c in contents]}
        score.score_report(gold, text, answer, counts, None)
    row = counts["statements: found"].row()
    return {"p": row["p"], "r": row["r"], "f1": row["f1"]}


def main() -> None:
    """Print the figures of each model as one JSON object a line."""
    parser = argparse.ArgumentParser(prog="python -m training.measure", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("weights", type=Path, nargs="+", help="folders that export wrote")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    for folder in options.weights:
        figures = measure(options.data, folder, options.threads)
        print(json.dumps({"weights": str(folder), **{key: round(value, 2) for key, value in figures.items()}}))


if __name__ == "__main__":
    main()
