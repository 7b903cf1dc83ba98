"""Write what communique reads for one yardstick: `python -m benchmarks.predict TASK DATA PRED.jsonl`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import attributions, duplicates, events, geo, gold, grammar, names, quantities, time_expressions
from benchmarks.jsonl import Line, write_lines

TASKS: dict[str, Callable[[Path], Iterator[Line]]] = {
    "gold": gold.predict,
    "time": time_expressions.predict,
    "quantity": quantities.predict,
    "attribution": attributions.predict,
    "duplicates": duplicates.predict,
    "names": names.predict,
    "grammar": grammar.predict,
    "grammar-spacy": grammar.predict_by_spacy,
    "events": events.predict,
    "geo": geo.predict,
    "geo-text": geo.predict_from_text,
}


def main() -> None:
    """Run one adapter over its data."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.predict", description=__doc__)
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("data", type=Path, help="a folder of texts or annotations (gold), else a .jsonl file")
    parser.add_argument("predictions", type=Path, help="the .jsonl file to write")
    arguments = parser.parse_args()
    count = write_lines(arguments.predictions, TASKS[arguments.task](arguments.data))
    print(f"{count} predictions in {arguments.predictions}")


if __name__ == "__main__":
    main()
