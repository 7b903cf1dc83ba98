"""Quantities of single sentences (NewsQuant): value, unit, change and the words of what is measured."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import yaml
from communique.read.read import read

from benchmarks.jsonl import Line, read_lines
from communique.model import Figure, Report

CHANGES = {"up": "up", "down": "down"}


def predict(data: Path) -> Iterator[Line]:
    """The figures of each sentence, with units under the names that this yardstick uses."""
    for item in read_lines(data):
        figures = read(Report(item["id"], item["text"])).figures
        yield {"id": item["id"], "pred": [quantity for figure in figures for quantity in quantities(figure)]}


def quantities(figure: Figure) -> list[Line]:
    """A figure is one quantity; a figure with a change stated beside it is two here."""
    concepts = (figure.measure or "").split()
    found = []
    if figure.value is not None:
        value = list(figure.range) if figure.range else figure.value
        change = _hedge(figure.approximation)
        found.append({"value": value, "unit": _unit(figure.unit), "change": change, "concepts": concepts})
    if figure.change is not None:
        change = CHANGES.get(figure.direction or "", "=")
        unit = _unit(figure.change_unit)
        found.append({"value": figure.change, "unit": unit, "change": change, "concepts": concepts})
    return found


def _unit(unit: str | None) -> str:
    return _names()["units"].get(unit, unit) if unit else "-"


def _hedge(printed: str | None) -> str:
    return _names()["hedges"].get((printed or "").lower(), "~") if printed else "="


@cache
def _names() -> dict[str, dict[str, str]]:
    names: dict[str, dict[str, str]] = yaml.safe_load(files("benchmarks").joinpath("quantities.yaml").read_text("utf8"))
    return names
