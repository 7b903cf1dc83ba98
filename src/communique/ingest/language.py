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
    "TAMIL": "Tamil",
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
    english = sum(word.lower() in _english() for word in printed)
    language, hits = _likeliest(_running_words(printed))
    if hits >= _FEWEST_HITS and hits > english and hits >= _LEAST_SHARE * len(printed):
        return language
    if len(printed) >= _ENOUGH_WORDS and english < _LEAST_ENGLISH * len(printed):
        return "a language other than English"
    return None


def _running_words(printed: list[str]) -> list[str]:
    """Words in small letters, which names are not; all of them where the whole text is in capitals."""
    small = [word for word in printed if word.islower()]
    return small if len(small) * 10 >= len(printed) else [word.lower() for word in printed]


def _likeliest(words: list[str]) -> tuple[str, int]:
    hits: Counter[str] = Counter()
    for word, count in Counter(words).items():
        for language in _profiles().get(word, ()):
            hits[language] += count
    return hits.most_common(1)[0] if hits else ("", 0)


@cache
def _english() -> frozenset[str]:
    return frozenset(read_words("languages.yaml")["English"])


@cache
def _profiles() -> dict[str, tuple[str, ...]]:
    """Every small word that is not English too, and the languages that it belongs to.

    Single letters count for none: English reports are full of them, as in "Senator X (D)".
    """
    profiles: dict[str, list[str]] = {}
    for language, words in read_words("languages.yaml").items():
        for word in set(words) - _english():
            if len(word) == 1 and word.isascii():
                continue
            profiles.setdefault(word, []).append(language)
    return {word: tuple(sorted(languages)) for word, languages in profiles.items()}
