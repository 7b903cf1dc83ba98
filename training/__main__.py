"""`python -m training DATA [--work FOLDER]`: train, export to ONNX in int8, measure, and write the weights' folder.

DATA is the folder that holds `bench/attribution/train.jsonl` (PolNeAR), `bench/grammar` (GUM) and `gold/`. Needs
training/requirements.txt beside the package's own. On 2 cores of 2.5 GHz a pass takes about ten minutes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training.data import own_gold, polnear
from training.names import gum
from training.train import Material, Plan, Run
from training.windows import load_tokenizer

WEIGHTS = Path(__file__).resolve().parent.parent / "src" / "communique" / "read" / "encoder" / "weights"


def main() -> None:
    """Run every step; a step that was done before is taken up where it stopped."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with bench/attribution, bench/grammar and gold")
    parser.add_argument("--work", type=Path, default=Path("work-training"), help="folder for checkpoints")
    parser.add_argument("--passes", type=float, default=Plan().passes, help="passes over the data")
    parser.add_argument("--minutes", type=float, help="end after this time instead, whatever was read by then")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="where the exported files go")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    tokenizer = load_tokenizer()
    plan = Plan(passes=options.passes, minutes=options.minutes)
    material = Material(
        polnear(options.data, tokenizer), own_gold(options.data, tokenizer), gum(options.data, tokenizer)
    )
    run = Run(material, plan, options.work)
    reader = run.train()
    from training.export import export

    export(reader, options.work, options.weights)


if __name__ == "__main__":
    main()
