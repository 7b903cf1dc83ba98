"""From the trained event encoder to what ships: ONNX in int8 on a coarse grid, and a tokenizer of the kept pieces."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import torch
from tokenizers import Tokenizer

from communique.read.events.network import ENCODER_FILE, PIECES_FILE
from training.event_encoder import EventEncoder
from training.event_rounding import rounded
from training.export import ByteEmbedding
from training.model import base_folder

# A piece is kept that is among the first of the base's list (which goes by frequency), or is met this often in the
# texts given, or is one character. Others fall back to shorter pieces, which the tokenizer finds by itself.
COMMON, MET = 7000, 20
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


def export(model: EventEncoder, tokenizer: Tokenizer, work: Path, weights: Path) -> None:
    """Write `weights` (int8), and in `work` the same network in float, for comparison."""
    _write_onnx(model, work / "float" / ENCODER_FILE)
    for layer in model.layers:
        for part in (layer.qkv, layer.out, layer.up, layer.down):
            rounded(part.weight)
    model.words = ByteEmbedding(model.words.weight.detach())  # type: ignore[assignment]
    _write_onnx(model, work / "bytes.onnx")
    _quantise(work / "bytes.onnx", weights / ENCODER_FILE)
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
        dynamo=False,
    )


def _quantise(source: Path, target: Path) -> None:
    """The layers in int8, one scale a channel, seven bits of it; the head stays in float."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    target.parent.mkdir(parents=True, exist_ok=True)
    prepared = source.with_suffix(".prepared.onnx")
    quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
    nodes = onnx.load(str(prepared)).graph.node
    heads = [node.name for node in nodes if node.op_type in {"MatMul", "Gemm"} and "layers" not in node.name]
    quantize_dynamic(
        str(prepared),
        str(target),
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=heads,
    )
