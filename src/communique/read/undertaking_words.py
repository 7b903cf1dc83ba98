"""The words of undertakings, from `vocabulary/undertakings.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal
from typing import cast as typed

from communique.model import UndertakingKind
from communique.vocabulary import load_yaml

# What is done with an undertaking, by verb or by noun; the vocabulary says which word is which.
Deed = Literal[
    "sign", "conclude", "ratify", "found", "build", "give", "hold", "carry", "keep", "delay", "cancel", "talk", "idea",
    "other",
]  # fmt: skip
# How a deed is spoken of: wished by one side, settled by all, promised, talked about, backed, or told as a fact.
Mood = Literal["asked", "settled", "promised", "discussed", "backed", "told"]


_LISTS = (
    "always", "general", "apparatus", "at_large", "never", "held", "vague", "ready", "abstract", "light",
    "reserved", "aside", "money", "summed", "word_given", "wished_for", "setting_out", "praised", "renewing",
    "beginning", "securing", "aid", "mass", "trading", "visiting", "linking", "funding", "finishing", "giving",
    "handing", "passing", "uncounted", "hearsay", "domestic", "durations", "working", "parts",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """Word lists by their names in the vocabulary; `deeds` and `nominal` are keyed by lemma ("set up", "signing")."""

    kinds: dict[str, UndertakingKind]
    deeds: dict[str, Deed]
    nominal: dict[str, Deed]
    moods: dict[str, Mood]
    acts_to_moods: dict[str, Mood]
    always: frozenset[str]
    general: frozenset[str]
    apparatus: frozenset[str]
    at_large: frozenset[str]
    never: frozenset[str]
    held: frozenset[str]
    vague: frozenset[str]
    ready: frozenset[str]
    abstract: frozenset[str]
    light: frozenset[str]
    reserved: frozenset[str]
    aside: frozenset[str]
    money: frozenset[str]
    summed: frozenset[str]
    word_given: frozenset[str]
    wished_for: frozenset[str]
    setting_out: frozenset[str]
    praised: frozenset[str]
    renewing: frozenset[str]
    beginning: frozenset[str]
    securing: frozenset[str]
    aid: frozenset[str]
    mass: frozenset[str]
    trading: frozenset[str]
    visiting: frozenset[str]
    linking: frozenset[str]
    funding: frozenset[str]
    finishing: frozenset[str]
    giving: frozenset[str]
    handing: frozenset[str]
    passing: frozenset[str]
    uncounted: frozenset[str]
    hearsay: frozenset[str]
    domestic: frozenset[str]
    durations: frozenset[str]
    working: frozenset[str]
    parts: frozenset[str]
    making: dict[str, UndertakingKind]


@cache
def words() -> Words:
    """The vocabulary, read once."""
    data = load_yaml("undertakings.yaml")
    return Words(
        kinds={noun: typed(UndertakingKind, kind) for kind, nouns in data["kinds"].items() for noun in nouns},
        deeds=_deeds(data["acts"], "verbs"),
        nominal=_deeds(data["acts"], "nouns"),
        moods={verb: typed(Mood, mood) for mood, verbs in data["moods"].items() for verb in verbs},
        making={verb: typed(UndertakingKind, kind) for kind, verbs in data["making"].items() for verb in verbs},
        acts_to_moods={act: typed(Mood, mood) for act, mood in data["acts_to_moods"].items()},
        **{name: frozenset(data[name]) for name in _LISTS},
    )


def _deeds(acts: dict[str, Any], part: str) -> dict[str, Deed]:
    return {word: typed(Deed, deed) for deed, entry in acts.items() for word in entry[part]}
