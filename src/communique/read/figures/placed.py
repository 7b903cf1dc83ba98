"""Quantities in their sentence: which tokens they cover, what they hang from, and which of them count something."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from communique.model import Span
from communique.read.analysis import POSSESSIVES, Analysis, Sentence, Token
from communique.read.figures.money import usage_in
from communique.read.figures.quantities import quantities
from communique.read.figures.quantity import Quantity
from communique.read.figures.words import HYPHENS, cue_words, words_of

_NOUNS = frozenset({"NOUN", "PROPN"})
# A longer stretch without an end is a table or a heap of marks, whose parse says nothing and costs much; the longest
# sentence of the annotated reports has 117 tokens.
LONGEST_SENTENCE = 400
# How far behind the first of several kinds the noun of all may stand, in tokens.
LONGEST_KINDS = 12


@dataclass(frozen=True, slots=True)
class Placed:
    """A quantity over the tokens [first, last) of a sentence; `top` is the one that hangs from outside.

    `counted` is the head noun that a bare number counts, `origin` the other end of a move ("from 130"), `mover`
    the verb that tells of the move.
    """

    quantity: Quantity
    sentence: Sentence
    first: int
    last: int
    top: int
    counted: Token | None = None
    origin: Quantity | None = None
    mover: Token | None = None

    @property
    def span(self) -> Span:
        return self.quantity.span


def place_quantities(
    analysis: Analysis, issuer_country: str | None, parties: Sequence[str], taken: Sequence[Span]
) -> tuple[Placed, ...]:
    """The quantities of running text that are no dates (`taken`), names, labels or sides, each in its sentence."""
    words = words_of(analysis.text)
    usage = usage_in(words, issuer_country, parties)
    found = []
    for quantity in quantities(analysis.text, words, usage):
        placed = _place(analysis, quantity)
        if placed is None or (_overlaps(quantity, taken) and not is_moved_time(analysis, placed)):
            continue
        noun = counted_noun(analysis, placed)
        found.append(replace(placed, counted=None if noun is None or _covers(taken, noun.span) else noun))
    return _with_units_said_once(analysis, found)


def _with_units_said_once(analysis: Analysis, found: Sequence[Placed]) -> tuple[Placed, ...]:
    """Quantities, large bare numbers among them in the unit of the large amount before in their sentence: "fell to
    55.3 million dollars against *61.8 million*"."""
    told: list[Placed] = []
    for placed in found:
        before = told[-1] if told and told[-1].sentence.index == placed.sentence.index else None
        if before is not None and _is_like(analysis, before, placed):
            unit, name, kind = before.quantity.unit, before.quantity.unit_name, before.quantity.kind
            quantity = replace(placed.quantity, unit=unit, unit_name=name, kind=kind)
            placed = replace(placed, quantity=quantity, counted=None)
        told.append(placed)
    return tuple(told)


def _is_like(analysis: Analysis, before: Placed, placed: Placed) -> bool:
    if placed.quantity.kind != "count" or before.quantity.kind not in {"money", "physical"} or placed.quantity.joined:
        return False
    if before.quantity.part != 1 or not _has_scale(analysis, before) or not _has_scale(analysis, placed):
        return False
    noun = placed.counted
    return noun is None or (noun.index == placed.last and noun.text == noun.lemma)


def _has_scale(analysis: Analysis, placed: Placed) -> bool:
    """Whether a numeral is told in millions or more."""
    words = {token.lower for token in analysis.tokens[placed.first : placed.last]}
    return bool(placed.quantity.printed) and bool(words & cue_words("large_scales"))


def is_moved_time(analysis: Analysis, placed: Placed) -> bool:
    """A stretch of time that is itself what changes: "cut the waiting time to 10 days"."""
    before = analysis.tokens[placed.first - 1].lower if placed.first > placed.sentence.first else ""
    moved = placed.quantity.kind == "time" and not placed.quantity.joined and before == "to"
    return moved and moving_verb(analysis, placed) is not None


def _covers(taken: Sequence[Span], span: Span) -> bool:
    i = bisect_left(taken, span.start + 1, key=lambda other: other.end)
    return i < len(taken) and taken[i].start < span.end


