"""The grammar of titles around a name: what stands to its left ("Vietnamese Ambassador to Cambodia X") and what is
apposed to its right ("X, the outgoing ambassador")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from communique.model import Span
from communique.read.offices import bare, honorifics, is_head, is_title_word, title_words
from communique.read.parties import PartyMention
from communique.read.wording import Word

WordKind = Literal["honorific", "party", "title", "function", "acronym", "name", "particle", "other"]

_FUNCTION = frozenset(
    {
        "of",
        "from",
        "the",
        "for",
        "and",
        "to",
        "in",
        "at",
        "with",
        "his",
        "her",
        "their",
        "its",
        "on",
        "de",
        "my",
        "our",
    }
)
_SYLLABLES = frozenset({"of", "to", "in", "at", "on", "de", "my"})  # capitalised, they may be names
_POSSESSORS = frozenset({"his", "her", "their", "its", "my", "our"})
_QUALIFIERS = frozenset(
    {"outgoing", "incoming", "visiting", "appointed", "newly", "former", "acting", "then", "current"}
)
_ARTICLE_NAME = re.compile(r"(?:al|el|an|as|ad|ar|ash|at|ul|ibn|bin|d|o|t)[-’'][^\W\d_a-z]")  # "al-Kadhimi", "d'Alema"
_LEFT_GAP = re.compile(r"\s?|[ \t\u00a0]*\r?\n[ \t\u00a0]*|, |, *\n|\. | \(|\) |\), |, the |/|['’] | & ")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Title:
    """A title or form of address as printed, without the name. `offices` are its parts with a head; `possessor`
    is the offset of "his" or "her" that opens it."""

    span: Span
    text: str
    offices: tuple[Span, ...]
    address: tuple[str, ...] = ()
    possessor: int | None = None


def kind_of(word: Word, parties: dict[int, PartyMention]) -> WordKind:
    """What a word can be in a title or a name, by its form alone. `parties` holds the mention at each offset."""
    plain = bare(word.folded)
    if plain in honorifics().every and _is_address(word, plain):
        return "honorific"
    if word.start in parties:
        return "party"
    if word.folded in _FUNCTION and (not word.capitalised or word.folded not in _SYLLABLES):
        return "function"
    if is_title_word(word.folded) or (is_head(word.folded)):
        return "title"
    if word.folded in honorifics().particles and not word.capitalised:
        return "particle"
    if any(offset in parties for offset in range(word.start, word.end)):
        return "party"
    if _ARTICLE_NAME.match(word.text):
        return "name"
    if word.acronym and len(word.text) > 1:
        return "acronym"
    return "name" if word.capitalised else "other"


def _is_address(word: Word, plain: str) -> bool:
    if plain == "he":
        return word.text.startswith("H.")
    if plain in {"his", "her", "their"}:
        return False
    if plain in honorifics().unsure and not is_head(word.folded):
        return False
    return word.capitalised


def title_before(
    words: tuple[Word, ...], kinds: tuple[WordKind, ...], name: int, text: str, short: bool = False
) -> Title | None:
    """The title that stands directly before the word at index `name`, or None.

    Before a `short` name, one word, what stands before ", Mr" is somebody else's.
    """
    first = name
    if name and words[name - 1].possessive and kinds[name - 1] != "party":
        return None
    while first > 0 and name - first < _LONGEST and _continues(words, kinds, first, name):
        first -= 1
    first = _trimmed(words, kinds, first, name)
    if short and words[first].folded not in _POSSESSORS:
        commas = [i for i in range(first + 1, name) if "," in words[i].gap and kinds[i] == "honorific"]
        first = commas[-1] if commas else first
    if first == name:
        return None
    return _title(words, kinds, first, name, text)


def _continues(words: tuple[Word, ...], kinds: tuple[WordKind, ...], first: int, name: int) -> bool:
    """Whether the title may go on to the word before `first`."""
    gap, kind, word = words[first].gap, kinds[first - 1], words[first - 1]
    if not _LEFT_GAP.fullmatch(gap) or (gap.startswith(".") and kind != "honorific"):
        return False
    if first == name and kind in {"function", "party"} and not _ends_title(words, kinds, first):
        return False
    if kind in {"honorific", "party", "function"}:
        return True
    if kind == "title":
        return word.capitalised or is_head(word.folded) or _lower_title(words, kinds, first, name)
    if kind == "acronym":
        return first < name or words[first].gap == " "
    if kind == "other":
        return word.text.isdigit() or re.fullmatch(r"\d+(?:st|nd|rd|th)", word.text) is not None or word.folded == "s"
    return _is_place_in_title(words, kinds, first, name)


def _ends_title(words: tuple[Word, ...], kinds: tuple[WordKind, ...], first: int) -> bool:
    """Whether a country right before the name closes a title ("Ambassador of Japan X")."""
    if kinds[first - 1] != "party":
        return False
    return any(kinds[i] == "title" for i in range(max(0, first - 12), first - 1))


def _lower_title(words: tuple[Word, ...], kinds: tuple[WordKind, ...], first: int, name: int) -> bool:
    """A lower-case word of titles counts beside another lower-case one ("coast guard commander"), and where it
    qualifies the office that follows ("outgoing Cambodian Ambassador")."""
    if first < name and words[first - 1].folded in _QUALIFIERS:
        return True
    nearest = words[first]
    return (
        first < name and (not nearest.capitalised or kinds[first] == "title") and kinds[first] in {"title", "honorific"}
    )


def _is_place_in_title(words: tuple[Word, ...], kinds: tuple[WordKind, ...], first: int, name: int) -> bool:
    """A capitalised unknown word inside a title: "of the Huế People's Committee", "Mayor of Tucson, Arizona"."""
    if not words[first - 1].capitalised or (first == name and "," not in words[first].gap):
        return False
    before = first - 2
    while before >= 0 and kinds[before] == "name" and first - before < 5:
        before -= 1
    if first == name and not (before >= 1 and is_head(words[before - 1].folded)):
        return False
    return before >= 1 and words[before].folded in {"of", "for", "the", "in", "to"} and kinds[first] != "honorific"


def _trimmed(words: tuple[Word, ...], kinds: tuple[WordKind, ...], first: int, name: int) -> int:
    """The start of the title after cutting what has no head to its left: segments parted by commas and "and"."""
    starts = [first, *(i for i in range(first + 1, name) if _opens_segment(words, i))]
    bounds = [*starts, name]
    for k, start in enumerate(starts):
        heads = [i for i in range(start, bounds[k + 1]) if _counts(words, kinds, i)]
        if not heads or (k + 1 < len(starts) and _other_person(words, kinds, start, starts[k + 1])):
            continue
        if not words[heads[0]].capitalised and any(
            words[i].folded in {"to", "with"} for i in range(bounds[k + 1], name)
        ):
            continue  # "greetings from leaders of the Party and State *to King* X": the title opens behind
        opening = _opening(words, kinds, start, _first_head(words, heads, bounds[k + 1]))
        if words[opening].folded == "under" and words[opening + 1].folded != "secretary":
            opening += 1
        paired = k > 0 and opening == start and _pairs_with(words, kinds, starts[k - 1], start)
        return starts[k - 1] if paired else opening
    return name


def _opens_segment(words: tuple[Word, ...], i: int) -> bool:
    return "," in words[i].gap or words[i - 1].folded == "and"


def _pairs_with(words: tuple[Word, ...], kinds: tuple[WordKind, ...], first: int, start: int) -> bool:
    """Whether a headless segment shares the next one's head: "Trade and Industry Minister"."""
    inside = range(first, start - 1)
    return (
        words[start - 1].folded == "and"
        and any(kinds[i] == "title" for i in inside)
        and all(kinds[i] in {"title", "party"} and words[i].capitalised for i in inside)
    )


