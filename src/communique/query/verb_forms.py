"""Forms of the verbs by which things are asked for and told as done, from `vocabulary/answers.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from communique.vocabulary import load_yaml

Family = tuple[str, ...]

_GAP = r"(?:\s+\S+){0,4}?\s+"  # between a verb and its particle: "handed the vehicles back"


@cache
def families() -> tuple[Family, ...]:
    """Verbs that come to the same, in the base form."""
    return tuple(tuple(family) for family in load_yaml("answers.yaml")["deeds"])


def family_of(verb: str) -> Family:
    """A verb with those that come to the same."""
    return next((family for family in families() if verb in family), (verb,))


@cache
def listed(name: str) -> frozenset[str]:
    """One of the vocabulary's lists."""
    return frozenset(load_yaml("answers.yaml")[name])


def base_of(word: str, particle: str = "") -> str | None:
    """The base form of a known verb, or of the noun that stands for it, with its particle where the two are one."""
    return _forms().get(f"{word} {particle}".strip()) or _forms().get(word)


@lru_cache(maxsize=512)
def told_as_done(verbs: Family) -> re.Pattern[str]:
    """The verbs in the past; in the present with "now", and as a state that lasts ("are allowed to")."""
    told = "|".join(pasts(verb) for verb in verbs)
    now = "|".join(rf"now\s+{_joined(verb)}s?" for verb in verbs)
    lasting = "|".join(rf"(?:is|are)\s+{pasts(verb)}" for verb in verbs if verb in listed("lasting"))
    return re.compile(rf"\b(?:{'|'.join(filter(None, (lasting, told, now)))})\b", re.IGNORECASE)


@lru_cache(maxsize=512)
def thanked_for(verbs: Family) -> re.Pattern[str]:
    """Thanks for a deed: "thanked Thailand for *training* 20 nurses", "for *the return of* the artefacts"."""
    nouns = [noun for noun, verb in load_yaml("answers.yaml")["nouns_of_deeds"].items() if verb in verbs]
    gerunds = [_joined(" ".join((_gerund(verb.split()[0]), *verb.split()[1:]))) for verb in verbs]
    told = "|".join((*gerunds, *nouns))
    thanks = r"(?:thank(?:s|ed|ing)?|gratitude|grateful|appreciat\w+)"
    return re.compile(rf"\b{thanks}\b.{{0,80}}?\bfor\s+(?:having\s+|the\s+)?(?:\w+\s+)?(?:{told})\b", re.IGNORECASE)


@cache
def receiving() -> re.Pattern[str]:
    """Verbs whose subject is who was given to."""
    forms = "|".join(rf"{pasts(verb)}|now\s+{verb}" for verb in sorted(listed("receiving")))
    return re.compile(rf"(?:{forms})", re.IGNORECASE)


@cache
def either(name: str) -> re.Pattern[str]:
    """Any phrase of one of the vocabulary's lists."""
    phrases = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(listed(name)))
    return re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE)


def pasts(verb: str) -> str:
    """The past and the participle of a verb, as a pattern."""
    head, *particle = verb.split()
    forms = _irregular().get(head) or (_regular(head),)
    return "|".join(_joined(" ".join((form, *particle))) for form in forms)


def _joined(verb: str) -> str:
    """A verb with its particle, which may stand behind the object."""
    head, *particle = verb.split()
    return head + "".join(f"{_GAP}{re.escape(part)}" for part in particle)


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ied"
    return f"{verb}{verb[-1]}ed" if verb in listed("doubling") else f"{verb}ed"


def _gerund(verb: str) -> str:
    base = verb[:-1] if verb.endswith("e") else verb + (verb[-1] if verb in listed("doubling") else "")
    return f"{base}ing"


@cache
def _irregular() -> Mapping[str, tuple[str, ...]]:
    return {verb: tuple(forms) for verb, forms in load_yaml("answers.yaml")["irregular"].items()}


@cache
def _forms() -> Mapping[str, str]:
    """Base form, past and gerund of every verb of the families, and the nouns that stand for them, to the base form."""
    found: dict[str, str] = dict(load_yaml("answers.yaml")["nouns_of_deeds"])
    for verb in (verb for family in families() for verb in family):
        head, *particle = verb.split()
        for form in (head, *(_irregular().get(head) or (_regular(head),)), _gerund(head)):
            found.setdefault(" ".join((form, *particle)), verb)
    return found
