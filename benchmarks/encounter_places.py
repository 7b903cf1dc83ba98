"""Where encounters were, read from the annotated reports: `python -m benchmarks.encounter_places [FOLDER …]`.

Encounters are paired as the scorer of the annotated reports pairs them; the state that an encounter took place in is
right where it is the one annotated. Towns and houses are not compared: annotators print them at different lengths.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from benchmarks import gold
from benchmarks.errors import Item, load_scorer, paired_encounters
from benchmarks.yardsticks import ABSENT, SHARED

MEASURE = "encounters: country of the place"  # F1 in per cent


@dataclass(frozen=True, slots=True)
class Counts:
    """How many encounters have a country annotated, how many have one read, and how many of these are right."""

    annotated: int = 0
    read: int = 0
    right: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in per cent."""
        total = self.annotated + self.read
        return 200 * self.right / total if total else 0.0

    def plus(self, other: Counts) -> Counts:
        """The counts of both."""
        return Counts(self.annotated + other.annotated, self.read + other.read, self.right + other.right)


def main() -> None:
    """Measure each folder and print a line for it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.encounter_places", description=__doc__)
    parser.add_argument("annotations", nargs="*", type=Path)
    given = parser.parse_args().annotations or [SHARED / "gold" / name for name in ("agency_dev", "dev")]
    for folder in (path for path in given if path.exists()):
        counts = counts_of(folder)
        print(
            f"{folder.name}: {counts.right} right of {counts.read} read and {counts.annotated} annotated, "
            f"F1 {counts.f1:.1f}"
        )
    if not any(path.exists() for path in given):
        print(f"Nothing measured: {ABSENT}.")


def counts_of(annotations: Path) -> Counts:
    """The counts of a folder of annotations."""
    scorer = load_scorer(annotations.parent / "score.py")
    total = Counts()
    for line in gold.predict(annotations):
        answer = json.loads((annotations / f"{line['doc']}.json").read_text(encoding="utf8"))
        total = total.plus(of_report(answer["encounters"], line["encounters"], scorer))
    return total


def of_report(annotated: Sequence[Item], read: Sequence[Item], scorer: ModuleType) -> Counts:
    """The counts of one report."""
    pairs = paired_encounters(scorer, annotated, read)
    right = sum(
        bool(one.get("place_country")) and one["place_country"] == other["place_country"] for one, other in pairs
    )
    return Counts(
        annotated=sum(bool(one.get("place_country")) for one in annotated),
        read=sum(bool(one["place_country"]) for one in read),
        right=right,
    )


if __name__ == "__main__":
    main()
