"""Measure the reader on every set that is there, and write `docs/accuracy.md` and the error rates that ship.

Where the annotated reports are absent, nothing is measured and nothing is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import yaml

from benchmarks.attribution_errors import attributions_table
from benchmarks.descriptions import MEASURE as DESCRIPTIONS
from benchmarks.descriptions import share_of
from benchmarks.encounter_places import MEASURE as PLACES
from benchmarks.encounter_places import counts_of
from benchmarks.errors import acts_table, causes_table, errors_of
from benchmarks.measure import Score, measure
from benchmarks.page import page
from benchmarks.yardsticks import ABSENT, ROOT, yardsticks
from communique.read.read import READER

PAGE = ROOT / "docs" / "accuracy.md"
RATES = ROOT / "src" / "communique" / "vocabulary" / "error_rates.yaml"
RATES_HEAD = """\
# How often the reader is right, by kind of item: F1 in per cent. Written by `make accuracy`; change nothing by hand.
# Source: own measurement. Licence: Apache-2.0, as the package.
"""
# The measures that a reader of a dossier can make sense of, under the names that the dossier uses.
QUOTED = {
    "statements: found": "statements found",
    "statements: +speaker": "statements found with the right speaker",
    "statements: +speaker+act": "statements found with the right speaker and act",
    "encounters: type+parties": "encounters with the right parties",
    "undertakings: found": "undertakings found",
    "figures: +unit": "figures with their unit",
    "dates: value": "dates resolved to the right day or period",
    "people: name": "people",
}
QUOTED_SET = "gold/agency_dev"


def main() -> None:
    """Measure everything, print it and rewrite the two files."""
    sets = yardsticks()
    quoted = [yardstick for yardstick in sets if yardstick.name == QUOTED_SET]
    if not quoted:
        print(f"Nothing measured, nothing written: {ABSENT}.")
        return
    scores = []
    for yardstick in sets:
        print(f"{yardstick.name} …", flush=True)
        scores.append(measure(yardstick))
        if yardstick.task == "gold":
            scores[-1].figures[DESCRIPTIONS] = share_of(yardstick.data).per_cent
            scores[-1].figures[PLACES] = counts_of(yardstick.data).f1
        print("\n".join(f"  {name:50s}{value:6.1f}" for name, value in scores[-1].figures.items()))
    day = datetime.now(tz=UTC).date().isoformat()
    found = errors_of(quoted[0].data)
    lost = {one.name: attributions_table(one.data) for one in sets if one.task == "attribution"}
    write(PAGE, page(scores, f"{causes_table(found)}\n{acts_table(found)}", lost, READER, day))
    write(RATES, error_rates(scores, day))


def error_rates(scores: Sequence[Score], day: str) -> str:
    """The file of error rates that the dossier quotes at its foot."""
    (score,) = (score for score in scores if score.yardstick.name == QUOTED_SET)
    reports = len(list(score.yardstick.data.glob("*.json")))
    measured_on = f"{reports} annotated agency reports ({score.yardstick.data.name}), {day}"
    rates = [
        {"item": item, "score": score.figures[name], "measured_on": measured_on}
        for name, item in QUOTED.items()
        if name in score.figures
    ]
    listed: str = yaml.safe_dump({"reader": READER, "rates": rates}, sort_keys=False, width=120)
    return RATES_HEAD + listed


def write(path: Path, text: str) -> None:
    """Write a file of the repository and say so."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf8")
    print(f"wrote {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
