"""The encoder of event types: MiniLM-L6 with the source's and the target's words marked, and one head.

The lower half keeps its pretrained weights, so that each sentence is put through it once; the upper half is trained on
what comes out of it. The two sides are marked between the halves.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from communique.model import Span
from communique.read.events.classifier import EVENTS
from communique.read.events.features import Marked
from communique.read.events.pieces import LONGEST, pieces
from training.event_rounding import learn_on_grid, rounded, settle, tables
from training.event_sentences import Lesson
from training.model import LAYERS, WIDTH, Reader, load_base

LOWER = 3
# Stand-ins for source and target: a sentence is learned in its own names and in others.
NAMES = (
    "Ruritania", "Freedonia", "the government", "the rebels", "Kenya", "Japan", "Foreign Minister Lee",
    "President Diaz", "the opposition", "the union", "the ministry", "Norway", "Peru", "the army",
    "the United Nations", "the city council", "police", "the company", "Chad", "the European Union",
    "Prime Minister Khan", "activists", "India", "the court", "local officials", "the militants", "Greece", "workers",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Plan:
    """How the upper half is trained; chosen on folds of the training part."""

    passes: int = 6
    rate: float = 1e-4
    head_rate: float = 1e-3
    warm_up: float = 0.1
    batch: int = 16
    smoothing: float = 0.05
    renamings: int = 2
    seed: int = 20261124


class EventEncoder(nn.Module):
    """Scores of the types from pieces and their sides: [batch, type]."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        reader = Reader(dropout, nn.Linear)
        load_base(reader)
        base = reader.encoder
        self.words, self.norm, self.layers = base.words, base.norm, base.layers
        places = base.positions.weight.detach()[: LONGEST + 2] + base.styles.weight.detach()[:1]
        self.positions = nn.Embedding.from_pretrained(places)
        self.sides = nn.Embedding(3, WIDTH)
        nn.init.normal_(self.sides.weight, std=0.02)
        self.dropout = nn.Dropout(2 * dropout)
        self.out = nn.Linear(4 * WIDTH, len(EVENTS))

    def lower(self, ids: Tensor, mask: Tensor) -> Tensor:
        """States after the lower half."""
        places = torch.arange(ids.shape[1], device=ids.device)
        states: Tensor = self.norm(self.words(ids) + self.positions(places))
        for layer in self.layers[:LOWER]:
            states = layer(states, _bias(mask))
        return states

    def upper(self, states: Tensor, sides: Tensor, mask: Tensor) -> Tensor:
        """Scores from the states of the lower half: of the start, of all words, of the source and of the target."""
        states = states + self.sides(sides)
        for layer in self.layers[LOWER:]:
            states = layer(states, _bias(mask))
        shares = (mask, (sides == 1).to(states.dtype), (sides == 2).to(states.dtype))
        found = torch.cat([states[:, 0], *(_mean(states, share) for share in shares)], 1)
        scores: Tensor = self.out(self.dropout(found))
        return scores

    def forward(self, ids: Tensor, sides: Tensor) -> Tensor:
        mask = torch.ones_like(ids, dtype=torch.float32)
        return self.upper(self.lower(ids, mask), sides, mask)


def _bias(mask: Tensor) -> Tensor:
    return ((1.0 - mask) * -1e4)[:, None, None]


