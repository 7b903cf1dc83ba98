"""GUM's documents as windows with names: what the names head learns from.

A name is a mention whose head is a proper noun, cut back to the capitalised words around that head ("the University
of Portsmouth, which …" gives "University of Portsmouth"): a mention of GUM is a whole noun phrase with its relative
clauses. A mention of a person with a common noun at its head ("the outgoing ambassador") is a description, from its
first word to that head. Of nested mentions the outer one counts.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from training.model import NAME_LABELS
from training.windows import IGNORED, Cut, Example, paragraphs

NUMBER = {label: i for i, label in enumerate(NAME_LABELS)}
_LEFT_OUT = frozenset({"conversation"})  # the Santa Barbara Corpus, whose licence may forbid derived works
_KINDS = frozenset({"person", "place", "organization", "event"})
_LINKS = frozenset({"of", "the", "and", "de", "la", "for", "-", "–", "&", "'s", "’s"})
Run = tuple[str, int, int]


def gum(folder: Path, tokenizer: Tokenizer, cut: Cut) -> list[Example]:
    """The training documents of GUM whose texts may be built upon, read by the scorer's own converter."""
    task = folder / "bench" / "grammar"
    with tempfile.TemporaryDirectory() as scratch:
        items = Path(scratch) / "items.jsonl"
        command = [
            sys.executable,
            "-B",
            str(task / "score.py"),
            "--to-jsonl",
            str(task / "train.conllu.gz"),
            str(items),
        ]
        subprocess.run(command, check=True, capture_output=True)
        documents = [json.loads(line) for line in items.read_text(encoding="utf-8").splitlines()]
    free = [document for document in documents if document.get("genre") not in _LEFT_OUT]
    return [example for document in free for example in _examples(document, tokenizer, cut)]


def _examples(document: dict[str, Any], tokenizer: Tokenizer, cut: Cut) -> Iterator[Example]:
    text = document["text"]
    runs = list(spans(document))
    for window in cut(text, paragraphs(text), tokenizer):
        labels = [IGNORED, *_labels(window.offsets, runs), IGNORED]
        yield Example(
            ids=(101, *window.ids, 102),
            shapes=(0, *window.shapes, 0),
            style=1,
            labels=(IGNORED,) * len(labels),
            names=tuple(labels),
            links=(),
        )


def spans(document: dict[str, Any]) -> Iterator[Run]:
    """(kind, start, end) of every name and description of a document, nested ones left out."""
    gold = document["gold"]
    tokens = gold["tokens"]
    last = -1
    heads = {(e["start"], e["end"], e["type"]): tuple(e["head"]) for e in gold["entities"]}
    for mention in sorted(gold["mentions"], key=lambda m: (m["start"], -m["end"])):
        head = heads.get((mention["start"], mention["end"], mention["type"]))
        found = _name(mention, head, tokens, document["text"]) if head else _description(mention, tokens)
        if found is not None and found[1] >= last:
            yield found
            last = found[2]


def _name(mention: dict[str, Any], head: tuple[int, int], tokens: Sequence[Any], text: str) -> Run | None:
    inside = [t for t in tokens if mention["start"] <= t[0] and t[1] <= mention["end"]]
    at = next((i for i, t in enumerate(inside) if (t[0], t[1]) == head), None)
    if at is None:
        return None
    first = _reach(inside, at, -1, text)
    last = _reach(inside, at, 1, text)
    kind = mention["type"] if mention["type"] in _KINDS else "other"
    return kind, inside[first][0], inside[last][1]


def _reach(inside: Sequence[Any], at: int, step: int, text: str) -> int:
    """The farthest word from `at` that capitals reach, over single linking words between them."""
    reached = i = at
    while 0 <= i + step < len(inside):
        i += step
        word = text[inside[i][0] : inside[i][1]]
        if inside[i][2] == "PROPN" or (word[:1].isupper() and inside[i][2] in {"ADJ", "NOUN", "VERB"}):
            reached = i
        elif word.lower() not in _LINKS or abs(i - reached) > 2:
            break
    return reached


def _description(mention: dict[str, Any], tokens: Sequence[Any]) -> Run | None:
    if mention["type"] != "person":
        return None
    inside = [(i, t) for i, t in enumerate(tokens) if mention["start"] <= t[0] and t[1] <= mention["end"]]
    numbers = {i for i, _ in inside}
    heads = [t for _, t in inside if t[3] not in numbers]
    if len(heads) != 1 or heads[0][2] != "NOUN":
        return None
    return "description", mention["start"], heads[0][1]


def _labels(offsets: Sequence[tuple[int, int]], runs: Sequence[Run]) -> list[int]:
    found = []
    before: Run | None = None
    for first, last in offsets:
        run = next((r for r in runs if min(last, r[2]) - max(first, r[1]) > (last - first) / 2), None)
        found.append(0 if run is None else NUMBER[("I-" if run == before else "B-") + run[0]])
        before = run
    return found
