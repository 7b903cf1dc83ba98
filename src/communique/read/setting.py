"""The report as a whole: whose voice it is, which sides it is about, and which offices a state has at all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

from communique.model import Report
from communique.read.issuers import party_weights
from communique.read.officeholders import held_by_another
from communique.read.offices import vocabulary
from communique.read.parties import PartyMention, find_parties, parties

_EPITHETS = {
    "union": frozenset({"EU", "African Union", "EAEU"}),
    "bloc": frozenset({"EU", "ASEAN", "G7", "BRICS"}),
}
_THIRD = 0.75  # a third party this near to the second makes a report one of several sides
_OPENING, _LISTED = 400, 5  # as many parties named in so many first characters do so too


@dataclass(frozen=True)
class Setting:
    """What is known of a report as a whole: its issuer's party and its parties, most weighty first; whether it was
    filed from the issuer's own country; whether more than two parties carry weight; the day of publication."""

    issuer: str | None
    ranked: tuple[str, ...]
    at_home: bool = False
    several: bool = False
    day: str | None = None

    @property
    def main(self) -> tuple[str, ...]:
        """The two sides that the report is about: the issuer's where it takes part, and the weightiest other."""
        if self.issuer in self.ranked[:3]:
            others = [code for code in self.ranked if code != self.issuer]
            return (str(self.issuer), *others[:1])
        return self.ranked[:2]

    def other_than(self, code: str | None) -> str | None:
        """The main side that faces the one given."""
        return next((side for side in self.main if side != code), None)

    def able(self, name: tuple[str, ...], offices: frozenset[str], words: frozenset[str]) -> str | None:
        """The weightiest state that can have somebody of this name in these offices, the issuer's first. Where several
        states carry weight, what they are about says nothing of who is whose, so that it is the issuer's or
        nobody's."""
        order = [self.issuer, *(() if self.several else self.ranked[:3])]
        states = (code for code in order if code and parties()[code].kind == "state")
        able = (code for code in states if may_have(code, offices, words))
        return next((code for code in able if not held_by_another(code, name, offices, self.day)), None)


def setting_of(report: Report, mentions: tuple[PartyMention, ...], people: Counter[str], issuer: str | None) -> Setting:
    """The setting of a report; `people` weighs parties by the people whose party is printed."""
    ranked = party_weights(report, mentions, people).most_common()
    filed = {m.code for m in find_parties((report.dateline or "").title())}
    opening = {m.code for m in mentions if m.span.start < _OPENING and not m.place}
    several = len(opening) >= _LISTED or (len(ranked) > 2 and ranked[2][1] >= _THIRD * ranked[1][1])
    return Setting(issuer, tuple(code for code, _ in ranked), issuer in filed, several, report.published)


@cache
def _without() -> dict[str, frozenset[str]]:
    data = vocabulary("constitutions.yaml")
    return {key: frozenset(codes) for key, codes in data.items() if key != "only"}


@cache
def _only() -> dict[str, str]:
    return {title: code for code, titles in vocabulary("constitutions.yaml")["only"].items() for title in titles}


def may_have(code: str, offices: frozenset[str], words: frozenset[str]) -> bool:
    """Whether a state's constitution knows an office: the United States have no prime minister, Japan no president."""
    if "minister" in words and code in _without()["no_minister"]:
        return False
    if {"foreign", "secretary"} <= words and "permanent" not in words:
        abroad = code not in _without()["no_foreign_secretary"]
        return abroad and ("affairs" not in words or code in _without()["secretary_of_foreign_affairs"])
    if "chancellor" in words and offices & {"prime_minister", "foreign_minister"}:
        return code in _without()["chancellors"]
    if "prime_minister" in offices and words & {"prime", "pm", "premier"}:
        return code not in _without()["no_prime_minister"]
    if "head_of_state" in offices and "president" in words:
        return code not in _without()["no_president"]
    if words & {"king", "queen", "emperor", "sultan", "emir", "amir", "prince", "princess"}:
        return code in _without()["monarchies"]
    return True


def is_secretary_at_home(code: str | None, words: frozenset[str]) -> bool:
    """Whether a bare "Secretary" is of the state given: its cabinet has secretaries where others have ministers."""
    elsewhere = words & {"general", "foreign", "permanent"}
    return code in _without()["no_minister"] and "secretary" in words and not elsewhere


def may_be_called(code: str, epithet: str) -> bool:
    """Whether "the Kingdom", "the Union" or "the bloc" can be said of a party."""
    if epithet == "kingdom":
        return code in _without()["monarchies"]
    return code in _EPITHETS.get(epithet, frozenset())


def only_state(words: frozenset[str]) -> str | None:
    """The state that alone has a title: "pope" → "VA"."""
    return next((code for title, code in _only().items() if title in words), None)
