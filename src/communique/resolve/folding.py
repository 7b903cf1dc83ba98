"""Folding: the form in which texts and names are compared, so that "Tô Lâm", "To Lam" and "tô lâm" are alike.

Marks are taken off Latin, Greek and Cyrillic letters only: in Thai, Khmer or Devanagari a mark is a vowel.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from communique.vocabulary import load_yaml

_ALPHABETIC_END = 0x0530  # Latin, Greek and Cyrillic stand below; so do the combining marks that they take
_LATIN_EXTENDED = range(0x1E00, 0x2000)
# Scripts written without spaces between words: searched by pairs of neighbouring characters.
_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_RUNS = re.compile(f"([{_UNSPACED}]+)|([^{_UNSPACED}]+)")


def fold(text: str) -> str:
    """Small letters without marks: `fold("Tô Lâm") == "to lam"`, `fold("Đặng") == "dang"`."""
    if text.isascii():
        return text.lower()
    return "".join(_fold_character(character) for character in unicodedata.normalize("NFC", text))


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place in `text` that it came from."""
    folded: list[str] = []
    offsets: list[int] = []
    for place, character in enumerate(text):
        piece = _fold_character(character)
        folded.append(piece)
        offsets.extend([place] * len(piece))
    return "".join(folded), offsets


def searchable(text: str) -> str:
    """The folded words of a text, parted by spaces, for a search column.

    A run of an unspaced script is cut into overlapping pairs; its last character follows on its own, so that one
    character finds every word that holds it.
    """
    return " ".join(token for word in words(text) for token in _indexed(word))


def pairs(run: str) -> list[str]:
    """The overlapping pairs of a run, then its last character: "柬埔寨" gives "柬埔", "埔寨", "寨"."""
    return [run[place : place + 2] for place in range(len(run))]


def search_tokens(word: str) -> list[str]:
    """A folded word as it is looked up: runs of an unspaced script by their pairs.

    The lone last character is left out, since within a longer run a pair stands there.
    """
    tokens: list[str] = []
    for run, spaced in _RUNS.findall(word):
        tokens.extend((pairs(run)[:-1] or [run]) if run else [spaced])
    return tokens


def _indexed(word: str) -> list[str]:
    if word.isascii():
        return [word]
    return [token for run, spaced in _RUNS.findall(word) for token in (pairs(run) if run else [spaced])]


def words(text: str) -> list[str]:
    """The folded words of a text, marks of punctuation left out."""
    return _word().findall(fold(text).replace("_", " "))


def accented(text: str) -> str:
    """Small letters with their marks in one canonical form: what two printed names are compared by."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).lower())


@cache
def _word() -> re.Pattern[str]:
    """Letters, digits and the marks that stand among them, which Python's own `\\w` leaves out."""
    marks = (chr(code) for code in range(0x300, 0x10000) if unicodedata.category(chr(code)).startswith("M"))
    part = rf"[\w{''.join(marks)}]+"
    return re.compile(f"{part}(?:'{part})*")


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    """One character folded; empty for a mark on a Latin, Greek or Cyrillic letter."""
    code = ord(character)
    if code < 0x80:
        return character.lower()
    if code < _ALPHABETIC_END or code in _LATIN_EXTENDED:
        bare = (part for part in unicodedata.normalize("NFKD", character) if not unicodedata.combining(part))
        lowered = "".join(bare).casefold()
        return "".join(_letters().get(part, part) for part in lowered)
    return _letters().get(character) or unicodedata.normalize("NFKC", character).casefold()


@cache
def _letters() -> dict[str, str]:
    table: dict[str, str] = load_yaml("folding.yaml")
    return table
