"""Whether a text is in English, and if not, which language it looks like.

Two measures: the script of its letters, and the share of its words that are the common small words of a language.
A report in English keeps its small words however many foreign names it holds.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from communique.ingest.wording import read_words

# A long text is judged by three pieces of this many characters, from its start, middle and end.
_SAMPLE = 6_000
_WORD = re.compile(r"[^\W\d_]+")
# Another language needs this many of its small words, and more of them than English has.
_FEWEST_HITS = 3
_LEAST_SHARE = 0.06
# Where English has none at all, fewer are enough; and a sentence of so many words without one is not English.
_FEWEST_HITS_ALONE = 2
_SENTENCE = 15
# English prose has at least 3 small words in a hundred; of 2,173 readouts and speeches the lowest had 11.
_ENOUGH_WORDS = 40
_LEAST_ENGLISH = 0.03

_SCRIPTS = {
    "CYRILLIC": "Russian or another language in Cyrillic script",
    "ARABIC": "Arabic or another language in Arabic script",
    "CJK": "Chinese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "KHMER": "Khmer",
    "LAO": "Lao",
    "THAI": "Thai",
    "MYANMAR": "Burmese",
    "GREEK": "Greek",
    "HEBREW": "Hebrew",
    "DEVANAGARI": "Hindi or another language in Devanagari script",
    "BENGALI": "Bengali",
    "GUJARATI": "Gujarati",
    "GURMUKHI": "Punjabi",
    "KANNADA": "Kannada",
    "MALAYALAM": "Malayalam",
    "ORIYA": "Odia",
    "TAMIL": "Tamil",
    "TELUGU": "Telugu",
    "SINHALA": "Sinhala",
    "GEORGIAN": "Georgian",
    "ARMENIAN": "Armenian",
    "ETHIOPIC": "Amharic or another language in Ethiopic script",
    "TIBETAN": "Tibetan",
    "MONGOLIAN": "Mongolian",
}


def foreign_language(text: str) -> str | None:
    """The language that a text looks like where it is not English ("Vietnamese"), or None for English.

    "a language other than English" where it is none that the vocabulary knows; None where there is too little to tell.
    """
    sample = _sample(text)
    return _by_script(sample) or _by_small_words(sample)


def _sample(text: str) -> str:
    if len(text) > 3 * _SAMPLE:
        middle = len(text) // 2
        text = f"{text[:_SAMPLE]} {text[middle : middle + _SAMPLE]} {text[-_SAMPLE:]}"
    return unicodedata.normalize("NFC", text)


def _by_script(sample: str) -> str | None:
    """The language of a script other than Latin that more than half of the letters belong to."""
    letters = Counter(character for character in sample if character.isalpha())
    scripts: Counter[str] = Counter()
    for letter, count in letters.items():
        scripts[unicodedata.name(letter, "UNKNOWN").split()[0]] += count
    total = letters.total()
    foreign = Counter({script: count for script, count in scripts.items() if script in _SCRIPTS})
    if not total or foreign.total() * 2 <= total:
        return None
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > 0.1 * total:
        return "Japanese"
    return _SCRIPTS[foreign.most_common(1)[0][0]]


def _by_small_words(sample: str) -> str | None:
    printed = _WORD.findall(sample)
    running = _running_words(printed)
    language, hits = _likeliest(running)
    only_english = _english() - frozenset(_languages().get(language, ()))
    alone = sum(word.lower() in only_english for word in printed)
    if hits >= (_FEWEST_HITS if alone else _FEWEST_HITS_ALONE) and hits > alone and hits >= _LEAST_SHARE * len(printed):
        return language
    english = sum(word.lower() in _english() for word in printed)
    enough = _ENOUGH_WORDS if english else _SENTENCE
    if len(running) >= enough and english < _LEAST_ENGLISH * len(running):
        return "a language other than English"
    return None


def _running_words(printed: list[str]) -> list[str]:
    """Words in small letters, which names are not; every word where most are in capitals throughout."""
    capitals = sum(word.isupper() and len(word) > 1 for word in printed)
    if capitals * 2 > len(printed):
        return [word.lower() for word in printed]
    return [word for word in printed if word.islower()]


def _likeliest(words: list[str]) -> tuple[str, int]:
    """The language with the most small words among some, of which at least two differ, and how many they are."""
    hits: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for word, count in Counter(words).items():
        for language in _profiles().get(word, ()):
            hits[language] += count
            kinds[language] += 1
    found = [(count, language) for language, count in hits.items() if kinds[language] > 1]
    return max(found, key=lambda pair: (pair[0], pair[1]))[::-1] if found else ("", 0)


@cache
def _languages() -> dict[str, list[str]]:
    """The small words of each language, English among them."""
    words: dict[str, list[str]] = read_words("languages.yaml")
    return words


@cache
def _english() -> frozenset[str]:
    return frozenset(word for word in _languages()["English"] if len(word) > 1)


@cache
def _profiles() -> dict[str, tuple[str, ...]]:
    """Every small word that is not English too, and the languages that it belongs to.

    Single letters count for none: English reports are full of them, as in "Senator X (D)".
    """
    profiles: dict[str, list[str]] = {}
    for language, words in _languages().items():
        for word in {word for word in words if len(word) > 1 or not word.isascii()} - _english():
            profiles.setdefault(word, []).append(language)
    return {word: tuple(sorted(languages)) for word, languages in profiles.items()}
