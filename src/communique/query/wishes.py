"""What a request or a promise is to bring about: the verb that it asks for, and the words of its object."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from communique.query.verb_forms import Family, base_of, families, family_of, listed
from communique.resolve.subjects import object_words, stem

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NOT_TO = re.compile(r"(?:that\s+)?(?:not\b|\S+\s+(?:not\b|shall not\b|should not\b)|to\s+(?:not|refrain|avoid)\b)")
_THING = re.compile(r"an?\s")
_OCCASION = re.compile(r"\s+when (?:they|he|she|the two|both)\s.*$", re.IGNORECASE | re.DOTALL)  # not what is asked
_NEAR = 8  # words of a clause in which its verb stands


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be brought about. `verbs` come to the same; without any, nothing could tell that it was done. `barred`
    are the parties of which it is not to come, `years` those that its words name."""

    words: tuple[str, ...]
    verbs: Family
    barred: frozenset[str]
    years: frozenset[str] = frozenset()


@lru_cache(maxsize=1 << 14)
def wish_of(content: str, barred: frozenset[str] = frozenset()) -> Wish:
    """What a content asks for: its verb with those that come to the same, and the words of its object."""
    content = _OCCASION.sub("", content)
    verbs = _verbs(" ".join(content.lower().split()))
    forms = {stem(word) for verb in verbs for word in verb.split()}
    words = tuple(word for word in object_words(content) if word not in forms)
    return Wish(words, verbs, barred, frozenset(_YEAR.findall(content)))


def _verbs(content: str) -> Family:
    """None where what is asked has no end ("to deepen ties") or is that something be left undone."""
    if _NOT_TO.match(content):
        return ()
    found = _asked().match(content)
    if found is not None:
        verb = base_of(found["verb"], found["particle"] or "") or found["verb"]
    elif content.startswith("that "):
        verb = next((base for word in content.split()[1:_NEAR] if (base := base_of(word)) == word), "")
    else:
        verb = "establish" if _THING.match(content) else ""  # "a hotline between the coast guards"
    return () if not verb or verb.split()[0] in listed("endless") else family_of(verb)


@cache
def _asked() -> re.Pattern[str]:
    """The head of a content: "to lift …", "Laos would open …", "companies be allowed to …", "the return of"."""
    aside = r"(?:\w+ly\s+|also\s+|further\s+|soon\s+)?"
    modal = rf"(?:to|(?:\S+\s+){{1,8}}?(?:will|would|shall|should|must|could|to))\s+{aside}(?:be\s+)?{aside}"
    passive = rf"(?:\S+\s+){{1,6}}?be\s+{aside}"
    noun = r"(?:the\s+)?(?:early\s+|full\s+|prompt\s+|speedy\s+)?(?=\w+\s+(?:of\b|the\b|its\b|all\b))"
    particles = "|".join(sorted({word for family in families() for verb in family for word in verb.split()[1:]}))
    return re.compile(rf"(?:{modal}|{passive}|{noun})(?P<verb>[a-z]+)(?:\s+(?P<particle>{particles})\b)?")
