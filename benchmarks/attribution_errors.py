"""Where the spans of attributions are lost, by cause: `python -m benchmarks.attribution_errors [DATA]`.

Spans are compared on tokens, as the scorer beside the data compares them, with the annotation of each article's own
annotator; and two annotators of one article with each other, where it has several.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.attributions import predict
from benchmarks.errors import load_scorer
from benchmarks.jsonl import Line, read_lines
from benchmarks.yardsticks import SHARED

DATA = SHARED / "bench" / "attribution" / "dev.jsonl"
RIGHT, MISSED, EXTRA = "right", "missed", "read where none is annotated"
_CAUSES = (RIGHT, "other end", "other start", "both ends other", MISSED, EXTRA)
Run = tuple[int, int]


def main() -> None:
    """Read the articles and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.attribution_errors", description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=DATA)
    data = parser.parse_args().data
    if not data.exists():
        print(f"Nothing measured: {data.name} of the attributions is not here.")
        return
    print(attributions_table(data))


def attributions_table(data: Path) -> str:
    """A Markdown table: for each role, how many spans are right, how many are lost to each cause, and the exact F1 of
    two annotators of one article."""
    scorer = load_scorer(data.parent / "score.py")
    articles = {str(item["id"]): item for item in read_lines(data)}
    instances = list(read_lines(data.with_name(f"instances.{data.name}")))
    answers = {str(line["id"]): line["pred"] for line in predict(data)}
    own = [line for line in instances if line["id"] == f"{line['doc']}_{articles[line['doc']]['annotator']}"]
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for line in own:
        read = scorer.spans(scorer.project(line["offsets"], answers[line["doc"]]))
        for role, annotated in scorer.spans(line["labels"]).items():
            found[role].update(_causes(annotated, read[role]))
    agreed = scorer.cofenet(list(_annotated_twice(instances)))
    rows = [
        f"| {role} | {' | '.join(str(found[role][cause]) for cause in _CAUSES)} | {agreed[role]['exact'][2]:.1f} |\n"
        for role in scorer.ROLES
    ]
    head = f"| role | {' | '.join(_CAUSES)} | two annotators, exact F1 |\n| --- |{' --: |' * (len(_CAUSES) + 1)}\n"
    return head + "".join(rows)


def _causes(annotated: Sequence[Run], read: Sequence[Run]) -> Iterator[str]:
    """What befell each annotated span, and the spans read that touch none of them."""
    for start, end in annotated:
        touching = [one for one in read if one[0] < end and start < one[1]]
        if (start, end) in touching:
            yield RIGHT
        elif any(one[0] == start for one in touching):
            yield "other end"
        elif any(one[1] == end for one in touching):
            yield "other start"
        else:
            yield "both ends other" if touching else MISSED
    for start, end in read:
        if not any(one[0] < end and start < one[1] for one in annotated):
            yield EXTRA


def _annotated_twice(instances: Sequence[Line]) -> Iterator[tuple[Any, Any]]:
    """The labels of each two annotators of one paragraph."""
    same: defaultdict[str, list[Line]] = defaultdict(list)
    for line in instances:
        same[f"{line['doc']} {line['offsets']}"].append(line)
    for lines in same.values():
        yield from ((a["labels"], b["labels"]) for a, b in combinations(lines, 2) if a["id"] != b["id"])


if __name__ == "__main__":
    main()
