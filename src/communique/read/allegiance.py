"""Which side a person is on where no title says it: by whose "counterpart" or guest he is, by who meets whom, by
whose greetings are conveyed, by the build of the name, and last by the report's issuer."""

from __future__ import annotations

import re
from collections.abc import Callable

from communique.read.drafts import SHARED_NAMES, Draft, families, looks_vietnamese
from communique.read.officeholders import state_governed
from communique.read.offices import is_head, title_words
from communique.read.parties import find_parties, fold, parties
from communique.read.setting import Setting, is_secretary_at_home, may_have, only_state

SideBefore = Callable[[int], str | None]

_MEETING = re.compile(
    r"\b(?:met|meets?|"
    r"(?:meetings?|talks|calls?|breakfast|lunch|luncheon|dinner|consultations?|discussions?|dialogue) with|consulted|"
    r"call(?:ed|s)?(?: \w+ly)? on|"
    r"paid .{0,24}call|received|hosted|welcomed|spoke|briefed|dined|greeted|co-chaired|invited|counterpart)\b",
    re.IGNORECASE,
)
_LED_BY = re.compile(r"\b(?:delegation|side|team|mission)\b[^.\n]{0,12}\b(?:led|headed|chaired|represented) by ")
_LISTED = re.compile(r"(?:[^\w\n]|\b(?:and|of|for|the|to|in|on|acting|former)\b|\b[A-ZÀ-Ỹ][\w’'-]*+)*+")
_BESIDE = re.compile(
    r" and ((?:the |his |her |other |senior |top |high-ranking )*[^.,;\n]{3,40}?) (?:officials|leaders) "
    r"(?:hosted|received|welcomed)\b"
)
_LIST = 200  # characters between a person and the last of those listed with him
_ROW = 3  # people who were met in a row, at the least
_NAMED_BEFORE = 60  # characters before "delegation" in which its party is named
_TOGETHER = re.compile(
    r"\b(?:accompanied by|along with|joined by|together with|alongside|and (?:his|her) (?:wife|spouse|husband))\b"
)
_SENTENCE_END = re.compile(r"\n+|(?:(?<=[a-zà-ỹ)]{3})|(?<=\d))(?<!Prof)[.!?][”\"’]? +(?=[A-ZÀ-Ỹ“\"])")
_TAKES_UP = re.compile(r"\W*(?:He|She|The (?!two|meeting|talks|visit)\w+) ")
_VISITING = re.compile(r"\b(?:visiting|outgoing|newly[- ]appointed|guest)\b", re.IGNORECASE)
_ARRIVES = re.compile(
    r",? (?:who )?(?:has |have )?(?:arrived|(?:is|was|are) (?:on|paying|making) an?\b|(?:is|was) here|"
    r"(?:began|started|made) (?:a|an|his|her) [\w-]+(?: [\w-]+)? visit)"
)
_TO_WHERE = re.compile(r"(?: [\w-]+){0,4}? (?:in|to) (?:the )?([A-ZÀ-Ỹ][\w’'-]*(?: (?:of )?[A-ZÀ-Ỹ][\w’'-]*){0,3})")
_CONVEYED = r"(?:greetings?|regards|wishes|messages?|letter|invitation|congratulations|felicitations|condolences)"
_CONVEYED_FROM = re.compile(rf"\b{_CONVEYED}\b[^.;]{{0,40}}\b(?:from|by) $|\bon behalf of $|\b{_CONVEYED} of $")
_CONVEYED_TO = re.compile(rf"\b{_CONVEYED}\b[^.;]{{0,90}}\bto $")
_CONVEYED_OF = re.compile(rf"['’]s? (?:\w+ ){{0,3}}{_CONVEYED}\b")
_INVITED_BY = re.compile(r"\bat the (?:kind )?(?:invitation|request) of (?:the )?$|\bat (?:the )?$")
_ABSENT = 2  # people named more often than this take part themselves, and their side shows otherwise
EQUALS = ("counterpart", "colleague", "opposite number", "homologue")


