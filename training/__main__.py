"""`python -m training DATA [--work FOLDER]`: train, export to ONNX in int8, and write the weights' folder.

DATA is the folder that holds `bench/attribution/train.jsonl` (PolNeAR), `bench/grammar` (GUM) and `gold/`. Needs
training/requirements.txt beside the package's own. Training has three parts, each of which may be stopped and taken up
again: first every paragraph alone; then as many following paragraphs as fit into a window, as the reader has them, with
what one tag says about the next; then the same once more from a high rate down. On 2 cores of 2.5 GHz a pass takes 20
minutes, or with `--bfloat16`, on processors that have it, 8. `--start` goes on from exported weights with the last
part.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch

from training.data import own_gold, polnear
from training.export import export
from training.exported import exported
from training.names import gum
from training.train import Material, Plan, Run
from training.windows import Cut, alone, load_tokenizer, shifted, together

WEIGHTS = Path(__file__).resolve().parent.parent / "src" / "communique" / "read" / "encoder" / "weights"
ALONE = Plan()
TOGETHER = Plan(passes=3.5, rate=1e-4, head_rate=5e-4, gold_times=10, chain_weight=1.0, seed=20261125)
AGAIN = replace(TOGETHER, passes=6.5, seed=20261126)


def main() -> None:
    """Run every step; a step that was done before is taken up where it stopped."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with bench/attribution, bench/grammar and gold")
    parser.add_argument("--work", type=Path, default=Path("work-training"), help="folder for checkpoints")
    parser.add_argument("--passes", type=float, help="passes over the data in each part, instead of those planned")
    parser.add_argument("--minutes", type=float, help="end each part after this time, whatever was read by then")
    parser.add_argument("--bfloat16", action="store_true", help="multiply in 16 bits")
    parser.add_argument("--start", type=Path, help="exported weights to go on from, instead of the first two parts")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="where the exported files go")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    given = {key: value for key in ("passes", "minutes") if (value := getattr(options, key)) is not None}
    given["bfloat16"] = options.bfloat16
    start = exported(options.start) if options.start else None
    windows = material(options.data, (together, shifted))
    if start is None:
        paragraphs = material(options.data, (alone,))
        start = Run(paragraphs, replace(ALONE, **given), options.work / "alone").train()
        start = Run(windows, replace(TOGETHER, **given), options.work / "together", start).train()
    reader = Run(windows, replace(AGAIN, **given), options.work / "again", start).train()
    export(reader, options.work, options.weights)


def material(data: Path, ways: Sequence[Cut]) -> Material:
    """All windows to learn from, in each of the ways of cutting them."""
    tokenizer = load_tokenizer()
    return Material(*([source(data, tokenizer, way) for way in ways] for source in (polnear, own_gold, gum)))


if __name__ == "__main__":
    main()
