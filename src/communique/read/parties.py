"""States and organisations in a text: country names, demonyms, capitals that stand for governments.

Forms come from `vocabulary/parties.csv` and from CLDR's country names. They are matched over folded words
("Việt Nam" = "Viet Nam"), longest first, and reported at their exact place in the unchanged text.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from communique.errors import UnknownPartyError
from communique.model import Span
from communique.read.namesakes import is_american_state

PartyForm = Literal["name", "demonym", "capital", "organisation"]
PartyKind = Literal["state", "organisation", "none"]

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_](?:[^\W_]|[\u0300-\u036f])*")
_GAP = re.compile(r"[ \t\u00a0]*(?:\r?\n)?[ \t\u00a0]*[-‐‑–’'.]?[ \t\u00a0]*")
_LETTERS_APART = str.maketrans("đĐłŁøØıßæÆ", "dDlLoOisaA")
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|outside|throughout|around|across)\s+(?:the\s+)?(?:city\s+of\s+)?$", re.IGNORECASE
)
_PERSONAL = frozenset(
    {"jordan", "georgia", "chad", "israel", "kenya", "india", "chile", "paris", "sofia", "santiago", "turk"}
)
# What makes a state's name before it the first word of a body's ("Kenya News Agency"), not somebody's given name.
_BODIES = frozenset(
    {"news", "agency", "press", "times", "today", "broadcasting", "television", "radio", "airways", "airlines"}
    | {"government", "ministry", "embassy", "national", "central", "bank", "parliament", "defense", "defence"}
)


@dataclass(frozen=True, slots=True)
class Party:
    """A state (ISO 3166 alpha-2) or an organisation (its usual short name)."""

    code: str
    kind: PartyKind
    name: str


@dataclass(frozen=True, slots=True)
class PartyMention:
    """A place in a text that names a party. `place` is true where a capital is a place ("in Hanoi"), not a
    government ("Hanoi said")."""

    code: str
    span: Span
    form: PartyForm
    place: bool = False


class _Entry(NamedTuple):
    code: str | None
    form: PartyForm
    capitals: bool


class _Word(NamedTuple):
    folded: str
    start: int
    end: int


def fold(text: str) -> str:
    """Text without diacritics and case, for comparison: "Tô Lâm" and "to lam" fold alike."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS_APART))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