def inferred_party(draft: Draft, drafts: list[Draft], text: str, setting: Setting) -> str | None:
    if not draft.titles() or _is_private(draft, text):
        return "VN" if looks_vietnamese(draft.words) and not draft.name.isascii() else None
    by_owner = _by_possessor(draft, drafts, setting) or _by_delegation(draft, text) or _by_company(draft, text)
    by_owner = by_owner or _by_list(draft, drafts, text)
    by_owner = by_owner or state_governed(draft.words, draft.canonical(text), setting.day, setting.ranked)
    by_owner = by_owner or _by_first_met(draft, drafts, text)
    if by_owner:
        return by_owner
    if looks_vietnamese(draft.words) and ("VN" in setting.ranked[:3] or not draft.name.isascii()):
        return "VN"
    if setting.issuer == "VN" and len(draft.words) > 1:
        return setting.other_than("VN")
    if "embassy_staff" in draft.canonical(text) or _is_guest(draft, text, setting.at_home, setting.issuer):
        return setting.other_than(setting.issuer)
    by_family = _by_family(draft, setting)
    if by_family:
        return by_family
    if setting.issuer and parties()[setting.issuer].kind == "organisation":
        return setting.other_than(setting.issuer)
    offices, words = draft.canonical(text), title_words_of(draft, text)
    if is_secretary_at_home(setting.issuer, words):
        return setting.issuer
    alone = only_state(words)
    if alone:
        return alone
    across = _across_the_table(draft, drafts, text, setting)
    if across and may_have(across, offices, words):
        return across
    return setting.able(draft.words, offices, words)


def title_words_of(draft: Draft, text: str) -> frozenset[str]:
    """Every word of a person's offices."""
    return frozenset(word for office in draft.offices(text) for word in title_words(office))


def conveyed_side(draft: Draft, text: str, setting: Setting, side_before: SideBefore) -> str | None:
    """The side of one whose greetings are conveyed (the speaker's own) or to whom they go (the other)."""
    if len(draft.mentions) > _ABSENT:
        return None
    for mention in draft.mentions:
        before = text[max(0, mention.whole.start - 160) : mention.whole.start]
        side = side_before(mention.whole.start)
        if side not in setting.main:
            continue
        of = _CONVEYED_OF.match(text, mention.span.end)
        if _INVITED_BY.search(before) and (of or "of" in before[-8:]):
            return setting.other_than(side)
        if of or _CONVEYED_FROM.search(before):
            return side
        if _CONVEYED_TO.search(before):
            return setting.other_than(side)
    return None


def _is_private(draft: Draft, text: str) -> bool:
    """Whether a person speaks for no state: a journalist, an activist, somebody's husband without office."""
    offices = draft.canonical(text)
    return bool(offices) and offices <= {"professional"}


def _by_possessor(draft: Draft, drafts: list[Draft], setting: Setting) -> str | None:
    """ "her National Security Advisor X" serves her state; "his counterpart X" the other side."""
    for title in draft.titles():
        if title.possessor is None:
            continue
        owner = nearest_before(drafts, title.possessor, draft)
        if owner is None or owner.party is None:
            continue
        return setting.other_than(owner.party) if any(word in fold(title.text) for word in EQUALS) else owner.party
    return None


def _is_guest(draft: Draft, text: str, at_home: bool, home: str | None) -> bool:
    """Whether a person comes from abroad: a "visiting" one, an ambassador without "to", one who arrives."""
    titles = draft.titles()
    if any(_VISITING.search(title.text) for title in titles):
        return True
    if not at_home:
        return False
    envoys = [t for t in titles if "ambassador" in fold(t.text) and " to " not in t.text]
    if any(sum(is_head(word) for word in title_words(t.text)) == 1 for t in envoys):
        return True
    arrivals = (match for m in draft.mentions if (match := _ARRIVES.match(text, m.span.end)))
    return any(not _goes_abroad(text, match.end(), home) for match in arrivals)


