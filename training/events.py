"""`python -m training.events DATA`: learn the types of events and write the weights that `communique.code` uses.

DATA is the folder that holds `bench/events/train.jsonl`, and `corpus` and `gold` for the words that an encoder should
know. Needs training/requirements.txt beside the package's own. `--fold N` holds a fifth of the training part back and
says how well it is answered instead of writing anything.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch

from communique.read.events.classifier import EVENTS, LINEAR_FILE, joined
from training import event_words
from training.event_encoder import Plan, probabilities, train
from training.event_export import export, kept_pieces, small_tokenizer
from training.event_measure import WEIGHTS, figures
from training.event_sentences import Lesson, own_compositions, own_phrases, yardstick

# What our own sentences count beside one of the yardstick; chosen on folds of the training part.
PHRASE, COMPOSITION = 1.5, 0.5
PHRASE_ENCODER, COMPOSITION_ENCODER = 0.5, 0.25
# Every how many compositions the encoder learns one: it needs fewer, and each costs time.
SPARSE = 3
FOLDS = 5


def main() -> None:
    """Learn and write, or learn on four fifths and measure on the fifth."""
    parser = argparse.ArgumentParser(prog="python -m training.events", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with bench/events, corpus and gold")
    parser.add_argument("--work", type=Path, default=Path("work-events"), help="folder for what is not shipped")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="where the weights go")
    parser.add_argument("--fold", type=int, help=f"measure on this fold of {FOLDS}, and write nothing")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    given = yardstick(options.data / "bench" / "events" / "train.jsonl")
    kept = kept_pieces(_learned(given), _other_texts(options.data))
    if options.fold is not None:
        measure(given, kept, options.fold)
        return
    event_words.write(event_words.fit(for_words(given)), options.weights / LINEAR_FILE)
    tokenizer = small_tokenizer(kept)
    export(train(for_encoder(given), kept, tokenizer, Plan()), tokenizer, options.work, options.weights)


def for_words(given: Sequence[Lesson]) -> list[Lesson]:
    """What the linear model learns from."""
    return [*given, *own_phrases(PHRASE), *own_compositions(COMPOSITION)]


def for_encoder(given: Sequence[Lesson]) -> list[Lesson]:
    """What the encoder learns from."""
    return [*given, *own_phrases(PHRASE_ENCODER), *own_compositions(COMPOSITION_ENCODER)[::SPARSE]]


def _learned(given: Sequence[Lesson]) -> Iterator[str]:
    for lesson in (*given, *own_phrases(1.0), *own_compositions(1.0)):
        yield lesson.sentence.text


def _other_texts(data: Path) -> Iterator[str]:
    """Reports of diplomacy, every fourth of the corpus: only which words are frequent is taken from them."""
    with gzip.open(data / "corpus" / "white-house.jsonl.gz", "rt", encoding="utf-8") as lines:
        for i, line in enumerate(lines):
            if i % 4 == 0:
                yield json.loads(line)["text"]
    for file in sorted((data / "gold" / "agency_train").glob("*.json")):
        yield (data / "gold" / "texts" / f"{file.stem}.txt").read_text(encoding="utf-8")


def measure(given: Sequence[Lesson], kept: list[int], fold: int) -> None:
    """Print the figures of the linear model, of the encoder and of both on one fold."""
    held = held_back(given, fold)
    rest = [lesson for i, lesson in enumerate(given) if i not in held]
    asked = [given[i] for i in sorted(held)]
    words = event_words.fit(for_words(rest))
    tokenizer = small_tokenizer(kept)
    encoder = train(for_encoder(rest), kept, tokenizer, Plan())
    by_words = event_words.answers(words, [lesson.sentence for lesson in asked])
    by_encoder = np.array([probabilities(encoder, lesson.sentence, tokenizer) for lesson in asked])
    for name, found in (("words", by_words), ("encoder", by_encoder), ("both", joined(by_words, by_encoder))):
        print(name, " ".join(f"{level} {value:.1f}" for level, value in figures(asked, found).items()))


def held_back(given: Sequence[Lesson], fold: int) -> set[int]:
    """The numbers of one fold's lessons: a fifth of each type, all lessons of one sentence together."""
    chance = random.Random(1)
    fold_of: dict[str, int] = {}
    for event in EVENTS:
        texts = sorted({lesson.sentence.text for lesson in given if lesson.event == event} - fold_of.keys())
        chance.shuffle(texts)
        fold_of |= {text: i % FOLDS for i, text in enumerate(texts)}
    return {i for i, lesson in enumerate(given) if fold_of[lesson.sentence.text] == fold}


if __name__ == "__main__":
    main()