@cache
def _rows() -> tuple[dict[str, str], ...]:
    text = files("communique").joinpath("vocabulary", "parties.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return tuple(csv.DictReader(lines))


@cache
def parties() -> dict[str, Party]:
    """Every party of the vocabulary, by code."""
    return {
        row["code"]: Party(row["code"], "state" if row["kind"] == "state" else "organisation", row["name"])
        for row in _rows()
        if row["kind"] != "none"
    }


def _forms(row: dict[str, str]) -> Iterator[tuple[str, PartyForm]]:
    main: PartyForm = "organisation" if row["kind"] == "organisation" else "name"
    for form in (row["name"], *row["aliases"].split(";")):
        yield form, main
    for form in row["demonyms"].split(";"):
        yield form, "demonym"
    for form in row["capitals"].split(";"):
        yield form, "capital"


def _cldr_names() -> Iterator[tuple[str, str]]:
    from babel import Locale

    known = parties()
    for code, name in Locale.parse("en").territories.items():
        if code in known:
            yield code, name.partition(" (")[0].replace("&", "and")


def _key(form: str) -> tuple[str, ...]:
    return tuple(word.folded for word in _words(form))


@cache
def _lexicon() -> dict[tuple[str, ...], _Entry]:
    """Folded word sequences to what they name; the first entry of a form stands."""
    found: dict[tuple[str, ...], _Entry] = {}
    for row in _rows():
        code = None if row["kind"] == "none" else row["code"]
        for form, kind in _forms(row):
            if form:
                found.setdefault(_key(form), _Entry(code, kind, form.isupper() and len(form) <= 5))
    for code, name in _cldr_names():
        found.setdefault(_key(name), _Entry(code, "name", False))
    return found


@cache
def _longest_by_first() -> dict[str, int]:
    """For each first word of a form, the length in words of the longest form that it opens."""
    longest: dict[str, int] = {}
    for key in _lexicon():
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return longest


def _words(text: str) -> list[_Word]:
    return [_Word(fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]


def _joined(text: str, words: list[_Word], first: int, last: int) -> bool:
    """Whether words[first:last] stand side by side, parted by no more than a space, a hyphen or an apostrophe."""
    return all(_GAP.fullmatch(text, words[i].end, words[i + 1].start) for i in range(first, last - 1))


def _match_at(text: str, words: list[_Word], i: int) -> tuple[int, _Entry] | None:
    """The longest form that starts at a word, as the index after it and what it names."""
    if not text[words[i].start].isupper():
        return None
    for length in range(min(_longest_by_first().get(words[i].folded, 0), len(words) - i), 0, -1):
        entry = _lexicon().get(tuple(word.folded for word in words[i : i + length]))
        if entry is None or not _joined(text, words, i, i + length):
            continue
        end = words[i + length - 1].end
        printed = text[words[i].start : end]
        if text.startswith("$", end):  # "US$20 billion" names money, not a state
            continue
        if not entry.capitals or printed.isupper():
            return i + length, entry
    return None


def _is_personal_name(text: str, words: list[_Word], i: int) -> bool:
    """Whether "Jordan" or "Georgia" is a person's name: a capitalised word follows or precedes on the same line."""
    from communique.read.offices import is_title_word

    if words[i].folded not in _PERSONAL:
        return False
    after = words[i + 1] if i + 1 < len(words) else None
    before = words[i - 1] if i else None
    if i > 1 and words[i - 1].folded == "of" and is_title_word(words[i - 2].folded):
        return False  # "the President of *Kenya* William Ruto"
    if after and text[words[i].end : after.start] == " " and text[after.start].isupper():
        if after.folded in _BODIES:
            return False
        return not is_title_word(after.folded) and after.folded not in _longest_by_first()
    if before and text[before.end : words[i].start] == " " and text[before.start].isupper() and i > 1:
        return not is_title_word(before.folded) and len(before.folded) > 3 and text[before.start - 1] == " "
    return False


def _is_namesake(text: str, word: _Word) -> bool:
    """Whether "Georgia" is the American state."""
    return word.folded == "georgia" and is_american_state(text, word.start, word.end)


def _is_place(text: str, start: int) -> bool:
    return bool(_PLACE_BEFORE.search(text, max(0, start - 24), start))


def find_parties(text: str) -> tuple[PartyMention, ...]:
    """Every mention of a party in a text, in order, none overlapping.

    >>> [(m.code, m.form) for m in find_parties("Hanoi thanked the Lao PDR and Japanese firms in Vientiane")]
    [('VN', 'capital'), ('LA', 'name'), ('JP', 'demonym'), ('LA', 'capital')]
    """
    words, found, i = _words(text), [], 0
    while i < len(words):
        match = _match_at(text, words, i)
        if match is None:
            i += 1
            continue
        after, entry = match
        alone = after == i + 1
        if entry.code is not None and not (
            alone and (_is_personal_name(text, words, i) or _is_namesake(text, words[i]))
        ):
            span = Span(words[i].start, words[after - 1].end)
            place = entry.form == "capital" and _is_place(text, span.start)
            found.append(PartyMention(entry.code, span, entry.form, place))
        i = after
    return tuple(found)


def party_code(name: str) -> str:
    """The code of a party by any of its names or codes: "Việt Nam", "VNM", "vn" → "VN"; "asean" → "ASEAN".

    Raises `UnknownPartyError`, with the nearest names, where the vocabulary holds none.
    """
    wanted = name.strip()
    by_fold = {fold(code): code for code in parties()}
    code = by_fold.get(fold(wanted)) or _from_alpha3(wanted)
    if code is None:
        entry = _lexicon().get(_key(wanted))
        code = entry.code if entry else None
    if code is None:
        raise UnknownPartyError(f"no party is called {name!r}; {_suggestion(wanted)}")
    return code


def party_name(code: str) -> str:
    """The display name of a party: "VN" → "Vietnam", "ASEAN" → "ASEAN"."""
    return parties()[party_code(code)].name


def _from_alpha3(name: str) -> str | None:
    from babel.core import get_global

    codes = get_global("territory_aliases").get(name.upper(), ()) if len(name) == 3 else ()
    return next((code for code in codes if code in parties()), None)


def _suggestion(name: str) -> str:
    from rapidfuzz import process

    shown = {fold(party.name): f"{party.name} ({party.code})" for party in parties().values()}
    near = process.extract(fold(name), list(shown), limit=3, score_cutoff=60)
    if not near:
        return "give an ISO 3166 code, a country's English name or an organisation's short name"
    return "did you mean " + " or ".join(shown[key] for key, _, _ in near) + "?"
