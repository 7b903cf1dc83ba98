"""How fast reports are added to a record, and how much memory that takes: `python -m benchmarks.speed`."""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from benchmarks.jsonl import read_lines, write_lines
from benchmarks.yardsticks import SHARED
from communique import pipeline
from communique.ingest import IngestOptions
from communique.store import Record

CORPUS = SHARED / "corpus" / "white-house.jsonl.gz"
KIB_PER_MIB = 1024
BYTES_PER_MIB = KIB_PER_MIB * 1024


def main() -> None:
    """Add reports to a record that is thrown away, and print what it took."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS, help="a .jsonl file of reports")
    parser.add_argument("--reports", type=int, default=300, help="take this many of its reports (default: 300)")
    parser.add_argument("--workers", type=int, default=1, help="processes that read (default: 1)")
    arguments = parser.parse_args()
    if not arguments.corpus.exists():
        print(f"Nothing measured: {arguments.corpus} is not here.")
        return
    with tempfile.TemporaryDirectory() as folder:
        some = Path(folder) / "reports.jsonl"
        count = write_lines(some, islice(read_lines(arguments.corpus), arguments.reports))
        seconds, added = add(some, Path(folder) / "record.sqlite", arguments.workers)
    print(f"{added} of {count} reports added in {seconds:.1f} s: {added / seconds:.1f} reports a second")
    print(f"peak memory {peak_memory():.0f} MiB, in the largest process")


def add(reports: Path, record: Path, workers: int) -> tuple[float, int]:
    """Seconds, and the number of reports added; loading the model counts."""
    start = time.perf_counter()
    with Record.open(record) as held:
        done = pipeline.add([reports], held, IngestOptions(), workers=workers)
    return time.perf_counter() - start, done.added


def peak_memory() -> float:
    """MiB resident at most, of this process or the largest of its workers."""
    used = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return used / (BYTES_PER_MIB if sys.platform == "darwin" else KIB_PER_MIB)


if __name__ == "__main__":
    main()
