"""A quantity as printed: its number, unit, hedge and place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.model import Span

QuantityKind = Literal["money", "percent", "share", "physical", "time", "times", "count"]
Bound = Literal["about", "more", "less", "at least", "at most", "exact"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as printed over the characters [start, end).

    `unit` is an ISO 4217 code for money, "percent" and the like, or a physical unit in the singular as the report
    spells it; None for a bare number, whose counted noun the grammar cannot know. `unit_name` is the unit's name in
    `vocabulary/units.yaml`. `value` is None for a range and for words that only bound ("tens of thousands");
    `ends` then holds both ends in the order of the text. `part` is the share of a currency unit that the report's
    own word names (0.01 for cents; `value` is in whole units). `first` and `last` are indices of words. `movable`
    marks "from X to Y", which a verb of change turns from a range into a move; `parts` are both ends' characters.
    `joined` is true where a hyphen ties the quantity to the word after its number ("11.5-tonne").
    """

    start: int
    end: int
    first: int
    last: int
    kind: QuantityKind
    value: float | None
    number: Span
    unit: str | None = None
    unit_name: str | None = None
    ends: tuple[float, float] | None = None
    part: float = 1
    hedge: Span | None = None
    bound: Bound | None = None
    joined: bool = False
    vague: bool = False
    movable: bool = False
    parts: tuple[Span, Span] | None = None
    printed: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)
