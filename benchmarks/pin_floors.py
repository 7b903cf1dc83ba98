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
from benchmarks.yardsticks import ABSENT, ROOT, Yardstick, yardsticks

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


class OtherDataError(Exception):
    """Floors were pinned on other data than those measured now."""


def read_floors(path: Path = FLOORS) -> dict[str, Floors]:
    """The pinned floors by set; none where nothing was pinned yet."""
    if not path.exists():
        return {}
    pinned = json.loads(path.read_text(encoding="utf8"))
    return {
        name: Floors(entry["data"], entry["floors"], tuple(Lowered(**one) for one in entry["lowered"]))
        for name, entry in pinned.items()
    }


def falling(held: Floors, figures: Figures) -> Figures:
    """The pinned floors that figures stand below; a measure that is no longer given stands at 0."""
    return {name: floor for name, floor in held.floors.items() if figures.get(name, 0.0) < floor}


def pinned(held: Floors | None, data: str, figures: Figures, reason: str | None, day: str) -> Floors:
    """The floors after a measurement: raised, and lowered where a reason is given.

    Raises `OtherDataError` where the data are not those of the pinned floors and no reason is given.
    """
    if held is None:
        return Floors(data, figures)
    fallen = falling(held, figures)
    if reason is None:
        if held.data != data:
            raise OtherDataError("the data are not those of the pinned floors")
        return replace(held, floors={**figures, **fallen})
    lowered = (Lowered(name, floor, figures.get(name, 0.0), reason, day) for name, floor in fallen.items())
    return Floors(data, figures, (*held.lowered, *lowered))


def main() -> None:
    """Measure every set and write the floors."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pin_floors", description=__doc__)
    parser.add_argument("--allow-lower", metavar="REASON", help="let floors fall, for this reason")
    reason: str | None = parser.parse_args().allow_lower
    sets = yardsticks()
    if not sets:
        print(f"Nothing pinned: {ABSENT}.")
        return
    floors = read_floors()
    refused = [complaint for one in sets for complaint in _pin(floors, one, reason)]
    write_floors(floors)
    if refused:
        raise SystemExit("Left as they were (--allow-lower REASON lowers them):\n" + "\n".join(refused))


def _pin(floors: dict[str, Floors], yardstick: Yardstick, reason: str | None) -> list[str]:
    """Measure one set and put its floors in place; what was refused."""
    figures, held = measure(yardstick).figures, floors.get(yardstick.name)
    day = datetime.now(tz=UTC).date().isoformat()
    try:
        floors[yardstick.name] = pinned(held, yardstick.digest(), figures, reason, day)
    except OtherDataError as error:
        return [f"{yardstick.name}: {error}"]
    if reason is not None or held is None:
        return []
    fallen = falling(held, figures)
    return [f"{yardstick.name}: {name} {figures.get(name, 0.0)}, floor {fallen[name]}" for name in fallen]


def write_floors(floors: dict[str, Floors], path: Path = FLOORS) -> None:
    """Write the floors, sets in the order of their names."""
    plain = {name: asdict(floors[name]) for name in sorted(floors)}
    path.write_text(json.dumps(plain, indent=1, ensure_ascii=False) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
