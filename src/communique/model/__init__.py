"""The things that communique keeps, as frozen dataclasses. No I/O."""

from communique.model.coding import CodeBasis, EventCode, Quad
from communique.model.evidence import Evidence, Span
from communique.model.items import (
    Act,
    DateExpression,
    Encounter,
    EncounterStatus,
    EncounterType,
    Figure,
    FigureStatus,
    Office,
    Part,
    ParticipantRole,
    Person,
    Statement,
    Undertaking,
    UndertakingKind,
    UndertakingStatus,
)
from communique.model.place import Place, Precision
from communique.model.reading import Item, Reading
from communique.model.record import (
    Disagreement,
    Indicator,
    Judgement,
    KnownEncounter,
    KnownPerson,
    Matter,
    Tenure,
)
from communique.model.report import Mark, Report, text_digest

__all__ = [
    "Act", "CodeBasis", "DateExpression", "Disagreement", "Encounter", "EncounterStatus", "EncounterType",
    "EventCode", "Evidence", "Figure", "FigureStatus", "Indicator", "Item", "Judgement", "KnownEncounter",
    "KnownPerson", "Mark", "Matter", "Office", "Part", "ParticipantRole", "Person", "Place", "Precision", "Quad",
    "Reading", "Report", "Span", "Statement", "Tenure", "Undertaking", "UndertakingKind", "UndertakingStatus",
    "text_digest",
]  # fmt: skip
