"""From annotated reports to what the network learns: windows with a label a piece and links between spans.

Overlaps are settled as CofeNet settles them (cue over source over content, a later attribution over an earlier).
`IGNORED` marks what the annotation leaves open; nothing is learned from it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from tokenizers import Tokenizer

from training.gold import Marked, gold_reports
from training.model import LABELS, LINKS, ROLES
from training.windows import IGNORED, Cut, Example, paragraphs

NUMBER = {label: i for i, label in enumerate(LABELS)}


def polnear(folder: Path, tokenizer: Tokenizer, cut: Cut) -> list[Example]:
    """The training part of PolNeAR."""
    with (folder / "bench" / "attribution" / "train.jsonl").open(encoding="utf-8") as lines:
        reports = [Marked.of_polnear(json.loads(line)) for line in lines]
    return [example for report in reports for example in _examples(report, 0, tokenizer, cut)]


def own_gold(folder: Path, tokenizer: Tokenizer, cut: Cut) -> list[Example]:
    """The project's own training reports."""
    reports = gold_reports(folder / "gold")
    return [example for report in reports for example in _examples(report, 1, tokenizer, cut)]


def _examples(report: Marked, style: int, tokenizer: Tokenizer, cut: Cut) -> Iterator[Example]:
    told = [(start, end) for start, end in paragraphs(report.text) if start >= report.body]
    for window in cut(report.text, told, tokenizer):
        yield _example(report, window.ids, window.offsets, window.shapes, style)


def _example(
    report: Marked,
    ids: Sequence[int],
    offsets: Sequence[tuple[int, int]],
    shapes: Sequence[int],
    style: int,
) -> Example:
    runs = _project(report, offsets)
    labels = [0 if run is None else _number(run, runs[i - 1] if i else None) for i, run in enumerate(runs)]
    for i, (start, end) in enumerate(offsets):
        if labels[i] == 0 and any(start < b and a < end for a, b in report.open):
            labels[i] = IGNORED
    return Example(
        ids=(101, *ids, 102),
        shapes=(0, *shapes, 0),
        style=style,
        labels=(IGNORED, *labels, IGNORED),
        names=(IGNORED,) * (len(labels) + 2),
        links=tuple(_links(report, offsets, runs, labels)),
    )


Run = tuple[str, int, int]


def _project(report: Marked, offsets: Sequence[tuple[int, int]]) -> list[Run | None]:
    """For each piece, the span that owns it: its role, its attribution and where it starts."""
    runs: list[Run | None] = [None] * len(offsets)
    if not offsets:
        return runs
    low, high = offsets[0][0], offsets[-1][1]
    for role in ROLES:
        for n, attribution in enumerate(report.attributions):
            for start, end in attribution[role]:
                if start < high and end > low:
                    _paint(runs, offsets, (role, n, start), end)
    return runs


def _paint(runs: list[Run | None], offsets: Sequence[tuple[int, int]], run: Run, end: int) -> None:
    for i, (first, last) in enumerate(offsets):
        if min(last, end) - max(first, run[2]) > (last - first) / 2:
            runs[i] = run


def _number(run: Run, before: Run | None) -> int:
    return NUMBER[("I-" if before == run else "B-") + run[0]]


def _links(
    report: Marked, offsets: Sequence[tuple[int, int]], runs: Sequence[Run | None], labels: Sequence[int]
) -> Iterator[tuple[int, int, int]]:
    """From the first piece of each content to the first of its cue and source; to 0 where none is printed here."""
    begins = {NUMBER[f"B-{role}"]: role for role in ROLES}
    for i, run in enumerate(runs):
        if run is None or begins.get(labels[i]) != "content":
            continue
        attribution = report.attributions[run[1]]
        source_open = run[1] in report.unsure and not attribution["source"]
        for kind in (0,) if source_open else (0, 1):
            target = _target(attribution[LINKS[kind]], LINKS[kind], offsets, runs)
            if target is not None:
                yield kind, i + 1, target


def _target(
    spans: Sequence[tuple[int, int]],
    role: str,
    offsets: Sequence[tuple[int, int]],
    runs: Sequence[Run | None],
) -> int | None:
    """The piece to link to, counting the mark of the start as 0; None where the span is painted over."""
    inside = False
    for start, end in spans:
        for i, (first, last) in enumerate(offsets):
            if first < end and start < last:
                inside = True
                run = runs[i]
                if run is not None and run[0] == role:
                    return i + 1
    return None if inside else 0
