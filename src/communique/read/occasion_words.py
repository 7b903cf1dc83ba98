"""The words by which reports tell occasions: `vocabulary/encounters.yaml`, ready for look-up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from communique.model import EncounterType, ParticipantRole
from communique.read.analysis import Token
from communique.vocabulary import load_yaml


@dataclass(frozen=True, slots=True)
class VerbOccasion:
    """A verb that is an occasion: `companions` are the prepositions that bring in the other side, `object` whether
    the object does; `needs` and `refuses` say what must and must not stand with it; `word` is its particle;
    `deed` names what is done where occasions of one type differ by it ("signing", "handover"); `host` says whether
    the verb's subject or its object is at home."""

    type: EncounterType
    object: bool
    companions: tuple[str, ...]
    needs: str | None
    refuses: str | None
    word: str | None
    deed: str | None
    host: str | None


@dataclass(frozen=True, slots=True)
class OccasionWords:
    """The vocabulary of occasions; the comments of `vocabulary/encounters.yaml` say what each list is for."""

    verbs: dict[str, tuple[VerbOccasion, ...]]
    nouns: dict[str, EncounterType]
    deeds: dict[str, str]
    roles: dict[str, ParticipantRole]
    vague: frozenset[str]
    standing: frozenset[str]
    joint: frozenset[str]
    alone: frozenset[str]
    holding: frozenset[str]
    subtypes: frozenset[str]
    planned: frozenset[str]
    wished: frozenset[str]
    prospects: frozenset[str]
    legislatures: frozenset[str]
    cancelled: frozenset[str]
    moved: frozenset[str]
    due: frozenset[str]
    documents: frozenset[str]
    exchanged: frozenset[str]
    gifts: frozenset[str]
    works: frozenset[str]
    groups: frozenset[str]
    phone: frozenset[str]
    screen: frozenset[str]
    credentials: frozenset[str]
    ordinals: frozenset[str]
    larger: frozenset[str]
    founding: frozenset[str]
    taking_up: frozenset[str]
    unspecific: frozenset[str]
    folk: frozenset[str]
    communities: frozenset[str]
    general: frozenset[str]
    papers: frozenset[str]
    houses: frozenset[str]
    affairs: frozenset[str]


@cache
def occasion_words() -> OccasionWords:
    """The vocabulary, read once."""
    data = load_yaml("encounters.yaml")
    verbs: dict[str, list[VerbOccasion]] = {}
    for key, entry in data["verbs"].items():
        lemma, *rest = key.split()
        for use in entry if isinstance(entry, list) else [entry]:
            verbs.setdefault(lemma, []).append(_verb(use, rest[0] if rest else None))
    plain = OccasionWords.__slots__[4:]
    return OccasionWords(
        verbs={lemma: tuple(found) for lemma, found in verbs.items()},
        nouns=data["nouns"],
        deeds=data["deeds"],
        roles=data["roles"],
        **{name: frozenset(data[name]) for name in plain},
    )


def _verb(entry: dict[str, Any], word: str | None) -> VerbOccasion:
    return VerbOccasion(
        type=entry["type"],
        object=entry.get("object", False),
        companions=tuple(entry.get("with", ())),
        needs=entry.get("needs"),
        refuses=entry.get("not"),
        word=entry.get("word", word),
        deed=entry.get("deed"),
        host=entry.get("host"),
    )


def is_ordinal(token: Token) -> bool:
    """ "14th", "fifth", "inaugural"."""
    return token.lower[:1].isdigit() or token.lower in occasion_words().ordinals
