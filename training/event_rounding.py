"""Weights on a coarse grid: eleven values a row, so that the file that holds them in bytes packs to half its size.

What is trained is trained on the grid, so that it learns to live with it: the network computes with the rounded
weights, and the slopes go to the weights behind them.
"""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor, nn
from torch.nn.utils import parametrize

STEPS = 5  # on either side of nothing
# How much of the largest weight of a row the grid may reach: what lies beyond is cut, if that leaves less error in all.
REACHES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4)


def step_of(weight: Tensor) -> Tensor:
    """For each row (an output channel, or a word) the step that leaves the least squared error."""
    largest = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / STEPS
    choices = torch.stack([largest * reach for reach in REACHES])
    errors = torch.stack([(on_grid(weight, step) - weight).square().sum(1, keepdim=True) for step in choices])
    return choices.gather(0, errors.argmin(0, keepdim=True))[0]


def levels_of(weight: Tensor) -> tuple[Tensor, Tensor]:
    """Weights that are on their grid as whole numbers of steps, in bytes, and the step of each row.

    Raises `ValueError` for weights on no grid.
    """
    size = weight.abs()
    step = torch.where(size == 0, torch.inf, size).amin(1, keepdim=True)
    step = torch.where(step.isinf(), torch.ones_like(step), step)
    levels = (weight / step).round()
    if not torch.allclose(levels * step, weight, rtol=1e-3) or levels.abs().max() > STEPS:
        raise ValueError("these weights are not on a grid: round them first")
    return levels.to(torch.int8), step


def on_grid(weight: Tensor, step: Tensor) -> Tensor:
    """The weights moved to the grid."""
    return (weight / step).round().clamp(-STEPS, STEPS) * step


def rounded(weight: Tensor) -> None:
    """Move weights to their grid, in place."""
    with torch.no_grad():
        weight.copy_(on_grid(weight, step_of(weight)))


class OnGrid(nn.Module):
    """A weight that is used rounded and learned unrounded; the grid is that of its first values."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        self.register_buffer("step", step_of(weight.detach()))

    def forward(self, weight: Tensor) -> Tensor:
        return weight + (on_grid(weight, self.get_buffer("step")) - weight).detach()


def tables(layers: Iterable[nn.Module]) -> list[nn.Linear]:
    """The weight tables of some layers."""
    return [part for layer in layers for part in layer.children() if isinstance(part, nn.Linear)]


def learn_on_grid(layers: Iterable[nn.Module]) -> None:
    """From here on the layers compute with rounded weights."""
    for part in tables(layers):
        parametrize.register_parametrization(part, "weight", OnGrid(part.weight))


def settle(layers: Iterable[nn.Module]) -> None:
    """The rounded weights become the weights."""
    for part in tables(layers):
        parametrize.remove_parametrizations(part, "weight", leave_parametrized=True)
