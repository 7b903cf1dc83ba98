"""The grammar of quantities over plain words: [hedge] [sign] number [range] [scale] [unit]. No language model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from communique.model import Span
from communique.read.figures.hedges import alike_in_brackets, hedges_after, hedges_before
from communique.read.figures.labels import Labels, year_like
from communique.read.figures.money import Coin, Usage, first_nouns, first_signs, noun_at, sign_at, usage_in
from communique.read.figures.numbers import Number, after_hyphen, clean, money_scale_at, number_at, number_words
from communique.read.figures.quantity import Quantity, QuantityKind
from communique.read.figures.units import first_words, unit_at
from communique.read.figures.words import DASHES, Word, cue_words, vocabulary, words_of

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


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number with the sign of money before it and the unit after it; `last` is the index after all."""

    first: int
    last: int
    number: Number
    kind: QuantityKind = "count"
    unit: str | None = None
    unit_name: str | None = None
    part: float = 1
    joined: bool = False
    negative: bool = False

    @property
    def value(self) -> float | None:
        if self.number.value is None:
            return None
        value = self.number.value * self.part * (-1 if self.negative else 1)
        return clean(value * 100 if self.kind == "share" else value)


class _Grammar:
    """Reads amounts and ranges at one place of a text."""

    def __init__(self, text: str, words: Sequence[Word], usage: Usage) -> None:
        self._text = text
        self._words = words
        self._usage = usage
        self._labels = Labels(text, words)

    def quantity_at(self, i: int) -> Quantity | None:
        """The quantity that starts with word `i`, a hedge before it left aside."""
        amount = self._amount_at(i) if self._may_start(i) else None
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

    # -- one amount

    def _amount_at(self, i: int) -> _Amount | None:
        signed = self._signed_at(i)
        if signed is not None:
            return signed
        start = self._after_minus(i)
        negative = start > i
        number = number_at(self._words, start) if start < len(self._words) else None
        if number is None:
            return self._half_at(i) or self._fold_at(i)
        amount = _Amount(i, number.last, number, negative=negative)
        if number.fraction:
            part = self._part_of_unit(amount)
            return part or replace(self._with_unit(amount), kind="share", unit="percent", unit_name="percent")
        return self._with_unit(amount)

    def _half_at(self, i: int) -> _Amount | None:
        """As in "half a tonne", without "of"."""
        if self._words[i].lower != "half":
            return None
        return self._part_of_unit(_Amount(i, i + 1, Number(i, i + 1, 0.5, fraction=True)))

    def _part_of_unit(self, amount: _Amount) -> _Amount | None:
        """A fraction of one unit: "half a tonne", "a quarter of a mile", "three-quarters of an acre"."""
        texts = [word.lower for word in self._words[amount.last : amount.last + 2]]
        i = amount.last + (1 if texts[:1] == ["of"] else 0)
        one = i < len(self._words) and self._words[i].lower in {"a", "an"}
        unit = unit_at(self._words, i + 1) if one else None
        if unit is None or unit[1].kind != "physical":
            return None
        return replace(amount, last=unit[0], kind="physical", unit=unit[1].shown, unit_name=unit[1].name)

    def _signed_at(self, i: int) -> _Amount | None:
        sign = sign_at(self._words, i)
        if sign is None or sign[0] >= len(self._words):
            return None
        first = self._after_glued_minus(sign[0])
        number = number_at(self._words, first) if first < len(self._words) else None
        if number is None or number.fraction or not self._plausible(i, sign[0], number):
            return None
        scale = money_scale_at(self._words, number.last)
        if scale is not None:
            number = number.times(scale, number.last + 1)
        return self._money(_Amount(i, number.last, number, negative=first > sign[0]), sign[1])

    def _after_glued_minus(self, i: int) -> int:
        """The index after a minus between sign and number: "$-50.8bn"."""
        near = self._words[i : i + 2]
        minus = len(near) == 2 and near[0].text in DASHES and near[0].glued and near[1].glued
        return i + 1 if minus and near[1].kind == "number" else i

    def _plausible(self, first: int, last: int, number: Number) -> bool:
        """A single letter or a code that is also a word ("R", "N", "ALL") needs a sum that looks like money."""
        sign = self._words[first]
        if last > first + 1:
            return True
        doubtful = sign.kind == "word" and (len(sign.text) == 1 or sign.text in _doubtful_codes())
        if not doubtful:
            return sign.kind != "word" or not sign.glued or sign.text.endswith("$")
        scaled = number.scaled or money_scale_at(self._words, number.last) is not None
        looks_so = scaled or number.decimals == 2 or (number.value or 0) >= 1000
        close = len(sign.text) > 1 or self._words[number.first].glued
        apart = not sign.glued or self._words[first - 1].text in "(["
        return looks_so and close and apart

    def _money(self, amount: _Amount, coin: Coin) -> _Amount:
        code = self._usage.code(coin)
        return replace(amount, kind="money", unit=code or coin.code, unit_name=coin.code, part=coin.share)

    def _after_minus(self, i: int) -> int:
        """The index after a sign that makes the number behind it negative: "minus 5", "minus-5", "-5"."""
        word = self._words[i]
        start = i + 1
        if word.lower == "minus" and start < len(self._words) and self._words[start].text in DASHES:
            start += 1
        if start >= len(self._words) or self._words[start].kind != "number":
            return i
        signed = word.lower == "minus" or (word.text in DASHES and not word.glued and self._words[start].glued)
        return start if signed else i

    def _fold_at(self, i: int) -> _Amount | None:
        """As in "Fivefold", "tenfold" in one word."""
        word = self._words[i]
        stem = word.lower[:-4] if word.lower.endswith("fold") and len(word.lower) > 5 else ""
        number = number_at(words_of(stem), 0) if stem else None
        if number is None or number.value is None:
            return None
        number = Number(i, i + 1, number.value)
        return _Amount(i, i + 1, number, kind="times", unit="fold", unit_name="fold")

    def _with_unit(self, amount: _Amount) -> _Amount:
        """The amount with the unit after its number, if one stands there."""
        i = after_hyphen(self._words, amount.last)
        joined = i > amount.last
        if i >= len(self._words) or not self._may_be_unit(self._words[i]):
            return replace(amount, joined=True) if joined else amount
        if amount.number.bounds is not None and i + 1 < len(self._words) and self._words[i].lower == "of":
            i += 1
        scale = money_scale_at(self._words, amount.last)
        money = noun_at(self._words, i) or self._after_money_scale(amount.last)
        unit = unit_at(self._words, i)
        longer = money is not None and (unit is None or unit[0] <= money[0])
        if money is not None and longer and not self._is_start_of_amount(i, money[0]):
            scaled = noun_at(self._words, i) is None and scale is not None
            number = amount.number.times(scale or 1, amount.last + 1) if scaled else amount.number
            coined = self._money(replace(amount, number=number, joined=joined), money[1])
            return replace(coined, last=money[0])
        if unit is None and scale is not None and self._words[amount.last].text.isupper():
            return replace(amount, number=amount.number.times(scale, amount.last + 1), last=amount.last + 1)
        if unit is None:
            return replace(amount, joined=self._joined_to_word(amount.last))
        found = replace(amount, last=unit[0], unit=unit[1].shown, unit_name=unit[1].name, joined=joined)
        return replace(found, kind=unit[1].kind)

    def _may_be_unit(self, word: Word) -> bool:
        """Whether a unit, a name of money, a scale or "of" may start with a word."""
        following = _following_words()
        return word.lower in following or word.text in following

    def _after_money_scale(self, i: int) -> tuple[int, Coin] | None:
        """Money named after a scale that only money uses: "4.5m euros"."""
        return noun_at(self._words, i + 1) if money_scale_at(self._words, i) is not None else None

    def _is_start_of_amount(self, i: int, stop: int) -> bool:
        """Whether a sign of money after a number belongs to the next number: "in 2025 $3 million"."""
        following = self._words[stop] if stop < len(self._words) else None
        sign = sign_at(self._words, i)
        return sign is not None and following is not None and following.kind == "number" and not self._words[i].glued

    def _joined_to_word(self, i: int) -> bool:
        return after_hyphen(self._words, i) > i

    # -- two ends

    def _other_end(self, amount: _Amount) -> _Amount | None:
        """The second end of a range that `amount` starts: "5 to 7 billion", "10–15 per cent", "between 3 and 4"."""
        i = amount.last
        if i + 1 >= len(self._words) or amount.number.value is None or amount.kind == "share":
            return None
        if not self._joins(amount, i):
            return None
        other = self._amount_at(i + 1)
        if other is None or other.number.value is None or other.kind == "share":
            return None
        alike = other.unit == amount.unit and other.part == amount.part
        bare = other.kind == "count" and (
            amount.kind != "money" or other.number.scaled or self._words[i].text in DASHES
        )
        same = amount.kind == "count" or alike or bare
        return other if same and self._fits(amount, other) else None

    def _joins(self, amount: _Amount, i: int) -> bool:
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

    def _is_change(self, amount: _Amount, i: int) -> bool:
        """Whether "to" tells where a change ended ("rose by 4,500 to 12,000", "up 10 cents to $2.24"), which it does
        not where only the second number has a unit ("fell by 1 to 1.5 degrees")."""
        other = self._amount_at(i)
        if amount.kind == "count" and other is not None and other.kind not in {"count", "money"}:
            return False
        hedge = hedges_before().before(self._words, amount.first)
        before = (hedge[0] if hedge else amount.first) - 1
        return before >= 0 and (self._words[before].lower == "by" or is_change_word(self._words[before].lower))

    def _fits(self, amount: _Amount, other: _Amount) -> bool:
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

    def _single(self, amount: _Amount) -> Quantity:
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

    def _range(self, amount: _Amount, other: _Amount) -> Quantity:
        with_unit = other if other.kind != "count" else amount
        whole = self._single(replace(with_unit, first=amount.first, last=other.last))
        movable = self._words[amount.last].lower == "to" and self._preceded_by(amount.first, "from")
        number = Span(self._words[amount.number.first].start, whole.number.end)
        parts = self._span(amount), self._span(other)
        return replace(whole, value=None, ends=_ends(amount, other), movable=movable, number=number, parts=parts)

    def _span(self, amount: _Amount) -> Span:
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


def _ends(amount: _Amount, other: _Amount) -> tuple[float, float]:
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


@cache
def _following_words() -> frozenset[str]:
    """What may stand right behind a number and say what it is a number of."""
    scales: dict[str, int] = vocabulary("numbers")["abbreviated_money"]
    return first_words() | first_nouns() | first_signs() | frozenset(scales) | {"of"}


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


@cache
def _doubtful_codes() -> frozenset[str]:
    return frozenset(vocabulary("currencies")["doubtful_codes"])