def _other_person(words: tuple[Word, ...], kinds: tuple[WordKind, ...], start: int, following: int) -> bool:
    """Whether a segment is the title of someone else: "The First Lady and Ambassador X", or that of a name before
    it, with an apposition's commas ("Y, Chief of Protocol, and Mr X")."""
    joined = words[following - 1].folded == "and"
    owner = words[start].folded in {"his", "her"} and words[start].capitalised
    if joined and (owner or words[start].folded == "the"):
        return True
    apposed = start > 0 and kinds[start - 1] == "name" and words[start].gap == ", "
    return (
        apposed
        and ("," in words[following].gap or "," in words[following - 1].gap or joined)
        and not _titled(words, kinds, start - 1)
    )


def _titled(words: tuple[Word, ...], kinds: tuple[WordKind, ...], last: int) -> bool:
    """Whether the name that ends at index `last` has an office before it."""
    first = last
    while first > 0 and kinds[first - 1] in {"name", "particle", "honorific"} and "," not in words[first].gap:
        first -= 1
    return first > 0 and kinds[first - 1] in {"title", "party"} and "," not in words[first].gap


def _first_head(words: tuple[Word, ...], heads: list[int], end: int) -> int:
    """The head that opens the title: "the chair of Minister X" and "leaders to King X" open at the second head."""
    head = heads[0]
    linked = any(words[i].folded in {"of", "to", "with", "by"} for i in range(head + 1, end))
    if not words[head].capitalised and linked:
        return next((i for i in heads if words[i].capitalised), head)
    return head


