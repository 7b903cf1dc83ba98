"""NewsQuant's notation of quantities, out of what the grammar of figures finds in a sentence.

The yardstick counts more than figures are: sides of a meeting, "one of", stretches of time; it names units its own
way, and gives a move "from A to B" as one pair. All of that is settled here; no rule of reading knows of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

import yaml

from communique.model import Report, Span
from communique.read.analysis import Analysis, Token
from communique.read.dates import read_dates
from communique.read.encoder import analyse
from communique.read.figures.changes import change_of, own_change
from communique.read.figures.measure import Measures
from communique.read.figures.placed import Placed, ancestors, noun_after, place_quantities
from communique.read.figures.units import unit_at
from communique.read.figures.words import vocabulary, words_of

_SYMBOLS = {"about": "~", "more": ">", "at least": ">", "less": "<", "at most": "<", "exact": "="}
_FUNCTION_WORDS = frozenset({"ADP", "DET", "PUNCT", "CCONJ", "PRON", "PART", "AUX", "SCONJ", "ADV"})


@dataclass(frozen=True, slots=True)
class Notation:
    """One quantity as NewsQuant writes it."""

    value: float | tuple[float, float]
    unit: str
    change: str
    concepts: tuple[str, ...]


def notations(text: str) -> tuple[Notation, ...]:
    """Every quantity of one sentence."""
    text = _respelled(text)
    report = Report("sentence", text)
    analysis = analyse(report)
    dates = [Span(d.evidence.start, d.evidence.end) for d in read_dates(analysis, None, report.id)]
    found = place_quantities(analysis, "US", (), ())
    kept = _joined(analysis, [placed for placed in found if _counts(analysis, placed, dates)])
    return tuple(_Sentence(analysis, kept, dates).notation(placed) for placed in kept)


def _joined(analysis: Analysis, found: list[Placed]) -> list[Placed]:
    """Both ends of a move as one pair, whatever stands between: "from $36 at noon to $34"."""
    kept: list[Placed] = []
    for placed in found:
        before = kept[-1] if kept else None
        if before is not None and _starts(analysis, before) and _ends(analysis, before, placed):
            ends = before.quantity.value or 0, placed.quantity.value or 0
            kept[-1] = replace(before, quantity=replace(before.quantity, value=None, ends=ends))
        else:
            kept.append(placed)
    return kept


def _starts(analysis: Analysis, placed: Placed) -> bool:
    words = [token.lower for token in analysis.tokens[max(0, placed.first - 2) : placed.first]]
    return words[-1:] == ["from"] and words[:1] not in (["up"], ["down"]) and placed.quantity.value is not None


def _ends(analysis: Analysis, before: Placed, placed: Placed) -> bool:
    alike = placed.quantity.unit in {before.quantity.unit, None} and placed.quantity.value is not None
    word = analysis.tokens[placed.first - 1].lower if placed.first else ""
    return alike and word == "to" and placed.first - before.last < 10


def _respelled(text: str) -> str:
    """The signs of pound and yen, which the yardstick's texts have in ASCII ("PS2.7m", "Y=28,030")."""
    for garbled, sign in (("Y=", "¥"), ("PS", "£")):
        parts = text.split(garbled)
        text = parts[0] + "".join((sign if part[:1].isdigit() else garbled) + part for part in parts[1:])
    return text


def _counts(analysis: Analysis, placed: Placed, dates: list[Span]) -> bool:
    """Whether the yardstick counts it: anything with a unit or a noun that is no date, name or label."""
    quantity = placed.quantity
    in_date = any(date.overlaps(quantity.span) for date in dates)
    if quantity.kind == "time":
        following = analysis.tokens[placed.last : placed.last + 2]
        if quantity.joined and not any(token.lower == "old" for token in following):
            return False
        return not any(date.covers(quantity.span) and _has_day(date.of(analysis.text)) for date in dates)
    if in_date:
        return False
    if quantity.kind != "count":
        return True
    token = analysis.tokens[placed.first]
    inside = placed.first > placed.sentence.first
    if not quantity.printed and token.text[:1].isupper() and inside:
        return False
    year = len(quantity.printed) == 4 and 1800 <= (quantity.value or 0) <= 2100
    noun = _noun(analysis, placed)
    value = quantity.value or 0
    bare = bool(quantity.printed) and (value != int(value) or value >= 1000)
    return not year and not _is_name(noun, placed) and (noun is not None or bare or placed.quantity.movable)


def _is_name(noun: Token | None, placed: Placed) -> bool:
    """A numeral inside a name: "Note 20 Ultra", "16 Industrial Avenue"."""
    if noun is None or noun.lower in _names("nouns"):
        return False
    return noun.upos == "PROPN" and bool(placed.quantity.printed) and not noun.lower.endswith("s")


