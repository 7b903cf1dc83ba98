"""Descriptions of people ("the Party chief", "the host") read as the right person.

`python -m benchmarks.descriptions [FOLDER OF ANNOTATIONS …]` reads the reports of each folder, by default those that
the accuracy page shows, and prints how many of the descriptions annotated are resolved to the right person, to
somebody else, and to nobody.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.errors import load_scorer
from benchmarks.gold import texts_of
from benchmarks.yardsticks import ABSENT, SHARED
from communique.ingest import IngestOptions, from_text
from communique.model import Person
from communique.read.read import read

MEASURE = "people: descriptions"  # per cent of the descriptions annotated that are read as the right person


@dataclass(frozen=True, slots=True)
class Share:
    """What became of the descriptions of a set: how many were read as the right person, as another, as nobody."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def annotated(self) -> int:
        return self.right + self.wrong + self.missed

    @property
    def per_cent(self) -> float:
        return 100 * self.right / self.annotated if self.annotated else 0.0

    def plus(self, other: Share) -> Share:
        return Share(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)


def main() -> None:
    """Measure each folder and print a line for it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.descriptions", description=__doc__)
    parser.add_argument("annotations", nargs="*", type=Path)
    given = parser.parse_args().annotations or [SHARED / "gold" / name for name in ("agency_dev", "dev")]
    for folder in (inner for path in given for inner in _sets(path)):
        share = share_of(folder)
        print(
            f"{folder.name}: {share.right} of {share.annotated} descriptions read as the right person"
            f" ({share.per_cent:.1f} %), {share.wrong} as another, {share.missed} as nobody"
        )
    if not any(path.exists() for path in given):
        print(f"Nothing measured: {ABSENT}.")


def share_of(annotations: Path) -> Share:
    """What became of the descriptions of a folder of annotations."""
    scorer = load_scorer(annotations.parent / "score.py")
    total = Share()
    for path in texts_of(annotations):
        answer = json.loads((annotations / f"{path.stem}.json").read_text(encoding="utf8"))
        with path.open(encoding="utf8", newline="") as file:
            people = read(from_text(file.read(), path.name, IngestOptions())).people
        total = total.plus(of_report(answer["people"], people, scorer))
    return total


def of_report(annotated: Sequence[dict[str, Any]], read_: Sequence[Person], scorer: ModuleType) -> Share:
    """What became of the descriptions of one report."""
    names = [{"name": person.name, "person": person} for person in read_]
    pairs = scorer.match(annotated, names, lambda one, other: float(scorer.same_name(one["name"], other["name"])))
    known = {id(one): other["person"] for one, other in pairs}
    total = Share()
    for one in annotated:
        for words in _descriptions(one, scorer):
            holders = [person for person in read_ if _calls_so(person, words, scorer)]
            right = known.get(id(one)) in holders
            total = total.plus(Share(right, bool(holders) and not right, not holders))
    return total


def _descriptions(annotated: dict[str, Any], scorer: ModuleType) -> Iterator[list[str]]:
    """The words of each mention that holds no word of the person's name."""
    name = set(scorer.words(annotated["name"]))
    for mention in annotated["mentions"]:
        words = scorer.words(mention)
        if words and not name & set(words):
            yield words


def _calls_so(person: Person, words: list[str], scorer: ModuleType) -> bool:
    """Whether a mention of the person holds these words side by side."""
    for mention in person.mentions:
        found = scorer.words(mention.quote)
        if any(found[start : start + len(words)] == words for start in range(len(found) - len(words) + 1)):
            return True
    return False


def _sets(path: Path) -> list[Path]:
    """A folder of annotations, or those in a folder of such folders."""
    if any(path.glob("*.json")):
        return [path]
    return sorted(inner for inner in path.glob("*") if any(inner.glob("*.json")))


if __name__ == "__main__":
    main()
