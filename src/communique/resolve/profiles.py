"""Profiles: the mentions that are surely of one person, and what tells that person from others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from communique.model import Office, Person
from communique.resolve.decided import Decided
from communique.resolve.folding import accented, fold
from communique.resolve.grouping import Groups
from communique.resolve.names import Name, name_of
from communique.resolve.tenures import OfficeHeld, office_of
from communique.vocabulary import load_yaml

_ESTABLISHED = 0.125  # of the reports that give a person an office; a slip of the reader is rarer, a past office not
_PRINTED = 5  # inferred countries that weigh no more than one that is printed
_OPENING_ARTICLE = re.compile(r"\w\w[-‐‑]")
_REGNAL = re.compile(r"\w+ [IVX]+")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person of one report. `outlet` is who issued the report, `day` when it was published."""

    report: str
    person: Person
    outlet: str | None = None
    day: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        return self.report, self.person.name


@dataclass(frozen=True)
class Profile:
    """Mentions that are surely of one person, and what tells that person from others.

    `country` is the one that reports name most; `printed` is it too, but None where it was only ever inferred.
    `offices` are those that enough of the reports give; their party is None where it was only inferred. `titles`
    are the words of every title printed.
    """

    names: tuple[Name, ...]
    country: str | None
    printed: str | None
    offices: frozenset[OfficeHeld]
    titles: frozenset[frozenset[str]]
    mentions: tuple[Mention, ...]

    @cached_property
    def keys(self) -> frozenset[tuple[str, str]]:
        return frozenset(mention.key for mention in self.mentions)

    @cached_property
    def outlets(self) -> frozenset[str]:
        return frozenset(mention.outlet for mention in self.mentions if mention.outlet)

    @cached_property
    def days(self) -> tuple[str, ...]:
        return tuple(sorted(mention.day for mention in self.mentions if mention.day))

    @cached_property
    def support(self) -> Counter[str]:
        """How many reports give each office, by its canonical name."""
        return Counter(name for one in self.mentions for name in {held.canonical for held in held_by(one.person)})

    @cached_property
    def unshared(self) -> frozenset[OfficeHeld]:
        """The offices that one person holds at a time."""
        return frozenset(office for office in self.offices if office.canonical not in shared_offices())

    @property
    def is_short(self) -> bool:
        """Whether only one word of the name is known."""
        return all(is_one_word(mention.person.name) for mention in self.mentions)


def gather(mentions: Iterable[Mention], decided: Decided) -> list[Profile]:
    """Mentions by name and country, printed or inferred; one that a reviewer decided on stays by itself.

    One word is little of a name: such mentions are one profile only where outlet and offices are the same too.
    """
    gathered: dict[tuple[object, ...], list[Mention]] = {}
    for mention in sorted(mentions, key=lambda one: one.key):
        gathered.setdefault(_key(mention, decided), []).append(mention)
    return [profile(held) for _, held in sorted(gathered.items(), key=lambda pair: pair[1][0].key)]


def _key(mention: Mention, decided: Decided) -> tuple[object, ...]:
    person = mention.person
    apart = mention.key if mention.key in decided.touched else ()
    sure = "" if person.country_inferred else "printed"
    key = (accented(person.name), person.country or "", sure, apart)
    if not is_one_word(person.name):
        return key
    return (*key, mention.outlet or "", frozenset(office.canonical for office in person.offices))


def is_one_word(printed: str) -> bool:
    """Whether a name is one word of a longer one; "Charles III" is whole."""
    return len(without_articles(printed).tokens) < 2 and not _REGNAL.fullmatch(printed)


def without_articles(printed: str) -> Name:
    """The name without Arabic articles, which are printed or left out at will: "Salem el-Hadi" is "Salem Hadi"."""
    name = name_of(printed.replace("’", "").replace("'", ""))
    first = _OPENING_ARTICLE.match(printed)
    kept = [
        place for place, token in enumerate(name.tokens) if token not in _articles() or (place == 0 and first is None)
    ]
    if not kept or len(kept) == len(name.tokens):
        return name
    return Name(tuple(name.tokens[place] for place in kept), tuple(name.marks[place] for place in kept))


@cache
def _articles() -> frozenset[str]:
    return frozenset(load_yaml("resolving.yaml")["articles"])