def _has_day(text: str) -> bool:
    return any(len(word) == 4 and word.isdigit() for word in text.split())


def _noun(analysis: Analysis, placed: Placed) -> Token | None:
    """The noun counted; of "one of the best", the one after "of"."""
    if placed.counted is not None:
        return placed.counted
    after = analysis.tokens[placed.last : placed.last + 1]
    return noun_after(analysis, placed.last + 1) if after and after[0].lower == "of" else None


class _Sentence:
    """Names units, changes and concepts of the quantities of one sentence."""

    def __init__(self, analysis: Analysis, placed: list[Placed], dates: list[Span]) -> None:
        self._analysis = analysis
        quantities = frozenset(analysis.tokens[i] for p in placed for i in range(p.first, p.last))
        boundary = quantities.union(*(analysis.between(date.start, date.end) for date in dates))
        self._equivalent = {
            two.first: one
            for one, two in pairwise(placed)
            if analysis.tokens[two.first - 1].text in {"(", "/"} and two.first - one.last <= 2
        }
        self._measures = Measures(analysis, boundary.__contains__, quantities.__contains__)

    def notation(self, placed: Placed) -> Notation:
        return Notation(self._value(placed), self._unit(placed), self._change(placed), self._concepts(placed))

    def _value(self, placed: Placed) -> float | tuple[float, float]:
        quantity = placed.quantity
        share = 0.01 if quantity.kind == "share" else 1 / quantity.part
        if quantity.ends is None:
            return (quantity.value or 0) * share
        low, high = quantity.ends
        return low * share, high * share

    def _unit(self, placed: Placed) -> str:
        quantity = placed.quantity
        if quantity.kind == "count":
            return self._counted(placed)
        if quantity.kind == "share":
            start = placed.last + (self._texts(placed.last, 1) == ["of"])
            noun = noun_after(self._analysis, start)
            unit = unit_at(words_of(noun.text), 0) if noun else None
            name = self._named(noun, start) if noun else "-"
            return unit[1].name if unit is not None else f"% {name}"
        name = self._money(placed) if quantity.kind == "money" else _names("units").get(quantity.unit_name or "", "")
        name = name or quantity.unit_name or "-"
        following = self._texts(placed.last, 2)
        if quantity.kind == "time" and ("old" in following or following == ["-", "old"]):
            return f"{name} of age"
        per = self._per(placed)
        return f"{name} per {per}" if per else name

    def _texts(self, first: int, count: int) -> list[str]:
        return [token.lower for token in self._analysis.tokens[first : first + count]]

    def _money(self, placed: Placed) -> str:
        quantity = placed.quantity
        if quantity.part != 1:
            return self._analysis.tokens[placed.last - 1].lemma.lower().rstrip("s")
        return _names("currencies").get(quantity.unit or "") or _currency_name(quantity.unit or "")

    def _per(self, placed: Placed) -> str | None:
        """The unit after "per", "a" or "an" behind a quantity: "$80 per sq m"."""
        first, *_ = [*self._texts(placed.last, 1), ""]
        if self._texts(placed.last, 4)[:3] == ["-", "a", "-"]:
            return self._analysis.tokens[placed.last + 3].lower
        if first not in {"per", "a", "an", "/"} or placed.quantity.kind not in {"money", "physical", "count"}:
            return None
        words = self._analysis.tokens[placed.last + 1 : placed.last + 3]
        if self._texts(placed.last + 2, 1) == ["earlier"]:
            return None
        if not words or (first != "per" and words[0].lower not in _per_names()):
            return None
        pair = " ".join(word.lower.rstrip(".") for word in words)
        return _per_names().get(pair) or _per_names().get(words[0].lower) or words[0].lemma.lower()

    def _counted(self, placed: Placed) -> str:
        noun = _noun(self._analysis, placed)
        if noun is None:
            return "-"
        if noun.lower in _names("nouns"):
            return _names("nouns")[noun.lower]
        unit = unit_at(words_of(noun.text), 0)
        name = unit[1].name if unit is not None else self._named(noun, placed.last)
        per = self._per_after(noun)
        return f"{name} per {per}" if per else name

    def _per_after(self, noun: Token) -> str | None:
        after = self._analysis.tokens[noun.index + 1 : noun.index + 3]
        return after[1].lemma.lower() if len(after) == 2 and after[0].lower == "per" else None

    def _named(self, noun: Token, first: int) -> str:
        """A counted noun with its modifiers, in lower case and in the singular."""
        words = [
            token.lemma.lower() if token.upos == "ADJ" else token.lower
            for token in self._analysis.tokens[first : noun.index]
            if (token.upos not in _FUNCTION_WORDS and token.form != "part") or token.text == "-"
        ]
        single = "people" if noun.lower == "people" else noun.lemma.lower()
        if noun.upos == "PROPN" and single.endswith("s"):
            single = single[:-1]
        return " ".join([*words, single]).replace(" - ", "-")

    def _change(self, placed: Placed) -> str:
        quantity = placed.quantity
        symbol = _SYMBOLS[quantity.bound] if quantity.bound is not None else "="
        if quantity.hedge is not None and quantity.hedge.of(self._analysis.text).lower() in {"as many as", "some"}:
            symbol = "="
        before = self._equivalent.get(placed.first)
        if before is not None:
            return self._change(before)
        change = change_of(self._analysis, placed) or own_change(self._analysis, placed)
        if self._analysis.text[placed.span.start - 1 : placed.span.start] == "+":
            return "up"
        if symbol == "=" and change is not None and change.direction is not None and not self._is_noun_phrase(placed):
            return change.direction
        return symbol

    def _is_noun_phrase(self, placed: Placed) -> bool:
        """The yardstick writes "=" for "a 3 percent drop" and "34% higher"."""
        cues = vocabulary("figure_cues")
        following = self._analysis.tokens[placed.last : placed.last + 1]
        named = {word for way in ("up", "down") for word in (*cues[way]["nouns"], "higher", "lower")}
        return bool(following) and following[0].lemma.lower() in named | {"high", "low"}

    def _concepts(self, placed: Placed) -> tuple[str, ...]:
        """The words of what is measured; of a count, of the clause's subject, since its noun is the unit."""
        counted = _noun(self._analysis, placed) is not None
        found = None if counted else self._measures.of(placed)
        measure = None if found is None else found.span
        words = self._content(measure, placed) or self._content(self._subject(placed), placed)
        return words if words or counted else self._content(self._before(placed), placed)

    def _content(self, span: Span | None, placed: Placed) -> tuple[str, ...]:
        """The words of a span that carry meaning, outside the quantity itself."""
        if span is None:
            return ()
        tokens = self._analysis.between(span.start, span.end)
        words: dict[int, str] = {}
        for token in tokens:
            if token.upos not in _FUNCTION_WORDS and not placed.first <= token.index < placed.last:
                start, end = self._printed_around(token)
                words[start] = self._analysis.text[start:end].strip(".,;:()")
        return tuple(word for word in words.values() if word)

    def _printed_around(self, token: Token) -> tuple[int, int]:
        """The run of characters without white space that a token stands in ("London-based")."""
        text, start, end = self._analysis.text, token.start, token.end
        while start and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        return start, end

    def _subject(self, placed: Placed) -> Span | None:
        noun = _noun(self._analysis, placed)
        start = noun.index if noun is not None else placed.top
        for token in ancestors(self._analysis, start):
            clause = self._analysis.clause_of.get(token.index)
            if clause is None or clause.subject is None:
                continue
            subject = self._analysis.tokens[clause.subject]
            if subject.lower in {"which", "that", "who"} and token.deprel.startswith("acl"):
                subject = self._analysis.tokens[token.head]
            if subject.upos in {"PRON", "DET"} or subject.index == start:
                return None
            return self._analysis.phrase(subject.index, "acl:relcl", "acl", "appos", "det", "punct")
        return None

    def _before(self, placed: Placed) -> Span | None:
        """The nearest noun phrase before the quantity."""
        for token in reversed(self._analysis.tokens[placed.sentence.first : placed.first]):
            if token.upos in {"NOUN", "PROPN"}:
                return self._analysis.phrase(token.index, "acl:relcl", "acl", "appos", "det", "punct")
        return None


@cache
def _names(section: str) -> dict[str, str]:
    """The yardstick's names, by ours."""
    names: dict[str, dict[str, str]] = yaml.safe_load(
        files("benchmarks").joinpath("quantity_notation.yaml").read_text("utf8")
    )
    return names[section]


@cache
def _per_names() -> dict[str, str]:
    """Units behind "per", by the form printed."""
    units = yaml.safe_load(files("communique.vocabulary").joinpath("units.yaml").read_text("utf8"))
    listed = {**units["units"], **units["time"]}
    forms = (
        (form, name) for name, entry in listed.items() for form in (*entry.get("words", ()), *entry.get("short", ()))
    )
    return {form.lower(): name for form, name in forms} | {"share": "share", "mmbtu": "mega british thermal unit"}


@cache
def _currency_name(code: str) -> str:
    from babel.numbers import get_currency_name

    return get_currency_name(code, 1, "en").lower()


def lines(text: str) -> Iterator[dict[str, Any]]:
    """The quantities of one sentence as the yardstick's JSON."""
    for found in notations(text):
        value = list(found.value) if isinstance(found.value, tuple) else found.value
        yield {"value": value, "unit": found.unit, "change": found.change, "concepts": list(found.concepts)}