def _goes_abroad(text: str, offset: int, home: str | None) -> bool:
    """ "arrived *in Peru*", in a report of another country: one who comes from home."""
    where = _TO_WHERE.match(text, offset)
    named = find_parties(where.group(1)) if where else ()
    return bool(named) and named[0].code != home


def _by_family(draft: Draft, setting: Setting) -> str | None:
    """The other main side, where a family name is of its own ("President Moon" in a report on Korea)."""
    other = setting.other_than(setting.issuer)
    if other is None or setting.issuer in SHARED_NAMES or other in {"VN", None}:
        return None
    return other if draft.words[0] in families(other) and len(draft.words[0]) > 1 else None


def _by_delegation(draft: Draft, text: str) -> str | None:
    """The party of "the EU delegation, led by X, Y and Z"."""
    first = draft.mentions[0].whole.start
    led = list(_LED_BY.finditer(text, max(0, first - 400), first))
    if not led or not _LISTED.fullmatch(text, led[-1].end(), first):
        return None
    opening = max(led[-1].start() - _NAMED_BEFORE, text.rfind("\n", 0, first) + 1)
    found = find_parties(text[opening : led[-1].end()])
    return found[-1].code if found else None


def _by_list(draft: Draft, drafts: list[Draft], text: str) -> str | None:
    """The party of "met Minister X, Secretary Y and Advisor Z *of Chad*": printed behind the last of those who were
    met; "X and Minister Y of Chad" may be of two sides."""
    ends = [(m.whole.start, m.of) for other in drafts if other is not draft for m in other.mentions if m.of is not None]
    for mention in draft.mentions:
        near = [(start, party) for start, party in ends if 0 < start - mention.span.end < _LIST]
        listed = next((party for start, party in near if _LISTED.fullmatch(text, mention.span.end, start)), None)
        if listed and _MEETING.search(text, _sentence_start(text, mention.whole.start), mention.whole.start):
            return listed
    return None


def _by_first_met(draft: Draft, drafts: list[Draft], text: str) -> str | None:
    """The party of "met *Israeli* Prime Minister X, President Y, Advisor Z": printed before the first of a row of at
    least three who were met, where no two of the row hold one office, as they would in a round of several states."""
    placed = sorted((m.whole.start, m.span.end, k) for k, d in enumerate(drafts) for m in d.mentions)
    row: list[tuple[int, int, int]] = []
    for start, end, k in placed:
        follows = row and text[row[-1][1] : start].lstrip(",; ").removeprefix("and ").strip() == ""
        if follows and "," in text[row[-1][1] : start]:
            row.append((start, end, k))
            continue
        if found := _of_row(row, draft, drafts, text):
            return found
        row = [(start, end, k)]
    return _of_row(row, draft, drafts, text)


def _of_row(row: list[tuple[int, int, int]], draft: Draft, drafts: list[Draft], text: str) -> str | None:
    """The party of the first of a row, for one that stands behind him in it."""
    members = [drafts[k] for _, _, k in row]
    if len(row) < _ROW or draft not in members[1:] or members[0].inferred or members[0].party is None:
        return None
    if any(member.party not in {None, members[0].party} for member in members if not member.inferred):
        return None
    offices = [office for member in members for office in member.canonical(text)]
    if "head_of_state" in draft.canonical(text):
        return None  # a round of several states may be told so
    met = _MEETING.search(text, _sentence_start(text, row[0][0]), row[0][0])
    return members[0].party if met and len(offices) == len(set(offices)) else None


def _by_company(draft: Draft, text: str) -> str | None:
    """The party of "President X and senior Mexican officials hosted …": hosts are of one side."""
    for mention in draft.mentions:
        beside = _BESIDE.match(text, mention.span.end)
        found = find_parties(beside.group(1)) if beside else ()
        if found:
            return found[0].code
    return None


def nearest_before(drafts: list[Draft], offset: int, apart_from: Draft) -> Draft | None:
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
