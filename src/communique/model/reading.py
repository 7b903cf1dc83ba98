"""Everything read out of one report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from communique.model.evidence import Evidence
from communique.model.items import DateExpression, Encounter, Figure, Person, Statement, Undertaking

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Item = Person | Encounter | Statement | Figure | Undertaking | DateExpression


@dataclass(frozen=True, slots=True)
class Reading:
    """The reading of one report by one version of the reader (`reader`), items in the order of the text."""

    report: str
    digest: str
    reader: str
    people: tuple[Person, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()
    dates: tuple[DateExpression, ...] = ()

    def items(self) -> Iterator[Item]:
        """Every item, kind by kind."""
        for kind in (
            self.people,
            self.encounters,
            self.statements,
            self.figures,
            self.undertakings,
            self.dates,
        ):
            yield from kind

    def evidence(self) -> Iterator[Evidence]:
        """The evidence of every item."""
        return (item.evidence for item in self.items())

    def to_dict(self) -> dict[str, Any]:
        """The reading as JSON-ready dictionaries and lists; `from_dict` gives an equal reading back."""
        plain: dict[str, Any] = asdict(self)
        return plain

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Reading:
        """The reading that `to_dict` wrote; raises `ValueError` naming each field that does not fit."""
        return _adapter().validate_python(data)

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """JSON Schema (draft 2020-12) of what `to_dict` returns."""
        return _adapter().json_schema()


@cache
def _adapter() -> TypeAdapter[Reading]:
    from pydantic import TypeAdapter

    return TypeAdapter(Reading)
