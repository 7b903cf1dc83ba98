"""From the trained event encoder to what ships: ONNX with its weights in bytes, and a tokenizer of the kept pieces."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from communique.read.events.network import ENCODER_FILE, PIECES_FILE
from training.event_encoder import EventEncoder
from training.event_rounding import levels_of
from training.model import base_folder

# A piece is kept that is among the first of the base's list (which goes by frequency), or is met this often in the
# texts given, or is one character. Others fall back to shorter pieces, which the tokenizer finds by itself.
COMMON, MET = 4000, 20
_SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")


def base_tokenizer() -> Tokenizer:
    """The base model's tokenizer, without its limits of length."""
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def kept_pieces(learned: Iterable[str], met: Iterable[str]) -> list[int]:
    """Numbers of the pieces to keep, in the base's order: all of the texts learned from, the frequent of others."""
    tokenizer = base_tokenizer()
    numbers: Counter[int] = Counter()
    for text in met:
        numbers.update(tokenizer.encode(text, add_special_tokens=False).ids)
    wanted = {number for number, count in numbers.items() if count >= MET}
    for text in learned:
        wanted.update(tokenizer.encode(text, add_special_tokens=False).ids)
    for piece, number in tokenizer.get_vocab().items():
        letter = piece.removeprefix("##")
        is_letter = len(letter) == 1 and letter.isascii()
        is_common = number < COMMON and not piece.startswith("[unused")
        if piece in _SPECIAL or is_letter or is_common:
            wanted.add(number)
    return sorted(wanted)


def small_tokenizer(kept: list[int]) -> Tokenizer:
    """The base's tokenizer with the kept pieces alone, numbered anew."""
    described = json.loads(base_tokenizer().to_str())
    names = {number: piece for piece, number in described["model"]["vocab"].items()}
    described["model"]["vocab"] = {names[number]: i for i, number in enumerate(kept)}
    for token in described["added_tokens"]:
        token["id"] = described["model"]["vocab"][token["content"]]
    described["post_processor"] = None
    return Tokenizer.from_str(json.dumps(described))


class GridLinear(nn.Module):
    """A linear layer whose weights are kept in bytes, as steps of their grid. The network still computes in float, so
    that nothing is lost; bytes of eleven values are what packs well."""

    def __init__(self, layer: nn.Linear) -> None:
        super().__init__()
        levels, step = levels_of(layer.weight.detach())
        self.register_buffer("levels", levels)
        self.register_buffer("step", step)
        self.bias = layer.bias

    def forward(self, x: Tensor) -> Tensor:
        return functional.linear(x, self.get_buffer("levels").float() * self.get_buffer("step"), self.bias)


class GridEmbedding(nn.Module):
    """The same for an embedding."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        levels, step = levels_of(table)
        self.register_buffer("levels", levels)
        self.register_buffer("step", step)

    def forward(self, ids: Tensor) -> Tensor:
        levels = functional.embedding(ids, self.get_buffer("levels")).float()
        return levels * functional.embedding(ids, self.get_buffer("step"))


def export(model: EventEncoder, tokenizer: Tokenizer, work: Path, weights: Path) -> None:
    """Write `weights` (in bytes), and in `work` the same network in float, for comparison."""
    _write_onnx(model, work / "float" / ENCODER_FILE)
    for layer in model.layers:
        for name, part in list(layer.named_children()):
            if isinstance(part, nn.Linear):
                setattr(layer, name, GridLinear(part))
    model.words = GridEmbedding(model.words.weight.detach())  # type: ignore[assignment]
    _write_onnx(model, weights / ENCODER_FILE)
    for folder in (work / "float", weights):
        tokenizer.save(str(folder / PIECES_FILE), pretty=False)


def _write_onnx(model: EventEncoder, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    example = torch.ones(1, 12, dtype=torch.long)
    torch.onnx.export(
        model.eval(),
        (example, example),
        str(file),
        input_names=["ids", "sides"],
        output_names=["scores"],
        dynamic_axes={"ids": {1: "n"}, "sides": {1: "n"}},
        opset_version=17,
        do_constant_folding=False,  # which would make floats of the bytes again
        dynamo=False,
    )
