"""How often the reader is right, as measured by `python -m benchmarks.accuracy` and shipped with the package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from communique.query.dossier import ErrorRate


@cache
def error_rates() -> tuple[ErrorRate, ...]:
    """The rates of `vocabulary/error_rates.yaml`; empty where the package ships none."""
    import yaml

    path = files("communique.vocabulary").joinpath("error_rates.yaml")
    if not path.is_file():
        return ()
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(ErrorRate(**rate) for rate in data["rates"])
