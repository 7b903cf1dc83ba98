"""The likelihood of whole sequences of tags: what one tag says about the next is learned with the rest.

A linear chain (Lafferty, McCallum, Pereira 2001) over the scores of the tagging head. Pieces whose label the
annotation leaves open may have any (Tsuboi et al. 2008).
"""

from __future__ import annotations

import torch
from torch import Tensor

from communique.read.encoder.decode import transitions
from training.model import LABELS
from training.windows import IGNORED

_IMPOSSIBLE = -1e4


def chain_loss(scores: Tensor, labels: Tensor, mask: Tensor, follow: Tensor) -> Tensor:
    """Minus the log likelihood of the labels, for each piece that has one.

    `scores` [batch, piece, label], `labels` [batch, piece] with `IGNORED` for what is open, `mask` [batch, piece],
    `follow` [batch, label, label]. The first and the last piece of a window are its marks and take no part.
    """
    told = labels != IGNORED
    some = told.any(1)
    if not bool(some.any()):
        return scores.sum() * 0.0
    scores, labels, mask, told, follow = (t[some] for t in (scores, labels, mask, told, follow))
    wanted = torch.nn.functional.one_hot(labels.clamp(min=0), len(LABELS)).bool() | ~told[..., None]
    free = scores[:, 1:]
    bound = free.masked_fill(~wanted[:, 1:], _IMPOSSIBLE)
    lengths = mask.sum(1).long() - 2
    follow = follow + forbidden()
    total = _mass(torch.cat([free, bound]), lengths.repeat(2), torch.cat([follow, follow]))
    every, right = total.chunk(2)
    return (every - right).sum() / mask.sum()


def forbidden() -> Tensor:
    """[label, label]: nothing where the second may come after the first, else a score that rules it out."""
    between, _ = transitions(LABELS)
    return torch.from_numpy(between)


def _mass(scores: Tensor, lengths: Tensor, follow: Tensor) -> Tensor:
    """The log of the summed weight of all sequences of each row."""
    first = torch.tensor([_IMPOSSIBLE if label[0] == "I" else 0.0 for label in LABELS])
    mass = scores[:, 0] + first
    for i in range(1, int(lengths.max())):
        onward = torch.logsumexp(mass[:, :, None] + follow, 1) + scores[:, i]
        mass = torch.where((i < lengths)[:, None], onward, mass)
    return torch.logsumexp(mass, 1)
