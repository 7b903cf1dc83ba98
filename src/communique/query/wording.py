"""Plain English for the values of the record: amounts, days and periods, acts."""

from __future__ import annotations

import re
from collections.abc import Callable

from communique.model import Act, Encounter, Figure, ParticipantRole, Undertaking
from communique.query.spoken import in_words, is_length
from communique.resolve.plurals import regular_plural

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_SIGNS = {"USD": "US$", "EUR": "€", "GBP": "£", "JPY": "¥", "AUD": "A$", "SGD": "S$", "CAD": "C$"}
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_QUARTERS = ("first", "second", "third", "fourth")
_INVARIABLE = frozenset(
    {"percent", "km", "ha", "kg", "MW", "GW", "kWh", "people", "aircraft", "series", "species", "personnel"}
)
_PLURALS = {"person": "people", "country": "countries", "child": "children", "man": "men", "woman": "women"}

# Base form, past tense, and the preposition before an addressee.
_VERBS: dict[Act, tuple[str, str, str]] = {
    "request": ("ask", "asked", ""),
    "propose": ("propose", "proposed", "to"),
    "commit": ("promise", "promised", ""),
    "agree": ("agree", "agreed", "with"),
    "support": ("support", "supported", ""),
    "appreciate": ("praise", "praised", ""),
    "greet": ("greet", "greeted", ""),
    "invite": ("invite", "invited", ""),
    "inform": ("inform", "informed", ""),
    "assess": ("say", "said", "to"),
    "concern": ("voice concern", "voiced concern", "to"),
    "reject": ("reject or deny", "rejected or denied", ""),
    "discuss": ("discuss", "discussed", "with"),
}

_PARTS: dict[ParticipantRole, str] = {
    "host": "host",
    "co-chair": "chaired by",
    "accompanying": "accompanied by",
    "present": "also present",
}


def parts_told(item: Encounter, name_of: Callable[[str], str]) -> str:
    """The parts in an encounter that were told, the larger occasion that it belongs to and who invited to it, each led
    by a semicolon; guests go without saying. `name_of` gives what a person, or a party's code, is called."""
    told = [
        f"{word} {listed(held)}"
        for role, word in _PARTS.items()
        if (held := [name_of(part.name) for part in item.parts if part.role == role])
    ]
    if item.within:
        told.append(f"part of {item.within}")
    if item.invited_by:
        told.append(f"invited by {listed([name_of(name) for name in item.invited_by])}")
    return "".join(f"; {words}" for words in told)


def gift_told(item: Undertaking) -> str:
    """Who gives to whom, and what it is worth: ": from Japan to the Ministry of Health, worth US$85,000"."""
    ways = (("from", item.giver), ("handed over by", item.presenter), ("to", item.recipient))
    who = " ".join(f"{word} {name}" for word, name in ways if name)
    worth = f"worth {amount(item.worth, item.currency)}" if item.worth is not None else ""
    said = ", ".join(filter(None, (who, worth)))
    return f": {said}" if said else ""


def told(act: Act, addressee: str, negated: bool = False, cue: str = "") -> str:
    """The act in the past tense with its addressee, if any: "asked Cambodia", "did not agree with Laos".

    Thanks go by their cue, since they are not all praise.
    """
    thanks = act == "appreciate" and "thank" in cue.lower()
    base, past, preposition = ("thank", "thanked", "") if thanks else _VERBS[act]
    words = [f"did not {base}" if negated and act != "reject" else past]  # its "not" made it a refusal
    if addressee:
        words += [preposition, addressee]
    return " ".join(filter(None, words))


def number(value: float) -> str:
    """A number with separators and its scale in words: 11330000000 → "11.33 billion", 20000 → "20,000"."""
    for size, word in _SCALES:
        if abs(value) >= size:
            return f"{_decimal(value / size)} {word}"
    return _decimal(value)


