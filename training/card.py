"""`python -m training.card INT8.json FLOAT.json`: write docs/model-card.md from the figures.

The JSON files are the lines that `python -m training.measure` prints. How the weights that ship were trained stands in
`training/shipped.json`: for each part the `plan.json` that its run left.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from communique.read.encoder.tagger import LEAST_SCORE, MODEL_FILE
from training.__main__ import WEIGHTS

HERE = Path(__file__).resolve().parent
ROWS = (
    ("PolNeAR source, exact F1", "polnear source_exact_f1", "80.2", "66.3"),
    ("PolNeAR cue, exact F1", "polnear cue_exact_f1", "72.7", "55.1"),
    ("PolNeAR content, exact F1", "polnear content_exact_f1", "66.7", "45.8"),
    ("PolNeAR linked F1", "polnear linked_f1", "–", "53.0"),
    ("GUM, named entities, lenient F1 (spaCy small: 49.5)", "gum entity_lenient_f1", "–", "–"),
    ("GUM, named entities, exact F1 (spaCy small: 35.4)", "gum entity_f1", "–", "–"),
    ("agency_dev, statements found, F1", "agency_dev found (communique style) f1", "77.9", "59.8"),
    ("agency_dev, precision", "agency_dev found (communique style) p", "", ""),
    ("agency_dev, recall", "agency_dev found (communique style) r", "", ""),
    ("dev (readouts), statements found, F1", "dev found (communique style) f1", "87.3", "64.0"),
    ("dev, precision", "dev found (communique style) p", "", ""),
    ("dev, recall", "dev found (communique style) r", "", ""),
)


def card(in_bytes: dict[str, float], in_float: dict[str, float], plans: dict[str, dict[str, Any]]) -> str:
    """The text of the model card; `plans` are those of the parts of training, by name."""
    rows = [
        f"| {title} | {in_bytes[key]:.1f} | {in_float[key]:.1f} | {trial} | {citron} |"
        for title, key, trial, citron in ROWS
    ]
    return (
        (HERE / "model-card.in.md")
        .read_text(encoding="utf-8")
        .format(
            rows="\n".join(rows),
            size=round((WEIGHTS / MODEL_FILE).stat().st_size / 1e6, 1),
            least=LEAST_SCORE,
            **{f"{part}_{key}": value for part, plan in plans.items() for key, value in _told(plan).items()},
        )
    )


def _told(plan: dict[str, Any]) -> dict[str, Any]:
    """A plan with how many batches a pass has and how many passes were made of them."""
    a_pass = round(plan["steps"] / plan["passes"])
    return {**plan, "batches_a_pass": a_pass, "made": round(plan["step"] / a_pass, 1)}


def main() -> None:
    """Write the card."""
    in_bytes, in_float, plans = (
        json.loads(path.read_text("utf-8")) for path in (Path(sys.argv[1]), Path(sys.argv[2]), HERE / "shipped.json")
    )
    (HERE.parent / "docs" / "model-card.md").write_text(card(in_bytes, in_float, plans), encoding="utf-8")


if __name__ == "__main__":
    main()
