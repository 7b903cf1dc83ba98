"""Definite descriptions of people: "the Party chief", "the Mongolian guest", "his counterpart", "both ministers".

This file finds the phrase around a head noun and says how well a person suits it; who is in focus at that point of
the text is `reference.py`'s part.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.model import Span
from communique.read.analysis import Analysis, Token
from communique.read.drafts import Draft
from communique.read.offices import canonical_office, honorifics, is_head, is_title_word, office_words, title_words
from communique.read.parties import PartyMention

DescriptionKind = Literal["person", "people", "parties"]

_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our"})
_REVERED = frozenset({"excellency", "majesty", "highness", "honour", "holiness"})
_GUEST_WORDS = frozenset({"visiting", "guest", "outgoing"})
_ARTICLES = frozenset({"the", "this", "both"})
_NUMBERS = frozenset({"two", "both", "three", "2"})
_SHORT = {"pm": ("prime", "minister"), "fm": ("foreign", "minister"), "na": ("national", "assembly")}
_PLAIN = frozenset({
    "visiting", "guest", "senior", "newly", "appointed", "outgoing", "new", "top", "then", "same", "high", "ranking",
    "former", "current", "two", "both", "said", "aforementioned", "young", "honourable", "also",
})  # fmt: skip
_LOWERING = frozenset({"deputy", "vice", "prime", "assistant", "former", "under"})
_LONGEST = 7


@dataclass(frozen=True, slots=True)
class Description:
    """A phrase that describes somebody without a name. `party` is a party named in it; `possessor` the index of
    "his"; `number` the count printed ("two"), or None."""

    head: int
    first: int
    span: Span
    kind: DescriptionKind
    words: tuple[str, ...]
    party: str | None
    possessor: int | None
    counted: bool
    guest: bool = False
    definite: bool = True


def describe(analysis: Analysis, head: int, parties: dict[int, PartyMention]) -> Description | None:
    """The description that a noun heads, or None where the noun describes nobody or is indefinite."""
    token = analysis.tokens[head]
    kind = _kind(token)
    if kind is None or _is_modifier(analysis, token):
        return None
    first = _first(analysis, head, parties)
    opener = analysis.tokens[first]
    if opener.lower in _POSSESSIVES and token.lower in _REVERED:
        return Description(head, first, Span(opener.start, token.end), "person", (token.lower,), None, None, False)
    party, party_start = _party(analysis, first, head, parties)
    owned = party_start == first and first < head and _has_possessive(analysis, first, head)
    plural_bare = kind != "person" and any(t.lower in _NUMBERS for t in analysis.tokens[first : head + 1])
    coordinated = token.deprel == "conj" and token.text[0].isupper() and is_head(token.lower)
    styled = opener.lower in honorifics().alone
    definite = opener.lower in _ARTICLES | _POSSESSIVES or owned or plural_bare or coordinated or styled
    if not definite and not (kind == "people" and party):
        return None
    inside = analysis.tokens[first : head + 1]
    words = tuple(w for t in inside if t.start not in parties for w in _normal(t, t.index == head))
    possessor = opener.index if opener.lower in _POSSESSIVES else None
    counted = any(t.lower in _NUMBERS for t in inside)
    span = Span(opener.start, _end(analysis, head, party, party_start))
    guest = any(t.lower in _GUEST_WORDS for t in inside[:-1])
    return Description(head, first, span, kind, words, party, possessor, counted, guest, definite)


def _end(analysis: Analysis, head: int, party: str | None, party_start: int | None) -> int:
    """Where a phrase ends: with "from Maputo" where that names its party."""
    if party is None or (party_start is not None and party_start <= head):
        return analysis.tokens[head].end
    return analysis.tokens[party_start].end if party_start is not None else analysis.tokens[head].end


def _kind(token: Token) -> DescriptionKind | None:
    """Whether a noun can describe a person, people of both sides, or the parties themselves."""
    words, lower = office_words(), token.lower
    if token.upos not in {"NOUN", "PROPN", "ADJ"}:
        return None
    if lower in words.group_people:
        return "people"
    if lower in words.group_parties:
        return "parties"
    singular = lower in words.descriptors and lower != "side"
    return "person" if singular or (is_head(lower) and not lower.endswith("s")) else None


def _is_modifier(analysis: Analysis, token: Token) -> bool:
    """Whether a noun only modifies the next ("Minister level", "President Hotel")."""
    following = analysis.tokens[token.index + 1] if token.index + 1 < len(analysis.tokens) else None
    return (
        token.deprel.startswith("compound")
        and following is not None
        and following.index <= token.head
        and (following.upos in {"NOUN", "PROPN"})
    )


def _first(analysis: Analysis, head: int, parties: dict[int, PartyMention]) -> int:
    """The first token of the phrase: back over modifiers to an article or "his"."""
    i, limit = head, max(analysis.sentences[analysis.tokens[head].sentence].first, head - _LONGEST)
    while i > limit:
        before = analysis.tokens[i - 1]
        if before.lower in _ARTICLES | _POSSESSIVES:
            return i - 1
        joined = before.lower == "and" and i - 2 >= limit and analysis.tokens[i].start in parties
        if not _modifies(before) and not (joined and analysis.tokens[i - 2].start in parties):
            return i
        i -= 1
    return i


def _modifies(token: Token) -> bool:
    if token.lower in {"'s", "’s", "-", "’", "'"}:
        return True
    return (
        token.upos in {"ADJ", "NOUN", "PROPN", "NUM"}
        or token.lower in _PLAIN
        or (is_title_word(token.lower) and token.upos not in {"VERB", "AUX"})
    )


def _has_possessive(analysis: Analysis, first: int, head: int) -> bool:
    return any(t.lower in {"'s", "’s", "'", "’"} for t in analysis.tokens[first:head])


def _party(
    analysis: Analysis, first: int, head: int, parties: dict[int, PartyMention]
) -> tuple[str | None, int | None]:
    """The party named inside a phrase or in "of …" and "from …" behind it, and the token where it stands."""
    for token in analysis.tokens[first : head + 1]:
        if token.start in parties:
            return parties[token.start].code, token.index
    behind = analysis.tokens[head + 1 : head + 4]
    if behind and behind[0].lower in {"of", "from"}:
        for token in behind[1:]:
            if token.start in parties:
                return parties[token.start].code, token.index
            if token.lower != "the":
                break
    return None, None


def _normal(token: Token, is_head: bool) -> tuple[str, ...]:
    """The words of a token that tell an office, abbreviations written out."""
    return tuple(
        full
        for word in title_words(token.text)
        for full in _SHORT.get(word, (word,))
        if word not in _ARTICLES | _POSSESSIVES | {"s"} and (is_head or word not in _PLAIN or word == "top")
    )


def suits(description: Description, draft: Draft, text: str) -> int:
    """How well a person suits a description's office: 3 the same title, 2 the same office, 1 a part of it, 0 not."""
    words = office_words()
    head = description.words[-1] if description.words else ""
    likened = draft.likened.offices(text) if draft.likened else []
    titles = [_title(office) for office in (*draft.offices(text), *likened)]
    if any(set(description.words) == title for title in titles):
        return 3
    held, wanted = draft.held(text), canonical_office(" ".join(description.words))
    if wanted and wanted in held and wanted not in {"member", "head", "professional"}:
        return 2
    if head in words.descriptors:
        allowed = words.descriptors[head]
        fits = not allowed or bool(held & set(allowed))
        return 2 if fits and (wanted in {None, "member", "head", "legislator", "ambassador"} or wanted in held) else 0
    if any(set(description.words) <= title and not (title - set(description.words)) & _LOWERING for title in titles):
        return 1
    return 1 if not titles and draft.party is not None and wanted == "minister" else 0


def _title(office: str) -> set[str]:
    return {full for word in title_words(office) for full in _SHORT.get(word, (word,))} - {
        "of",
        "the",
        "for",
        "and",
        "s",
    }