def profile(mentions: Iterable[Mention]) -> Profile:
    held = tuple(mentions)
    country, printed = _country(held)
    return Profile(
        names=tuple(sorted({without_articles(mention.person.name) for mention in held}, key=_in_order)),
        country=country,
        printed=printed,
        offices=_established(held),
        titles=frozenset(
            words for one in held for office in one.person.offices if (words := words_of_title(office.title))
        ),
        mentions=held,
    )


def _in_order(name: Name) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return name.tokens, name.marks


def joined(profiles: Sequence[Profile], groups: Groups) -> list[Profile]:
    """One profile for each group of profiles."""
    return [
        profiles[group[0]]
        if len(group) == 1
        else profile(mention for node in group for mention in profiles[node].mentions)
        for group in groups
    ]


def agree(first: Profile, second: Profile) -> bool:
    """Whether both hold an office that only one person holds at a time."""
    return any(_one_office(one, other) for one in first.unshared for other in second.unshared)


def same_title(short: Profile, full: Profile) -> bool:
    """Whether a title of the one is, perhaps cut short, one of the other's: "Secretary", "Secretary of Defense"."""
    return any(title <= whole and not (whole - title) & _lowering() for title in short.titles for whole in full.titles)


@cache
def _lowering() -> frozenset[str]:
    return frozenset(load_yaml("resolving.yaml")["lowering"])


def share_office(first: Profile, second: Profile) -> bool:
    """Whether both hold an office of which there is one, or reports of one outlet give them the same title."""
    if agree(first, second):
        return True
    return bool(first.outlets & second.outlets) and (same_title(first, second) or same_title(second, first))


def _one_office(one: OfficeHeld, other: OfficeHeld) -> bool:
    parties = {one.party, other.party} - {None}
    return one.canonical == other.canonical and len(parties) < 2


def may_be_one(first: Profile, second: Profile, decided: Decided) -> bool:
    """Whether neither countries nor a reviewer say that these are two people of one full name.

    A country that was only inferred is too weak to part them, and one that was printed where one outlet gives them
    the same office of which there is one: it was read amiss then.
    """
    if decided.apart(first.keys, second.keys):
        return False
    if len({first.printed, second.printed} - {None}) < 2:
        return True
    offices = [{office.canonical for office in profile.unshared} for profile in (first, second)]
    return bool(offices[0] & offices[1] and first.outlets & second.outlets)


def _country(mentions: Sequence[Mention]) -> tuple[str | None, str | None]:
    """The country that reports name most, and the same again where any prints it; none where most know none."""
    votes: Counter[str] = Counter()
    printed: set[str] = set()
    for person in (mention.person for mention in mentions):
        if person.country is None:
            continue
        votes[person.country] += 1 if person.country_inferred else _PRINTED
        if not person.country_inferred:
            printed.add(person.country)
    country = min(votes, key=lambda code: (-votes[code], code), default=None)
    if country in printed:
        return country, country
    unknown = sum(mention.person.country is None for mention in mentions)
    return (country if country and votes[country] >= unknown else None), None


@cache
def words_of_title(title: str) -> frozenset[str]:
    """The words of a title that tell it apart."""
    return frozenset(fold(title).split()) - frozenset(load_yaml("resolving.yaml")["title_joints"])


def _established(mentions: Sequence[Mention]) -> frozenset[OfficeHeld]:
    """The offices that are given often enough not to be a slip."""
    given = [held for mention in mentions if (held := held_by(mention.person))]
    counted = Counter(office for held in given for office in held)
    by_title = Counter(name for held in given for name in {office.canonical for office in held})
    return frozenset(office for office in counted if by_title[office.canonical] >= _ESTABLISHED * len(given))


def held_by(person: Person) -> set[OfficeHeld]:
    """The offices that one report gives a person."""
    country = None if person.country_inferred else person.country
    return {held for office in person.offices if (held := _held(office, country, person.country_inferred))}


def _held(office: Office, country: str | None, inferred: bool) -> OfficeHeld | None:
    """An office as evidence: its party only where it is printed, a monarch told from a president, a former president
    the same as the president."""
    held = office_of(office, country)
    if held is None:
        return None
    canonical = "monarch" if words_of_title(office.title) & _crowned() else held.canonical
    if canonical == "former_president":
        canonical = "head_of_state"
    return OfficeHeld(canonical, None if inferred else held.party)


@cache
def _crowned() -> frozenset[str]:
    return frozenset(load_yaml("resolving.yaml")["monarchs"])


@cache
def shared_offices() -> frozenset[str]:
    """Canonical offices that many hold at once."""
    return frozenset(load_yaml("resolving.yaml")["shared_offices"])
