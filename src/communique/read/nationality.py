"""Which party a person represents: what the title says ("Vietnamese Ambassador to Cambodia" → VN), else what the
report's issuer, the other side of a meeting and the build of the name suggest; the latter is marked as inferred."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from communique.model import Report
from communique.read.drafts import Draft, looks_vietnamese
from communique.read.issuers import party_weights
from communique.read.offices import is_head
from communique.read.parties import PartyMention, find_parties, fold, parties
from communique.read.titles import Title

_OF = re.compile(r"\bof (?:the )?(?:former )?$", re.IGNORECASE)
_OF_BODY = re.compile(r"\bof (?:the )?(?:[\w’']+ ){0,4}$", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|for|in|on|with) (?:the )?$", re.IGNORECASE)
_SERVES = re.compile(r"\b(?:advis[eo]r|assistant|aide|secretary|envoy|counsell?or) to (?:the )?$", re.IGNORECASE)
_MEETING = re.compile(
    r"\b(?:met|meets?|meeting|called on|calls? on|call with|paid .{0,24}call|received|hosted|welcomed|talks with|"
    r"spoke|briefed|dined|greeted|co-chaired|invited|counterpart)\b",
    re.IGNORECASE,
)
_LED_BY = re.compile(r"[^.\n]*\b(?:delegation|side|team|mission)\b[^.\n]{0,12}\b(?:led|headed) by (?:the )?$")
_LETTERS = re.compile(r"\w+")


@dataclass(frozen=True)
class Setting:
    """What is known of a report as a whole: its issuer's party and its parties, most weighty first."""

    issuer: str | None
    ranked: tuple[str, ...]

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
    ranked = tuple(code for code, _ in party_weights(report, mentions, weights).most_common())
    setting = Setting(issuer, ranked)
    for draft in drafts:
        if draft.party is None:
            _set(draft, _inferred_party(draft, drafts, report.text, setting), inferred=True)
    return setting


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
        return setting.other_than(owner.party) if "counterpart" in fold(title.text) else owner.party
    return None


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
    """The other main side, where the person is met by somebody of the issuer's in the same sentence."""
    first = draft.mentions[0].whole.start
    opening = max(text.rfind(". ", 0, first), text.rfind("\n", 0, first)) + 1
    before = text[opening:first]
    host = _nearest_before(drafts, first, draft)
    if host is None or host.party is None or not _MEETING.search(before) or " and " in before[-6:]:
        return None
    inside = host.mentions and any(opening <= m.span.start < first for m in host.mentions)
    if not inside:
        return None
    return setting.other_than(host.party)
