"""`python -m training.events DATA`: learn the types of events and write the weights that `communique.code` uses.

DATA is the folder that holds `bench/events/train.jsonl`. Needs numpy, scipy and pyyaml; about two minutes on one
core of 2.5 GHz.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from communique.read.events.classifier import LINEAR_FILE
from training import event_words
from training.event_sentences import Lesson, own_compositions, own_phrases, yardstick

WEIGHTS = Path(__file__).resolve().parent.parent / "src" / "communique" / "read" / "events" / "weights"
# What our own sentences count beside one of the yardstick; chosen by cross-validation inside the training part.
PHRASE, COMPOSITION = 1.5, 0.5


def lessons(data: Path) -> list[Lesson]:
    """Everything that is learned from."""
    return [
        *yardstick(data / "bench" / "events" / "train.jsonl"),
        *own_phrases(PHRASE),
        *own_compositions(COMPOSITION),
    ]


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(prog="python -m training.events", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with bench/events")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="where the weights go")
    options = parser.parse_args()
    event_words.write(event_words.fit(lessons(options.data)), options.weights / LINEAR_FILE)


if __name__ == "__main__":
    main()
