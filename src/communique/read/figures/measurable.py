"""Which quantities measure something, and numbers whose noun is left out because it was just said."""

from __future__ import annotations

from communique.read.analysis import Analysis, Token
from communique.read.figures.phrases import NOUNS
from communique.read.figures.placed import (
    Placed,
    ancestors,
    first_with_hedge,
    is_definite,
    is_label,
    is_moved_time,
    looks_like_year,
    moving_verb,
)
from communique.read.figures.quantity import Quantity
from communique.read.figures.words import HYPHENS, cue_words

# Quantities this small in words, with a definite article, point back ("the two ministers").
_FEW = 3
# Number words up to this name a known group of sides ("the four ministers").
_GROUP = 7
# How far behind its verb a number of things may stand ("stood *at* 5,000"), in tokens.
_WAY_TO_TALLY = 2


def measures(analysis: Analysis, placed: Placed) -> bool:
    """Whether a quantity measures something: no label, year, name, side of a meeting, or mere stretch of time."""
    kind = placed.quantity.kind
    if kind == "time":
        return placed.quantity.movable or is_moved_time(analysis, placed)
    if kind == "times":
        return False
    return kind != "count" or _counts(analysis, placed)


def _counts(analysis: Analysis, placed: Placed) -> bool:
    quantity, noun = placed.quantity, placed.counted
    if is_label(analysis, placed):
        return False
    if noun is None:
        elliptical = any(told(analysis, placed) for told in (is_elliptical, is_rest, is_some_of_them))
        return quantity.movable or _of_pronoun(analysis, placed) or elliptical
    small = quantity.value is not None and quantity.value <= _FEW and not quantity.printed
    if (quantity.value == 1 and small) or _is_aim_of_none(analysis, placed, noun):
        return False
    side = noun.lemma.lower() in cue_words("not_counted")
    known = is_definite(analysis, placed)
    return not ((small and (known or side)) or (known and side and _is_group(quantity)))


def _is_group(quantity: Quantity) -> bool:
    """Whether a number word may only name a group that was told of before: "the *four* ministers"."""
    return not quantity.printed and quantity.value is not None and quantity.value <= _GROUP


def _is_aim_of_none(analysis: Analysis, placed: Placed, noun: Token) -> bool:
    """Whether a nought names an aim, and counts nothing: "net zero", "zero emissions", "zero tolerance"."""
    before = analysis.tokens[placed.first - 1 : placed.first]
    net = any(token.lower == "net" or token.text in HYPHENS for token in before)
    bare = noun.lower == noun.lemma.lower() or noun.lemma.lower() in cue_words("aims_of_none")
    return placed.quantity.value == 0 and not placed.quantity.printed and (net or bare)


def is_part_of_pronoun(analysis: Analysis, placed: Placed) -> bool:
    """Whether a quantity is a part of what was told before: "half *of it*", "at least 200 *of them*"."""
    after = [token.lower for token in analysis.tokens[placed.last : placed.last + 2]]
    return after[:1] == ["of"] and after[1:] in [["it"], ["them"], ["this"], ["these"], ["which"], ["whom"], ["those"]]


def _of_pronoun(analysis: Analysis, placed: Placed) -> bool:
    """As in "4,500 of them", "17 of whom"."""
    following = analysis.tokens[placed.last : placed.last + 2]
    texts = [token.lower for token in following]
    return (
        bool(placed.quantity.printed)
        and texts[:1] == ["of"]
        and texts[1:] in (["them"], ["whom"], ["these"], ["those"])
    )


def is_elliptical(analysis: Analysis, placed: Placed) -> bool:
    """A bare number whose noun is left out because it was just said: "rose from 1,150 in 2023 to 4,300"."""
    quantity = placed.quantity
    if looks_like_year(quantity) or quantity.vague:
        return False
    i = first_with_hedge(analysis, placed)
    before = analysis.tokens[i - 1].lower if i else ""
    if quantity.hedge is not None and i and analysis.tokens[i - 1].upos in {"VERB", "AUX"}:
        before = "to"
    if before == "from" and placed.first > 1 and analysis.tokens[placed.first - 2].lower in {"up", "down"}:
        return True
    moves = moving_verb(analysis, placed) is not None and before in {"to", "from", "at", "by"}
    return moves or _is_tally(analysis, placed) or _is_of_counter(analysis, placed) or _is_estimate(analysis, placed)


def _is_of_counter(analysis: Analysis, placed: Placed) -> bool:
    """As in "a yearly *quota of 200*"."""
    before = analysis.tokens[max(placed.first - 2, placed.sentence.first) : placed.first]
    counter = len(before) == 2 and before[1].lower == "of" and before[0].lemma.lower() in cue_words("counters")
    return counter and bool(placed.quantity.printed)


def _is_estimate(analysis: Analysis, placed: Placed) -> bool:
    """As in "put the *number* of migrants *at about 7,500*"."""
    verb = next((t for t in ancestors(analysis, placed.top) if t.upos == "VERB"), None)
    at = analysis.preposition(placed.top) == "at" and bool(placed.quantity.printed)
    if verb is None or not at or verb.lemma not in cue_words("estimating"):
        return False
    return any(_is_number_of_things(noun) for noun in analysis.dependents(verb.index, "obj", "nsubj:pass"))


def _is_tally(analysis: Analysis, placed: Placed) -> bool:
    """A number that a verb of amount gives of things named as its subject: "the *number of visitors reached* 5,000",
    "*arrivals totalled* 3.7 million"."""
    verb = analysis.tokens[analysis.tokens[placed.top].head]
    verb = next((t for t in (verb, *ancestors(analysis, placed.top)) if t.upos in {"VERB", "AUX"}), verb)
    start = first_with_hedge(analysis, placed)
    direct = 0 < start - verb.index <= _WAY_TO_TALLY and verb.lemma in cue_words("tallying")
    large = placed.quantity.value is not None and placed.quantity.value > _FEW
    if not direct or not large:
        return False
    subjects = analysis.dependents(verb.index, "nsubj", "nsubj:pass")
    return any(_is_number_of_things(noun) for noun in subjects)


def _is_number_of_things(noun: Token) -> bool:
    return noun.upos == "NOUN" and (noun.lemma.lower() in cue_words("counters") or noun.lower != noun.lemma.lower())


def is_some_of_them(analysis: Analysis, placed: Placed) -> bool:
    """A bare number that is the subject of its verb, where its noun was said before: "Of the 44 clinics, *31 have
    opened*"."""
    top = analysis.tokens[placed.top]
    verb = analysis.tokens[top.head]
    subject = top.deprel.startswith("nsubj") and verb.upos == "VERB" and placed.last <= verb.index
    between = analysis.tokens[placed.last : verb.index]
    return subject and (placed.quantity.value or 0) > _FEW and all(t.upos in {"AUX", "ADV", "PART"} for t in between)


def is_rest(analysis: Analysis, placed: Placed) -> bool:
    """A number without a noun among things that were counted before: "*the remaining 12*", "*the other 40*"."""
    before = analysis.tokens[max(placed.sentence.first, placed.first - 2) : placed.first]
    after = analysis.tokens[placed.last : placed.last + 1]
    named = bool(after) and after[0].upos in NOUNS
    rest = len(before) == 2 and before[0].upos == "DET" and before[1].lower in cue_words("rest")
    return rest and not named and (placed.quantity.value or 0) > _FEW
