"""An item as the record holds it: with the head of the report that it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T", covariant=True)


@dataclass(frozen=True, slots=True)
class Source:
    """One place that carried a report's text."""

    report: str
    issuer: str | None = None
    url: str | None = None
    name: str | None = None
    title: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class ReportHead:
    """What identifies a report, without its text. `sources` are all the places that carried it, copies too."""

    id: str
    published: str | None
    title: str | None
    url: str | None
    issuer: str | None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Held(Generic[T]):
    """An item and the report that it stands in."""

    report: ReportHead
    item: T
