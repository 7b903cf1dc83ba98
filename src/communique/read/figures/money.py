"""Currencies: the signs, codes and names that report amounts of money, and which currency a shared one means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from communique.read.figures.words import Phrases, Word, vocabulary


@dataclass(frozen=True, slots=True)
class Coin:
    """What a word for money means: a currency code, or the noun that several currencies share; and the part of
    one unit that it stands for (a cent is 0.01 of a dollar)."""

    code: str
    share: float = 1

    @property
    def shared(self) -> bool:
        """Whether several currencies go by this name."""
        return self.code.islower()


@dataclass(frozen=True, slots=True)
class Usage:
    """What shared names of money mean in one report: the issuer's and the parties' currencies, and its signs."""

    countries: tuple[str, ...] = ()
    explicit_dollars: tuple[str, ...] = ()

    def code(self, coin: Coin) -> str | None:
        """The ISO 4217 code that a word for money means in the report, or None where nothing tells."""
        if not coin.shared:
            return coin.code
        candidates = _codes_by_noun().get(coin.code, ())
        used = [code for country in self.countries for code in currencies_of(country) if code in candidates]
        if used and (coin.code != "dollar" or used[0] == currency_of(self.countries[0])):
            return used[0]
        if coin.code == "dollar" and len(set(self.explicit_dollars)) == 1:
            return self.explicit_dollars[0]
        usual: dict[str, str] = vocabulary("currencies")["usual"]
        return usual.get(coin.code)


def usage_in(words: Sequence[Word], issuer_country: str | None, parties: Sequence[str]) -> Usage:
    """What shared names of money mean in a report issued in a country and naming these parties."""
    countries = tuple(c for c in dict.fromkeys((issuer_country or "", *parties)) if len(c) == 2)
    dollars = _codes_by_noun()["dollar"]
    places = {
        tuple(near.text for near in words[i : i + 3]): i
        for i, word in enumerate(words)
        if word.text == "$" or (word.kind == "word" and word.text.isupper())
    }
    explicit = [sign_at(words, i) for i in places.values()]
    found = tuple(coin[1].code for coin in explicit if coin is not None and coin[1].code in dollars)
    return Usage(countries if issuer_country else ("", *countries), found)


def sign_at(words: Sequence[Word], i: int) -> tuple[int, Coin] | None:
    """The sign or code before an amount that starts with word `i`, and the index after it."""
    found = _signs().at(words, i)
    if found is None:
        return None
    # "CAD $1.5 billion": the code says which dollars.
    twice = words[i].text == found[1] and found[0] < len(words) and words[found[0]].text == "$"
    return (found[0] + 1 if twice else found[0]), Coin(found[1])


def first_signs() -> frozenset[str]:
    """What signs and codes of money start with, as printed."""
    return _signs().firsts


def first_nouns() -> frozenset[str]:
    """What names of money start with, in lower case."""
    return _nouns().firsts


def noun_at(words: Sequence[Word], i: int) -> tuple[int, Coin] | None:
    """The name, code or sign of money after an amount, starting with word `i`, and the index after it."""
    named = _nouns().at(words, i)
    if named is not None:
        return named
    signed = sign_at(words, i)
    if signed is None or (len(words[i].text) == 1 and words[i].kind == "word") or words[i].text in {"Br", "PS"}:
        return None
    return signed


def currency_of(country: str) -> str | None:
    """The main currency of a country, by ISO 3166 alpha-2 code."""
    codes = currencies_of(country)
    return codes[0] if codes else None


@cache
def currencies_of(country: str) -> tuple[str, ...]:
    """The currencies that are legal tender in a country today."""
    from babel.numbers import get_territory_currencies

    return tuple(get_territory_currencies(country)) if country else ()


@cache
def _current_codes() -> frozenset[str]:
    from babel.core import get_global

    territories = get_global("territory_currencies")
    return frozenset(code for country in territories for code in currencies_of(country))


@cache
def _codes_by_noun() -> dict[str, tuple[str, ...]]:
    """Currencies by the last word of their English name: "shilling" to KES, TZS, UGX, SOS."""
    found: dict[str, list[str]] = {}
    for code, name in _english_names():
        found.setdefault(name.split()[-1], []).append(code)
    return {noun: tuple(codes) for noun, codes in found.items()}


@cache
def _english_names() -> tuple[tuple[str, str], ...]:
    """Each current currency's code with its name in the singular, in lower case."""
    from babel.numbers import get_currency_name

    return tuple((code, get_currency_name(code, 1, "en").lower()) for code in sorted(_current_codes()))


@cache
def _signs() -> Phrases[str]:
    table: dict[str, str] = vocabulary("currencies")["signs"]
    codes = {code: code for code in _current_codes()}
    return Phrases([*(codes | table).items()], cased=True)


@cache
def _nouns() -> Phrases[Coin]:
    lists = vocabulary("currencies")
    entries = dict(_names_of_cldr())
    entries |= {phrase: Coin(code) for phrase, code in lists["nouns"].items()}
    entries |= {phrase: Coin(part["of"], part["share"]) for phrase, part in lists["parts"].items()}
    return Phrases(entries.items())


def _names_of_cldr() -> Iterator[tuple[str, Coin]]:
    """Full names in singular and plural, and the bare noun of each ("kip", "shillings")."""
    for code, name in _english_names():
        noun = name.split()[-1]
        meaning = code if len(_codes_by_noun()[noun]) == 1 else noun
        if noun.isalpha() and noun not in {"units", "unit", "gold", "sucre"}:
            for form in {noun, _plural(noun)}:
                yield form, Coin(meaning)
        yield name, Coin(code)
        yield _plural(name), Coin(code)


def _plural(noun: str) -> str:
    return noun if noun.endswith("s") else noun + "s"
