"""Units of measurement after a number: percentages, physical units, stretches of time, "-fold"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from communique.read.figures.words import Phrases, Word, vocabulary

UnitKind = Literal["percent", "physical", "time", "times"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `name` as in `vocabulary/units.yaml`, `shown` in the singular as the report spells it."""

    name: str
    shown: str
    kind: UnitKind


def unit_at(words: Sequence[Word], i: int) -> tuple[int, Unit] | None:
    """The unit that starts with word `i`, and the index after it."""
    if i >= len(words):
        return None
    return _longer(_spelled().at(words, i), _abbreviated().at(words, i)) or (
        _glued().at(words, i) if words[i].glued else None
    )


@cache
def first_words() -> frozenset[str]:
    """What units start with: spelled ones in lower case, abbreviations as printed."""
    return _spelled().firsts | _abbreviated().firsts | _glued().firsts


def _longer(left: tuple[int, Unit] | None, right: tuple[int, Unit] | None) -> tuple[int, Unit] | None:
    if left is None or right is None:
        return left or right
    return left if left[0] >= right[0] else right


@cache
def _spelled() -> Phrases[Unit]:
    return Phrases([*_percentages(), *(entry for kind in ("physical", "time", "times") for entry in _words(kind))])


@cache
def _abbreviated() -> Phrases[Unit]:
    return Phrases(
        [
            (form, Unit(name, form[:-1] if form in {"kms", "kgs", "yrs", "hrs", "mins"} else form, kind))
            for kind, name, forms in _listed("short")
            for form in forms
        ],
        cased=True,
    )


@cache
def _glued() -> Phrases[Unit]:
    return Phrases(
        [(form, Unit(name, form, kind)) for kind, name, forms in _listed("glued") for form in forms], cased=True
    )


def _percentages() -> Iterator[tuple[str, Unit]]:
    for name, forms in vocabulary("units")["percent"].items():
        for form in forms:
            yield form, Unit(name, name, "percent")


def _words(kind: str) -> Iterator[tuple[str, Unit]]:
    """Spelled forms come in pairs of singular and plural; each plural shows as the singular before it."""
    shown: dict[str, str] = vocabulary("units")["shown"]
    for found, name, forms in _listed("words"):
        if found != kind:
            continue
        for i, form in enumerate(forms):
            yield form, Unit(name, shown.get(name, forms[i - 1] if i % 2 else form), found)


def _listed(field: str) -> Iterator[tuple[UnitKind, str, list[str]]]:
    lists = vocabulary("units")
    kinds: tuple[tuple[UnitKind, str], ...] = (("physical", "units"), ("time", "time"), ("times", "times"))
    for kind, section in kinds:
        for name, forms in lists[section].items():
            yield kind, name, forms.get(field, [])
