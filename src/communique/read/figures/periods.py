"""The period for which a figure holds and the one it is compared with, from the dates in its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from communique.model import DateExpression
from communique.read.analysis import Analysis, Token
from communique.read.figures.changes import REACH, is_start_of_move
from communique.read.figures.comparisons import EARLIER, Comparisons, year_before
from communique.read.figures.phrases import is_participle
from communique.read.figures.placed import Placed, ancestors, change_words
from communique.read.figures.rates import rate_of
from communique.read.figures.words import cue_words

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR = re.compile(r"\d{4}")
# A figure's period is a plain ISO one: of "last autumn" it keeps the year.
_SEASON = re.compile(r"(\d{4})-(?:SP|SU|FA|AU|WI)\b")
# How far a date may stand behind its figure where nothing else tells that they belong together, in tokens.
LONGEST_WAY = 8
# A date that leads a sentence ends, with its comma, within this many tokens.
LONGEST_OPENING = 10
# How far before a figure and its change "year-on-year" may stand, in tokens.
NEAR_CHANGE = 4


class Periods:
    """The dates of one report, as the periods of its figures."""

    def __init__(self, analysis: Analysis, dates: Sequence[DateExpression], published: str | None) -> None:
        self._analysis = analysis
        self._dates = sorted(dates, key=lambda date: date.evidence.start)
        self._starts = [date.evidence.start for date in self._dates]
        self._published = published
        self._comparisons = Comparisons(analysis, published)

    def period(self, placed: Placed, others: Sequence[Placed]) -> str | None:
        """When a figure holds: the date that its own clause gives, nearest first, none that it is compared with."""
        if self._is_rate(placed):
            return "P1Y"
        candidates = [d for d in self._within(placed) if not self._comparisons.is_compared_with(d)]
        candidates = self._own(placed, candidates) or candidates
        after = [d for d in candidates if d.evidence.start >= placed.span.end]
        before = [d for d in candidates if d.evidence.end <= placed.span.start]
        compared = is_start_of_move(self._analysis, placed)
        before = [date for date in before if not self._is_of_another(date, others)]
        for date in (*after[:1], *(() if compared else reversed(before))):
            if (
                not self._is_deadline(date)
                and not self._is_day_of_event(date)
                and not (placed.mover is not None and self._word_before(date) == "from")
                and self._belongs(date, placed, others)
                and (not _is_duration(date) or self._lasts(date))
            ):
                return self._value(date)
        return None

    def _is_of_their_own(self, token: Token, own: int, placed: Placed) -> bool:
        """Whether a date stands in a clause about the things behind them: "120 kits *to be delivered by May*"."""
        index = self._clause(token.index)
        if index is None or (placed.counted is None and placed.quantity.kind != "money"):
            return False
        verb = self._analysis.tokens[index]
        subjects = self._analysis.dependents(index, "nsubj", "nsubj:pass", "mark")
        passive = bool(self._analysis.dependents(index, "aux:pass")) or verb.form == "part"
        about = verb.head == own and verb.deprel in {"advcl", "xcomp"} and verb.lemma in cue_words("giving")
        after = placed.last <= index <= placed.last + LONGEST_WAY
        return about and after and passive and all(t.lower == "to" for t in subjects)

    def _own(self, placed: Placed, dates: list[DateExpression]) -> list[DateExpression]:
        """The dates within an apposition, which date nothing but what it tells: "the toll, *now $14*, will …"."""
        if self._analysis.tokens[placed.top].deprel != "appos":
            return []
        inside = {token.index for token in self._analysis.subtree(placed.top)}
        places = ((date, self._analysis.at(date.evidence.start)) for date in dates)
        return [date for date, token in places if token is not None and token.index in inside]

    def _is_of_another(self, date: DateExpression, others: Sequence[Placed]) -> bool:
        """Whether a date stands right behind another figure: "from 400 cases *in 2014* to 90"."""
        token = self._analysis.at(date.evidence.start)
        if token is None:
            return False
        near = (o for o in others if 0 <= token.index - o.last <= LONGEST_WAY)
        return any(is_start_of_move(self._analysis, o) and self._adjoins(token.index, o) for o in near)

    def _is_deadline(self, date: DateExpression) -> bool:
        """Whether a day only bounds when something is done: "would arrive *by July 4*", not "had left *by Monday*"."""
        token = self._analysis.at(date.evidence.start)
        verb = None if token is None else self._clause(token.index)
        helpers = () if verb is None else self._analysis.dependents(verb, "aux", "aux:pass")
        done = any(helper.lower == "had" for helper in helpers)
        return self._word_before(date) == "by" and _DAY.match(date.value) is not None and not done

    def _is_day_of_event(self, date: DateExpression) -> bool:
        """Whether a single day is when people met or told of something, not when an amount holds: "met *today* with 12
        firms", "announced *on May 1* $3 million", "*today's* announcement of $3 million"."""
        token = self._analysis.at(date.evidence.start)
        index = None if token is None else self._clause(token.index)
        if token is None or index is None or _DAY.match(date.value) is None:
            return False
        if self._word_before(date) in {"by", "before", "until", "of"}:
            return False
        if "today" in date.text.lower():
            return True
        told = {self._analysis.tokens[index].lemma, self._analysis.tokens[token.head].lemma.lower()}
        promises = cue_words("pledged", "nouns") | {"announcement"}
        return bool(told & (cue_words("events") | cue_words("settling") | promises))

    def _is_rate(self, placed: Placed) -> bool:
        """As in "50,000 tonnes *a year*", "20 officials *each year*": in the clause, before any comma."""
        tokens = self._analysis.tokens[placed.last : placed.sentence.last]
        texts = [token.lower for token in tokens[:12]]
        stop = next((i for i, text in enumerate(texts) if text in {",", ";"}), len(texts))
        pairs = list(pairwise(texts[:stop]))
        if any(one in {"each", "every", "per"} and two in {"year", "annum"} for one, two in pairs):
            return True
        if rate_of(self._analysis, placed) == "year" and not EARLIER & set(texts[:stop]):
            return True
        if {"annually", "yearly"} & set(texts[: min(stop, 4)]):
            return True
        return ("a", "year") in pairs[:3] and not EARLIER & set(texts[:stop])

    def _lasts(self, date: DateExpression) -> bool:
        """Whether a stretch of time says over how long a figure holds: "over four years", "in the last year"."""
        text = date.text.lower()
        return self._word_before(date) in {"over", "throughout"} or text.startswith(("the last", "the past", "over"))

    def baseline(self, placed: Placed, first: int, last: int, period: str | None) -> str | None:
        """The period that a figure of `period` is compared with; the figure and its change take the tokens
        [first, last)."""
        behind = [date for date in self._within(placed) if date.evidence.start >= placed.span.end]
        around = self._analysis.tokens[max(first - NEAR_CHANGE, placed.sentence.first) : placed.sentence.last]
        stop = next((i for i, t in enumerate(around) if t.text == ";" or t.index > last + REACH), len(around))
        return self._comparisons.baseline(behind, around[:stop], period)

    def is_past(self, period: str) -> bool:
        """Whether a period has begun by the publication; false where either is unknown."""
        known = self._published is not None and _YEAR.match(period) is not None
        return known and period[:10] <= (self._published or "")

    def _within(self, placed: Placed) -> list[DateExpression]:
        first = bisect_left(self._starts, placed.sentence.start)
        last = bisect_left(self._starts, placed.sentence.end)
        return self._dates[first:last]

    def _word_before(self, date: DateExpression) -> str:
        words = self._comparisons.words_before(date)
        return words[-1] if words else ""

    def _belongs(self, date: DateExpression, placed: Placed, others: Sequence[Placed]) -> bool:
        """Whether date and figure share their clause, and no other figure stands between."""
        token = self._analysis.at(date.evidence.start)
        if token is None:
            return False
        if self._opens_sentence(token, placed) and not date.value.startswith("PRESENT"):
            return True
        low, high = sorted((placed.first, token.index))
        if self._parted(placed, token.index, others) or any(t.text == ":" for t in self._analysis.tokens[low:high]):
            return False
        if self._adjoins(token.index, placed):
            return True
        noun = self._head_of(placed)
        path = list(ancestors(self._analysis, token.index))
        if self._word_before(date) != "by" and self._is_of_aim(path, placed):
            return True
        if self._is_of_start(token):
            return False
        if self._analysis.tokens[noun].upos != "VERB" and any(above.index == noun for above in path):
            return True
        own = self._clause(noun)
        if own is None or not self._is_argument(noun, placed):
            return False
        if self._clause(token.index) != own:
            return self._is_of_their_own(token, own, placed)
        verb = self._analysis.tokens[own]
        parts = any(t.lower == "part" for t in self._analysis.dependents(own, "obj"))
        event = verb.lemma in cue_words("events") and not parts
        amounts = verb.lemma in cue_words("amount_verbs") or verb.lemma in change_words()
        return not event and (amounts or not self._dates_subject(path, noun))

    def _is_of_start(self, token: Token) -> bool:
        """Whether a date only says when a thing came about: "four committees that they *launched in June*"."""
        index = self._clause(token.index)
        verb = None if index is None else self._analysis.tokens[index]
        return verb is not None and verb.deprel.startswith("acl") and verb.lemma in cue_words("events")

    def _is_of_aim(self, path: Sequence[Token], placed: Placed) -> bool:
        """Whether a date says when money is spent: "a grant of $3 million *for clearing mines in 2026*"."""
        above = self._analysis.tokens[self._analysis.tokens[placed.top].head]
        if placed.quantity.kind != "money":
            return False
        to_do = {t.head for t in path if t.form == "inf" and t.deprel in {"advcl", "acl"} and t.index > placed.last}
        if above.index in to_do and above.lemma in cue_words("giving"):
            return True
        if above.lemma.lower() not in cue_words("gifts"):
            return False
        aim = next((token for token in path if token.head == above.index), None)
        if aim is None or aim.index < placed.first:
            return False
        return aim.form == "ger" or self._analysis.preposition(aim.index) == "for"

    def _head_of(self, placed: Placed) -> int:
        """What hangs from the clause: the noun counted, or of "29 of the trucks" the number."""
        if placed.counted is None or placed.first <= placed.counted.head < placed.last:
            return placed.top
        return placed.counted.index

    def _opens_sentence(self, token: Token, placed: Placed) -> bool:
        """Whether a date leads a sentence, and so dates all of it: "*In 2025*, exports came to …"."""
        tokens = self._analysis.tokens
        before = tokens[placed.sentence.first : token.index]
        after = tokens[token.index : min(token.index + LONGEST_OPENING, placed.first)]
        leads = len(before) <= 2 and all(t.upos in {"ADP", "DET", "ADJ", "ADV"} for t in before)
        return leads and any(t.text == "," for t in after)

    def _dates_subject(self, path: Sequence[Token], noun: int) -> bool:
        """Whether a date belongs to the subject and the figure does not: "floods *since May* damaged five schools"."""
        subject = next((token for token in path if token.deprel.startswith("nsubj")), None)
        if subject is None or subject.index == noun:
            return False
        return all(above.index != subject.index for above in ancestors(self._analysis, noun))

    def _adjoins(self, index: int, placed: Placed) -> bool:
        """Whether a date stands right behind a sum, or behind a participle that describes what is counted."""
        last = placed.last if placed.counted is None else max(placed.last, placed.counted.index + 1)
        between = self._analysis.tokens[last:index]
        if index < last or any(token.text in {",", ";"} for token in between):
            return False
        if placed.counted is None:
            return len([t for t in between if t.text not in {"(", ")"}]) <= 4 and not any(
                t.upos == "VERB" for t in between
            )
        noun = placed.counted
        if len(between) == 1 and between[0].lower in {"in", "during", "throughout"}:
            return True
        told = any(token.form == "fin" for token in between[1:])
        return (
            bool(between)
            and is_participle(self._analysis, between[0], noun)
            and len(between) <= LONGEST_WAY
            and not told
        )

    def _parted(self, placed: Placed, index: int, others: Sequence[Placed]) -> bool:
        """Whether another figure, but for the same one in brackets, stands between figure and date."""
        low, high = sorted((placed.first, index))
        near = [o for o in others if o.sentence.index == placed.sentence.index and low < o.first < high]
        return any(
            not (self._in_brackets(other) or self._joined(placed, other) or self._describes(other, placed))
            for other in near
        )

    def _describes(self, other: Placed, placed: Placed) -> bool:
        """Whether another figure says what the counted things are worth or how large they are."""
        if other.counted is not None:
            return False
        noun, tokens = self._head_of(placed), self._analysis.tokens
        apposed = tokens[other.top].deprel == "appos"
        worth = other.first > placed.last and tokens[other.first - 1].lower == "worth"
        return worth or apposed or any(above.index == noun for above in ancestors(self._analysis, other.top))

    def _joined(self, placed: Placed, other: Placed) -> bool:
        """Whether two figures are told in one breath: "20 buses and *$3 million* in 2026"."""
        one, two = self._head_of(placed), self._head_of(other)
        tokens = self._analysis.tokens
        return tokens[two].deprel == "conj" and tokens[two].head == one

    def _in_brackets(self, placed: Placed) -> bool:
        before = self._analysis.tokens[max(placed.first - 4, placed.sentence.first) : placed.first]
        return any(token.text == "(" for token in before)

    def _is_argument(self, noun: int, placed: Placed) -> bool:
        """Whether what is counted hangs from its verb itself; money may hang one noun deeper ("a grant of")."""
        if placed.counted is None:
            return True
        clauses = self._analysis.clause_of
        head = self._analysis.tokens[self._analysis.tokens[noun].head]
        given = head.deprel in {"obj", "nsubj", "nsubj:pass"} and head.head in clauses
        return head.index in clauses or noun in clauses or given

    def _clause(self, index: int) -> int | None:
        """The predicate of the clause that a token stands in."""
        clauses = self._analysis.clause_of
        found = (self._analysis.tokens[index], *ancestors(self._analysis, index))
        return next((t.index for t in found if t.index in clauses and t.lower != "worth"), None)

    def _value(self, date: DateExpression) -> str:
        value = _SEASON.sub(r"\1", date.value)
        if self._word_before(date) == "since" and self._published and _YEAR.match(value):
            return f"{value}/{self._published[: len(value)]}"
        return value

    def inherited(self, placed: Placed, status: str, period: str) -> str | None:
        """The period of the figure before, for a sum that is told along with it; a year less where it is what
        that one is compared with ("down from Tk 655 crore a year earlier")."""
        words = [t.lower for t in self._analysis.tokens[placed.last : min(placed.last + 8, placed.sentence.last)]]
        if is_start_of_move(self._analysis, placed):
            again = {"earlier", "before", "corresponding", "same"} & set(words)
            return year_before(period) if again else None
        return period if status == "observed" and placed.counted is None else None


def _is_duration(date: DateExpression) -> bool:
    return date.value.startswith("P") and not date.value.endswith("REF")
