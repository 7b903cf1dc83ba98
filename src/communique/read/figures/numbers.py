"""Numbers in print: numerals with any separators, number words, fractions, scales, and words that only bound."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from communique.read.figures.words import HYPHENS, Word, vocabulary

# A longer run of digits is no quantity; the limit also keeps conversion cheap.
LONGEST_NUMERAL = 24
# "Five hundred thousand million" has three scales; more is no English.
MOST_SCALES = 3
_COMPARING = frozenset({"more", "less", "fewer", "higher", "lower", "above", "below"})
_SPACES = "\u00a0\u202f\u2009"


@dataclass(frozen=True, slots=True)
class Number:
    """A number over the words [first, last). `value` is None where the words only bound it (`bounds`).

    `printed` is the numeral as printed, "" for number words. `scaled` is true where a scale word ("million")
    multiplies, `scale` by how much. `fraction` is true for "two-thirds"; `decimals` counts digits after the point.
    """

    first: int
    last: int
    value: float | None
    printed: str = ""
    scale: float = 1
    scaled: bool = False
    fraction: bool = False
    decimals: int = 0
    bounds: tuple[float, float] | None = None

    def times(self, scale: float, last: int) -> Number:
        """The number with a scale after it, up to word `last`."""
        value = None if self.value is None else clean(self.value * scale)
        return replace(self, value=value, last=last, scale=self.scale * scale, scaled=True)


def clean(value: float) -> float:
    """The value without the dust of binary multiplication (1.845 × 10⁹ is a whole number)."""
    return float(f"{value:.12g}")


def number_at(words: Sequence[Word], i: int) -> Number | None:
    """The number that starts with word `i`, or None."""
    word = words[i]
    if word.kind == "number":
        number = _share_at(words, i) or _numeral_at(words, i)
        return None if number is None else _with_scale(words, number)
    if word.text == ".":
        return _point_at(words, i)
    if word.kind == "word":
        return _vague_at(words, i) or _fraction_at(words, i) or _spelled_at(words, i)
    return None


def numeral(printed: str) -> tuple[float, int] | None:
    """The value of a numeral and its decimals: "11.33", "5,940", "1.234.567,8", "10 000"; None for "1.2.3".

    >>> numeral("5,940"), numeral("1.234.567,8"), numeral("1.2.3")
    ((5940.0, 0), (1234567.8, 1), None)
    """
    if len(printed) > LONGEST_NUMERAL:
        return None
    if printed.isdecimal():
        return float(int(printed)), 0
    digits = "".join("'" if c in "’" + _SPACES else c for c in printed)
    marks = [c for c in digits if c in ".,'"]
    last = marks[-1]
    head, _, tail = digits.rpartition(last)
    if len(set(marks)) == 1 and (len(marks) > 1 or _groups_thousands(head, tail, last)):
        return _grouped(digits.split(last))
    if marks.count(last) > 1 or last == "'":
        return None
    whole = _grouped(head.replace(marks[0], " ").split()) if len(marks) > 1 else (float(int(head)), 0)
    if whole is None or len(set(marks)) > 2:
        return None
    return float(f"{int(whole[0])}.{''.join(str(unicodedata.digit(c)) for c in tail)}"), len(tail)


def _groups_thousands(head: str, tail: str, mark: str) -> bool:
    """One separator with three digits after it: always thousands for a comma, for a point only "200.000"."""
    fits = len(tail) == 3 and len(head) <= 3 and head.lstrip("0") != ""
    return fits and (mark != "." or tail == "000")


def _grouped(groups: list[str]) -> tuple[float, int] | None:
    """Digits in groups: threes, or South Asian twos before a last three ("12,34,567")."""
    inner, tail = groups[1:-1], groups[-1]
    if len(groups) > 1 and (len(tail) != 3 or len(groups[0]) > 3 or not all(len(g) in {2, 3} for g in inner)):
        return None
    return float(int("".join(groups))), 0


def _numeral_at(words: Sequence[Word], i: int) -> Number | None:
    read = numeral(words[i].text)
    if read is None:
        return None
    number = Number(i, i + 1, read[0], printed=words[i].text, decimals=read[1])
    return _with_vulgar_fraction(words, _with_spaced_groups(words, number))


def _point_at(words: Sequence[Word], i: int) -> Number | None:
    """A numeral without its nought: ".5 per cent"."""
    if words[i].glued or i + 1 >= len(words) or not words[i + 1].glued or not words[i + 1].text.isdecimal():
        return None
    printed = words[i + 1].text
    fits = len(printed) < LONGEST_NUMERAL
    return (
        Number(i, i + 2, float(f"0.{int(printed):0{len(printed)}}"), "." + printed, decimals=len(printed))
        if fits
        else None
    )


def _share_at(words: Sequence[Word], i: int) -> Number | None:
    """A share that starts with a numeral: "1/16 of", "3 out of 5"."""
    following = words[i + 1].lower if i + 1 < len(words) else ""
    if following in {"/", "⁄"}:
        return _ratio_at(words, i)
    return _out_of_at(words, i) if following in {"in", "out"} else None


def _ratio_at(words: Sequence[Word], i: int) -> Number | None:
    """A share in numerals: "1/16 of", "3/4 of"."""
    if i + 3 >= len(words) or words[i + 1].text not in {"/", "⁄"} or words[i + 3].lower != "of":
        return None
    above, below = words[i].text, words[i + 2].text
    fits = above.isdecimal() and below.isdecimal() and len(below) <= 4 and 0 < int(above) < int(below)
    return Number(i, i + 3, clean(int(above) / int(below)), fraction=True) if fits else None


def _with_spaced_groups(words: Sequence[Word], number: Number) -> Number:
    """Thousands set apart by a plain space: "10 000", "1 250 000"."""
    i, printed = number.first, words[number.first].text
    if i + 1 >= len(words) or words[i + 1].kind != "number" or not _is_group(words, i + 1):
        return number
    if len(printed) > 3 or printed.startswith("0"):
        return number
    stop = i + 1
    while stop < len(words) and words[stop].kind == "number" and _is_group(words, stop) and stop - i < 5:
        stop += 1
    joined = "".join(word.text for word in words[i:stop])
    return replace(number, last=stop, value=float(int(joined)), printed=joined) if stop > i + 1 else number


def _is_group(words: Sequence[Word], i: int) -> bool:
    word, before = words[i], words[i - 1]
    return len(word.text) == 3 and word.text.isdecimal() and word.start == before.end + 1


def _with_vulgar_fraction(words: Sequence[Word], number: Number) -> Number:
    stop = number.last
    if stop < len(words) and words[stop].glued and len(words[stop].text) == 1 and number.value is not None:
        part = unicodedata.numeric(words[stop].text, 0)
        if 0 < part < 1:
            return replace(number, value=number.value + part, last=stop + 1)
    return number


def _with_scale(words: Sequence[Word], number: Number) -> Number:
    """A number with the scales after it: "3.7 billion", "6.8-million", "612 crore", "300 mln"."""
    for _ in range(MOST_SCALES):
        i = after_hyphen(words, number.last)
        # "90+ million"
        i += 1 if i < len(words) and words[i].text == "+" and words[i].glued and scale_at(words, i + 1) else 0
        scale = scale_at(words, i)
        if scale is None:
            break
        number = number.times(scale, i + 1)
    return number


def scale_at(words: Sequence[Word], i: int) -> float | None:
    """What a scale word or abbreviation at `i` multiplies by."""
    if i >= len(words):
        return None
    lists = _lists()
    scale = lists["scales"].get(words[i].lower) or lists["abbreviated"].get(words[i].lower)
    return None if scale is None else float(scale)


def money_scale_at(words: Sequence[Word], i: int) -> float | None:
    """The scales that only amounts of money use, glued to the numeral: "$4.5m", "$1.2B"."""
    if i >= len(words) or not words[i].glued:
        return None
    scale = _lists()["abbreviated_money"].get(words[i].lower)
    return None if scale is None else float(scale)


def after_hyphen(words: Sequence[Word], i: int) -> int:
    """The index after a hyphen that joins two words, or `i` where none stands there."""
    joined = i + 1 < len(words) and words[i].text in HYPHENS and words[i].glued and words[i + 1].glued
    return i + 1 if joined and words[i + 1].kind == "word" else i


def _vague_at(words: Sequence[Word], i: int) -> Number | None:
    """As in "Tens of thousands", "hundreds of millions", "dozens of", "several hundred", "a few thousand"."""
    lists = _lists()
    word = words[i].lower
    if word in lists["quantifiers"] and i + 1 < len(words) and words[i + 1].lower in lists["scales"]:
        scale = float(lists["scales"][words[i + 1].lower])
        return Number(i, i + 2, None, scale=scale, bounds=(2 * scale, 10 * scale))
    bounds = (10.0, 100.0) if word == "tens" else lists["vague"].get(word)
    following = words[i + 1].lower if i + 1 < len(words) else ""
    if bounds is None or following != "of":
        return None
    low, high = float(bounds[0]), float(bounds[1])
    inner = lists["vague"].get(words[i + 2].lower) if i + 2 < len(words) else None
    if inner is not None:
        return Number(i, i + 3, None, bounds=(low * inner[0], high * inner[0]))
    return None if word == "tens" else Number(i, i + 1, None, bounds=(low, high))


def _fraction_at(words: Sequence[Word], i: int) -> Number | None:
    """As in "Two-thirds", "one fifth", "half a billion", "a third of", "half of"."""
    lists, start = _lists(), i
    out_of = _out_of_at(words, i)
    if out_of is not None:
        return out_of
    above: float | None = lists["small"].get(words[i].lower)
    if words[i].lower in {"a", "an"}:
        above = 1
    if words[i].lower == "half":
        above, start = 1, i - 1
    place = start + 1
    if above is not None and place < len(words) and words[place].text in HYPHENS:
        place += 1
    below = lists["denominators"].get(words[place].lower) if place < len(words) else None
    if above is None or above == 0 or below is None:
        return None
    share = Number(i, place + 1, clean(above / below), fraction=True)
    scaled = _scaled_share(words, share)
    if scaled is not None:
        return scaled
    spelled_out = words[i].lower in lists["small"]
    return share if spelled_out or _of_follows(words, share.last) or _is_amount_of_change(words, share) else None


def _out_of_at(words: Sequence[Word], i: int) -> Number | None:
    """As in "one out of three", "one in ten"."""
    if i + 1 >= len(words) or words[i + 1].lower not in {"in", "out"}:
        return None
    small = _up_to_ten()
    texts = [word.lower for word in words[i : i + 5]]
    link = 3 if texts[1:3] == ["out", "of"] else 2 if texts[1:2] == ["in"] else 0
    link += 1 if link and texts[link : link + 1] == ["every"] else 0
    if not link or len(texts) <= link or texts[0] not in small or texts[link] not in small:
        return None
    above, below = small[texts[0]], small[texts[link]]
    return Number(i, i + link + 1, clean(above / below), fraction=True) if 0 < above < below else None


def _scaled_share(words: Sequence[Word], share: Number) -> Number | None:
    """As in "Half a billion", "three quarters of a million": a number, not a share."""
    i = share.last + (1 if share.last < len(words) and words[share.last].lower == "of" else 0)
    if i < len(words) and words[i].lower in {"a", "an"}:
        i += 1
    elif i > share.last:
        return None
    scale = scale_at(words, i)
    return None if scale is None else replace(share.times(scale, i + 1), fraction=False)


def _is_amount_of_change(words: Sequence[Word], share: Number) -> bool:
    """As in "cut *by half*", "*a fifth more* than": by how much something changed."""
    before = words[share.first - 1].lower if share.first else ""
    after = words[share.last].lower if share.last < len(words) else ""
    return before == "by" or after in _COMPARING


def _of_follows(words: Sequence[Word], i: int) -> bool:
    return i < len(words) and words[i].lower in {"of", "the"}


def _spelled_at(words: Sequence[Word], i: int) -> Number | None:
    """Number words: "twenty-five", "two hundred and fifty thousand", "a dozen", "two and a half million"."""
    if words[i].lower in {"a", "an"}:
        scale = scale_at(words, i + 1)
        return None if scale is None else _with_scale(words, Number(i, i + 2, scale, scale=scale, scaled=True))
    below_hundred = _below_hundred(words, i)
    if below_hundred is None:
        return None
    number = _with_half(words, _with_scale(words, below_hundred))
    return _with_rest(words, number)


def _below_hundred(words: Sequence[Word], i: int) -> Number | None:
    lists = _lists()
    word = words[i].lower
    if word in lists["small"]:
        return Number(i, i + 1, float(lists["small"][word]))
    if word not in lists["tens"]:
        return None
    value, last = float(lists["tens"][word]), i + 1
    unit = after_hyphen(words, last)
    digit = lists["small"].get(words[unit].lower) if unit < len(words) else None
    return Number(i, unit + 1, value + digit) if digit and digit < 10 else Number(i, last, value)


def _with_half(words: Sequence[Word], number: Number) -> Number:
    """As in "Two and a half million"."""
    texts = [word.lower for word in words[number.last : number.last + 3]]
    if texts != ["and", "a", "half"] or number.value is None:
        return number
    return _with_scale(words, replace(number, value=number.value + 0.5 * number.scale, last=number.last + 3))


def _with_rest(words: Sequence[Word], number: Number) -> Number:
    """What follows a scale: "two hundred *and fifty*", "three thousand *two hundred*"."""
    while number.scaled and number.scale > 12 and number.value is not None and number.last < len(words):
        i = number.last + (1 if words[number.last].lower == "and" else 0)
        rest = _below_hundred(words, i) if i < len(words) else None
        if rest is None or rest.value is None:
            return number
        scale = scale_at(words, rest.last)
        while scale is not None and scale < number.scale:
            rest, scale = rest.times(scale, rest.last + 1), scale_at(words, rest.last + 1)
        if rest.value is None or rest.value >= number.scale:
            return number
        number = replace(number, value=number.value + rest.value, last=rest.last, scale=rest.scale)
        if scale is not None and scale > number.scale:
            number = number.times(scale, number.last + 1)
    return number


@cache
def _up_to_ten() -> dict[str, int]:
    """Number words, and the numerals of one to ten."""
    return {**_lists()["small"], **{str(digit): digit for digit in range(1, 11)}}


@cache
def number_words() -> frozenset[str]:
    """Every word that can start a number."""
    lists = _lists()
    starters = {"a", "an", "half", "tens", *lists["quantifiers"], *lists["vague"]}
    return frozenset(starters | set(lists["small"]) | set(lists["tens"]))


@cache
def _lists() -> dict[str, dict[str, Any]]:
    return vocabulary("numbers")
