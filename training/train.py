"""The training loop: fixed order and seeds, a checkpoint every few minutes, and resuming from the last one."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training.chain import chain_loss
from training.export import ByteEmbedding
from training.model import LINKS, Reader, load_base
from training.windows import IGNORED, Example


@dataclass(frozen=True, slots=True)
class Plan:
    """How a run goes. A pass reads every PolNeAR window that has an attribution, `keep_empty` of the others, GUM's
    windows once, and the project's own gold `gold_times` times. `chain_weight` is the weight of whole sequences of tags
    beside single ones. `bfloat16` multiplies in sixteen bits. With `minutes` the run ends after that time on the clock,
    however often it was stopped, with the rate brought down to nothing by then; without, the outcome depends on the
    seed alone."""

    passes: float = 3.0
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    batch_pieces: int = 1500
    gold_times: int = 20
    keep_empty: float = 0.35
    link_weight: float = 0.3
    name_weight: float = 1.0
    chain_weight: float = 0.0
    bfloat16: bool = False
    minutes: float | None = None
    seed: int = 20261124
    checkpoint_seconds: float = 300.0


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples padded to one length."""

    ids: Tensor
    shapes: Tensor
    style: Tensor
    mask: Tensor
    labels: Tensor
    names: Tensor
    links: Tensor


def collate(examples: Sequence[Example]) -> Batch:
    """Pad; `links` are rows of (example, kind, from, to)."""
    length = max(len(example.ids) for example in examples)

    def padded(rows: Sequence[Sequence[int]], filler: int) -> Tensor:
        return torch.tensor([[*row, *[filler] * (length - len(row))] for row in rows])

    links = [(i, *link) for i, example in enumerate(examples) for link in example.links]
    return Batch(
        ids=padded([e.ids for e in examples], 0),
        shapes=padded([e.shapes for e in examples], 0),
        style=torch.tensor([e.style for e in examples]),
        mask=padded([[1] * len(e.ids) for e in examples], 0).float(),
        labels=padded([e.labels for e in examples], IGNORED),
        names=padded([e.names for e in examples], IGNORED),
        links=torch.tensor(links, dtype=torch.long).reshape(-1, 4),
    )


@dataclass(frozen=True, slots=True)
class Material:
    """The windows to learn from, by source; each pass reads the next of several ways of cutting them."""

    polnear: Sequence[Sequence[Example]]
    gold: Sequence[Sequence[Example]]
    gum: Sequence[Sequence[Example]]


def batches(material: Material, number: int, plan: Plan) -> list[list[Example]]:
    """The batches of pass `number`, each of examples of about one length; the same in every run."""
    chance = random.Random(plan.seed + number)
    chosen = [e for e in _turn(material.polnear, number) if not e.empty or chance.random() < plan.keep_empty]
    chosen += [*_turn(material.gold, number)] * plan.gold_times
    chosen += _turn(material.gum, number)
    order = sorted(chosen, key=lambda e: len(e.ids) + 20 * chance.random())
    made: list[list[Example]] = [[]]
    longest = 0
    for example in order:
        longest = max(longest, len(example.ids))
        if made[-1] and longest * (len(made[-1]) + 1) > plan.batch_pieces:
            made.append([])
            longest = len(example.ids)
        made[-1].append(example)
    chance.shuffle(made)
    return made


def _turn(ways: Sequence[Sequence[Example]], number: int) -> Sequence[Example]:
    return ways[number % len(ways)]


def loss_of(reader: Reader, batch: Batch, plan: Plan) -> Tensor:
    """Cross entropy of the tags, of the names, and of the links from each content's first piece."""
    tags, links, names = (scores.float() for scores in reader(batch.ids, batch.shapes, batch.style, batch.mask))
    loss = _entropy(tags, batch.labels) + plan.name_weight * _entropy(names, batch.names)
    if plan.chain_weight:
        loss = loss + plan.chain_weight * chain_loss(tags, batch.labels, batch.mask, reader.follow[batch.style])
    if not len(batch.links):
        return loss
    example, kind, start, target = batch.links.unbind(1)
    chosen = links[example, kind, start]
    for k in range(len(LINKS)):
        if bool((kind == k).any()):
            loss = loss + plan.link_weight * functional.cross_entropy(chosen[kind == k], target[kind == k])
    return loss


