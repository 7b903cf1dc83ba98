"""One person, many mentions: names of one report joined into people ("Đặng Quốc Thụy" … "Thụy" … "Mr Thụy").

A short form joins the full name that holds its words; where several do, the title, the gender, the custom of
the name's country and the distance decide. Diacritics keep apart what both print with accents and differently.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import cache

from communique.read.mentions import NameMention
from communique.read.offices import bare, canonical_office, gender_of_title, honorifics, vocabulary
from communique.read.parties import fold
from communique.read.titles import Title, same_words


@dataclass
class Draft:
    """A person while the report is being read: mentions by name, offices as spans, gender, party."""

    name: str
    words: tuple[str, ...]
    mentions: list[NameMention] = field(default_factory=list)
    gender: str | None = None
    party: str | None = None
    state: str | None = None
    inferred: bool = False
    owner: str | None = None  # the gender that "*his* counterpart" tells of the other
    likened: Draft | None = None  # whose counterpart the person is called, and whose office is so the person's too

    def titles(self) -> list[Title]:
        """Every title printed with the name, in the order of the text."""
        return [title for m in self.mentions for title in (m.title, m.after) if title]

    def offices(self, text: str) -> list[str]:
        """Offices as printed, each once."""
        printed = [span.of(text) for title in self.titles() for span in title.offices]
        return list(dict.fromkeys(printed))

    def canonical(self, text: str) -> frozenset[str]:
        """The canonical offices."""
        return frozenset(office for title in self.offices(text) if (office := canonical_office(title)))

    def held(self, text: str) -> frozenset[str]:
        """The canonical offices, with those of the person whose counterpart this one is called."""
        return self.canonical(text) | (self.likened.canonical(text) if self.likened else frozenset())


def join_names(mentions: tuple[NameMention, ...], text: str) -> list[Draft]:
    """People from name mentions, in the order in which they are first met."""
    drafts: list[Draft] = []
    for mention in sorted(mentions, key=lambda m: (-len(_core(m.words)), m.span.start)):
        draft = _same(drafts, mention, text)
        if draft is None and _can_stand(mention):
            drafts.append(Draft(_name(mention), _core(mention.words), [mention]))
        elif draft is not None:
            draft.mentions.append(mention)
            if draft.name.isascii() and not mention.name.isascii() and len(mention.words) == len(draft.words):
                draft.name = _name(mention)
    for draft in drafts:
        draft.mentions.sort(key=lambda m: m.span.start)
        draft.gender = _gender(draft)
    return sorted(drafts, key=lambda draft: draft.mentions[0].span.start)


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without suffixes and initials."""
    return tuple(w for w in words if bare(w) not in honorifics().suffixes and len(bare(w)) > 1) or words


def _name(mention: NameMention) -> str:
    return " ".join(mention.name.split())


def _can_stand(mention: NameMention) -> bool:
    """Whether a mention may found a person: any with two words, one with an office or a form of address."""
    if not mention.sure:
        return False
    return len(mention.words) > 1 or mention.title is not None


def _same(drafts: list[Draft], mention: NameMention, text: str) -> Draft | None:
    """The person that a mention names, among those with longer or equal names."""
    words = _core(mention.words)
    able = [d for d in drafts if _fits(d, words, mention)]
    if len(able) > 1:
        able.sort(key=lambda d: _rank(d, words, mention, text))
    return able[0] if able else None


def _fits(draft: Draft, words: tuple[str, ...], mention: NameMention) -> bool:
    known = {part for word in draft.words for part in (word, *word.split("-"))}
    if not all(word in known for word in words) or _accents_differ(draft.name, mention.name, words):
        return False
    if len(words) == 1 and len(draft.words) > 1:
        first_lady = mention.title and "first lady" in fold(" ".join(t.text for t in draft.titles()))
        woman = mention.title and gender_of_title(mention.title.text) == "f"
        return not (first_lady and mention.title and not woman and "lady" not in fold(mention.title.text))
    gender = gender_of_title(mention.title.text) if mention.title else None
    known_gender = _gender(draft)
    return not (gender and known_gender and gender != known_gender)


def _accents_differ(full: str, short: str, words: tuple[str, ...]) -> bool:
    """Whether both print an accent on the same word and differ: "Thanh" is not "Thành" in an accented name."""
    if full.isascii() or short.isascii():
        return False
    printed = {fold(w): unicodedata.normalize("NFC", w).casefold() for w in full.split()}
    other = {fold(w): unicodedata.normalize("NFC", w).casefold() for w in short.split()}
    return any(w in printed and w in other and printed[w] != other[w] for w in words)


def _rank(draft: Draft, words: tuple[str, ...], mention: NameMention, text: str) -> tuple[int, int, int]:
    """How badly a person suits a short mention: by title, by custom, by distance."""
    title = mention.title.text if mention.title else ""
    heads = same_words(title)
    known = [same_words(office) for office in draft.offices(text)]
    by_title = 0 if not heads or any(heads == k for k in known) else 1 if any(heads & k for k in known) else 2
    gender = gender_of_title(title)
    if gender and _gender(draft) not in {None, gender}:
        by_title += 3
    custom = custom_of(draft.words)
    expected = {"last": draft.words[-1:], "first": draft.words[:1]}.get(custom or "", draft.words)
    before = [m.span.start for m in draft.mentions if m.span.start <= mention.span.start]
    return by_title, 0 if words[0] in expected else 1, mention.span.start - max(before, default=-100000)


@cache
def _customs() -> dict[str, tuple[str, frozenset[str]]]:
    data = vocabulary("naming.yaml")["customs"]
    return {code: (custom["short"], frozenset(custom.get("families", ()))) for code, custom in data.items()}


SHARED_NAMES = frozenset({"SG", "MY", "TW", "HK", "MO", "CN", "KR", "KP"})  # Chinese and Korean names at home


def families(code: str) -> frozenset[str]:
    """The family names, folded, by which a name tells that it is of a state; empty where names do not tell."""
    return _customs().get(code, ("", frozenset()))[1]


def custom_of(words: tuple[str, ...]) -> str | None:
    """Which word of a full name is used alone, where the name's form tells: "last" for a Vietnamese name."""
    return _customs()["VN"][0] if looks_vietnamese(words) else None


def looks_vietnamese(words: tuple[str, ...]) -> bool:
    """Whether a name is built as Vietnamese ones are: a family name first, then one to four short syllables."""
    families = _customs()["VN"][1]
    return 2 <= len(words) <= 5 and words[0] in families and all(len(w) <= 7 and "-" not in w for w in words)


@cache
def _middle_names() -> tuple[frozenset[str], frozenset[str]]:
    """The middle names of Vietnamese women and men."""
    data = vocabulary("naming.yaml")["customs"]["VN"]
    return frozenset(data["women"]), frozenset(data["men"])


def _gender(draft: Draft) -> str | None:
    """What forms of address and titles, or a Vietnamese middle name, tell of gender."""
    for title in draft.titles():
        gender = gender_of_title(title.text)
        if gender:
            return gender
    if looks_vietnamese(draft.words) and len(draft.words) > 2:
        women, men = _middle_names()
        return "f" if draft.words[1] in women else "m" if draft.words[1] in men else None
    return None