def _mean(states: Tensor, share: Tensor) -> Tensor:
    return (states * share[..., None]).sum(1) / share.sum(1, keepdim=True).clamp(min=1.0)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A sentence after the lower half."""

    states: Tensor
    sides: Tensor


def prepare(model: EventEncoder, sentences: Sequence[Marked], tokenizer: Tokenizer) -> list[Prepared]:
    """Each sentence through the lower half, in the order given."""
    found = []
    with torch.no_grad():
        for sentence in sentences:
            ids, sides = pieces(sentence, tokenizer)
            row = torch.tensor([ids])
            states = model.lower(row, torch.ones_like(row, dtype=torch.float32))[0]
            found.append(Prepared(states, torch.tensor(sides)))
    return found


def renamed(sentence: Marked, chance: random.Random) -> Marked:
    """The sentence with other names for its two sides."""
    names = dict(zip(("source", "target"), chance.sample(NAMES, 2), strict=True))
    marks = [(span, "source") for span in sentence.source] + [(span, "target") for span in sentence.target]
    text, done = "", 0
    places: dict[str, list[Span]] = {"source": [], "target": []}
    for span, side in sorted(marks):
        if span.start < done:
            continue
        text += sentence.text[done : span.start]
        places[side].append(Span(len(text), len(text) + len(names[side])))
        text += names[side]
        done = span.end
    text += sentence.text[done:]
    return Marked(text, tuple(places["source"]), tuple(places["target"]))


def variants(lesson: Lesson, plan: Plan, chance: random.Random) -> list[Marked]:
    """The forms in which a lesson is learned: under other names, and under its own if it has any."""
    own = [] if lesson.nameless else [lesson.sentence]
    return own + [renamed(lesson.sentence, chance) for _ in range(plan.renamings)]


def train(lessons: Sequence[Lesson], kept: Sequence[int], tokenizer: Tokenizer, plan: Plan) -> EventEncoder:
    """The trained encoder of the pieces kept; the outcome depends on the seed alone."""
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)
    model = EventEncoder()
    model.words = nn.Embedding.from_pretrained(model.words.weight.detach()[list(kept)].clone())
    for table in (model.words, *tables(model.layers[:LOWER])):
        rounded(table.weight)
    forms = [variants(lesson, plan, chance) for lesson in lessons]
    states = [prepare(model.eval(), form, tokenizer) for form in forms]
    learn_on_grid(model.layers[LOWER:])
    _fit(model.train(), lessons, states, plan)
    settle(model.layers[LOWER:])
    return model.eval()


def _fit(model: EventEncoder, lessons: Sequence[Lesson], states: Sequence[Sequence[Prepared]], plan: Plan) -> None:
    chance = random.Random(plan.seed + 1)
    body = [parameter for layer in model.layers[LOWER:LAYERS] for parameter in layer.parameters()]
    head = [*model.out.parameters(), *model.sides.parameters()]
    groups = [{"params": body, "rate": plan.rate}, {"params": head, "rate": plan.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    answers, weights = _answers(lessons)
    steps = plan.passes * (-(-len(lessons) // plan.batch))
    step = 0
    for number in range(plan.passes):
        total = 0.0
        chosen = [chance.choice(form) for form in states]
        for batch in _batches([len(one.sides) for one in chosen], plan.batch, chance):
            factor = min(1.0, step / (plan.warm_up * steps)) * (1 - step / steps)
            for group in optimizer.param_groups:
                group["lr"] = group["rate"] * factor
            scores = model.upper(*_padded([chosen[i] for i in batch]))
            loss = functional.cross_entropy(scores, answers[batch], reduction="none", label_smoothing=plan.smoothing)
            loss = (loss * weights[batch]).mean()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*body, *head], 1.0)
            optimizer.step()
            optimizer.zero_grad()
            total += float(loss.detach()) * len(batch)
            step += 1
        print(f"pass {number + 1} of {plan.passes}: loss {total / len(lessons):.4f}", flush=True)


def _answers(lessons: Sequence[Lesson]) -> tuple[Tensor, Tensor]:
    """The types by number, and the weight of each lesson: rarer types count more, by the root of their rarity."""
    answers = torch.tensor([EVENTS.index(lesson.event) for lesson in lessons])
    given = torch.tensor([lesson.weight for lesson in lessons])
    counts = torch.zeros(len(EVENTS)).index_add(0, answers, given)
    return answers, given * (counts.sum() / len(EVENTS) / counts).sqrt()[answers]


def _batches(lengths: Sequence[int], size: int, chance: random.Random) -> list[list[int]]:
    """Batches of about one length, in any order."""
    order = sorted(range(len(lengths)), key=lambda i: lengths[i] + 6 * chance.random())
    made = [order[i : i + size] for i in range(0, len(order), size)]
    chance.shuffle(made)
    return made


def _padded(rows: Sequence[Prepared]) -> tuple[Tensor, Tensor, Tensor]:
    length = max(len(row.sides) for row in rows)
    states = torch.zeros(len(rows), length, WIDTH)
    sides = torch.zeros(len(rows), length, dtype=torch.long)
    mask = torch.zeros(len(rows), length)
    for i, row in enumerate(rows):
        states[i, : len(row.sides)] = row.states
        sides[i, : len(row.sides)] = row.sides
        mask[i, : len(row.sides)] = 1.0
    return states, sides, mask


def probabilities(model: EventEncoder, sentence: Marked, tokenizer: Tokenizer) -> list[float]:
    """The trained encoder's answer for one sentence, in float."""
    ids, sides = pieces(sentence, tokenizer)
    with torch.no_grad():
        scores = model(torch.tensor([ids]), torch.tensor([sides]))
    found: list[float] = scores[0].softmax(0).tolist()
    return found
