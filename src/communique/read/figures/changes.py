"""Which quantities are changes ("up 18.5 per cent", "€5 million more than"), of which figure, and which way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from communique.read.analysis import Analysis, Token
from communique.read.figures.placed import Placed, ancestors, change_words, first_with_hedge, moving_verb
from communique.read.figures.words import cue_words, vocabulary

# How far a change may stand from the figure that it belongs to, in tokens.
REACH = 22
_WAYS = frozenset({"up", "down", "upward", "upwards", "downward", "downwards"})
# How many words may stand between a word of change and its amount.
GAP = 6


@dataclass(frozen=True, slots=True)
class Change:
    """A change: its quantity (None for "doubled"), amount, unit, direction, and the tokens [first, last) it takes."""

    placed: Placed | None
    amount: float
    unit: str
    direction: str | None
    first: int
    last: int


def change_of(analysis: Analysis, placed: Placed) -> Change | None:
    """A quantity as a change, where the words around it make it one."""
    quantity = placed.quantity
    direction = None if quantity.value is None else direction_of(analysis, placed)
    if direction is None or quantity.value is None:
        return None
    return Change(placed, quantity.value, _unit(placed), direction, placed.first, placed.last)


def in_points(analysis: Analysis, found: Sequence[Placed]) -> tuple[Placed, ...]:
    """Quantities with the changes in points beside a percentage as percentage points: "31 per cent, *nine points*
    less than …"; points that are no change stay what they are (of a share index, of a match)."""
    shares = {p.sentence.index for p in found if p.quantity.kind == "percent"}
    return tuple(_in_points(analysis, p) if p.sentence.index in shares else p for p in found)


def _in_points(analysis: Analysis, placed: Placed) -> Placed:
    noun = placed.counted
    if noun is None or noun.lemma.lower() != "point" or noun.index != placed.last:
        return placed
    name = "percentage point"
    quantity = replace(placed.quantity, kind="percent", unit=name, unit_name=name, end=noun.end)
    points = replace(placed, quantity=quantity, last=noun.index + 1, top=noun.index, counted=None)
    return placed if direction_of(analysis, points) is None else points


def direction_of(analysis: Analysis, placed: Placed) -> str | None:
    """Which way a quantity or range is a change, by the words around it or its plus sign; None where it is none."""
    if placed.quantity.kind != "count" and analysis.text[placed.span.start - 1 : placed.span.start] == "+":
        return "up"
    return _after(analysis, placed) or _before(analysis, placed)


def _unit(placed: Placed) -> str:
    """The unit of a change: of "up nine points", percentage points; of "38 more", the figure's own."""
    noun = placed.counted
    points = noun is not None and noun.lemma.lower() == "point"
    return "percentage point" if points else placed.quantity.unit or ""


def _after(analysis: Analysis, placed: Placed) -> str | None:
    """As in "€5 million *more than*", "6% *fewer than*", "a 12 per cent *increase*", "one fifth *above*"."""
    following = analysis.tokens[placed.last : placed.sentence.last][:3]
    texts = [token.lower for token in following]
    if not texts:
        return None
    if texts[0] in {"year-on-year", "annual", "-"} and len(texts) > 1:
        following, texts = following[1:], texts[1:]
    for direction, way in _directions().items():
        compared = len(texts) > 1 and texts[1] in {"than", "the", "a", "year", "on"}
        if texts[0] in way["adverbs"] and (compared or texts[0] in {"above", "below", "higher", "lower"}):
            apart = texts[0] in {"up", "down"} and texts[1:2] != ["on"]
            return None if apart or texts[0] in {"additional", "extra"} else direction
        noun = following[0]
        nouns = way["nouns"] if placed.quantity.kind in {"percent", "share", "times"} else way["sums"]
        if noun.lemma.lower() in nouns and noun.upos == "NOUN" and placed.quantity.kind != "count":
            return direction
    return None


def _before(analysis: Analysis, placed: Placed) -> str | None:
    """As in "*Up* 18.5 per cent", "a *rise of* 9.4 percent", "*slipped* 3.8 percent", "*increased by* $5 million"."""
    by = of = False
    start = first_with_hedge(analysis, placed)
    gapped = _of_verb_before(analysis, placed, start - 1)
    if gapped is not None:
        return gapped
    for token in reversed(analysis.tokens[max(placed.sentence.first, start - GAP - 1) : start]):
        by, of = by or token.lower == "by", of or token.lower == "of"
        close = by or (token.index == start - 1 and _moves_by(token, placed))
        direction = None if token.lower in {"to", "from", "at"} else _direction_of(analysis, token, placed, close, of)
        if direction is not None or token.lower not in cue_words("between_change_and_amount"):
            return direction
    return None


