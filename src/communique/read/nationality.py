"""Which party a person represents: what the title says ("Vietnamese Ambassador to Cambodia" → VN), else what the
context suggests (`allegiance.py`), which is marked as inferred."""

from __future__ import annotations

import re
from collections import Counter

from communique.model import Report
from communique.read.allegiance import (
    EQUALS,
    SideBefore,
    conveyed_side,
    inferred_party,
    nearest_before,
    title_words_of,
)
from communique.read.drafts import Draft
from communique.read.offices import is_head
from communique.read.parties import PartyMention, find_parties, fold, parties
from communique.read.setting import Setting, may_have, setting_of
from communique.read.titles import Title

_OF = re.compile(r"\b(?:of|from) (?:the )?(?:former )?$", re.IGNORECASE)
_OF_BODY = re.compile(r"\bof (?:the )?(?:[\w’']+ ){0,4}$", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|for|in|on|with) (?:the )?$", re.IGNORECASE)
_SERVES = re.compile(r"\b(?:advis[eo]r|assistant|aide|secretary|envoy|counsell?or) to (?:the )?$", re.IGNORECASE)
_LETTERS = re.compile(r"\w+")
_OF_STATES = frozenset({"prime_minister", "deputy_prime_minister"})
_OWNERS = {"his": "m", "her": "f"}
_SINGLE = frozenset(
    {"head_of_state", "prime_minister", "party_leader", "speaker", "vice_president", "foreign_minister"}
)


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
    setting = setting_of(report, mentions, weights, issuer)
    for draft in drafts:
        if draft.party is None or _governs_a_state(draft, report.text):
            _set(draft, inferred_party(draft, drafts, report.text, setting), inferred=True)
    _part_rivals(drafts, report.text, setting)
    _liken(drafts)
    return setting


def _governs_a_state(draft: Draft, text: str) -> bool:
    """Whether only an organisation is printed beside an office of a state ("ASEAN Chair Prime Minister X")."""
    of_organisation = draft.state is None and bool(draft.canonical(text) & _OF_STATES)
    return of_organisation and "prime" in title_words_of(draft, text)


def revise(drafts: list[Draft], text: str, setting: Setting, side_before: SideBefore) -> bool:
    """Correct inferred parties by whose greetings are conveyed to whom, now that it is known who speaks; tells
    whether anything changed."""
    changed = False
    for draft in drafts:
        if not draft.inferred:
            continue
        side = conveyed_side(draft, text, setting, side_before)
        fits = side and may_have(side, draft.canonical(text), title_words_of(draft, text))
        if fits and side != draft.party:
            _set(draft, side, inferred=True)
            changed = True
    return changed


def _liken(drafts: list[Draft]) -> None:
    """A counterpart holds the office of the one whose counterpart he is: the last person named of another party, of
    whom "*his* counterpart" tells that he is a man."""
    for draft in drafts:
        for title in draft.titles():
            if any(word in fold(title.text) for word in EQUALS):
                others = [d for d in drafts if d.party != draft.party]
                draft.likened = nearest_before(others, title.span.start, draft)
                opening = title.text.split(maxsplit=1)[0].lower() if title.possessor is not None else ""
                if draft.likened is not None:
                    draft.likened.owner = draft.likened.owner or _OWNERS.get(opening)


def _part_rivals(drafts: list[Draft], text: str, setting: Setting) -> None:
    """A state has one head, one premier and one foreign minister: of two, one whose state is inferred is the other
    side's, or of a state not known where there are several."""
    for k, draft in enumerate(drafts):
        for n, other in enumerate(drafts):
            shared = draft.canonical(text) & other.canonical(text) & _SINGLE
            if _is_second(draft) or _is_second(other):
                continue
            if n == k or not draft.inferred or not shared or draft.party is None or draft.party != other.party:
                continue
            beside = shared == {"foreign_minister"} and not other.inferred
            if not beside and (n > k or draft.party != setting.issuer):
                continue  # one may have followed the other, abroad
            facing = None if setting.several else _facing(draft.party, setting)
            draft.party, draft.state, draft.inferred = None, None, False
            _set(draft, facing, inferred=True)


def _is_second(draft: Draft) -> bool:
    """ "*Second* Minister for Foreign Affairs": he stands beside the first."""
    return any("second" in fold(title.text).split() for title in draft.titles())


def _facing(party: str, setting: Setting) -> str | None:
    """The side that faces a party in a report, the issuer's first: it may be named by nothing but its minister."""
    issuer = setting.issuer if setting.issuer != party else None
    return issuer or setting.other_than(party)


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