def _place(analysis: Analysis, quantity: Quantity) -> Placed | None:
    tokens = _covered(analysis, quantity.span)
    if not tokens:
        return None
    sentence = analysis.sentences[tokens[0].sentence]
    if sentence.marked is not None or sentence.last - sentence.first > LONGEST_SENTENCE:
        return None
    first, last = tokens[0].index, tokens[-1].index + 1
    return Placed(_without_particle(analysis, quantity), sentence, first, last, top_of(analysis, first, last))


def _without_particle(analysis: Analysis, quantity: Quantity) -> Quantity:
    """The quantity without a hedge that belongs to the verb before it: "handed *over* 20 laptops"."""
    hedge = quantity.hedge
    token = None if hedge is None else analysis.at(hedge.start)
    if token is None or token.deprel != "compound:prt":
        return quantity
    return replace(quantity, hedge=None, bound=None)


def _covered(analysis: Analysis, span: Span) -> list[Token]:
    """The tokens that share a character with a span."""
    starts = analysis.tokens
    i = bisect_left(starts, span.start + 1, key=lambda token: token.end)
    found = []
    while i < len(starts) and starts[i].start < span.end:
        found.append(starts[i])
        i += 1
    return found


def top_of(analysis: Analysis, first: int, last: int) -> int:
    """The token among [first, last) whose head lies outside, the last one where there are several."""
    outside = [i for i in range(first, last) if not first <= analysis.tokens[i].head < last]
    roots = [i for i in range(first, last) if analysis.tokens[i].head == i]
    nouns = [i for i in outside if analysis.tokens[i].upos in {"NUM", "NOUN", "PROPN", "SYM"}]
    return (nouns or outside or roots or [last - 1])[-1]


def _overlaps(quantity: Quantity, taken: Sequence[Span]) -> bool:
    """Whether a date expression takes the quantity's characters; "from 90 to 45 days" may still be a move."""
    i = bisect_left(taken, quantity.start + 1, key=lambda span: span.end)
    return i < len(taken) and taken[i].start < quantity.end and not quantity.movable


def counted_noun(analysis: Analysis, placed: Placed) -> Token | None:
    """The head of the noun phrase that a bare number counts."""
    quantity = placed.quantity
    if quantity.kind != "count":
        return None
    top = analysis.tokens[placed.top]
    head = analysis.tokens[top.head]
    among = _of_which(analysis, placed)
    if among is not None and (top.deprel not in {"nummod", "amod"} or head.lemma.lower() in cue_words("pieces")):
        return among
    if quantity.joined:
        tied = analysis.tokens[placed.last + 1] if placed.last + 1 < placed.sentence.last else None
        return tied if tied is not None and tied.upos in _NOUNS else None
    if quantity.vague or _partitive(analysis, placed.last):
        return _owned_noun_after(analysis, placed.last + 1) if _partitive(analysis, placed.last) else None
    if head.index >= placed.last and head.upos in _NOUNS and top.deprel in {"nummod", "compound", "amod"}:
        noun: Token | None = _whole_head(analysis, head)
    else:
        noun = noun_after(analysis, placed.last)
    return None if noun is None else _of_joined_kinds(analysis, placed, _beyond_hyphen(analysis, placed, noun))


def _beyond_hyphen(analysis: Analysis, placed: Placed, noun: Token) -> Token:
    """What a noun tied to a participle describes: "a dozen *government-led* sessions" counts sessions."""
    tied = analysis.tokens[noun.index + 1 : min(noun.index + 3, placed.sentence.last)]
    if len(tied) < 2 or tied[0].text not in HYPHENS or tied[0].start > noun.end or tied[1].start > tied[0].end:
        return noun
    described = noun_after(analysis, tied[1].index + 1) if tied[1].form in {"part", "fin", "ger"} else None
    return described or noun


def owner_by_whose(analysis: Analysis, noun: Token) -> Token | None:
    """What a number or a stage of work is the number or stage of: "caregivers, *whose numbers* rose", "the house,
    *whose construction* is half finished"."""
    if noun.lemma.lower() not in cue_words("counters") | cue_words("stages"):
        return None
    if not any(t.lower == "whose" for t in analysis.dependents(noun.index, "nmod:poss", "det")):
        return None
    clause = next((t for t in ancestors(analysis, noun.index) if t.deprel == "acl:relcl"), None)
    return None if clause is None else analysis.tokens[clause.head]


