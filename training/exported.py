"""Training that goes on from exported weights: the layers' bytes times their scales, the rest as it stands."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn

from communique.read.encoder.tagger import LABELS_FILE, MODEL_FILE
from training.model import Reader, load_base

_NODE = re.compile(r"/(reader/.+)/MatMul(?:_quant)?$")


def exported(folder: Path) -> Reader:
    """The reader that `export` wrote to `folder`, in float. The table of words is the base model's, which training
    leaves alone. Raises ValueError where the file holds another network."""
    model = onnx.load(str(folder / MODEL_FILE))
    held = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    found = {name.removeprefix("reader."): value for name, value in held.items() if name.startswith("reader.")}
    for node in model.graph.node:
        match = _NODE.match(node.name)
        table = next((name for name in node.input if held.get(name, np.empty(0)).ndim == 2), None)
        if match is None or table is None:
            continue
        weight = held[table].astype(np.float32)
        if table.endswith("_quantized"):
            weight = weight * held[table.removesuffix("quantized") + "scale"]
        found[match[1].removeprefix("reader/").replace("/", ".") + ".weight"] = weight.T
    labels: dict[str, Any] = json.loads((folder / LABELS_FILE).read_text(encoding="utf-8"))
    found["follow"] = np.array(list(labels["follow"].values()), dtype=np.float32)
    reader = Reader()
    load_base(reader)
    with torch.no_grad():
        for name, parameter in reader.named_parameters():
            if name != "encoder.words.weight":
                _take(parameter, name, found)
    return reader


def _take(parameter: nn.Parameter, name: str, found: dict[str, np.ndarray]) -> None:
    if name not in found or found[name].shape != tuple(parameter.shape):
        raise ValueError(f"the exported model has no {name} of shape {tuple(parameter.shape)}")
    parameter.copy_(torch.from_numpy(found[name].copy()))