def _opening(words: tuple[Word, ...], kinds: tuple[WordKind, ...], first: int, head: int) -> int:
    """The first word that modifies a head: no preposition stands between them ("in Hanoi with Chairman")."""
    start = head
    while start > first and not (
        kinds[start - 1] == "function" and words[start - 1].folded not in _POSSESSORS | {"the"}
    ):
        if kinds[start - 1] == "other" and not words[start - 1].text[0].isdigit():
            break
        start -= 1
        if words[start].folded in _POSSESSORS | {"the"}:
            break
    return start


def _counts(words: tuple[Word, ...], kinds: tuple[WordKind, ...], i: int) -> bool:
    return kinds[i] == "honorific" or (kinds[i] == "title" and is_head(words[i].folded))


def _title(words: tuple[Word, ...], kinds: tuple[WordKind, ...], first: int, end: int, text: str) -> Title:
    if not any(is_head(words[i].folded) for i in range(first, end)):
        first = next((i for i in range(first, end) if kinds[i] == "honorific"), first)
    owned = words[first].folded in _POSSESSORS and kinds[first] != "honorific"
    possessor = words[first].start if owned else None
    start = first + 1 if words[first].folded in _POSSESSORS | {"the"} and first + 1 < end else first
    span = Span(words[first].start, words[end - 1].end)
    address = tuple(words[i].folded for i in range(first, end) if kinds[i] == "honorific")
    return Title(span, span.of(text), _offices(words, kinds, start, end, text), address, possessor)


def _offices(words: tuple[Word, ...], kinds: tuple[WordKind, ...], first: int, end: int, text: str) -> tuple[Span, ...]:
    """The offices of a title: parted at commas and "and" where both sides have a head; no forms of address."""
    pieces: list[list[int]] = [[]]
    for i in range(first, end):
        opens = pieces[-1] and ("," in words[i].gap or words[i - 1].folded == "and")
        if opens and _has_head(words, pieces[-1]) and _head_near(words, kinds, i, end):
            pieces.append([])
        pieces[-1].append(i)
    spans = []
    for piece in pieces:
        kept = [i for i in piece if kinds[i] != "honorific" or is_head(words[i].folded)]
        while kept and words[kept[-1]].folded in {"and", "the", "of"}:
            kept.pop()
        while kept and words[kept[0]].folded in {"and", "the"}:
            kept.pop(0)
        if kept and _has_head(words, kept):
            spans.append(_closed(text, Span(words[kept[0]].start, words[kept[-1]].end)))
    return tuple(spans)


def _closed(text: str, span: Span) -> Span:
    """An office with the bracket that closes on it."""
    opened = "(" in span.of(text) and text[span.end : span.end + 1] == ")"
    return Span(span.start, span.end + 1) if opened else span


