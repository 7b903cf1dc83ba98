"""The lexicon of cues: what a verb, noun or adjective of speech does, and where its content stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from communique.model import Act, Span
from communique.vocabulary import load_yaml

Companion = Literal["addressee", "content", "particle", "complement"]


@dataclass(frozen=True, slots=True)
class VerbCue:
    """One use of a verb as a cue.

    `act` is an act of the guide, or `content`, `noun`, `hope`, `offer` or `announce`, where more than the cue decides
    (see `acts.py`). `frames` lists where the content stands, in the order to try. `word` is the preposition or
    particle that makes the verb a cue, and `companion` what its noun is. `between` is a noun or adverb that must
    stand with the verb ("take *note* of"). `talked` is true of what talks do and people do not ("the call *focused
    on* …").
    """

    act: str
    frames: tuple[str, ...] = ()
    object: str = "content"
    word: str | None = None
    companion: Companion | None = None
    between: str | None = None
    joint: bool = False
    talked: bool = False


@dataclass(frozen=True, slots=True)
class NounCue:
    """A noun that names an act: `frames` as for verbs, with `self` where the noun phrase is the content.

    `verbs` are the light verbs that it needs, empty for any; `of` the nouns that its of-phrase must name.
    """

    act: str
    frames: tuple[str, ...]
    verbs: frozenset[str]
    of: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All cues. `verbs` are keyed by lemma, the uses with a word of their own first."""

    verbs: Mapping[str, tuple[VerbCue, ...]]
    nouns: Mapping[str, NounCue]
    adjectives: Mapping[str, VerbCue]
    exchanged: Mapping[str, str]
    default_by_verb: Mapping[str, str]
    no_content: frozenset[str]
    according_to: tuple[str, ...]
    deeds: frozenset[str]
    spared: frozenset[str]
    refusable: frozenset[str]
    faulting: frozenset[str]
    refuting: frozenset[str]
    valued: frozenset[str]
    one_sided: frozenset[str]
    enacted: frozenset[str]
    enabling: frozenset[str]
    askable: frozenset[str]
    at_large: frozenset[str]
    wishes: frozenset[str]

    def judged(self, word: str) -> Act | None:
        """The act of calling a thing so: "unacceptable" finds fault, "baseless" rejects."""
        if word in self.faulting:
            return "concern"
        return "reject" if word in self.refuting else None


@dataclass(frozen=True, slots=True)
class CueUse:
    """A cue in its place: token indices of the cue, its source, its addressee and the head of its content.

    `content` is None where the cue stands without one ("He also thanked Cambodia"). `noun` is the noun that names
    the act, where a light verb carries it. `impersonal` is true where nobody is named ("It was agreed that …").
    """

    token: int
    act: str
    span: Span
    source: int | None
    content: Span | None
    head: int | None = None
    addressee: int | None = None
    noun: int | None = None
    joint: bool = False
    impersonal: bool = False
    talked: bool = False


_LISTS = (
    "deeds",
    "spared",
    "refusable",
    "faulting",
    "refuting",
    "valued",
    "one_sided",
    "enacted",
    "enabling",
    "askable",
    "at_large",
    "wishes",
)


@cache
def lexicon() -> Lexicon:
    """The cues of `vocabulary/cues.yaml`."""
    data = load_yaml("cues.yaml")
    return Lexicon(
        verbs=_verbs(data["verbs"]),
        nouns={lemma: _noun(entry) for lemma, entry in data["nouns"].items()},
        adjectives={
            lemma: VerbCue(act=entry["act"], frames=tuple(entry["frames"]))
            for lemma, entry in data["adjectives"].items()
        },
        exchanged=data["exchanged"],
        default_by_verb=data["default_by_verb"],
        no_content=frozenset(word.lower() for word in data["no_content"]),
        according_to=tuple(data["according_to"]),
        **{name: frozenset(data[name]) for name in _LISTS},
    )


def _verbs(entries: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[VerbCue, ...]]:
    uses: dict[str, list[VerbCue]] = {}
    for key, entry in entries.items():
        lemma, *rest = key.split()
        uses.setdefault(lemma, []).append(_verb(entry, rest))
    return {
        lemma: tuple(sorted(found, key=lambda use: (use.word is None, use.between is None)))
        for lemma, found in uses.items()
    }


def _verb(entry: Mapping[str, Any], rest: list[str]) -> VerbCue:
    return VerbCue(
        act=entry["act"],
        frames=tuple(entry.get("frames", ())),
        object=entry.get("object", "content"),
        word=rest[-1] if rest else None,
        companion=entry.get("with"),
        between=entry.get("noun") or entry.get("adverb"),
        joint=entry.get("joint", False),
        talked=entry.get("talked", False),
    )


def _noun(entry: Mapping[str, Any]) -> NounCue:
    return NounCue(
        act=entry["act"],
        frames=tuple(entry["frames"]),
        verbs=frozenset(entry.get("verbs", ())),
        of=frozenset(entry.get("of", ())),
    )
