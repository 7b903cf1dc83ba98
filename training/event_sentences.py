"""What the classifier of events learns from: marked sentences with their types.

Two sources: the training part of the public yardstick, and sentences of our own, written for each CAMEO code in
`event_phrases.yaml` and put together by `event_compositions.yaml` (the telling of one event inside another's).
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from communique.model import Span
from communique.read.events.codebook import cameo_rows
from communique.read.events.features import Marked

HERE = Path(__file__).resolve().parent
SEED = 3
# How many deeds each head of a composition is put together with, and how many endings each phrase is given.
DEEDS, ENDINGS = 4, 1
_SIDE = re.compile(r"\b[ST]\b")
_SPLIT_LATER = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


@dataclass(frozen=True, slots=True)
class Lesson:
    """A marked sentence, the type of its event, how much it counts beside the others, and whether its sides are
    the letters S and T only."""

    sentence: Marked
    event: str
    weight: float = 1.0
    nameless: bool = False


def yardstick(file: Path) -> list[Lesson]:
    """The items of one part of the public yardstick."""
    with file.open(encoding="utf-8") as lines:
        return [Lesson(marked(item), item["gold"]["root"]) for item in map(json.loads, lines)]


def marked(item: dict[str, Any]) -> Marked:
    """An item's sentence with the places that its annotators marked."""
    source = tuple(Span(*edges) for edges in item["source_spans"])
    return Marked(item["text"], source, tuple(Span(*edges) for edges in item["target_spans"]))


def own_phrases(weight: float) -> list[Lesson]:
    """Every sentence of `event_phrases.yaml`."""
    return [Lesson(sides(phrase), _event(code), weight, nameless=True) for code, phrase in _phrases()]


def own_compositions(weight: float) -> list[Lesson]:
    """Heads with deeds in them, and phrases with endings; the same ones in every run."""
    parts = yaml.safe_load((HERE / "event_compositions.yaml").read_text(encoding="utf-8"))
    chance = random.Random(SEED)
    made = [*_with_deeds(parts, chance), *_with_endings(parts, chance)]
    return [Lesson(sides(sentence), _event(code), weight, nameless=True) for code, sentence in made]


def sides(phrase: str) -> Marked:
    """A phrase with its letters S and T marked."""
    found: dict[str, list[Span]] = {"S": [], "T": []}
    for match in _SIDE.finditer(phrase):
        found[match[0]].append(Span(*match.span()))
    return Marked(phrase, tuple(found["S"]), tuple(found["T"]))


def _phrases() -> list[tuple[str, str]]:
    listed = yaml.safe_load((HERE / "event_phrases.yaml").read_text(encoding="utf-8"))
    return [(code, phrase) for code, phrases in listed.items() for phrase in phrases]


def _event(code: str) -> str:
    event = next(row.event for row in cameo_rows() if row.code == code)
    return _SPLIT_LATER.get(event, event)


def _with_deeds(parts: dict[str, Any], chance: random.Random) -> Iterator[tuple[str, str]]:
    every = [deed for deeds in parts["deeds"].values() for deed in deeds]
    for kind, heads in parts["heads"].items():
        deeds, count = (every, DEEDS) if kind == "any" else (parts["deeds"][kind], 2 * DEEDS)
        for code, sentences in heads.items():
            for sentence in sentences:
                for deed in chance.sample(deeds, min(count, len(deeds))):
                    yield code, _filled(sentence, deed)


def _with_endings(parts: dict[str, Any], chance: random.Random) -> Iterator[tuple[str, str]]:
    every = [deed for deeds in parts["deeds"].values() for deed in deeds]
    for code, phrase in _phrases():
        for _ in range(ENDINGS):
            ending = _filled(chance.choice(parts["endings"]), chance.choice(every))
            yield code, f"{phrase.rstrip('.')}{ending}."


def _filled(sentence: str, deed: Sequence[str]) -> str:
    for form, words in zip(("{to}", "{ing}", "{noun}"), deed, strict=True):
        sentence = sentence.replace(form, words)
    return sentence
