"""Training reports as attributions: PolNeAR's lines and the project's own annotated statements.

A statement names its speakers but does not mark where the text does. The source is sought in the sentence: the
mention of a speaker, or a pronoun, that stands nearest before the cue (else after it). Where none is found, the
sentence's other words are left open, because one of them may be a source.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

Chars = tuple[int, int]
Spans = dict[str, list[Chars]]
TRAINING = ("train", "agency_train")
_PRONOUN = re.compile(r"\b(?:he|she|they)\b", re.I)
_TOGETHER = re.compile(
    r"\b(?:both|(?:the )?two|the)\s+(?:\w+\s+)?"
    r"(?:sides|leaders|ministers|countries|parties|officials|delegations|governments|presidents|diplomats|nations)\b"
    r"|\bthey\b|\bboth\b",
    re.I,
)
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)”\"’'%][.?!])[”\"’']?\s+(?=[\"“‘'(]?[^\W\d_a-z])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Marked:
    """A report with its attributions. `body` is where the text proper begins; `open` holds stretches whose
    unmarked words teach nothing; `unsure` the attributions whose source is not known."""

    text: str
    attributions: list[Spans]
    body: int = 0
    open: list[Chars] = field(default_factory=list)
    unsure: frozenset[int] = frozenset()

    @classmethod
    def of_polnear(cls, row: dict[str, Any]) -> Self:
        roles = ("source", "cue", "content")
        return cls(row["text"], [{r: [(s, e) for s, e in a.get(r, [])] for r in roles} for a in row["gold"]])


def gold_reports(folder: Path) -> list[Marked]:
    """The project's training reports, in the order of their names."""
    files = sorted(file for part in TRAINING for file in (folder / part).glob("*.json"))
    return [_read(file, folder / "texts") for file in files]


def _read(file: Path, texts: Path) -> Marked:
    gold = json.loads(file.read_text(encoding="utf-8"))
    text = (texts / f"{gold['doc']}.txt").read_text(encoding="utf-8")
    placed = [(statement, *_place(text, statement)) for statement in gold["statements"]]
    contents = [content for _, content, _ in placed if content]
    attributions: list[Spans] = []
    left_open: list[Chars] = []
    unsure: set[int] = set()
    for statement, content, cue in placed:
        if content is None or cue is None:
            left_open.append(_quote(text, statement))
            continue
        source = _source(text, statement, cue, contents, gold["people"])
        if source is None:
            unsure.add(len(attributions))
            left_open.append(_sentence(text, cue))
        attributions.append({"source": [source] if source else [], "cue": [cue], "content": [content]})
    return Marked(text, attributions, text.find("\n\n"), left_open, frozenset(unsure))


def _quote(text: str, statement: dict[str, Any]) -> Chars:
    at = -1
    for _ in range(statement.get("nth") or 1):
        at = text.find(statement["quote"], at + 1)
    return (at, at + len(statement["quote"])) if at >= 0 else (0, 0)


def _place(text: str, statement: dict[str, Any]) -> tuple[Chars | None, Chars | None]:
    """The characters of a statement's content and of its cue, the cue's occurrence nearest to the content."""
    start, end = _quote(text, statement)
    content = statement.get("content")
    at = text.find(content, start, end) if content else -1
    if at < 0:
        return None, None
    inside = (at, at + len(content))
    cues = [c for c in _occurrences(text, statement.get("cue") or "", start, end) if not _meet(c, inside)]
    if not cues:
        return inside, None
    return inside, min(cues, key=lambda cue: (max(inside[0] - cue[1], cue[0] - inside[1]), cue))


def _occurrences(text: str, phrase: str, start: int, end: int) -> list[Chars]:
    if not phrase:
        return []
    found = re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text[start:end])
    return [(start + match.start(), start + match.end()) for match in found]


def _meet(a: Chars, b: Chars) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _sentence(text: str, cue: Chars) -> Chars:
    start, end = 0, len(text)
    for match in _SENTENCE_END.finditer(text):
        if match.end() <= cue[0]:
            start = match.end()
        elif match.start() >= cue[1]:
            end = match.start()
            break
    return start, end


def _source(
    text: str,
    statement: dict[str, Any],
    cue: Chars,
    contents: Sequence[Chars],
    people: Sequence[dict[str, Any]],
) -> Chars | None:
    start, end = _sentence(text, cue)
    found = [
        c
        for c in _candidates(text, statement, people, start, end)
        if not _meet(c, cue) and not any(_meet(c, content) for content in contents)
    ]
    before = [c for c in found if c[1] <= cue[0]]
    if before:
        nearest = max(before, key=lambda c: (c[1], c[1] - c[0]))
        return _joined(text, nearest, before) if len(statement["speakers"]) > 1 else nearest
    return min(found, key=lambda c: (c[0], c[0] - c[1]), default=None)


def _candidates(
    text: str, statement: dict[str, Any], people: Sequence[dict[str, Any]], start: int, end: int
) -> Iterator[Chars]:
    for person in people:
        if person["name"] in statement["speakers"]:
            for phrase in {person["name"], *person["mentions"]}:
                yield from _occurrences(text, phrase, start, end)
    together = statement.get("joint") or len(statement["speakers"]) != 1
    pattern = _TOGETHER if together else _PRONOUN
    for match in pattern.finditer(text, start, end):
        yield match.span()


def _joined(text: str, last: Chars, before: Sequence[Chars]) -> Chars:
    """Speakers named one after the other ("A and B agreed") are one source."""
    for other in sorted(before):
        if other[1] <= last[0] and re.fullmatch(r",? and ", text[other[1] : last[0]]):
            return other[0], last[1]
    return last
