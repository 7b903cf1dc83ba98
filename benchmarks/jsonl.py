"""Files with one JSON object a line."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

Line = dict[str, Any]


def read_lines(path: Path) -> Iterator[Line]:
    """The objects of a file, plain or gzipped, in its order; empty lines are skipped."""
    with path.open("rb") as file:
        plain = gzip.GzipFile(fileobj=file) if path.suffix == ".gz" else file
        for line in plain:
            if line.strip():
                yield json.loads(line)


def write_lines(path: Path, lines: Iterable[Mapping[str, Any]]) -> int:
    """Write one object a line and say how many there were."""
    count = 0
    with path.open("w", encoding="utf8") as file:
        for line in lines:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
            count += 1
    return count
