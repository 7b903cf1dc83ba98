"""The code of an event in the field's standards: PLOVER, and CAMEO where the two answer to one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Quad = Literal[1, 2, 3, 4]
CodeBasis = Literal["act", "type", "classifier"]


@dataclass(frozen=True, slots=True)
class EventCode:
    """What an event counts as. `event` is PLOVER's type (YIELD stands for CONCEDE and RETREAT together), `quad` its
    class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. `contexts` are the
    fields that it touches, the one closest first; `cameo` the code of the older standard, as a string because "030"
    is not 30.

    `basis` says what decided: the act of the statement, the type of the encounter, or the classifier of sentences;
    `score` is the classifier's probability, None where it was not asked. There is no intensity: no copy of the older
    standard's scale was found that may be given on, and a value of our own would only look like one.
    """

    event: str
    quad: Quad
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    basis: CodeBasis = "classifier"
    score: float | None = None
