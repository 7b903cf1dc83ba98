"""The grammar of quantities over plain words: [hedge] [sign] number [range] [scale] [unit]. No language model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from communique.model import Span
from communique.read.figures.amounts import Amount, Amounts
from communique.read.figures.hedges import alike_in_brackets, hedges_after, hedges_before
from communique.read.figures.labels import Labels, year_like
from communique.read.figures.money import Usage, first_signs, sign_at, usage_in
from communique.read.figures.numbers import Number, clean, number_words
from communique.read.figures.quantity import Quantity
from communique.read.figures.words import DASHES, Word, cue_words, words_of

# No word of text has so many marks and numerals without a space; beyond, nothing is read.
LONGEST_RUN = 64


def quantities_in_text(text: str, issuer_country: str | None = None) -> tuple[Quantity, ...]:
    """Every quantity in a text, dates and labels left out, in order; needs no language model.

    >>> [(q.value, q.unit) for q in quantities_in_text("Trade reached US$11.33 billion, up 11.7 per cent.")]
    [(11330000000.0, 'USD'), (11.7, 'percent')]
    """
    words = words_of(text)
    return quantities(text, words, usage_in(words, issuer_country, ()))


def quantities(text: str, words: Sequence[Word], usage: Usage) -> tuple[Quantity, ...]:
    """Every quantity among the words of a text, whose shared currency names mean what `usage` says."""
    found: list[Quantity] = []
    grammar = _Grammar(text, words, usage)
    i, starts, signs = 0, _first_words(), first_signs()
    while i < len(words):
        word = words[i]
        if word.kind != "number" and word.lower not in starts and word.text not in signs and word.lower[-4:] != "fold":
            i += 1
            continue
        quantity = grammar.quantity_at(i)
        if quantity is not None:
            found.append(quantity)
        i = quantity.last if quantity else grammar.skip(i)
    return alike_in_brackets(words, found)


class _Grammar:
    """Reads amounts and ranges at one place of a text."""

    def __init__(self, text: str, words: Sequence[Word], usage: Usage) -> None:
        self._text = text
        self._words = words
        self._amounts = Amounts(words, usage)
        self._labels = Labels(text, words)

    def quantity_at(self, i: int) -> Quantity | None:
        """The quantity that starts with word `i`, a hedge before it left aside."""
        amount = self._amounts.at(i) if self._may_start(i) else None
        if amount is None:
            return None
        other = self._other_end(amount)
        if other is not None:
            return self._labels.checked(self._range(amount, other), bare=other.kind == "count")
        return self._labels.checked(self._single(amount), bare=amount.kind == "count")

    def skip(self, i: int) -> int:
        """The index after what is no quantity: one word, a numeral with all that hangs from it without a space
        ("555-1234-99"), or a run of marks and numerals that is no text."""
        stop, words = i + 1, self._words
        if words[i].kind != "word" and self._in_long_run(i):
            return self._end_of_run(i)
        if words[i].kind == "number":
            while stop < len(words) and words[stop].glued and words[stop].kind == "number":
                stop += 1
        return stop

    def _may_start(self, i: int) -> bool:
        """Whether a word may be the first of a quantity. One numeral after another is a label, unless they group
        digits; a mark starts a quantity only as a sign."""
        word = self._words[i]
        following = self._words[i + 1] if i + 1 < len(self._words) else None
        if word.kind == "number":
            parted = following is not None and following.kind == "number" and len(following.text) != 3
            return not parted and not self._in_long_run(i)
        if word.text in DASHES or word.text == ".":
            return not word.glued and following is not None and following.kind == "number"
        return word.kind == "word" or not self._in_long_run(i)

    def _in_long_run(self, i: int) -> bool:
        """Whether a word belongs to a run without any space that is too long for text."""
        end = min(i + LONGEST_RUN, len(self._words))
        return end - i == LONGEST_RUN and all(word.glued for word in self._words[i + 1 : end])

    def _end_of_run(self, i: int) -> int:
        stop = i + 1
        while stop < len(self._words) and self._words[stop].glued:
            stop += 1
        return stop

    # -- two ends

    def _other_end(self, amount: Amount) -> Amount | None:
        """The second end of a range that `amount` starts: "5 to 7 billion", "10–15 per cent", "between 3 and 4"."""
        i = amount.last
        if i + 1 >= len(self._words) or amount.number.value is None or amount.kind == "share":
            return None
        if not self._joins(amount, i):
            return None
        other = self._amounts.at(i + 1)
        if other is None or other.number.value is None or other.kind == "share":
            return None
        alike = other.unit == amount.unit and other.part == amount.part
        bare = other.kind == "count" and (
            amount.kind != "money" or other.number.scaled or self._words[i].text in DASHES
        )
        same = amount.kind == "count" or alike or bare
        return other if same and self._fits(amount, other) else None

    def _joins(self, amount: Amount, i: int) -> bool:
        word, following = self._words[i], self._words[i + 1]
        if word.text in DASHES:
            return word.glued == following.glued and (
                following.kind != "word" or sign_at(self._words, i + 1) is not None
            )
        if word.lower == "and":
            return self._preceded_by(amount.first, "between")
        if word.lower == "to":
            return not self._is_change(amount, i + 1)
        return word.lower == "or" and amount.kind == "count"

    def _is_change(self, amount: Amount, i: int) -> bool:
        """Whether "to" tells where a change ended ("rose by 4,500 to 12,000", "up 10 cents to $2.24"), which it does
        not where only the second number has a unit ("fell by 1 to 1.5 degrees")."""
        other = self._amounts.at(i)
        if amount.kind == "count" and other is not None and other.kind not in {"count", "money"}:
            return False
        hedge = hedges_before().before(self._words, amount.first)
        before = (hedge[0] if hedge else amount.first) - 1
        return before >= 0 and (self._words[before].lower == "by" or is_change_word(self._words[before].lower))

    def _fits(self, amount: Amount, other: Amount) -> bool:
        """Years, falling pairs that are no movement, and labels are no ranges."""
        if _is_year(amount.number) and other.kind == "count" and not other.number.scaled:
            return False
        low, high = _ends(amount, other)
        return low < high or (self._words[amount.last].lower == "to" and self._preceded_by(amount.first, "from"))

    def _preceded_by(self, i: int, cue: str) -> bool:
        hedge = hedges_before().before(self._words, i)
        before = (hedge[0] if hedge else i) - 1
        return before >= 0 and self._words[before].lower == cue

    # -- a quantity out of amounts

    def _single(self, amount: Amount) -> Quantity:
        number = amount.number
        bounds = number.bounds
        return self._hedged(
            Quantity(
                start=self._words[amount.first].start,
                end=self._words[amount.last - 1].end,
                first=amount.first,
                last=amount.last,
                kind=amount.kind,
                value=amount.value,
                number=Span(self._words[number.first].start, self._words[number.last - 1].end),
                unit=amount.unit,
                unit_name=amount.unit_name,
                ends=None if bounds is None else (bounds[0] * amount.part, bounds[1] * amount.part),
                part=amount.part,
                joined=amount.joined,
                vague=bounds is not None,
                printed=number.printed,
            )
        )

    def _range(self, amount: Amount, other: Amount) -> Quantity:
        with_unit = other if other.kind != "count" else amount
        whole = self._single(replace(with_unit, first=amount.first, last=other.last))
        movable = self._words[amount.last].lower == "to" and self._preceded_by(amount.first, "from")
        number = Span(self._words[amount.number.first].start, whole.number.end)
        parts = self._span(amount), self._span(other)
        return replace(whole, value=None, ends=_ends(amount, other), movable=movable, number=number, parts=parts)

    def _span(self, amount: Amount) -> Span:
        return Span(self._words[amount.first].start, self._words[amount.last - 1].end)

    def _hedged(self, quantity: Quantity) -> Quantity:
        before = hedges_before().before(self._words, quantity.first)
        if before is not None:
            span = Span(self._words[before[0]].start, self._words[quantity.first - 1].end)
            return replace(quantity, hedge=span, bound=before[1])
        after = hedges_after().at(self._words, quantity.last)
        if after is not None:
            span = Span(self._words[quantity.last].start, self._words[after[0] - 1].end)
            return replace(quantity, hedge=span, bound=after[1])
        return quantity


def _ends(amount: Amount, other: Amount) -> tuple[float, float]:
    """Both ends; the first takes over the scale and part that only the second shows ("5 to 7 billion")."""
    low, high = amount.value or 0, other.value or 0
    if not amount.number.scaled and other.number.scaled and amount.kind in {"count", "money"}:
        mantissa = high / other.number.scale
        low = clean(low * other.number.scale) if abs(low) < 1000 and low <= mantissa else low
    if amount.kind == "count" and other.part != 1:
        low = clean(low * other.part)
    return low, high


def _is_year(number: Number) -> bool:
    return not number.scaled and len(number.printed) == 4 and year_like(number.value or 0)


@cache
def _first_words() -> frozenset[str]:
    """What a quantity may start with, but for numerals, signs of money and "fivefold", in lower case."""
    return number_words() | DASHES | {"minus", "."}


@lru_cache(maxsize=4096)
def is_change_word(word: str) -> bool:
    """Whether a word is a form of a verb of change, or "up" or "down"."""
    verbs = cue_words("up", "verbs") | cue_words("down", "verbs")
    stems = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("d"), word.removesuffix("ed")}
    stems |= {word.removesuffix("ing"), word.removesuffix("ing") + "e", word[:-3], word.removesuffix("ied") + "y"}
    return (
        word in {"up", "down", "another", *cue_words("past")}
        or bool(stems & verbs)
        or (word[-3:] == "ped" and word[:-3] in verbs)
    )
