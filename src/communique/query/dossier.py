"""The dossier of two parties: what the reports say they did, asked, promised and agreed, each line with its quote."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote and where it stands; `before` and `after` complete the sentence around it."""

    report: str
    quote: str
    start: int
    end: int
    title: str | None = None
    url: str | None = None
    issuer: str | None = None
    date: str | None = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class DossierLine:
    """One thing that the reports say: in plain words, with the quote that it rests on.

    `state` is how the thing stands ("open", "agreed", "planned", …); `due` the ISO date of its term; `conditions` what
    it hangs on, as printed; `also` the further quotes that tell of the same.
    """

    text: str
    citation: Citation
    state: str | None = None
    due: str | None = None
    conditions: tuple[str, ...] = ()
    also: tuple[Citation, ...] = ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        return (self.citation, *self.also)


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading, mostly a topic; an empty title means that the section is not divided."""

    title: str
    lines: tuple[DossierLine, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the dossier. `key` is stable, for machines; `title` is for people."""

    key: str
    title: str
    groups: tuple[Group, ...]

    @property
    def lines(self) -> tuple[DossierLine, ...]:
        return tuple(line for group in self.groups for line in group.lines)


@dataclass(frozen=True, slots=True)
class Side:
    """A party of the dossier, by its code and its name in English; `article` is true where the name takes "the"
    within a sentence."""

    code: str
    name: str
    article: bool = False

    @property
    def phrase(self) -> str:
        """The name within a sentence: "the United States", "Cambodia"."""
        return f"the {self.name}" if self.article else self.name


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much the dossier rests on: reports are texts, encounters are occasions, and neither counts the other.

    `first` and `last` are the publication days of the earliest and latest report; `encounters` counts distinct
    occasions that were held, `planned` those that were only announced; `copies` the outlets that carried a report
    already counted; `unlisted` statements (views, information) belong to the pair and are in no section. `undated`
    counts the pair's reports of no known day: they are among `reports`, or left out where the dossier has a `since`.
    """

    reports: int
    encounters: int
    planned: int
    copies: int
    first: str | None
    last: str | None
    unlisted: int = 0
    undated: int = 0


@dataclass(frozen=True, slots=True)
class ErrorRate:
    """How often one kind of item is read right, as measured: `score` is F1 in per cent on the set named."""

    item: str
    score: float
    measured_on: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """All of it; `since` is the day before which nothing was taken, `readers` the versions that read the reports."""

    a: Side
    b: Side
    since: str | None
    coverage: Coverage
    sections: tuple[Section, ...]
    readers: tuple[str, ...]
    error_rates: tuple[ErrorRate, ...]

    def section(self, key: str) -> Section:
        """The section of a key; raises `KeyError` where the dossier has none."""
        for section in self.sections:
            if section.key == key:
                return section
        raise KeyError(key)

    def to_dict(self) -> dict[str, Any]:
        """The dossier as JSON-ready dictionaries and lists."""
        plain: dict[str, Any] = asdict(self)
        return plain
