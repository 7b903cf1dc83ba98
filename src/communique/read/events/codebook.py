"""PLOVER and CAMEO as data: quad classes, what acts and encounters count as, modes, and the codes that answer."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from communique.model import Quad
from communique.read.cues import VerbCue, lexicon
from communique.read.topics import topics, topics_of
from communique.vocabulary import load_yaml, read_text


@dataclass(frozen=True, slots=True)
class Rule:
    """What something counts as: an event type, or none; `choices` are the types that the classifier may put instead."""

    event: str | None
    mode: str | None = None
    cameo: str | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CameoRow:
    """A CAMEO code with the PLOVER type, mode and contexts that it answers to."""

    code: str
    event: str
    mode: str | None
    contexts: tuple[str, ...]


NOTHING = Rule(None)


@cache
def _book() -> dict[str, Any]:
    return cast(dict[str, Any], load_yaml("event_codes.yaml"))


def _rule(entry: dict[str, Any] | None) -> Rule:
    if not entry:
        return NOTHING
    return Rule(entry.get("event"), entry.get("mode"), entry.get("cameo"), tuple(entry.get("open", ())))


def quad_of(event: str) -> Quad:
    """The quad class of an event type; raises `KeyError` for what is none."""
    return cast(Quad, _book()["quads"][event])


def act_rule(act: str, negated: bool = False) -> Rule:
    """What an act of speech counts as."""
    return _rule(_book()["negated" if negated else "acts"].get(act))


def encounter_rule(type: str) -> Rule:
    """What an encounter that was held counts as."""
    return _rule(_book()["encounters"].get(type))


def special_rule(name: str) -> Rule:
    """A rule that stands by itself in the book: `elsewhere`, `planned` or `planned_gift`."""
    return _rule(_book()[name])


@cache
def signing() -> re.Pattern[str]:
    """The cues of a formal conclusion."""
    return re.compile("|".join(map(_term, _book()["signing"])), re.IGNORECASE)


def tells_of_an_event(text: str) -> bool:
    """Whether a sentence holds a word that an event is told by, and is no word of courtesy itself."""
    return _deeds().search(text) is not None and _courtesies().match(text) is None


@cache
def _deeds() -> re.Pattern[str]:
    """The cues of acts that count as events, in any form, and the words of deeds."""
    acts, aside = _book()["acts"], frozenset(_book()["not_deeds"])
    spoken = {lemma for lemma, uses in lexicon().verbs.items() if any(use.act in acts for use in _plain(uses))}
    spoken |= {lemma for lemma, noun in lexicon().nouns.items() if noun.act in acts}
    terms = [rf"\b{re.sub('y$', '[yi]', lemma.removesuffix('e'))}\w{{0,5}}\b" for lemma in sorted(spoken - aside)]
    return re.compile("|".join([*terms, *map(_term, _book()["deeds"])]), re.IGNORECASE)


def _plain(uses: tuple[VerbCue, ...]) -> tuple[VerbCue, ...]:
    """The uses of a verb that need no word beside it, where it has any; else all."""
    return tuple(use for use in uses if use.word is None and use.between is None) or uses


@cache
def _courtesies() -> re.Pattern[str]:
    openings = "|".join(map(_term, _book()["courtesies"]))
    return re.compile(rf"\W*(?:{openings})(?!\s+to\b)", re.IGNORECASE)  # "thanks to a loan" is none


@cache
def cameo_rows() -> tuple[CameoRow, ...]:
    """The whole correspondence, in the order of the codes."""
    lines = [line for line in read_text("cameo.csv").splitlines() if not line.startswith("#")]
    return tuple(
        CameoRow(row["code"], row["event"], row["mode"] or None, tuple(filter(None, row["contexts"].split(";"))))
        for row in csv.DictReader(lines)
    )


def cameo_of(event: str, mode: str | None, contexts: Sequence[str]) -> str | None:
    """The CAMEO code of an event: that of its mode and closest context, else the code that covers the whole mode,
    else the type's own ("030").

    The contexts further away are left aside: a gift of rice to fishermen is no military aid. None for YIELD, whose
    two kinds have no code in common.
    """
    of_event = [row for row in cameo_rows() if row.event == event]
    rows = [row for row in of_event if mode is None or row.mode == mode]
    for row in rows:
        if contexts and contexts[0] in row.contexts:
            return row.code
    known = {row.code for row in of_event}
    wholes = {row.code[:3] for row in rows}
    if len(wholes) == 1 and wholes <= known:
        return wholes.pop()
    roots = [row.code[:2] + "0" for row in (*rows, *of_event)]
    return next((root for root in roots if root in known), None)


@cache
def _mode_patterns(event: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    modes = _book()["modes"].get(event, {})
    return tuple((mode, re.compile("|".join(map(_term, terms)), re.IGNORECASE)) for mode, terms in modes.items())


def _term(term: str) -> str:
    """A term as a pattern: `*` stands for any run of letters."""
    if term == "*":
        return ""
    return r"\b" + re.escape(term).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") + r"\b"


def mode_of(event: str, text: str) -> str | None:
    """The mode that the words of a text tell, None where they tell none."""
    return next((mode for mode, pattern in _mode_patterns(event) if pattern.search(text)), None)


def contexts_of(text: str) -> tuple[str, ...]:
    """The PLOVER contexts of the matters that a text touches, in the order of their mention."""
    return contexts_of_topics(topics_of(text))


def contexts_of_topics(keys: Iterable[str]) -> tuple[str, ...]:
    """The PLOVER contexts of topics, each once; topics that this version does not know have none."""
    known = topics()
    return tuple(dict.fromkeys(context for key in keys if key in known for context in known[key].plover))
