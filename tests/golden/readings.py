"""The shipped examples and their golden readings; run as a command, it writes the readings anew.

    python -m tests.golden.readings

A change of rules that changes a reading shows in the difference of these files: read it before it is committed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from communique.ingest import IngestOptions, from_text
from communique.model import Reading
from communique.read.read import read

EXAMPLES = Path(__file__).parents[2] / "examples"
GOLDEN = Path(__file__).parent / "examples"


def examples() -> list[Path]:
    """The texts of the shipped examples."""
    return sorted(EXAMPLES.glob("*.txt"))


def reading_of(path: Path) -> Reading:
    """What the reader makes of an example."""
    return read(from_text(path.read_text(encoding="utf-8"), path.name, IngestOptions()))


def golden_form(reading: Reading) -> dict[str, Any]:
    """A reading without its reader's version, item by item, so that a difference shows one line an item."""
    plain = reading.to_dict()
    del plain["reader"]
    return json.loads(json.dumps(plain))  # type: ignore[no-any-return]


def main() -> None:
    """Write the golden reading of every example."""
    GOLDEN.mkdir(exist_ok=True)
    for path in examples():
        form = golden_form(reading_of(path))
        lines = [f"{json.dumps(key)}: {_value(value)}" for key, value in form.items()]
        (GOLDEN / f"{path.stem}.json").write_text("{" + ",\n".join(lines) + "}\n", encoding="utf-8")


def _value(value: Any) -> str:
    if not isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return "[\n" + ",\n".join(json.dumps(item, ensure_ascii=False) for item in value) + "\n]"


if __name__ == "__main__":
    main()
