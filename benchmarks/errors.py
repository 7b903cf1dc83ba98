"""Where the reader loses what is there, by cause: `python -m benchmarks.errors [FOLDER OF ANNOTATIONS]`.

Items are paired as the scorer of the annotated reports pairs them. A pair may be wrong in several fields; it counts
under each.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.util import module_from_spec, spec_from_file_location
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks import gold
from benchmarks.yardsticks import ABSENT, SHARED

Item = dict[str, Any]
Pair = tuple[Item, Item]
ANNOTATED = SHARED / "gold" / "agency_dev"
HALF = 0.5  # the part of a content that two readings must share to be of one statement, as the scorer has it


@dataclass(slots=True)
class Errors:
    """How many items of each kind are there, and what befell them; `acts` counts (annotated act, act read)."""

    there: Counter[str] = field(default_factory=Counter)
    causes: dict[str, Counter[str]] = field(default_factory=dict)
    acts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, kind: str, cause: str, number: int = 1) -> None:
        """Count an item of a kind under a cause."""
        self.causes.setdefault(kind, Counter())[cause] += number


def main() -> None:
    """Read the reports of a folder and print both tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.errors", description=__doc__)
    parser.add_argument("annotations", nargs="?", type=Path, default=ANNOTATED)
    annotations = parser.parse_args().annotations
    if not annotations.exists():
        print(f"Nothing measured: {ABSENT}.")
        return
    found = errors_of(annotations)
    print(causes_table(found))
    print(acts_table(found))


def errors_of(annotations: Path) -> Errors:
    """Every error of the reader on a folder of annotations."""
    scorer = load_scorer(annotations.parent / "score.py")
    found = Errors()
    for line in gold.predict(annotations):
        answer = json.loads((annotations / f"{line['doc']}.json").read_text(encoding="utf8"))
        path = annotations.parent / "texts" / f"{line['doc']}.txt"
        with path.open(encoding="utf8", newline="") as file:
            _place(answer, file.read(), scorer)
        for kind, compare in COMPARED.items():
            annotated, read = answer.get(kind, []), line[kind]
            found.there[kind] += len(annotated)
            compare(found, scorer, annotated, read)
    return found


def causes_table(found: Errors) -> str:
    """A Markdown table: for each kind of item, how many are there and how many were lost to each cause."""
    rows = [
        f"| {kind} | {found.there[kind]} | {cause} | {number} |\n"
        for kind, causes in found.causes.items()
        for cause, number in causes.most_common()
    ]
    return "| kind | annotated | cause | number |\n| --- | --: | --- | --: |\n" + "".join(rows)


def acts_table(found: Errors) -> str:
    """A Markdown table of acts: a row for each annotated act, a column for each act read."""
    acts = sorted({act for pair in found.acts for act in pair})
    head = f"| annotated \\ read | {' | '.join(acts)} |\n| --- |{' --: |' * len(acts)}\n"
    rows = [f"| {row} | {' | '.join(str(found.acts[row, act] or '') for act in acts)} |\n" for row in acts]
    return head + "".join(rows)


def load_scorer(path: Path) -> ModuleType:
    """The scorer that lies beside a set, as a module."""
    spec = spec_from_file_location("annotation_scorer", path)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _place(answer: Item, text: str, scorer: ModuleType) -> None:
    """Give every annotated item its `span`, as the scorer places it."""
    for item in chain.from_iterable(answer.get(kind, []) for kind in COMPARED):
        start, end = scorer.locate(text, item["quote"], item.get("nth", 1))
        inner = item.get("content") or item.get("text")
        at = text.find(inner, start, end) if inner else -1
        item["span"] = [at, at + len(inner)] if at >= 0 else [start, end]


def _statements(found: Errors, scorer: ModuleType, annotated: Sequence[Item], read: Sequence[Item]) -> None:
    def likeness(a: Item, b: Item) -> float:
        shared = float(scorer.iou(a["span"], b["content_span"] or b["span"]))
        return shared + 0.01 * (a["act"] == b["act"]) if shared >= HALF else 0.0

    pairs = scorer.match(annotated, read, likeness)
    for one in _left(annotated, pairs, 0):
        cut = any(scorer.overlap(one["span"], other["content_span"] or other["span"]) for other in read)
        found.add("statements", "content cut otherwise" if cut else "missed")
    found.add("statements", "read where none is annotated", len(_left(read, pairs, 1)))
    for one, other in pairs:
        found.acts[one["act"], other["act"]] += 1
        for cause in _wrong_of_statement(scorer, one, other):
            found.add("statements", cause)


def _wrong_of_statement(scorer: ModuleType, one: Item, other: Item) -> Iterator[str]:
    if set(one["speaker_parties"]) != set(other["speaker_parties"]):
        yield "speaker's party"
    elif not _same_people(scorer, one["speakers"], other["speakers"]):
        yield "speaker's name"
    if one["act"] != other["act"]:
        yield "act"
    if set(one["addressee_parties"]) != set(other["addressee_parties"]):
        yield "addressee"


