"""How long comparing two names takes, beside nomenklatura's logic_v2: `python -m benchmarks.names_speed [DATA.jsonl]`.

Both compare the same pairs in this process, in turns. Ours is given two strings; names and words met before are known
again (warm), as in a record, where every name is compared many times; the first time is told beside it (cold). Logic_v2
is given entities, made beforehand: anew for each pass, as in its own benchmark, and kept, so that it knows the names
again too. The peer is no dependency: where it is not installed, that is said, and only our own time is told.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from itertools import count
from pathlib import Path
from typing import Any

from benchmarks.jsonl import Line, read_lines
from benchmarks.names import kind_of
from benchmarks.yardsticks import SHARED
from communique.resolve.likeness import likeness
from communique.resolve.worded import Kind

DATA = SHARED / "bench" / "names" / "dev.jsonl"
TURNS = 10
PASSES = 2  # over the pairs in one turn, so that the other's turn does not leave the processor's caches empty
STRETCH = 40  # pairs timed at once; of each stretch the quickest pass counts, since other work only ever adds time
MICROSECONDS = 1e6

_NUMBERS = count()  # the peer knows what it met again by its id

Comparing = Callable[[], object]
Stretches = Sequence[Comparing]
Contender = Callable[[], Stretches]  # what makes ready for a pass


def main() -> None:
    """Time both and print the ratio."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.names_speed", description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=DATA, help="pairs of names, as in bench/names")
    arguments = parser.parse_args()
    if not arguments.data.exists():
        print(f"Nothing measured: {arguments.data} is not here.")
        return
    lines = list(read_lines(arguments.data))
    for kind in Kind:
        likeness("Ονόματα to load", "the vocabulary with", kind)
    ours = _ours(lines)
    cold = sum(_pass(ours))
    peers = _peers(lines)
    warm, *beside = _in_turns([lambda: ours, *peers.values()])
    print(f"communique: {_each(warm, lines):.1f} µs a pair warm, {_each(cold, lines):.0f} cold ({len(lines)} pairs)")
    if not peers:
        print(
            "nomenklatura is not installed here, so nothing is compared: pip install nomenklatura in a venv of its own"
        )
    for name, seconds in zip(peers, beside, strict=True):
        print(f"{name}: {_each(seconds, lines):.0f} µs a pair, {seconds / warm:.0f} times as long")


def _each(seconds: float, lines: Sequence[Line]) -> float:
    return seconds / len(lines) * MICROSECONDS


def _in_turns(contenders: Sequence[Contender]) -> list[float]:
    """The seconds that all pairs take each, at its quickest."""
    passes: list[list[list[float]]] = [[] for _ in contenders]
    for _ in range(TURNS):
        for held, prepare in zip(passes, contenders, strict=True):
            held.extend(_pass(prepare()) for _ in range(PASSES))
    return [sum(map(min, zip(*held, strict=True))) for held in passes]


def _pass(stretches: Stretches) -> list[float]:
    """The seconds that each stretch of pairs takes."""
    times = []
    for compare in stretches:
        start = time.perf_counter()
        compare()
        times.append(time.perf_counter() - start)
    return times


def _ours(lines: Sequence[Line]) -> Stretches:
    def stretch(pairs: Sequence[tuple[str, str, Kind]]) -> Comparing:
        return lambda: [likeness(first, second, kind) for first, second, kind in pairs]

    pairs = [(line["name1"], line["name2"], kind_of(line["schema"])) for line in lines]
    return [stretch(pairs[at : at + STRETCH]) for at in range(0, len(pairs), STRETCH)]


def _peers(lines: Sequence[Line]) -> dict[str, Contender]:
    """The peer over the same pairs, with entities made anew and kept; empty where it is not installed."""
    try:
        name = f"nomenklatura {version('nomenklatura')} logic_v2"
    except PackageNotFoundError:
        return {}
    kept = _peer(lines)
    return {f"{name}, entities made anew": lambda: _peer(lines), f"{name}, entities kept": lambda: kept}


def _peer(lines: Sequence[Line]) -> Stretches:
    logic = import_module("nomenklatura.matching.logic_v2.model").LogicV2
    proxy = import_module("followthemoney").EntityProxy
    config = logic.default_config()

    def entity(line: Line, key: str) -> Any:
        stated = {"id": f"{next(_NUMBERS)}", "schema": line["schema"], "properties": {"name": [line[key]]}}
        return proxy.from_dict(stated)

    def stretch(pairs: Sequence[tuple[Any, Any]]) -> Comparing:
        return lambda: [logic.compare(first, second, config) for first, second in pairs]

    pairs = [(entity(line, "name1"), entity(line, "name2")) for line in lines]
    return [stretch(pairs[at : at + STRETCH]) for at in range(0, len(pairs), STRETCH)]


if __name__ == "__main__":
    main()
