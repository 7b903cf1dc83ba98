"""The classifier of event types: a linear model over words, and a small encoder where its weights are there.

Their weights are files of their own in `weights/`, since they were learned from another source than the rest; without
them only what asks for the classifier is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from communique.errors import CommuniqueError
from communique.read.events.features import Marked, vector

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Probabilities = NDArray[np.float32]

LINEAR_FILE = "event_words.npz"
# The types in the order of the weights' columns. YIELD is what later drafts of PLOVER split in CONCEDE and RETREAT.
EVENTS = (
    "AGREE", "CONSULT", "SUPPORT", "AID", "COOPERATE", "YIELD", "ACCUSE", "REJECT",
    "REQUEST", "THREATEN", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION",
)  # fmt: skip


class MissingWeightsError(CommuniqueError):
    """The classifier of event types was asked for and its weights are not there."""

    def __init__(self, file: str) -> None:
        super().__init__(
            f"{file}: the weights that code events are not in this installation; install the full package again, "
            "or make them with `python -m training.events DATA`"
        )


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear model: `rarity` of each feature, and a column of `weights` with its `bias` for each type."""

    rarity: NDArray[np.float32]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    @classmethod
    def load(cls, file: Path) -> Linear:
        """The model as training wrote it: weights in bytes, one scale a column."""
        import numpy as np

        with np.load(file) as stored:
            weights = stored["weights"].astype(np.float32) * stored["scale"]
            return cls(stored["rarity"].astype(np.float32), weights, stored["bias"])

    def probabilities(self, sentence: Marked) -> Probabilities:
        """One probability a type."""
        numbers, values = vector(sentence, self.rarity)
        return softmax(values @ self.weights[numbers] + self.bias)


class Classifier:
    """Tells the type of the event in a marked sentence; the weights of a folder are loaded when first used."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._linear: Linear | None = None

    def present(self) -> bool:
        """Whether the weights are there."""
        return self._linear is not None or self._exists(LINEAR_FILE)

    def probabilities(self, sentence: Marked) -> dict[str, float]:
        """The probability of each type; they sum to one. Raises `MissingWeightsError`."""
        found = self._words().probabilities(sentence)
        return dict(zip(EVENTS, map(float, found), strict=True))

    def best(self, sentence: Marked, choices: Sequence[str] = EVENTS) -> tuple[str, float]:
        """The likeliest of some types, and its probability among all. Raises `MissingWeightsError`."""
        found = self.probabilities(sentence)
        chosen = max(choices, key=found.__getitem__)
        return chosen, found[chosen]

    def _words(self) -> Linear:
        if self._linear is None:
            self._linear = self._load(LINEAR_FILE)
        return self._linear

    def _exists(self, name: str) -> bool:
        if self._folder is not None:
            return (self._folder / name).exists()
        return (files("communique.read.events") / "weights" / name).is_file()

    def _load(self, name: str) -> Linear:
        if not self._exists(name):
            raise MissingWeightsError(name)
        if self._folder is not None:
            return Linear.load(self._folder / name)
        with as_file(files("communique.read.events") / "weights" / name) as packaged:
            return Linear.load(packaged)


def softmax(scores: NDArray[np.float32]) -> Probabilities:
    """Scores as probabilities."""
    import numpy as np

    powers: Probabilities = np.exp(scores - scores.max())
    shares: Probabilities = powers / powers.sum()
    return shares


@cache
def classifier() -> Classifier:
    """The classifier with the package's own weights."""
    return Classifier()