def _of_which(analysis: Analysis, placed: Placed) -> Token | None:
    """What the counted ones are among: "bicycles, *of which* 1.7 million were shipped"."""
    before = [token.lower for token in analysis.tokens[max(placed.sentence.first, placed.first - 2) : placed.first]]
    if before not in (["of", "which"], ["of", "whom"]):
        return None
    clause = next((t for t in ancestors(analysis, placed.top) if t.deprel == "acl:relcl"), None)
    above = None if clause is None else analysis.tokens[clause.head]
    return above if above is not None and above.upos in _NOUNS and above.index < placed.first else None


def _whole_head(analysis: Analysis, head: Token) -> Token:
    """The head of the whole run of nouns: the parser may stop short within a compound."""
    above = analysis.tokens[head.head]
    return above if head.deprel == "compound" and above.index == head.index + 1 and above.upos == "NOUN" else head


def _of_joined_kinds(analysis: Analysis, placed: Placed, noun: Token) -> Token:
    """What several are of two or more kinds, of which the first is told without its noun: "23 weather and climate
    *disasters*"."""
    several = placed.quantity.value is None or placed.quantity.value > 1
    single = noun.upos == "NOUN" and noun.text == noun.lemma and noun.lower not in cue_words("irregular")
    beyond = _beyond_kind(analysis, placed, noun) if several and single else None
    other = None if beyond is None else noun_after(analysis, beyond)
    plural = other is not None and other.upos == "NOUN" and other.text.lower() != other.lemma.lower()
    return other if plural and other is not None else noun


def _beyond_kind(analysis: Analysis, placed: Placed, noun: Token) -> int | None:
    """Where the next noun starts behind one in the singular, of which there cannot be several: "weather *and climate
    disasters*", "veteran, family, *and survivor groups*", "energy *saving lamps*"."""
    tokens = analysis.tokens[noun.index + 1 : min(noun.index + 1 + LONGEST_KINDS, placed.sentence.last)]
    if not tokens:
        return None
    if tokens[0].lower in {"and", "or"} or (tokens[0].upos == "VERB" and tokens[0].form in {"part", "ger"}):
        return tokens[1].index if len(tokens) > 1 else None
    if tokens[0].text != ",":
        return None
    listed = takewhile(lambda t: t.upos in {"NOUN", "ADJ", "PROPN"} or t.lower in {",", "and", "or"}, tokens)
    last = next((t for t in listed if t.lower in {"and", "or"}), None)
    return None if last is None else last.index + 1


def _partitive(analysis: Analysis, index: int) -> bool:
    """Whether "of" follows: "tens of thousands of people", "29 of the trucks"."""
    return index < len(analysis.tokens) and analysis.tokens[index].lower == "of"


def noun_after(analysis: Analysis, index: int) -> Token | None:
    """The last noun of the run of adjectives and nouns that starts at a token."""
    noun = None
    for token in analysis.tokens[index : index + 8]:
        opens = token.index == index and token.deprel == "det" and token.lower not in {"a", "an"}
        if noun is None and (opens or token.upos == "NUM"):
            continue
        if token.upos in _NOUNS:
            noun = token
        elif token.text not in HYPHENS and (noun is not None or not _opens_phrase(token)):
            break
    return noun


def _owned_noun_after(analysis: Analysis, index: int) -> Token | None:
    """The noun of the phrase that starts at a token, beyond whose it is: "six of *India's innovation hubs*"."""
    noun = noun_after(analysis, index)
    after = () if noun is None else analysis.tokens[noun.index + 1 : noun.index + 2]
    owned = noun_after(analysis, noun.index + 2) if noun and after and after[0].lower in POSSESSIVES else None
    return owned or noun


def _opens_phrase(token: Token) -> bool:
    """Whether a word may stand between a number and its noun: adjectives, participles, adverbs."""
    return token.upos in {"ADJ", "ADV"} or (token.upos == "VERB" and token.form in {"part", "ger"})


