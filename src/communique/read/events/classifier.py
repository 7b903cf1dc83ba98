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
from communique.read.events.network import ENCODER_FILE, PIECES_FILE, Network

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Probabilities = NDArray[np.float32]

LINEAR_FILE = "event_words.npz"
# How much the linear model says beside the encoder; chosen on folds of the training part, where 0.3 to 0.5 are alike.
WORDS_SHARE = 0.4
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
    """Tells the type of the event in a marked sentence; the weights of a folder are loaded when first used.

    Both models are asked where both have their weights, the linear one alone where the encoder's are missing.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._loaded: tuple[Linear, Network | None] | None = None

    def present(self) -> bool:
        """Whether there are weights to answer with."""
        return self._loaded is not None or self._exists(LINEAR_FILE)

    def probabilities(self, sentence: Marked) -> dict[str, float]:
        """The probability of each type; they sum to one. Raises `MissingWeightsError`."""
        linear, network = self._models()
        found = linear.probabilities(sentence)
        if network is not None:
            found = joined(found, softmax(network.scores(sentence)))
        return dict(zip(EVENTS, map(float, found), strict=True))

    def best(self, sentence: Marked, choices: Sequence[str] = EVENTS) -> tuple[str, float]:
        """The likeliest of some types, and its probability among all. Raises `MissingWeightsError`."""
        found = self.probabilities(sentence)
        chosen = max(choices, key=found.__getitem__)
        return chosen, found[chosen]

    def _models(self) -> tuple[Linear, Network | None]:
        if self._loaded is None:
            if not self._exists(LINEAR_FILE):
                raise MissingWeightsError(LINEAR_FILE)
            if self._folder is not None:
                self._loaded = self._load(self._folder)
            else:
                with as_file(files("communique.read.events") / "weights") as packaged:
                    self._loaded = self._load(packaged)
        return self._loaded

    def _load(self, folder: Path) -> tuple[Linear, Network | None]:
        whole = self._exists(ENCODER_FILE) and self._exists(PIECES_FILE)
        return Linear.load(folder / LINEAR_FILE), Network.load(folder) if whole else None

    def _exists(self, name: str) -> bool:
        if self._folder is not None:
            return (self._folder / name).exists()
        return (files("communique.read.events") / "weights" / name).is_file()


def softmax(scores: NDArray[np.float32]) -> Probabilities:
    """Scores as probabilities."""
    import numpy as np

    powers: Probabilities = np.exp(scores - scores.max())
    shares: Probabilities = powers / powers.sum()
    return shares


def joined(by_words: Probabilities, by_encoder: Probabilities) -> Probabilities:
    """Two answers as one, multiplied by their shares; the last axis is that of the types."""
    import numpy as np

    least = 1e-9
    powers = (by_words + least) ** WORDS_SHARE * (by_encoder + least) ** (1 - WORDS_SHARE)
    found: Probabilities = (powers / powers.sum(-1, keepdims=True)).astype(np.float32)
    return found


@cache
def classifier() -> Classifier:
    """The classifier with the package's own weights."""
    return Classifier()