def _of_verb_before(analysis: Analysis, placed: Placed, by: int) -> str | None:
    """As in "exports rose by 5 per cent and *imports by* 3 per cent": the verb is said once."""
    near = analysis.tokens[max(placed.sentence.first, by - 2) : by + 1]
    if len(near) < 3 or near[2].lower != "by" or near[1].upos != "NOUN" or near[0].lower not in {"and", ",", "while"}:
        return None
    verbs = [t for t in analysis.tokens[placed.sentence.first : by] if t.upos == "VERB"]
    return change_words().get(verbs[-1].lemma) if verbs else None


def _moves_by(verb: Token, placed: Placed) -> bool:
    """As in "*rose* 18 cents": verbs that take no object, so that what follows is by how much."""
    return placed.quantity.kind in {"money", "physical"} and verb.lemma in cue_words("intransitive")


def _direction_of(analysis: Analysis, token: Token, placed: Placed, by: bool, of: bool) -> str | None:
    relative = placed.quantity.kind in {"percent", "share", "times"}
    for direction, way in _directions().items():
        if token.lower in _WAYS and token.lower in way["adverbs"] and not of:
            return None if _is_particle(analysis, token) else direction
        verb = token.upos in {"VERB", "AUX"} and token.lemma in way["verbs"]
        if verb and (by or relative) and not of:
            return direction
        noun = token.upos == "NOUN" and token.lemma.lower() in way["nouns"]
        if noun and of and placed.quantity.kind != "count":
            return direction
    return None


def _is_particle(analysis: Analysis, token: Token) -> bool:
    """Whether "up" makes one verb with the word before it ("made *up* 40 per cent"), not so in "trending *up* 2%"."""
    verb = analysis.tokens[token.head]
    return token.deprel == "compound:prt" and verb.lemma in cue_words("with_particle")


def own_change(analysis: Analysis, placed: Placed) -> Change | None:
    """The change that a share is by itself: "cut tariffs *by 30 per cent*" measures the cut, and is one."""
    quantity = placed.quantity
    start = first_with_hedge(analysis, placed) - 1
    if quantity.kind not in {"percent", "share"} or quantity.value is None or start < placed.sentence.first:
        return None
    named = _named_change(analysis, placed) or _more_of_them(analysis, placed) or _as_discount(analysis, placed)
    if named is not None:
        return Change(placed, quantity.value, quantity.unit or "", named, placed.first, placed.last)
    verb = moving_verb(analysis, placed)
    if verb is None or analysis.tokens[start].lower != "by":
        return None
    direction = next((d for d, way in _directions().items() if verb.lemma in way["verbs"]), None)
    moved = any(verb.index < noun.index < placed.first for noun in analysis.dependents(verb.index, "obj"))
    if direction is None or not moved:
        return None
    return Change(placed, quantity.value, quantity.unit or "", direction, placed.first, placed.last)


def _named_change(analysis: Analysis, placed: Placed) -> str | None:
    """The direction of a change named after what changes: "a 15 per cent *tariff cut*"."""
    after = analysis.tokens[placed.last : min(placed.last + 3, placed.sentence.last)]
    if not after or after[0].upos != "NOUN":
        return None
    last = next((t for t in after[1:] if t.upos not in {"NOUN", "ADJ"} or _way_of_noun(t) is not None), None)
    return None if last is None or last.upos not in {"NOUN", "VERB"} else _way_of_noun(last)


def _more_of_them(analysis: Analysis, placed: Placed) -> str | None:
    """The direction of "10 per cent *more scholarships*", with no "than" behind."""
    after = analysis.tokens[placed.last : min(placed.last + 3, placed.sentence.last)]
    if len(after) < 2 or after[0].upos not in {"ADJ", "ADV", "DET"} or after[1].upos not in {"NOUN", "ADJ", "PROPN"}:
        return None
    return {"more": "up", "fewer": "down", "less": "down"}.get(after[0].lower)


def _as_discount(analysis: Analysis, placed: Placed) -> str | None:
    """The direction of "a 30 per cent *discount*", "a *rebate of* 30 per cent"."""
    after = analysis.tokens[placed.last : min(placed.last + 1, placed.sentence.last)]
    start = first_with_hedge(analysis, placed)
    before = analysis.tokens[max(start - 2, placed.sentence.first) : start]
    named = [*after, *(before[:1] if before and before[-1].lower == "of" else ())]
    return "down" if any(token.lemma.lower() in cue_words("discounts") for token in named) else None


def _way_of_noun(token: Token) -> str | None:
    return next((d for d, way in _directions().items() if token.lower in way["nouns"]), None)


def multiples(analysis: Analysis) -> tuple[Change, ...]:
    """Changes told by the verb alone: "doubled", "tripled", "halved"."""
    found = []
    words: dict[str, float] = vocabulary("figure_cues")["multiples"]
    for token in analysis.tokens:
        marked = analysis.sentences[token.sentence].marked is not None
        if token.upos != "VERB" or marked or token.deprel in {"amod", "compound"}:
            continue
        if token.lemma in words:
            found.append(Change(None, float(words[token.lemma]), "times", "up", token.index, token.index + 1))
        elif token.lemma in cue_words("halving"):
            found.append(Change(None, 50.0, "percent", "down", token.index, token.index + 1))
    return tuple(found)