def is_label(analysis: Analysis, placed: Placed) -> bool:
    """Whether a number names a thing or a year: "Expo 2025", "Note 20 Ultra", "two-state", "the 2019 accord"."""
    quantity, noun = placed.quantity, placed.counted
    if _in_name(analysis, placed) or (quantity.joined and not quantity.printed):
        return True
    if noun is None:
        return False
    year = looks_like_year(quantity) and (noun.text == noun.lemma or is_definite(analysis, placed))
    return year or _is_part_of_name(noun, quantity) or _closes_name(analysis, placed, noun)


def _closes_name(analysis: Analysis, placed: Placed, noun: Token) -> bool:
    """Whether a numeral ends a name that says which single thing is meant: "the *South Link 2* pipeline"."""
    before = analysis.tokens[placed.first - 1] if placed.first > placed.sentence.first else None
    named = before is not None and before.upos == "PROPN" and before.end + 1 == placed.span.start
    single = noun.upos == "NOUN" and noun.text == noun.lemma and noun.lower not in cue_words("irregular")
    return named and single and bool(placed.quantity.printed) and noun.index == placed.last


def _is_part_of_name(noun: Token, quantity: Quantity) -> bool:
    """A proper noun in the singular behind a numeral: "16 Industrial Avenue", "Note 20 Ultra"; peoples are counted."""
    plural = noun.lower.endswith(("s", "ese", "ish", "ch", "ai", "men", "people")) or noun.lower in cue_words(
        "irregular"
    )
    return noun.upos == "PROPN" and bool(quantity.printed) and not plural


def verb_above(analysis: Analysis, placed: Placed) -> Token | None:
    """The nearest verb or predicate above a quantity."""
    found = (analysis.tokens[placed.top], *ancestors(analysis, placed.top))
    return next((t for t in found if t.upos in {"VERB", "AUX"} or t.index in analysis.clause_of), None)


def moving_verb(analysis: Analysis, placed: Placed) -> Token | None:
    """The nearest verb of change above a quantity."""
    verbs = [token for token in ancestors(analysis, placed.top) if token.upos == "VERB"]
    return next((verb for verb in verbs[:3] if verb.lemma in change_words()), None)


def first_with_hedge(analysis: Analysis, placed: Placed) -> int:
    """The first token of a figure, its hedge ("more than", "about") with it."""
    hedge = placed.quantity.hedge
    i = placed.first
    while hedge is not None and i > placed.sentence.first and analysis.tokens[i - 1].start >= hedge.start:
        i -= 1
    return i


def ancestors(analysis: Analysis, index: int) -> Iterator[Token]:
    """The tokens above one, up to the root."""
    seen = {index}
    current = analysis.tokens[index]
    while current.head not in seen:
        current = analysis.tokens[current.head]
        seen.add(current.index)
        yield current


@cache
def change_words() -> dict[str, str]:
    """Verbs of change by lemma, with their direction."""
    return {verb: direction for direction in ("up", "down") for verb in cue_words(direction, "verbs")}


def _in_name(analysis: Analysis, placed: Placed) -> bool:
    """A number that belongs to a name: "Expo 2025", "Group of Seven", "Five-Point Consensus"."""
    quantity = placed.quantity
    token = analysis.tokens[placed.first]
    leads = placed.first == placed.sentence.first
    if not quantity.printed and token.text[:1].isupper() and not leads:
        return True
    before = analysis.tokens[placed.first - 1] if not leads else None
    head = analysis.tokens[analysis.tokens[placed.top].head]
    named = before is not None and before.upos == "PROPN" and before.end + 1 == token.start
    return bool(named and quantity.printed and head.index < placed.first and placed.counted is None)


def is_definite(analysis: Analysis, placed: Placed) -> bool:
    if placed.first == placed.sentence.first:
        return False
    before = analysis.tokens[placed.first - 1]
    return before.lower in {"the", "these", "those", "both", "our", "their", "its", "all"} or before.lower in {
        "'s",
        "’s",
    }


def looks_like_year(quantity: Quantity) -> bool:
    return len(quantity.printed) == 4 and quantity.value is not None and 1800 <= quantity.value <= 2100
