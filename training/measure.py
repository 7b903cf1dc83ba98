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

from communique.model import Span
from communique.read.encoder.tagger import AttributionTagger, Style, Tagged
from training.data import paragraphs

Figures = dict[str, float]


def measure(data: Path, weights: Path, threads: int = 1) -> Figures:
    """All figures of one model."""
    figures = polnear_figures(data, AttributionTagger(weights, threads=threads, style="polnear"))
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
    with (folder / "dev.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    with tempfile.TemporaryDirectory() as scratch:
        answers = Path(scratch) / "answers.jsonl"
        with answers.open("w", encoding="utf-8") as out:
            for row in rows:
                spans = [Span(*edges) for edges in paragraphs(row["text"])]
                pred = list(as_polnear(tagger.read(row["text"], spans)))
                out.write(json.dumps({"id": row["id"], "pred": pred}) + "\n")
        command = [sys.executable, "-B", str(folder / "score.py"), str(folder / "dev.jsonl"), str(answers)]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    scored = json.loads(printed.strip().splitlines()[-1])
    kept = ("source_exact_f1", "cue_exact_f1", "content_exact_f1", "linked_f1")
    return {f"polnear {key}": scored[key] for key in kept}


def as_polnear(tagged: Tagged) -> Iterator[dict[str, list[list[int]]]]:
    """Attributions in PolNeAR's shape: contents with one cue are one attribution; what is left stands alone."""
    groups: dict[tuple[Span | None, Span | int], dict[str, list[list[int]]]] = {}
    for n, found in enumerate(tagged.attributions):
        key = (found.source, found.cue if found.cue is not None else n)
        group = groups.setdefault(key, {"source": [], "cue": [], "content": []})
        group["content"].append([found.content.start, found.content.end])
        for role, span in (("source", found.source), ("cue", found.cue)):
            if span is not None and not group[role]:
                group[role].append([span.start, span.end])
    yield from groups.values()
    used = {(role, *span) for group in groups.values() for role, spans in group.items() for span in spans}
    for tagged_span in tagged.spans:
        edges = [tagged_span.span.start, tagged_span.span.end]
        if (tagged_span.role, *edges) not in used:
            yield {tagged_span.role: [edges]}


def statements_found(data: Path, part: str, tagger: AttributionTagger) -> Figures:
    """Precision, recall and F1 of statements found, on one part of the project's gold."""
    sys.path.insert(0, str(data / "gold"))
    import score

    counts: dict[str, score.Count] = {}
    for file in sorted((data / "gold" / part).glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        text = (data / "gold" / "texts" / f"{gold['doc']}.txt").read_text(encoding="utf-8")
        body = text.find("\n\n")
        spans = [Span(*edges) for edges in paragraphs(text) if edges[0] > body]
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