def paired_encounters(scorer: ModuleType, annotated: Sequence[Item], read: Sequence[Item]) -> list[Pair]:
    """Each annotated encounter with the one read that is of its type and most like it in parties and day."""

    def likeness(a: Item, b: Item) -> float:
        ours, theirs = set(a["parties"]), set(b["parties"])
        shared = len(ours & theirs) / len(ours | theirs) if ours | theirs else 1.0
        dated = 0.5 if scorer.same_date(a.get("start"), b.get("start")) else 0.0
        return 0.2 + shared + dated if a["type"] == b["type"] and shared >= HALF else 0.0

    pairs: list[Pair] = scorer.match(annotated, read, likeness)
    return pairs


def _encounters(found: Errors, scorer: ModuleType, annotated: Sequence[Item], read: Sequence[Item]) -> None:
    pairs = paired_encounters(scorer, annotated, read)
    for one in _left(annotated, pairs, 0):
        near = [other for other in read if scorer.overlap(one["span"], other["span"])]
        other_type = near and all(other["type"] != one["type"] for other in near)
        found.add("encounters", "missed" if not near else "type" if other_type else "parties, or told by another")
    found.add("encounters", "read where none is annotated", len(_left(read, pairs, 1)))
    for one, other in pairs:
        if not scorer.same_date(one.get("start"), other.get("start")):
            found.add("encounters", "no date" if not other.get("start") else "another date")
        if not _same_people(scorer, one["participants"], other["participants"]):
            more = len(other["participants"]) > len(one["participants"])
            found.add("encounters", "a participant too many" if more else "a participant missing or wrong")


def _figures(found: Errors, scorer: ModuleType, annotated: Sequence[Item], read: Sequence[Item]) -> None:
    def likeness(a: Item, b: Item) -> float:
        same = a.get("value") == b.get("value") and (a.get("value") is not None or a.get("change") == b.get("change"))
        return 1.0 + float(scorer.iou(a["span"], b["span"])) if same and scorer.overlap(a["span"], b["span"]) else 0.0

    pairs = _paired(found, scorer, "figures", annotated, read, likeness)
    for one, other in pairs:
        if scorer.fold(one.get("unit")).rstrip("s") != scorer.fold(other.get("unit")).rstrip("s"):
            found.add("figures", "unit")
        if not _same_measure(scorer, one.get("measure"), other.get("measure")):
            found.add("figures", "measure" if other.get("measure") else "no measure")
        _fields(found, "figures", one, other, ("period", "status", "change", "direction"))
        if "parties" in one and set(one["parties"]) != set(other["parties"] or []):
            found.add("figures", "parties")


def _same_measure(scorer: ModuleType, one: str | None, other: str | None) -> bool:
    first, second = set(scorer.words(one)), set(scorer.words(other))
    shared = 2 * len(first & second)
    return not first or (bool(second) and shared >= len(first) and shared >= len(second))


def _undertakings(found: Errors, scorer: ModuleType, annotated: Sequence[Item], read: Sequence[Item]) -> None:
    def likeness(a: Item, b: Item) -> float:
        first, second = set(scorer.words(a["name"])), set(scorer.words(b["name"]))
        alike = first and 2 * len(first & second) >= len(first) and scorer.overlap(a["span"], b["span"])
        return len(first & second) / len(first | second) if alike else 0.0

    pairs = _paired(found, scorer, "undertakings", annotated, read, likeness)
    for one, other in pairs:
        _fields(found, "undertakings", one, other, ("kind", "status", "due"))
        if set(one["parties"]) != set(other["parties"] or []):
            found.add("undertakings", "parties")


def _dates(found: Errors, scorer: ModuleType, annotated: Sequence[Item], read: Sequence[Item]) -> None:
    def likeness(a: Item, b: Item) -> float:
        return float(scorer.iou(a["span"], b["span"])) + 0.01 if scorer.overlap(a["span"], b["span"]) else 0.0

    for one, other in _paired(found, scorer, "dates", annotated, read, likeness):
        _fields(found, "dates", one, other, ("value",))


def _paired(
    found: Errors,
    scorer: ModuleType,
    kind: str,
    annotated: Sequence[Item],
    read: Sequence[Item],
    likeness: Callable[[Item, Item], float],
) -> list[Pair]:
    pairs: list[Pair] = scorer.match(annotated, read, likeness)
    found.add(kind, "missed", len(annotated) - len(pairs))
    found.add(kind, "read where none is annotated", len(read) - len(pairs))
    return pairs


def _fields(found: Errors, kind: str, one: Item, other: Item, names: Sequence[str]) -> None:
    for name in names:
        if (one.get(name) or None) != (other.get(name) or None):
            found.add(kind, name if other.get(name) else f"no {name}")


def _left(items: Sequence[Item], pairs: Sequence[Pair], side: int) -> list[Item]:
    """The items that are in no pair."""
    taken = {id(pair[side]) for pair in pairs}
    return [item for item in items if id(item) not in taken]


def _same_people(scorer: ModuleType, annotated: Sequence[str], read: Sequence[str]) -> bool:
    return len(annotated) == len(read) and all(any(scorer.same_name(a, b) for b in read) for a in annotated)


COMPARED: dict[str, Callable[[Errors, ModuleType, Sequence[Item], Sequence[Item]], None]] = {
    "encounters": _encounters,
    "statements": _statements,
    "figures": _figures,
    "undertakings": _undertakings,
    "dates": _dates,
}

if __name__ == "__main__":
    main()
