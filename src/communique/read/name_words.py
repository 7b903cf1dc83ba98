"""Words that are a part of a personal name, or none, for where they stand, whatever else they could be."""

from __future__ import annotations

from communique.read.offices import honorifics, vocabulary
from communique.read.parties import fold
from communique.read.titles import WordKind
from communique.read.wording import Word

_SYLLABLE = 4


def names_by_place(words: tuple[Word, ...], kinds: list[WordKind], i: int, before: WordKind) -> bool:
    """Whether a word is a part of a name for where it stands, whatever else it could be."""
    if kinds[i] == "party" and before == "name" and words[i].gap == ". " and len(words[i - 1].text) == 1:
        return True
    if _is_initial(words, i) or _is_inner(words, kinds, i, before) or _closes_name(words, kinds, i, before):
        return True
    return _titled_short(words, kinds, i) and not in_pair(words, i)


def _closes_name(words: tuple[Word, ...], kinds: list[WordKind], i: int, before: WordKind) -> bool:
    """A short word behind a name word, though it is an English word or a month too: "Hòa An", "Theresa May"."""
    dated = i + 1 < len(words) and words[i + 1].text[0].isdigit()
    follows = before == "name" and words[i].gap == " " and not words[i - 1].possessive
    return kinds[i] == "name" and len(words[i].text) <= _SYLLABLE and follows and not dated


def _is_initial(words: tuple[Word, ...], i: int) -> bool:
    """ "A." in "Mark A. Milley"."""
    following = words[i + 1].gap if i + 1 < len(words) else ""
    return len(words[i].text) == 1 and words[i].capitalised and following == ". " and words[i].gap in {" ", ". "}


def _is_inner(words: tuple[Word, ...], kinds: list[WordKind], i: int, before: WordKind) -> bool:
    """A form of address or a title's word between two name words is a name too: "Yip Hon Weng", "Shah Sultan Haji"."""
    if kinds[i] != "honorific" or i == 0 or i + 1 >= len(words) or not words[i].capitalised:
        return False
    inside = before == "name" and words[i].gap == " " and words[i + 1].gap == " "
    return inside and words[i + 1].capitalised and words[i].folded not in honorifics().male | honorifics().female


def _titled_short(words: tuple[Word, ...], kinds: list[WordKind], i: int) -> bool:
    """A short family name that is also an English word, right after a title: "General Secretary To Lam"."""
    if kinds[i] not in {"name", "other"} or not words[i].capitalised or len(words[i].text) > 3 or i == 0:
        return False
    titled = kinds[i - 1] in {"title", "honorific"} and words[i - 1].capitalised and words[i].gap == " "
    return titled and i + 1 < len(words) and kinds[i + 1] == "name" and words[i + 1].gap == " "


def in_pair(words: tuple[Word, ...], i: int) -> bool:
    """Whether a word and a neighbour are a form of address together ("Tan Sri", "His Excellency")."""
    pairs = honorifics().pairs
    behind = i + 1 < len(words) and f"{words[i].folded} {words[i + 1].folded}" in pairs and words[i + 1].capitalised
    before = i > 0 and f"{words[i - 1].folded} {words[i].folded}" in pairs and words[i - 1].capitalised
    return words[i].capitalised and (behind or before)


def is_newly_named(words: tuple[Word, ...], i: int) -> bool:
    """The place of "Governor of New Mexico X", which is a part of the title."""
    if i < 2 or words[i - 1].text != "New" or words[i].gap != " ":
        return False
    return words[i - 2].folded in {"of", "for", "from", "to"} and words[i - 1].gap == " "


def never_names() -> tuple[frozenset[str], frozenset[str]]:
    data = vocabulary("naming.yaml")
    return frozenset(data["never"]), frozenset(data["months"])


def vietnamese_families() -> frozenset[str]:
    return frozenset(fold(name) for name in vocabulary("naming.yaml")["customs"]["VN"]["families"])
