"""From the trained reader to what ships: ONNX in float for comparison, and in int8 with the tokenizer and labels."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from torch import Tensor, nn

from communique.read.encoder.tagger import LABELS_FILE, MODEL_FILE, TOKENIZER_FILE
from training.model import LABELS, LINKS, NAME_LABELS, Reader
from training.windows import load_tokenizer

LEVELS = 18


class ByteEmbedding(nn.Module):
    """An embedding kept in bytes with one scale a row: a quarter of the size, and next to no loss. A value is one of
    `LEVELS` steps either side of nothing: few values pack well, which keeps the wheel small."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / LEVELS
        self.register_buffer("table", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        table, scale = self.get_buffer("table"), self.get_buffer("scale")
        return nn.functional.embedding(ids, table).float() * nn.functional.embedding(ids, scale)


class Unpadded(nn.Module):
    """The reader for one window without padding, so without a mask."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, shapes: Tensor, style: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        tags, links, names = self.reader(ids, shapes, style, torch.ones_like(ids, dtype=torch.float32))
        return tags, links, names


def export(reader: Reader, work: Path, weights: Path) -> None:
    """Write `weights` (int8) and, beside the checkpoints, a folder `float` of the same files in float."""
    in_float = work / "float"
    write_onnx(reader, in_float / MODEL_FILE)
    describe(reader, in_float)
    # only the table of words is large; the small tables stay as they are
    reader.encoder.words = ByteEmbedding(reader.encoder.words.weight.detach())  # type: ignore[assignment]
    write_onnx(reader, work / "bytes.onnx")
    quantise(work / "bytes.onnx", weights / MODEL_FILE)
    describe(reader, weights)


def write_onnx(reader: Reader, file: Path) -> None:
    """Export with a free length."""
    file.parent.mkdir(parents=True, exist_ok=True)
    example = torch.ones(1, 12, dtype=torch.long)
    torch.onnx.export(
        Unpadded(reader).eval(),
        (example, example, torch.ones(1, dtype=torch.long)),
        str(file),
        input_names=["ids", "shapes", "style"],
        output_names=["tags", "links", "names"],
        dynamic_axes={
            "ids": {1: "n"},
            "shapes": {1: "n"},
            "tags": {1: "n"},
            "links": {2: "n", 3: "n"},
            "names": {1: "n"},
        },
        opset_version=17,
        dynamo=False,
    )


def quantise(source: Path, target: Path) -> None:
    """Weights of the layers in int8, one scale a channel; seven bits of it, because processors without VNNI
    saturate on eight. The heads stay in float."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    target.parent.mkdir(parents=True, exist_ok=True)
    prepared = source.with_suffix(".prepared.onnx")
    quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
    nodes = onnx.load(str(prepared)).graph.node
    heads = [node.name for node in nodes if node.op_type in {"MatMul", "Gemm"} and "encoder" not in node.name]
    quantize_dynamic(
        str(prepared),
        str(target),
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=heads,
    )


def describe(reader: Reader, folder: Path) -> None:
    """Write the tokenizer, the labels and what one label says of the next beside a model."""
    folder.mkdir(parents=True, exist_ok=True)
    load_tokenizer().save(str(folder / TOKENIZER_FILE), pretty=False)
    follow = {name: _rounded(reader.follow[i]) for i, name in enumerate(("polnear", "communique"))}
    labels = {"tags": list(LABELS), "links": list(LINKS), "names": list(NAME_LABELS), "follow": follow}
    (folder / LABELS_FILE).write_text(json.dumps(labels) + "\n", encoding="utf-8")


def _rounded(table: Tensor) -> list[list[float]]:
    return [[round(value, 3) for value in row] for row in table.detach().tolist()]