def _has_head(words: tuple[Word, ...], piece: list[int]) -> bool:
    return any(is_head(words[i].folded) for i in piece)


def _head_near(words: tuple[Word, ...], kinds: tuple[WordKind, ...], i: int, end: int) -> bool:
    """Whether a head comes before the next "of" or "for": "and Foreign Minister", not "and Cooperation"."""
    for k in range(i, end):
        if is_head(words[k].folded):
            return True
        if words[k].folded in {"of", "for", "to"} or ("," in words[k].gap and k > i):
            return False
    return False


_LEFT_OVER = frozenset({"and", "the", "to", "of", "for", "in", "with", "at", "on"})
_SHORTENED = 4  # letters of a shortened title ("Gen.", "Amb."), at the most


def title_after(words: tuple[Word, ...], kinds: tuple[WordKind, ...], after: int, text: str) -> Title | None:
    """The title apposed after a name, which ends before index `after` ("X, the outgoing ambassador"), or None."""
    if after >= len(words) or not re.fullmatch(r",\s+| \(", words[after].gap):
        return None
    end, opening = after, words[after].gap
    while end < len(words) and _goes_on(words, kinds, after, end):
        if end > after and opening == " (" and ")" in words[end].gap:
            break
        end += 1
    while end > after and words[end - 1].folded in _LEFT_OVER:
        end -= 1
    heads = [
        i for i in range(after, end)
        if kinds[i] == "title" and is_head(words[i].folded) and not words[i].folded.endswith("s")
    ]  # fmt: skip
    if not heads or _names_next(words, kinds, end) or (opening == " (" and end - after > 8):
        return None
    return _title(words, kinds, after, end, text)


def _goes_on(words: tuple[Word, ...], kinds: tuple[WordKind, ...], after: int, end: int) -> bool:
    gap, kind, word = words[end].gap, kinds[end], words[end]
    if end > after and not re.fullmatch(r"\s| \(|\) |, ", gap):
        return False
    if end > after and "," in gap and not _office_follows(words, kinds, end):
        return False
    if end == after and word.folded in {"a", "an", "and"}:
        return word.folded != "and"
    if kind in {"function", "party", "acronym"}:
        return kind != "function" or word.folded not in {"with", "on", "his", "her", "their"} or end == after
    if kind == "title":
        return True
    if kind == "name":
        return end > after and (kinds[end - 1] == "function" or _after_preposition(words, kinds, after, end))
    return False


def _after_preposition(words: tuple[Word, ...], kinds: tuple[WordKind, ...], after: int, end: int) -> bool:
    """Whether a run of names before `end` follows "of" or "for" ("of the Huế City …")."""
    i = end - 1
    while i > after and kinds[i] == "name":
        i -= 1
    return i < end - 1 and kinds[i] == "function"


def _office_follows(words: tuple[Word, ...], kinds: tuple[WordKind, ...], i: int) -> bool:
    """Whether another office follows the comma and no name after it: "Deputy Prime Minister, Minister of …"."""
    k = i
    while k < len(words) and (k == i or words[k].gap == " ") and kinds[k] in {"title", "party", "function", "acronym"}:
        k += 1
    has_head = any(is_head(words[j].folded) for j in range(i, k))
    return has_head and not (k < len(words) and words[k].gap == " " and kinds[k] in {"name", "honorific"})


def _names_next(words: tuple[Word, ...], kinds: tuple[WordKind, ...], end: int) -> bool:
    """Whether a name follows directly, so that the title is that name's ("A, Prime Minister B", "A, Gen. B")."""
    if end == len(words) or kinds[end] not in {"name", "honorific"}:
        return False
    shortened = kinds[end - 1] == "title" and len(words[end - 1].text) <= _SHORTENED
    return words[end].gap == " " or (words[end].gap == ". " and shortened)


def same_words(title: str) -> frozenset[str]:
    """The words of a title that tell it apart, for comparing titles."""
    return frozenset(title_words(title)) - {"of", "the", "for", "and", "to", "in", "s", "his", "her", "their"}
