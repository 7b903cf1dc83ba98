"""The event encoder at run time: ONNX Runtime on the CPU, one sentence at a time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from communique.read.events.features import Marked
from communique.read.events.pieces import pieces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

ENCODER_FILE, PIECES_FILE = "event_encoder.onnx", "event_pieces.json"


@dataclass(frozen=True, slots=True)
class Network:
    """The loaded network and what cuts text for it."""

    session: InferenceSession
    tokenizer: Tokenizer

    @classmethod
    def load(cls, folder: Path) -> Network:
        """The network of a folder that holds both of its files."""
        from onnxruntime import InferenceSession, SessionOptions
        from tokenizers import Tokenizer

        options = SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.use_deterministic_compute = True
        options.log_severity_level = 3
        session = InferenceSession(str(folder / ENCODER_FILE), sess_options=options, providers=["CPUExecutionProvider"])
        return cls(session, Tokenizer.from_file(str(folder / PIECES_FILE)))

    def scores(self, sentence: Marked) -> NDArray[np.float32]:
        """One score a type, before they are made probabilities."""
        import numpy as np

        ids, sides = pieces(sentence, self.tokenizer)
        feed = {"ids": np.array([ids], dtype=np.int64), "sides": np.array([sides], dtype=np.int64)}
        found: NDArray[np.float32] = self.session.run(["scores"], feed)[0][0]
        return found
