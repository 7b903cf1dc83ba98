"""Which party a person represents: what the title says ("Vietnamese Ambassador to Cambodia" → VN), else what the
report's issuer, the other side of a meeting and the build of the name suggest; the latter is marked as inferred."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from communique.model import Report
from communique.read.drafts import SHARED_NAMES, Draft, families, looks_vietnamese
from communique.read.issuers import party_weights
from communique.read.offices import is_head, title_words
from communique.read.parties import PartyMention, find_parties, fold, parties
from communique.read.titles import Title

_OF = re.compile(r"\b(?:of|from) (?:the )?(?:former )?$", re.IGNORECASE)
_OF_BODY = re.compile(r"\bof (?:the )?(?:[\w’']+ ){0,4}$", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|for|in|on|with) (?:the )?$", re.IGNORECASE)
_SERVES = re.compile(r"\b(?:advis[eo]r|assistant|aide|secretary|envoy|counsell?or) to (?:the )?$", re.IGNORECASE)
_MEETING = re.compile(
    r"\b(?:met|meets?|(?:meeting|talks|call|lunch|dinner) with|call(?:ed|s)?(?: \w+ly)? on|"
    r"paid .{0,24}call|received|hosted|welcomed|spoke|briefed|dined|greeted|co-chaired|invited|counterpart)\b",
    re.IGNORECASE,
)
_LED_BY = re.compile(r"[^.\n]*\b(?:delegation|side|team|mission)\b[^.\n]{0,12}\b(?:led|headed) by (?:the )?$")
_TOGETHER = re.compile(
    r"\b(?:accompanied by|along with|joined by|together with|alongside|and (?:his|her) (?:wife|spouse|husband))\b"
)
_SENTENCE_END = re.compile(r"\n+|(?<=[a-zà-ỹ0-9)]{3})(?<!Prof)[.!?][”\"’]? +(?=[A-ZÀ-Ỹ“\"])")
_TAKES_UP = re.compile(r"\W*(?:He|She|The (?!two|meeting|talks|visit)\w+) ")
_VISITING = re.compile(r"\b(?:visiting|outgoing|newly[- ]appointed|guest)\b", re.IGNORECASE)
_ARRIVES = re.compile(
    r",? (?:who )?(?:has |have )?(?:arrived|(?:is|was|are) (?:on|paying|making) an?\b|(?:is|was) here|"
    r"(?:began|started|made) (?:a|an|his|her) [\w-]+(?: [\w-]+)? visit)"
)
_LETTERS = re.compile(r"\w+")


_EQUALS = ("counterpart", "colleague", "opposite number", "homologue")
_THIRD = 0.75  # a third party this near to the second makes a report one of several sides
_SINGLE = frozenset({"head_of_state", "prime_minister", "party_leader", "speaker"})


@dataclass(frozen=True)
class Setting:
    """What is known of a report as a whole: its issuer's party and its parties, most weighty first; whether it was
    filed from the issuer's own country; whether more than two parties carry weight."""

    issuer: str | None
    ranked: tuple[str, ...]
    at_home: bool = False
    several: bool = False

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


def title_party(title: str) -> str | None:
    """The party whose office a title names, or None.

    >>> title_party("Vietnamese Ambassador to Cambodia"), title_party("Ambassador of Japan to the Lao PDR")
    ('VN', 'JP')
    """
    found = find_parties(title)
    head = next((m.start() for m in _LETTERS.finditer(title) if is_head(fold(m.group()))), len(title))
    before = [m for m in found if m.span.start < head]
    after = [m for m in found if m.span.start >= head and _belongs(title, m)]
    for group in (before, after[::-1]):
        states = [m.code for m in group if m.form != "organisation"]
        if states or group:
            return (states or [group[0].code])[0]
    return None


def _belongs(title: str, mention: PartyMention) -> bool:
    """Whether a party behind the head is the office's own ("of Japan"), not the one it deals with ("to Laos")."""
    before = title[: mention.span.start]
    if _SERVES.search(before):
        return True
    return bool(_OF.search(before)) or (bool(_OF_BODY.search(before)) and not _TO.search(before))


