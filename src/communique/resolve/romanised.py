"""Names in Latin letters, and how their words sound whatever the romanisation."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from communique.resolve.folding import fold
from communique.vocabulary import load_yaml

_SYLLABLE = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"  # kana, Chinese characters, Hangul
_SYLLABLES = re.compile(f"[{_SYLLABLE}]")
_FOREIGN = re.compile(f"(?<=[{_SYLLABLE}])[·・‧](?=[{_SYLLABLE}])")
_ABJAD = re.compile(r"[\u0590-\u06ff\u0750-\u077f]")  # Hebrew, Arabic
_CAPITALS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_VOWELS = re.compile(r"[aiuw]")


def latin(text: str, foreign: bool = False) -> str:
    """The text in small Latin letters without marks.

    Chinese and Korean syllables become words of their own, save in a foreign name (`is_foreign`).
    """
    folded = fold(text)
    if folded.isascii():
        return folded
    from anyascii import anyascii

    if not _SYLLABLES.search(text):
        return str(anyascii(folded)).lower()
    romanised = str(anyascii(text))
    return (romanised if foreign else _CAPITALS.sub(" ", romanised)).lower()


def is_foreign(text: str) -> bool:
    """Whether a Chinese text is a foreign name, printed with a dot between its words: "贝拉克·奥巴马"."""
    return not text.isascii() and bool(_FOREIGN.search(text))


def syllables(text: str) -> str:
    """The letters of a name printed in a script of syllables; empty where any of it is in another script."""
    if text.isascii():
        return ""
    letters = "".join(character for character in text if character.isalnum())
    return "" if _SYLLABLES.sub("", letters) else letters


def is_abjad(text: str) -> bool:
    """Whether the text is in a script that leaves vowels out: Arabic, Hebrew."""
    return not text.isascii() and bool(_ABJAD.search(text))


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The word as it sounds: `sound("bachar") == sound("bashar")`, `sound("hsi") == sound("xi")`."""
    for pattern, sounded in _rules():
        word = pattern.sub(sounded, word)
    return word


@lru_cache(maxsize=65536)
def consonants(word: str) -> str:
    """How the consonants of a word sound, to compare it with one from a script that tells little of the vowels.

    Chinese has no r, so that r and l count as one.
    """
    return _VOWELS.sub("", sound(word).replace("r", "l")) or word[:1]


@cache
def _rules() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern), sounded) for pattern, sounded in load_yaml("sounds.yaml")]
