"""Pin the floors of the evaluation gate: `python -m benchmarks.pin_floors [--allow-lower REASON]`.

Floors rise to today's figures. One that would fall stays, unless a reason is given; the reason is kept in the file.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.measure import Figures, measure
from benchmarks.yardsticks import ABSENT, ROOT, yardsticks

FLOORS = ROOT / "tests" / "eval" / "floors.json"


@dataclass(frozen=True, slots=True)
class Lowered:
    """A floor that was lowered on purpose."""

    measure: str
    before: float
    after: float
    reason: str
    day: str


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of one set, and the SHA-256 of the data that they were measured on."""

    data: str
    floors: Figures
    lowered: tuple[Lowered, ...] = ()


class LowerError(Exception):
    """Figures below their floor, or other data, without a reason given."""


def read_floors(path: Path = FLOORS) -> dict[str, Floors]:
    """The pinned floors by set; none where nothing was pinned yet."""
    if not path.exists():
        return {}
    pinned = json.loads(path.read_text(encoding="utf8"))
    return {
        name: Floors(entry["data"], entry["floors"], tuple(Lowered(**one) for one in entry["lowered"]))
        for name, entry in pinned.items()
    }


def pinned(held: Floors | None, data: str, figures: Figures, reason: str | None, day: str) -> Floors:
    """The floors after a measurement; raises `LowerError` where one would fall and no reason is given."""
    if held is None:
        return Floors(data, figures)
    falling = {name: floor for name, floor in held.floors.items() if figures.get(name, 0.0) < floor}
    if reason is None:
        if held.data != data:
            raise LowerError("the data are not those of the pinned floors")
        if falling:
            raise LowerError(", ".join(f"{name} {figures.get(name, 0.0)} < {falling[name]}" for name in falling))
        return replace(held, floors=figures)
    lowered = tuple(Lowered(name, before, figures.get(name, 0.0), reason, day) for name, before in falling.items())
    return Floors(data, figures, held.lowered + lowered)


def main() -> None:
    """Measure every set and write the floors."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pin_floors", description=__doc__)
    parser.add_argument("--allow-lower", metavar="REASON", help="let floors fall, for this reason")
    reason: str | None = parser.parse_args().allow_lower
    sets = yardsticks()
    if not sets:
        raise SystemExit(f"Nothing pinned: {ABSENT}.")
    floors, refused = read_floors(), []
    day = datetime.now(tz=UTC).date().isoformat()
    for yardstick in sets:
        held = floors.get(yardstick.name)
        try:
            floors[yardstick.name] = pinned(held, yardstick.digest(), measure(yardstick).figures, reason, day)
        except LowerError as error:
            refused.append(f"{yardstick.name}: {error}")
    write_floors(floors)
    if refused:
        raise SystemExit("Left as they were (give --allow-lower REASON to lower them):\n" + "\n".join(refused))


def write_floors(floors: dict[str, Floors], path: Path = FLOORS) -> None:
    """Write the floors, sets in the order of their names."""
    plain = {name: asdict(floors[name]) for name in sorted(floors)}
    path.write_text(json.dumps(plain, indent=1, ensure_ascii=False) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