def assign_parties(
    drafts: list[Draft], report: Report, mentions: tuple[PartyMention, ...], issuer: str | None
) -> Setting:
    """Fill each person's party and state; returns the report's setting."""
    for draft in drafts:
        _set(draft, _printed_party(draft), inferred=False)
    weights: Counter[str] = Counter()
    for draft in drafts:
        if draft.party:
            weights[draft.party] += 2 * min(len(draft.mentions), 4)
    if issuer:
        weights[issuer] += sum(1 for draft in drafts if draft.party is None)
    setting = _setting(report, mentions, weights, issuer)
    for draft in drafts:
        if draft.party is None:
            _set(draft, _inferred_party(draft, drafts, report.text, setting), inferred=True)
    _part_rivals(drafts, report.text, setting)
    _liken(drafts)
    return setting


def _liken(drafts: list[Draft]) -> None:
    """A counterpart holds the office of the one whose counterpart he is: the last person named of another party."""
    for draft in drafts:
        for title in draft.titles():
            if any(word in fold(title.text) for word in _EQUALS):
                others = [d for d in drafts if d.party != draft.party]
                draft.likened = _nearest_before(others, title.span.start, draft)


def _setting(report: Report, mentions: tuple[PartyMention, ...], people: Counter[str], issuer: str | None) -> Setting:
    ranked = party_weights(report, mentions, people).most_common()
    filed = {m.code for m in find_parties((report.dateline or "").title())}
    several = len(ranked) > 2 and ranked[2][1] >= _THIRD * ranked[1][1]
    return Setting(issuer, tuple(code for code, _ in ranked), issuer in filed, several)


def _part_rivals(drafts: list[Draft], text: str, setting: Setting) -> None:
    """A state has one head and one premier: a second one whose state is inferred is the other side's."""
    for k, draft in enumerate(drafts):
        for other in drafts[:k]:
            shared = draft.canonical(text) & other.canonical(text) & _SINGLE
            if draft.inferred and shared and draft.party == other.party == setting.issuer:
                _set(draft, setting.other_than(draft.party), inferred=True)


def _set(draft: Draft, code: str | None, inferred: bool) -> None:
    if code:
        draft.party, draft.inferred = code, inferred
        draft.state = code if parties()[code].kind == "state" else None


def _printed_party(draft: Draft) -> str | None:
    """The party that a title or "of Cambodia" gives in any place; a state before an organisation."""
    found = [m.of for m in draft.mentions if m.of]
    found += [code for title in draft.titles() for code in _title_parties(title)]
    states = [code for code in found if code and parties()[code].kind == "state"]
    return next(iter(states or [code for code in found if code]), None)


def _title_parties(title: Title) -> list[str]:
    start = title.span.start
    offices = [title.text[span.start - start : span.end - start] for span in title.offices] or [title.text]
    found = [title_party(office) for office in offices]
    if offices and found[0] is None and len(offices) > 1:
        found.append(title_party(title.text))
    return [code for code in found if code]


def _inferred_party(draft: Draft, drafts: list[Draft], text: str, setting: Setting) -> str | None:
    if not draft.titles() or _is_private(draft, text):
        return "VN" if looks_vietnamese(draft.words) and not draft.name.isascii() else None
    by_owner = _by_possessor(draft, drafts, setting) or _by_delegation(draft, text)
    if by_owner:
        return by_owner
    if looks_vietnamese(draft.words) and ("VN" in setting.ranked[:3] or not draft.name.isascii()):
        return "VN"
    if setting.issuer == "VN" and len(draft.words) > 1:
        return setting.other_than("VN")
    if "embassy_staff" in draft.canonical(text) or _is_guest(draft, text, setting.at_home):
        return setting.other_than(setting.issuer)
    by_family = _by_family(draft, setting)
    if by_family:
        return by_family
    if setting.issuer and parties()[setting.issuer].kind == "organisation":
        return setting.other_than(setting.issuer)
    return _across_the_table(draft, drafts, text, setting) or setting.issuer or next(iter(setting.ranked), None)


