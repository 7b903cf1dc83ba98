"""How long comparing two names takes, beside nomenklatura's logic_v2: `python -m benchmarks.names_speed [DATA.jsonl]`.

Both compare the same pairs in this process, in turns, names read and words met before (warm), as in a record, where
every name is compared many times; the first time that a name and its words are met is told beside it (cold). The peer
is no dependency: where it is not installed, that is said, and only our own time is told.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from benchmarks.jsonl import Line, read_lines
from benchmarks.names import kind_of
from benchmarks.yardsticks import SHARED
from communique.resolve.likeness import likeness
from communique.resolve.worded import Kind

DATA = SHARED / "bench" / "names" / "dev.jsonl"
TURNS = 10
PASSES = 3  # over the pairs in one turn, so that the other's turn does not leave the processor's caches empty
STRETCH = 40  # pairs timed at once; of each stretch the quickest pass counts, since other work only ever adds time
MICROSECONDS = 1e6

Comparing = Callable[[], object]


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
    ours, peer = _ours(lines), _peer(lines)
    cold = sum(_pass(ours))
    warm, beside = _in_turns(ours, peer)
    print(f"communique: {_each(warm, lines):.1f} µs a pair warm, {_each(cold, lines):.0f} cold ({len(lines)} pairs)")
    if not peer:
        print(
            "nomenklatura is not installed here, so nothing is compared: pip install nomenklatura in a venv of its own"
        )
        return
    print(f"nomenklatura {version('nomenklatura')} logic_v2: {_each(beside, lines):.0f} µs a pair warm")
    print(f"communique is {beside / warm:.0f} times as fast")


def _each(seconds: float, lines: Sequence[Line]) -> float:
    return seconds / len(lines) * MICROSECONDS


def _in_turns(ours: Sequence[Comparing], peer: Sequence[Comparing]) -> tuple[float, float]:
    """The seconds that all pairs take either, at its quickest."""
    passes: tuple[list[list[float]], list[list[float]]] = ([], [])
    for _ in range(TURNS):
        for held, stretches in zip(passes, (ours, peer), strict=True):
            held.extend(_pass(stretches) for _ in range(PASSES))
    quickest = [sum(map(min, zip(*held, strict=True))) for held in passes]
    return quickest[0], quickest[1]


def _pass(stretches: Sequence[Comparing]) -> list[float]:
    """The seconds that each stretch of pairs takes."""
    times = []
    for compare in stretches:
        start = time.perf_counter()
        compare()
        times.append(time.perf_counter() - start)
    return times


def _ours(lines: Sequence[Line]) -> list[Comparing]:
    def stretch(pairs: Sequence[tuple[str, str, Kind]]) -> Comparing:
        return lambda: [likeness(first, second, kind) for first, second, kind in pairs]

    pairs = [(line["name1"], line["name2"], kind_of(line["schema"])) for line in lines]
    return [stretch(pairs[at : at + STRETCH]) for at in range(0, len(pairs), STRETCH)]


def _peer(lines: Sequence[Line]) -> list[Comparing]:
    """The peer over the same pairs, its entities made beforehand; empty where it is not installed."""
    try:
        version("nomenklatura")
    except PackageNotFoundError:
        return []
    logic = import_module("nomenklatura.matching.logic_v2.model").LogicV2
    proxy = import_module("followthemoney").EntityProxy
    config = logic.default_config()

    def entity(line: Line, key: str) -> Any:
        stated = {"id": f"{line['id']}-{key}", "schema": line["schema"], "properties": {"name": [line[key]]}}
        return proxy.from_dict(stated)

    def stretch(pairs: Sequence[tuple[Any, Any]]) -> Comparing:
        return lambda: [logic.compare(first, second, config) for first, second in pairs]

    pairs = [(entity(line, "name1"), entity(line, "name2")) for line in lines]
    return [stretch(pairs[at : at + STRETCH]) for at in range(0, len(pairs), STRETCH)]


if __name__ == "__main__":
    main()