def owner_of(analysis: Analysis, change: Change, figures: Sequence[Placed]) -> Placed | None:
    """The figure that a change belongs to: one that the same verb gives ("fell 4% to $412 million"), or the one
    before it ("reached $132.6 million, up 18.5 per cent")."""
    sentence = analysis.tokens[change.first].sentence
    near = [p for p in figures if p.sentence.index == sentence and p is not change.placed]
    following = [p for p in near if 0 <= p.first - change.last <= REACH and _ends_move(analysis, change, p)]
    if following:
        return following[0]
    if change.placed is None:
        return None
    preceding = [p for p in near if 0 <= change.first - p.last <= REACH and _leads_to(analysis, p, change)]
    moved = [p for p in preceding if not is_start_of_move(analysis, p)]
    return (moved or preceding)[-1] if preceding else None


def _ends_move(analysis: Analysis, change: Change, placed: Placed) -> bool:
    """Whether "to", "and came to" or the like joins a change to the figure after it."""
    between = analysis.tokens[change.last : placed.first]
    texts = [token.lower for token in between]
    hedged = first_with_hedge(analysis, placed) - 1
    before = analysis.tokens[hedged].lower if hedged >= 0 else ""
    return before == "to" and not {";", "from"} & set(texts) and "while" not in texts


def _leads_to(analysis: Analysis, placed: Placed, change: Change) -> bool:
    """Whether a change stands behind a figure as its apposition or complement."""
    between = analysis.tokens[placed.last : change.first]
    texts = {token.lower for token in between}
    clauses = [
        t for t in between if t.upos == "VERB" and t.form == "fin" and t.lemma not in {"be", "represent", "mark"}
    ]
    passive = [t for t in clauses if t.index in {a.index for a in ancestors(analysis, placed.top)}]
    return ";" not in texts and len(clauses) <= len(passive)


def move_direction(analysis: Analysis, placed: Placed) -> str | None:
    """The direction of a figure that something moved *to*: "rose to", "up from", "cut … from 90 to 45 days"."""
    start = first_with_hedge(analysis, placed) - 1
    if start < placed.sentence.first:
        return None
    back_from = _up_from(analysis, placed)
    if back_from is not None:
        return back_from
    if placed.mover is not None and placed.origin is not None:
        return next((d for d, way in _directions().items() if placed.mover.lemma in way["verbs"]), None)
    if analysis.tokens[start].lower != "to" or not _compared(analysis, placed):
        return None
    verb = next((t for t in ancestors(analysis, placed.top) if t.upos == "VERB"), None)
    if verb is None:
        return None
    return next((d for d, way in _directions().items() if verb.lemma in way["verbs"]), None)


def _compared(analysis: Analysis, placed: Placed) -> bool:
    """Whether the sentence says where the move started, or tells it as past."""
    if placed.origin is not None:
        return True
    words = [token.lower for token in analysis.tokens[placed.sentence.first : placed.sentence.last]]
    if {"from", "against", "compared"} & set(words):
        return True
    verb = next((t for t in ancestors(analysis, placed.top) if t.upos == "VERB"), None)
    if verb is None:
        return False
    moved = analysis.dependents(verb.index, "obj")
    return verb.past or any(analysis.dependents(noun.index, "nummod") for noun in moved)


def _up_from(analysis: Analysis, placed: Placed) -> str | None:
    """As in "…, *up from* RM1.19 billion", "…, *down from* Tk 655 crore" after the figure."""
    tokens = analysis.tokens[placed.last : min(placed.last + REACH, placed.sentence.last)]
    for one, two in pairwise(tokens):
        if two.lower == "from" and one.lower in {"up", "down"}:
            return one.lower
    return None


def is_start_of_move(analysis: Analysis, placed: Placed) -> bool:
    """Whether a figure is what another is compared with: after "from", "against", "compared with", "than"."""
    i = first_with_hedge(analysis, placed) - 1
    if i < placed.sentence.first:
        return False
    word = analysis.tokens[i].lower
    if word == "the" and i > placed.sentence.first:
        word = analysis.tokens[i - 1].lower
    compared = analysis.tokens[i - 1].lower == "compared" if i > placed.sentence.first else False
    return word in {"from", "against", "than", "versus"} or (word in {"with", "to"} and compared)


@cache
def _directions() -> dict[str, dict[str, frozenset[str]]]:
    return {
        direction: {kind: cue_words(direction, kind) for kind in ("verbs", "nouns", "sums", "adverbs")}
        for direction in ("up", "down")
    }