def _entropy(scores: Tensor, wanted: Tensor) -> Tensor:
    """The mean over the pieces that teach something; nothing where none does. A batch mixes sources, so the mean is
    weighted by their share: a head that few windows teach shall not shout."""
    told = wanted != IGNORED
    if not bool(told.any()):
        return scores.sum() * 0.0
    return functional.cross_entropy(scores[told], wanted[told]) * told.float().mean()


class Run:
    """A training run that can be stopped and taken up again from `folder`."""

    def __init__(self, material: Material, plan: Plan, folder: Path, start: Reader | None = None) -> None:
        """`start` is the reader to go on from; the pretrained encoder without."""
        self.material, self.plan, self.folder = material, plan, folder
        torch.manual_seed(plan.seed)
        self.reader = Reader()
        load_base(self.reader)
        if start is not None:
            self.reader.load_state_dict(start.state_dict())
        words = self.reader.encoder.words.weight.requires_grad_(False)
        words.copy_(ByteEmbedding(words)(torch.arange(len(words))))  # learn with the table that ships
        heads = self.reader.head_parameters()
        known = {id(parameter) for parameter in heads}
        body = [p for p in self.reader.parameters() if p.requires_grad and id(p) not in known]
        groups = [{"params": body}, {"params": heads}]
        self.optimizer = torch.optim.AdamW(groups, lr=plan.rate, weight_decay=0.01)
        self.step = 0
        self.seconds = 0.0
        self.steps = int(plan.passes * len(batches(material, 0, plan)))
        self._resume()

    @property
    def checkpoint(self) -> Path:
        return self.folder / "checkpoint.pt"

    def train(self) -> Reader:
        """Train to the end; returns the reader."""
        self.reader.train()
        before = saved = time.monotonic()
        recent: list[float] = []
        for examples in self._remaining():
            if self.done >= 1:
                break
            recent.append(self._learn(examples))
            self.step += 1
            now = time.monotonic()
            self.seconds += now - before
            before = now
            if self.step % 20 == 0:
                print(
                    f"step {self.step}/{self.steps} loss {sum(recent) / len(recent):.4f} {self.seconds:.0f} s",
                    flush=True,
                )
                recent.clear()
            if now - saved > self.plan.checkpoint_seconds:
                self._save()
                saved = now
        self._save()
        return self.reader.eval()

    @property
    def done(self) -> float:
        """The share of the run that is behind."""
        by_clock = self.seconds / (60 * self.plan.minutes) if self.plan.minutes else 0.0
        return max(self.step / self.steps, by_clock)

    def _remaining(self) -> Iterator[list[Example]]:
        seen = 0
        number = 0
        while seen < self.steps:
            for made in batches(self.material, number, self.plan):
                if self.step <= seen < self.steps:
                    yield made
                seen += 1
            number += 1

    def _learn(self, examples: Sequence[Example]) -> float:
        factor = min(1.0, self.done / self.plan.warm_up) * (1 - self.done)
        for group, rate in zip(self.optimizer.param_groups, (self.plan.rate, self.plan.head_rate), strict=True):
            group["lr"] = rate * factor
        with torch.autocast("cpu", torch.bfloat16, enabled=self.plan.bfloat16):
            loss = loss_of(self.reader, collate(examples), self.plan)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([p for p in self.reader.parameters() if p.requires_grad], 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        return float(loss.detach())

    def _save(self) -> None:
        state = {
            "reader": self.reader.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "step": self.step,
            "seconds": self.seconds,
            "random": torch.get_rng_state(),
        }
        unfinished = self.checkpoint.with_suffix(".part")
        torch.save(state, unfinished)
        unfinished.replace(self.checkpoint)
        told = {**asdict(self.plan), "step": self.step, "steps": self.steps, "elapsed": round(self.seconds / 60)}
        (self.folder / "plan.json").write_text(json.dumps(told, indent=1), encoding="utf-8")

    def _resume(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        if not self.checkpoint.exists():
            return
        state = torch.load(self.checkpoint, weights_only=True)
        self.reader.load_state_dict(state["reader"])
        self.optimizer.load_state_dict(state["optimizer"])
        torch.set_rng_state(state["random"])
        self.step, self.seconds = state["step"], state["seconds"]
        print(f"resumed at step {self.step} of {self.steps}", flush=True)
