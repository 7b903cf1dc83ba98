"""The sets that communique is measured on. They lie beside the repository and are no part of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
ABSENT = f"the annotated reports are not here: {SHARED.name}/gold is expected beside the repository"


@dataclass(frozen=True, slots=True)
class Yardstick:
    """One set with its answers: `task` is the adapter, `data` what it reads, `scorer` the scorer with its arguments.

    The file of predictions goes behind `scorer`, then `options`. `contents` are the files that decide a score.
    """

    name: str
    task: str
    data: Path
    scorer: tuple[Path, ...]
    contents: tuple[Path, ...]
    options: tuple[str, ...] = ()

    def digest(self) -> str:
        """SHA-256 over the names and bytes of the contents: floors hold for these data and no others."""
        total = hashlib.sha256()
        for path in self.contents:
            total.update(f"{path.name}\0".encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
        return total.hexdigest()


def yardsticks(shared: Path = SHARED) -> list[Yardstick]:
    """Every set that is there, the annotated reports first; none where the folder is absent."""
    annotated = [_annotated(shared / "gold", name) for name in ("agency_dev", "dev")]
    tasks = ("time", "quantity", "attribution", "grammar", "duplicates", "names", "events")
    public = [_public(shared / "bench", task) for task in tasks]
    parts = [("names", "dev.diplomatic.jsonl"), ("geo", "dev.lgl.jsonl"), ("geo", "dev.geovirus.jsonl")]
    more = [_public(shared / "bench", task, file) for task, file in parts]
    return [yardstick for yardstick in (*annotated, *public, *more) if yardstick.data.exists()]


def _annotated(gold: Path, name: str) -> Yardstick:
    """A set of annotated reports, with the texts that the annotations are about."""
    data, texts = gold / name, gold / "texts"
    answers = sorted(data.glob("*.json"))
    read = [texts / f"{path.stem}.txt" for path in answers]
    return Yardstick(
        f"gold/{name}", "gold", data, (gold / "score.py", data, texts), (*answers, *read), ("--by-issuer",)
    )


def _public(bench: Path, task: str, file: str = "dev.jsonl") -> Yardstick:
    """A public yardstick; the scorer of attributions reads its instances beside the data."""
    data = bench / task / file
    instances = [path for path in [data.with_name("instances.dev.jsonl")] if path.exists()]
    name = f"bench/{task}{file.removeprefix('dev').removesuffix('.jsonl')}"
    return Yardstick(name, task, data, (bench / task / "score.py", data), (data, *instances))