def _decimal(value: float) -> str:
    text = f"{value:,.3f}"
    return text.rstrip("0").rstrip(".")


def amount(value: float, unit: str | None) -> str:
    """A quantity with its unit: "US$20 billion", "6,000 students", "11.7 per cent"."""
    if unit is None:
        return number(value)
    if is_currency(unit):
        sign = _SIGNS.get(unit)
        return f"{sign}{number(value)}" if sign else f"{unit} {number(value)}"
    if unit == "percent":
        return f"{number(value)} per cent"
    return f"{number(value)} {unit if abs(value) == 1 else plural(unit)}"


def is_currency(unit: str) -> bool:
    """Whether a unit is an ISO 4217 code, which alone is written in three capitals."""
    return len(unit) == 3 and unit.isalpha() and unit.isupper()


def plural(noun: str) -> str:
    """The plural of a unit's singular noun."""
    if noun in _INVARIABLE or not noun.islower():
        return noun
    if noun in _PLURALS:
        return _PLURALS[noun]
    return regular_plural(noun)


def day(value: str) -> str:
    """A TIMEX3 value in words; one of a form that is not known is given back as it is.

    >>> day("2026-01-14"), day("2026-02"), day("2026-02-10/2026-02-12"), day("2026-SU")
    ('14 January 2026', 'February 2026', '10–12 February 2026', 'summer 2026')
    """
    start, slash, end = value.partition("/")
    if slash:
        return _period(start, end)
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return f"the {_QUARTERS[int(match[2]) - 1]} quarter of {match[1]}"
    if match := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d{2}))?", value):
        words = f"{_MONTHS[int(match[2]) - 1]} {match[1]}"
        return f"{int(match[3])} {words}" if match[3] else words
    return in_words(value) or value


def term(value: str) -> str:
    """A term in words: "June 2026"; of a length, "within three years"; "later" where no more is known."""
    if is_length(value):
        return f"within {day(value)}"
    return "later" if value == "FUTURE_REF" else day(value)


def is_dated(value: str | None) -> bool:
    """Whether a value names a year at least: "2026-02", not "FUTURE_REF", nor a century."""
    return re.match(r"\d{4}", value or "") is not None


def _period(start: str, end: str) -> str:
    if start == end:
        return day(start)
    if len(start) == len(end) == 10 and start[:7] == end[:7]:
        return f"{int(start[8:])}–{day(end)}"
    first = day(start)
    if len(start) >= 7 and start[:4] == end[:4]:
        first = first.removesuffix(f" {start[:4]}")
    return f"{first} – {day(end)}"


def quantity(figure: Figure) -> str:
    """What a figure says, without the thing measured: "US$11.33 billion in 2025, up 11.7 per cent on 2024"."""
    parts = []
    if figure.value is not None:
        hedge = f"{figure.approximation} " if figure.approximation else ""
        period = f" {_at(figure.period)}" if figure.period and is_dated(figure.period) else ""
        parts.append(f"{hedge}{amount(figure.value, figure.unit)}{period}")
    if figure.change is not None:
        base = f" on {day(figure.baseline)}" if figure.baseline and is_dated(figure.baseline) else ""
        parts.append(f"{figure.direction or 'changed by'} {amount(figure.change, figure.change_unit)}{base}")
    return ", ".join(parts) or "no value"


def _at(period: str) -> str:
    """A period with its preposition: "in 2025", "on 16 April 2021"."""
    return f"{'on' if re.fullmatch(r'.{4}-..-..', period) else 'in'} {day(period)}"


def count(n: int, noun: str) -> str:
    """A count with its noun: "1 report", "3 reports"."""
    return f"{n:,} {noun if n == 1 else plural(noun)}"


def listed(words: tuple[str, ...] | list[str]) -> str:
    """Words joined for reading: "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def sentence(text: str) -> str:
    """Text that begins with a capital, the rest left as it is."""
    return text[:1].upper() + text[1:]
