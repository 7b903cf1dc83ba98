"""The linear model of event types: logistic regression over the features of `communique.read.events.features`.

There are far fewer sentences than features, so the model is found in the space that the sentences span (their inner
products), which gives the same weights in a fraction of the time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from communique.read.events.classifier import EVENTS
from communique.read.events.features import BUCKETS, Marked, blocks, vector
from training.event_sentences import Lesson

# Chosen by five-fold cross-validation inside the training part; half and twice the value differ by less than a point.
PENALTY = 20.0
ROUNDS = 120
_RIDGE = 1e-6

Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Words:
    """The fitted model: see `communique.read.events.classifier.Linear`."""

    rarity: NDArray[np.float32]
    weights: Table
    bias: Table


def rarity(sentences: Sequence[Marked]) -> NDArray[np.float32]:
    """For each feature, how few of the sentences have it, on a logarithmic scale from 1 up."""
    seen = np.zeros(BUCKETS, dtype=np.float32)
    for sentence in sentences:
        for block in blocks(sentence):
            seen[list(block)] += 1
    return (np.log((1 + len(sentences)) / (1 + seen)) + 1).astype(np.float32)


def design(sentences: Sequence[Marked], rare: NDArray[np.float32]) -> Any:
    """The sentences as rows of a sparse matrix."""
    rows = [vector(sentence, rare) for sentence in sentences]
    starts = np.cumsum([0, *(len(numbers) for numbers, _ in rows)])
    values = np.concatenate([values for _, values in rows]).astype(np.float64)
    columns = np.concatenate([numbers for numbers, _ in rows])
    return csr_matrix((values, columns, starts), shape=(len(rows), BUCKETS))


def fit(lessons: Sequence[Lesson]) -> Words:
    """The model of all lessons."""
    sentences = [lesson.sentence for lesson in lessons]
    rare = rarity(sentences)
    matrix = design(sentences, rare)
    space = spanned(matrix)
    inside, bias = regress(space, lessons)
    # the weights are sums of the rows: rows' @ x with space @ space' @ x = space @ inside
    amounts = np.linalg.solve(space.T, inside)
    return Words(rare, np.asarray(matrix.T @ amounts), bias)


def spanned(matrix: Any) -> Table:
    """Coordinates of the rows in the space that they span; inner products are kept."""
    products = np.asarray((matrix @ matrix.T).todense(), dtype=np.float64)
    return np.asarray(np.linalg.cholesky(products + _RIDGE * np.eye(len(products))))


def regress(space: Table, lessons: Sequence[Lesson]) -> tuple[Table, Table]:
    """Multinomial logistic regression; each type counts alike, whatever its number of lessons."""
    number = {event: i for i, event in enumerate(EVENTS)}
    answers = np.array([number[lesson.event] for lesson in lessons])
    size = len(EVENTS)
    shares = len(answers) / (size * np.maximum(np.bincount(answers, minlength=size), 1))
    weight = np.array([lesson.weight for lesson in lessons]) * shares[answers] * PENALTY
    wanted, width = np.eye(size)[answers], space.shape[1]

    def loss(flat: Table) -> tuple[float, Table]:
        table, bias = flat[:-size].reshape(width, size), flat[-size:]
        scores = space @ table + bias
        scores -= scores.max(1, keepdims=True)
        total = np.log(np.exp(scores).sum(1))
        cost = weight @ (total - (scores * wanted).sum(1)) + (table**2).sum() / 2
        slope = (np.exp(scores - total[:, None]) - wanted) * weight[:, None]
        return float(cost), np.concatenate([(space.T @ slope + table).ravel(), slope.sum(0)])

    found = minimize(
        loss, np.zeros((width + 1) * size), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS, "ftol": 1e-6}
    )
    return found.x[:-size].reshape(width, size), found.x[-size:]


def answers(words: Words, sentences: Sequence[Marked]) -> Table:
    """Probabilities [sentence, type]."""
    scores = design(sentences, words.rarity) @ words.weights + words.bias
    powers = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(powers / powers.sum(1, keepdims=True))


def write(words: Words, file: Path) -> None:
    """Store the model, weights in bytes."""
    scale = np.abs(words.weights).max(0) / 127
    file.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        file,
        rarity=words.rarity.astype(np.float16),
        weights=np.round(words.weights / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        bias=words.bias.astype(np.float32),
    )
