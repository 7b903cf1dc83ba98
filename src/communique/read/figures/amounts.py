"""One amount: a number with its sign, the sign of money before it and the unit behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from communique.read.figures.money import Coin, Usage, first_nouns, first_signs, noun_at, sign_at
from communique.read.figures.numbers import Number, after_hyphen, clean, money_scale_at, number_at
from communique.read.figures.quantity import QuantityKind
from communique.read.figures.units import first_words, unit_at
from communique.read.figures.words import DASHES, Word, vocabulary, words_of


@dataclass(frozen=True, slots=True)
class Amount:
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


class Amounts:
    """Reads the amounts of one text, each at its place."""

    def __init__(self, words: Sequence[Word], usage: Usage) -> None:
        self._words = words
        self._usage = usage

    def at(self, i: int) -> Amount | None:
        """The amount that starts with word `i`."""
        signed = self._signed_at(i)
        if signed is not None:
            return signed
        start = self._after_minus(i)
        negative = start > i
        number = number_at(self._words, start) if start < len(self._words) else None
        if number is None:
            return self._half_at(i) or self._fold_at(i)
        amount = Amount(i, number.last, number, negative=negative)
        if number.fraction:
            part = self._part_of_unit(amount)
            return part or replace(self._with_unit(amount), kind="share", unit="percent", unit_name="percent")
        return self._with_unit(amount)

    def _half_at(self, i: int) -> Amount | None:
        """As in "half a tonne", without "of"."""
        if self._words[i].lower != "half":
            return None
        return self._part_of_unit(Amount(i, i + 1, Number(i, i + 1, 0.5, fraction=True)))

    def _part_of_unit(self, amount: Amount) -> Amount | None:
        """A fraction of one unit: "half a tonne", "a quarter of a mile", "three-quarters of an acre"."""
        texts = [word.lower for word in self._words[amount.last : amount.last + 2]]
        i = amount.last + (1 if texts[:1] == ["of"] else 0)
        one = i < len(self._words) and self._words[i].lower in {"a", "an"}
        unit = unit_at(self._words, i + 1) if one else None
        if unit is None or unit[1].kind != "physical":
            return None
        return replace(amount, last=unit[0], kind="physical", unit=unit[1].shown, unit_name=unit[1].name)

    def _signed_at(self, i: int) -> Amount | None:
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
        amount = Amount(i, number.last, number, negative=first > sign[0])
        return self._money(replace(amount, last=self._after_name(amount.last, sign[1])), sign[1])

    def _after_name(self, i: int, coin: Coin) -> int:
        """The index behind a name that says the sign again: "$16 billion *dollars*", "$10 billion *USD*"."""
        named = noun_at(self._words, i) or sign_at(self._words, i)
        same = named is not None and self._usage.code(named[1]) == self._usage.code(coin) is not None
        return named[0] if named is not None and same and not self._is_start_of_amount(i, named[0]) else i

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

    def _money(self, amount: Amount, coin: Coin) -> Amount:
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

    def _fold_at(self, i: int) -> Amount | None:
        """As in "Fivefold", "tenfold" in one word."""
        word = self._words[i]
        stem = word.lower[:-4] if word.lower.endswith("fold") and len(word.lower) > 5 else ""
        number = number_at(words_of(stem), 0) if stem else None
        if number is None or number.value is None:
            return None
        number = Number(i, i + 1, number.value)
        return Amount(i, i + 1, number, kind="times", unit="fold", unit_name="fold")

    def _with_unit(self, amount: Amount) -> Amount:
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


@cache
def _following_words() -> frozenset[str]:
    """What may stand right behind a number and say what it is a number of."""
    scales: dict[str, int] = vocabulary("numbers")["abbreviated_money"]
    return first_words() | first_nouns() | first_signs() | frozenset(scales) | {"of"}


@cache
def _doubtful_codes() -> frozenset[str]:
    return frozenset(vocabulary("currencies")["doubtful_codes"])
