"""People printed in a list of three or more ("A, B and C"), or two that the parser took for one: they act together,
however the parse hung them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.read.analysis import Analysis
from communique.read.drafts import Draft
from communique.read.mentions import NameMention

# Between two people of a list: "of Chad", a comma, "and" before the last.
_GAP = re.compile(
    r"(?:\s+of\s+(?:the\s+)?[A-ZÀ-Ỹ][\w.’'-]*(?:\s+(?:of\s+)?[A-ZÀ-Ỹ][\w.’'-]*)*)?([,;]?)\s+(and\s+)?(?:the\s+)?"
)
_LEAST = 3


@dataclass(frozen=True, slots=True)
class _Listed:
    person: int
    mention: NameMention


def listed_people(analysis: Analysis, drafts: Sequence[Draft]) -> Mapping[int, tuple[int, ...]]:
    """For each token of a mention in such a list, the people of the list, as indices of the drafts."""
    found: dict[int, tuple[int, ...]] = {}
    for chain in _chains(analysis.text, drafts):
        people = tuple(dict.fromkeys(listed.person for listed in chain))
        if len(people) < _LEAST and not (len(people) == len(chain) and _is_broken(analysis, chain)):
            continue
        for listed in chain:
            for token in analysis.between(listed.mention.whole.start, listed.mention.span.end):
                found[token.index] = people
    return found


def _is_broken(analysis: Analysis, chain: Sequence[_Listed]) -> bool:
    """Whether the parser took the first of two for a part of the other's name ("Minister *X and* Minister Y met")."""
    first, last = chain[0].mention, chain[-1].mention
    token = analysis.between(first.span.start, first.span.end)[-1:]
    behind = [t for t in token if t.deprel == "compound" and analysis.tokens[t.head].start >= last.whole.start]
    return len(chain) > 1 and bool(behind)


def _chains(text: str, drafts: Sequence[Draft]) -> Iterator[list[_Listed]]:
    """Runs of people parted by commas, the last two by "and"."""
    mentions = sorted(
        (_Listed(person, mention) for person, draft in enumerate(drafts) for mention in draft.mentions),
        key=lambda listed: listed.mention.whole.start,
    )
    chain: list[_Listed] = []
    for listed in mentions:
        gap = _gap(text, chain[-1].mention, listed.mention) if chain else None
        if gap is None:
            chain = [listed]
            continue
        chain.append(listed)
        if gap == "and":
            yield chain
            chain = []


def _gap(text: str, one: NameMention, other: NameMention) -> str | None:
    """ "and" or "," where nothing else parts two people, else None."""
    end = max(one.span.end, one.after.span.end if one.after else 0)
    between = _GAP.fullmatch(text, end, other.whole.start) if end < other.whole.start else None
    if between is None:
        return None
    return "and" if between.group(2) else between.group(1) or None