def _is_private(draft: Draft, text: str) -> bool:
    """Whether a person speaks for no state: a journalist, an activist, somebody's husband without office."""
    offices = draft.canonical(text)
    return bool(offices) and offices <= {"professional"}


def _by_possessor(draft: Draft, drafts: list[Draft], setting: Setting) -> str | None:
    """ "her National Security Advisor X" serves her state; "his counterpart X" the other side."""
    for title in draft.titles():
        if title.possessor is None:
            continue
        owner = _nearest_before(drafts, title.possessor, draft)
        if owner is None or owner.party is None:
            continue
        return setting.other_than(owner.party) if any(word in fold(title.text) for word in _EQUALS) else owner.party
    return None


def _is_guest(draft: Draft, text: str, at_home: bool) -> bool:
    """Whether a person comes from abroad: a "visiting" one, an ambassador without "to", one who arrives."""
    titles = draft.titles()
    if any(_VISITING.search(title.text) for title in titles):
        return True
    if not at_home:
        return False
    envoys = [t for t in titles if "ambassador" in fold(t.text) and " to " not in t.text]
    if any(sum(is_head(word) for word in title_words(t.text)) == 1 for t in envoys):
        return True
    return any(_ARRIVES.match(text, m.span.end) for m in draft.mentions)


def _by_family(draft: Draft, setting: Setting) -> str | None:
    """The other main side, where a family name is of its own ("President Moon" in a report on Korea)."""
    other = setting.other_than(setting.issuer)
    if other is None or setting.issuer in SHARED_NAMES or other in {"VN", None}:
        return None
    return other if draft.words[0] in families(other) and len(draft.words[0]) > 1 else None


def _by_delegation(draft: Draft, text: str) -> str | None:
    """The party of "the EU delegation, led by X"."""
    first = draft.mentions[0].whole.start
    led = _LED_BY.search(text, max(0, first - 90), first)
    found = find_parties(led.group()) if led else ()
    return found[-1].code if found else None


def _nearest_before(drafts: list[Draft], offset: int, apart_from: Draft) -> Draft | None:
    near = [
        (mention.span.start, draft)
        for draft in drafts
        for mention in draft.mentions
        if draft is not apart_from and offset - 600 < mention.span.start < offset
    ]
    return max(near, key=lambda pair: pair[0])[1] if near else None


def _across_the_table(draft: Draft, drafts: list[Draft], text: str, setting: Setting) -> str | None:
    """The side that faces the sentence's subject, where a word of meeting stands between the two; the subject's own
    side after "accompanied by". A sentence that opens without a person goes on with the last one's subject."""
    first = draft.mentions[0].whole.start
    opening = _sentence_start(text, first)
    met = [m.start() + opening for m in _MEETING.finditer(text[opening:first])]
    if not met or setting.several:
        return None
    leader = _first_in(drafts, opening, met[0])
    if leader is None and _TAKES_UP.match(text, opening):
        leader = _first_in(drafts, _sentence_start(text, opening - 2), opening)
    if leader is None or leader is draft or leader.party not in setting.main:
        return None
    if any(m.start() + opening > met[-1] for m in _TOGETHER.finditer(text[opening:first])):
        return leader.party
    return setting.other_than(leader.party)


def _sentence_start(text: str, offset: int) -> int:
    """Where the sentence before an offset starts: after a full stop that is no abbreviation's, or a new line."""
    ends = [m.end() for m in _SENTENCE_END.finditer(text, max(0, offset - 900), max(0, offset) + 1)]
    return ends[-1] if ends else max(0, offset - 900)


def _first_in(drafts: list[Draft], start: int, end: int) -> Draft | None:
    """The person first named between two offsets."""
    inside = [(m.span.start, k) for k, d in enumerate(drafts) for m in d.mentions if start <= m.span.start < end]
    return drafts[min(inside)[1]] if inside else None
