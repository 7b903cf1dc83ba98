"""What is read out of one report. Every item carries its evidence; `shared/gold/GUIDE.md` defines each field.

Parties are ISO 3166 alpha-2 codes or an organisation's usual short name ("ASEAN", "EU", "UN"). People are named
by `Person.name`, which is unique within a reading. Days and periods are ISO strings of the precision known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.model.evidence import Evidence
from communique.model.place import Place

EncounterType = Literal["visit", "meeting", "call", "consultation", "summit", "ceremony", "donation"]
EncounterStatus = Literal["held", "planned", "cancelled"]
ParticipantRole = Literal["host", "guest", "co-chair", "accompanying", "present"]
Act = Literal[
    "request", "propose", "commit", "agree", "support", "appreciate", "greet",
    "invite", "inform", "assess", "concern", "reject", "discuss",
]  # fmt: skip
UndertakingKind = Literal["project", "programme", "agreement", "document", "body", "delivery"]
UndertakingStatus = Literal[
    "proposed", "agreed", "under way", "completed", "delayed", "cancelled", "in force"
]  # fmt: skip
FigureStatus = Literal["observed", "target", "pledged", "forecast"]
Direction = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Office:
    """A post as printed ("outgoing Cambodian Ambassador"), its canonical name, and the party that it belongs to.

    `canonical` is a key of `vocabulary/offices.yaml` ("ambassador"), or None where the title is not known there.
    """

    title: str
    canonical: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A named person of one report. `name` is the fullest form, without titles; `country` the state represented.

    `mentions` are the places where the report refers to the person by name or by description; `evidence` is
    the first of them. `country_inferred` is true where the country was worked out rather than printed.
    """

    name: str
    country: str | None
    offices: tuple[Office, ...]
    mentions: tuple[Evidence, ...]
    evidence: Evidence
    country_inferred: bool = False


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A time point or period: `text` as printed, `value` as in TIMEX3 ("2026-02", "P3Y", "PAST_REF").

    `modality` is how the expression bounds time ("by", "since", "until", "around", …), or None. `inferred` is
    true where a part of the value (mostly the year) was worked out from the publication date or the context.
    """

    text: str
    value: str
    evidence: Evidence
    modality: str | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with its unit and the thing measured.

    `unit` is an ISO 4217 code for money, otherwise a singular noun. `value` is None where only a change is
    stated. `range` holds the bounds of "from 5 to 7 billion"; `approximation` the hedge as printed ("nearly").
    """

    value: float | None
    unit: str | None
    measure: str | None
    evidence: Evidence
    parties: tuple[str, ...] = ()
    period: str | None = None
    status: FigureStatus = "observed"
    change: float | None = None
    change_unit: str | None = None
    direction: Direction | None = None
    baseline: str | None = None
    approximation: str | None = None
    range: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One act of speech reported. `evidence` covers source, cue and content; `content_span` only the content; both
    `content` and its span are empty where the cue stands alone ("He also thanked Cambodia").

    `speakers` and `addressees` are names of people; where a state or delegation speaks, only the parties are
    filled. `joint` is true where two or more sides speak together. `topics` are keys of `vocabulary/topics.yaml`.

    What binds (a commitment, a request, an agreement, …) has its links: `due` is the term that the content names,
    `conditions` are the places where the report says on what it hangs ("provided that transit fees are settled"),
    `figures` the values of the figures in it.
    """

    act: Act
    speakers: tuple[str, ...]
    speaker_parties: tuple[str, ...]
    addressees: tuple[str, ...]
    addressee_parties: tuple[str, ...]
    cue: str
    content: str
    content_span: tuple[int, int] | None
    evidence: Evidence
    joint: bool = False
    negated: bool = False
    due: str | None = None
    topics: tuple[str, ...] = ()
    conditions: tuple[Evidence, ...] = ()
    figures: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """The part that one of an encounter's participants has in it, where the report tells one."""

    name: str
    role: ParticipantRole


@dataclass(frozen=True, slots=True)
class Encounter:
    """An occasion on which parties meet or communicate. `main` is true for what the report is about.

    `parts` say who was host or guest, chaired, came along or was present. `within` is the larger occasion that the
    encounter belongs to, as printed ("the state visit to Laos", "the APEC summit"). `invited_by` names who invited
    to it: people, or the codes of parties where nobody is named. `place` is as printed, also
    where another sentence, the journey or the dateline tells it; of a journey told without its goal, the name of the
    other side's country. `location` is the place of the world that it is, or None where that is not known.
    """

    type: EncounterType
    status: EncounterStatus
    parties: tuple[str, ...]
    participants: tuple[str, ...]
    evidence: Evidence
    subtype: str | None = None
    main: bool = False
    start: str | None = None
    end: str | None = None
    place: str | None = None
    place_country: str | None = None
    parts: tuple[Part, ...] = ()
    within: str | None = None
    invited_by: tuple[str, ...] = ()
    location: Place | None = None


@dataclass(frozen=True, slots=True)
class Undertaking:
    """What parties do or set up together or for one another, from speech or from the report's own narrative.

    A delivery tells whose gift it is (`giver`), who hands it over for another (`presenter`), who receives it and what
    it is `worth` in `currency` (ISO 4217), as far as the report says; names as printed, people by `Person.name`.
    """

    kind: UndertakingKind
    name: str
    parties: tuple[str, ...]
    status: UndertakingStatus
    evidence: Evidence
    due: str | None = None
    figures: tuple[float, ...] = ()
    topics: tuple[str, ...] = ()
    giver: str | None = None
    presenter: str | None = None
    recipient: str | None = None
    worth: float | None = None
    currency: str | None = None
