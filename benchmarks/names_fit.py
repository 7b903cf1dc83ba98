"""Fit the weights of the evidence for likeness to pairs of names: `python -m benchmarks.names_fit [DATA.jsonl]`.

Logistic regression, with every weight drawn towards nought, since the pairs are few, and none allowed to turn: words
in common speak for likeness, whatever differs against it. What must part two names in a record (two numbers, marks
that differ) is decided, not fitted, whatever the pairs say. Prints the weights for `vocabulary/likeness.yaml`, and
what they score on pairs that they were not fitted to.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.jsonl import Line, read_lines
from benchmarks.names import kind_of
from benchmarks.yardsticks import SHARED
from communique.resolve.findings import Trait, compare
from communique.resolve.likeness import decided_traits, weights_of
from communique.resolve.worded import Kind, worded

DATA = SHARED / "bench" / "names" / "dev.jsonl"
FOLDS = 5
ROUNDS = 10  # divisions into folds, over which figures are averaged
DESCENTS = 2000  # steps of the descent, enough for two decimals
PULL = 1.0  # strength with which weights are drawn towards nought; 0.3 to 3 differ by one point of F1
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of names of one kind: amounts of the fitted traits, what the decided ones weigh, and the answers."""

    amounts: Array
    decided: Array
    answers: Array
    groups: NDArray[np.int64]  # pairs that share a name stay in one fold

    def some(self, chosen: NDArray[np.bool_]) -> Pairs:
        return Pairs(self.amounts[chosen], self.decided[chosen], self.answers[chosen], self.groups[chosen])


def main() -> None:
    """Print weights and cross-validated figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.names_fit", description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=DATA, help="pairs with answers, as in bench/names")
    arguments = parser.parse_args()
    if not arguments.data.exists():
        print(f"Nothing fitted: {arguments.data} is not here.")
        return
    lines = list(read_lines(arguments.data))
    held = {kind: pairs_of([line for line in lines if kind_of(line["schema"]) is kind], kind) for kind in Kind}
    for kind, pairs in held.items():
        named = zip(fitted_traits(kind), fit(pairs), strict=True)
        print(f"{kind}: {{{', '.join(f'{trait.name.lower()}: {weight:.2f}' for trait, weight in named)}}}")
    answers = np.concatenate([pairs.answers for pairs in held.values()])
    rounds = [
        figures(np.concatenate([foretold(pairs, seed) for pairs in held.values()]), answers) for seed in range(ROUNDS)
    ]
    precision, recall, f1 = np.mean(rounds, axis=0)
    print(f"cross-validated ({FOLDS} folds, {ROUNDS} times): P {precision:.1f}, R {recall:.1f}, F1 {f1:.1f}")


def fitted_traits(kind: Kind) -> list[Trait]:
    """The traits whose weights are fitted, words in common first."""
    return [trait for trait in Trait if trait not in decided_traits(kind)]


def pairs_of(lines: list[Line], kind: Kind) -> Pairs:
    """The pairs as numbers."""
    found = [dict(compare(worded(line["name1"], kind), worded(line["name2"], kind))) for line in lines]
    weights, decided = weights_of(kind), decided_traits(kind)
    return Pairs(
        np.array([[one.get(trait, 0.0) for trait in fitted_traits(kind)] for one in found]),
        np.array([sum(weights[trait] * amount for trait, amount in one.items() if trait in decided) for one in found]),
        np.array([float(line["gold"]["match"]) for line in lines]),
        _groups(lines),
    )


def _groups(lines: list[Line]) -> NDArray[np.int64]:
    """A number for each pair, the same where pairs hang together by a name."""
    number: dict[str, int] = {}
    for at, line in enumerate(lines):
        names = line["name1"].casefold(), line["name2"].casefold()
        joined = {number[name] for name in names if name in number}
        number.update({name: at for name, held in number.items() if held in joined} | dict.fromkeys(names, at))
    return np.array([number[line["name1"].casefold()] for line in lines])


def fit(pairs: Pairs) -> Array:
    """The weights of the fitted traits, by projected gradient descent; pairs that something decides teach nothing."""
    open_pairs = pairs.some(pairs.decided == 0)
    amounts, answers = open_pairs.amounts, open_pairs.answers
    step = 1 / (np.linalg.norm(amounts, 2) ** 2 / 4 + PULL)  # the curvature is nowhere greater
    weights = np.zeros(amounts.shape[1])
    for _ in range(DESCENTS):
        slope = amounts.T @ (1 / (1 + np.exp(-amounts @ weights)) - answers) + PULL * weights
        weights -= step * slope
        weights[0] = max(weights[0], 0.0)
        weights[1:] = np.minimum(weights[1:], 0.0)
    return weights


def foretold(pairs: Pairs, seed: int) -> NDArray[np.bool_]:
    """What each fold is said to be by weights fitted to the others."""
    folds = np.random.default_rng(seed).integers(0, FOLDS, int(pairs.groups.max()) + 1)[pairs.groups]
    said = np.zeros(len(folds), dtype=bool)
    for fold in range(FOLDS):
        here = folds == fold
        said[here] = pairs.amounts[here] @ fit(pairs.some(~here)) + pairs.decided[here] > 0
    return said


def figures(said: NDArray[np.bool_], answers: Array) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent."""
    right = float((said & (answers > 0)).sum())
    precision, recall = right / max(said.sum(), 1), right / max(answers.sum(), 1)
    return 100 * precision, 100 * recall, 200 * precision * recall / max(precision + recall, 1e-9)


if __name__ == "__main__":
    main()
