"""Words as data: each file is headed with its source and licence. Code only interprets it."""

from __future__ import annotations

from importlib.resources import files
from typing import Any


def load_yaml(name: str) -> Any:
    """The parsed content of one vocabulary file."""
    import yaml

    return yaml.load(read_text(name), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def read_text(name: str) -> str:
    """One vocabulary file as text."""
    return files(__name__).joinpath(name).read_text(encoding="utf-8")
