"""`python -m training.event_measure DATA FOLDER...`: figures of exported event weights on the development part.

Each folder is measured by the encoder in it, in bytes or in float, alone and joined with the linear model of the
package. The quad class of the gold is taken from its type, so that one item in fifty differs from the yardstick's own.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from communique.read.events.classifier import EVENTS, LINEAR_FILE, Linear, joined, softmax
from communique.read.events.codebook import quad_of
from communique.read.events.network import Network
from training.event_sentences import Lesson, yardstick

WEIGHTS = Path(__file__).resolve().parent.parent / "src" / "communique" / "read" / "events" / "weights"


def figures(asked: Sequence[Lesson], found: np.ndarray) -> dict[str, float]:
    """Macro F1 in per cent at the three levels, a class being the sum of its types."""
    quads = np.array([quad_of(event) for event in EVENTS])
    sums = np.stack([found[:, quads == quad].sum(1) for quad in (1, 2, 3, 4)], 1)
    gold = [EVENTS.index(lesson.event) for lesson in asked]
    gold_quads = quads[gold]
    return {
        "binary": macro_f1(gold_quads >= 3, sums[:, 2:].sum(1) > sums[:, :2].sum(1)),
        "quad": macro_f1(gold_quads, sums.argmax(1) + 1),
        "root": macro_f1(np.array(gold), found.argmax(1)),
    }


def macro_f1(gold: np.ndarray, found: np.ndarray) -> float:
    """The mean F1 of the classes of the gold."""
    scores = []
    for label in np.unique(gold):
        right = ((gold == label) & (found == label)).sum()
        scores.append(200 * right / ((gold == label).sum() + (found == label).sum()))
    return float(np.mean(scores))


def main() -> None:
    """Print three figures for the linear model, and for each folder."""
    parser = argparse.ArgumentParser(prog="python -m training.event_measure", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with bench/events")
    parser.add_argument("folders", type=Path, nargs="*", default=[WEIGHTS], help="where encoders lie")
    options = parser.parse_args()
    asked = yardstick(options.data / "bench" / "events" / "dev.jsonl")
    linear = Linear.load(WEIGHTS / LINEAR_FILE)
    words = np.array([linear.probabilities(lesson.sentence) for lesson in asked])
    _show("words", asked, words)
    for folder in options.folders:
        network = Network.load(folder)
        encoder = np.array([softmax(network.scores(lesson.sentence)) for lesson in asked])
        _show(f"{folder}: encoder", asked, encoder)
        _show(f"{folder}: both", asked, joined(words, encoder))


def _show(name: str, asked: Sequence[Lesson], found: np.ndarray) -> None:
    print(name, " ".join(f"{level} {value:.1f}" for level, value in figures(asked, found).items()))


if __name__ == "__main__":
    main()
