"""Where a report names people: runs of capitalised words that a title, a form of address, an apposed office or the
model's own name tagger marks as a person.

The tagger alone misses and splits Vietnamese, Khmer, Lao and Mongolian names, so titles lead and it only helps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from communique.model import Span
from communique.read.analysis import Analysis
from communique.read.name_runs import (
    Stretch,
    binds,
    breaks_off,
    calls_by_one_word,
    inside_longer,
    is_of_a_body,
    is_thing,
    names_no_person,
    run_end,
)
from communique.read.name_words import in_pair, is_newly_named, names_by_place, never_names, vietnamese_families
from communique.read.offices import bare, honorifics, is_head, office_words, title_words
from communique.read.parties import PartyMention, find_parties
from communique.read.places.find import is_well_known
from communique.read.titles import Title, WordKind, kind_of, title_after, title_before
from communique.read.wording import Word, side_by_side, stretches, words_of

_OPEN_CLASSES = frozenset({"VERB", "ADP", "DET", "PRON", "ADV", "SCONJ", "CCONJ", "AUX", "PART", "NUM"})
_LIST_GAP = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
_PORTFOLIO_ENDING = re.compile(
    r"^(?!lawr|clar|flor|terr|spen|prud|const|chris|felic)\w{3,}(?:ment|tion|sion|ness|ity|ance|ence|ship|ism|logy|ics|ture|"
    r"work|sphere|ative|ities|ures|ing)$"
)
_DEGREES = frozenset({"jr", "sr", "mp", "md", "phd"})  # behind a name, and no part of it
_ARTICLES = frozenset({"the", "a", "an", "this"})
_LYING_BEFORE = frozenset({"place", "organisation"})  # what names of may stand right before a person's


@dataclass(frozen=True, slots=True)
class NameMention:
    """A person's name as printed in one place. `span` is the name, `whole` the name with its title.

    `after` is an apposed office; `of` the party of "of Cambodia" behind the name. `sure` is false where only a
    known person's word makes it a mention.
    """

    span: Span
    whole: Span
    name: str
    words: tuple[str, ...]
    title: Title | None = None
    after: Title | None = None
    of: str | None = None
    sure: bool = True


class NameSearch:
    """The search for names in one report. `parties` are the report's party mentions."""

    def __init__(self, analysis: Analysis, parties: tuple[PartyMention, ...] | None = None) -> None:
        self.analysis = analysis
        self.parties = find_parties(analysis.text) if parties is None else parties

    @cached_property
    def _party_at(self) -> dict[int, PartyMention]:
        return {o: mention for mention in self.parties for o in range(mention.span.start, mention.span.end)}

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """Every stretch of the report with its words."""
        found = []
        for span in stretches(self.analysis):
            words = words_of(self.analysis.text, span)
            kinds = [kind_of(word, self._party_at) for word in words]
            found.append(Stretch(self.analysis.text, words, tuple(self._settled(words, kinds))))
        return tuple(found)

    def _settled(self, words: tuple[Word, ...], kinds: list[WordKind]) -> Iterator[WordKind]:
        """The kinds with the context's say: what cannot open a name is "other", "NAGASE Haruko" is a name."""
        never, months = never_names()
        settled_before: WordKind = "other"
        for i, (word, kind) in enumerate(zip(words, kinds, strict=True)):
            settled = kind
            if names_by_place(words, kinds, i, settled_before):
                settled = "name"
            elif kind == "name" and (word.folded in never or self._opens_as_word(word)):
                settled = "other"
            elif kind == "name" and word.folded in months:
                follows = i + 1 < len(words) and kinds[i + 1] == "name" and words[i + 1].gap == " "
                settled = "name" if follows and words[i + 1].folded not in months else "other"
            elif in_pair(words, i):
                settled = "honorific"
            elif kind == "name" and is_newly_named(words, i):
                settled = "title"
            elif kind == "acronym" and i and i + 1 < len(words):
                named = kinds[i - 1] == "honorific" or (kinds[i - 1] == "title" and len(word.text) > 2)
                if named and kinds[i + 1] == "name" and words[i + 1].gap == " " and word.gap[-1:] == " ":
                    settled = "name"
            elif kind == "title" and word.capitalised and self._is_tagged_name(words, kinds, i):
                settled = "name"
            settled_before = settled
            yield settled

    def _is_tagged_name(self, words: tuple[Word, ...], kinds: list[WordKind], i: int) -> bool:
        """A title's word that closes a personal name ("Liz Law"): the tagger says so, a name precedes."""
        if i == 0 or kinds[i - 1] != "name" or words[i].gap != " " or is_head(words[i].folded):
            return False
        follows = i + 1 < len(words) and words[i + 1].gap == " " and kinds[i + 1] in {"title", "name"}
        return not follows and any(
            n.type == "person" and n.start <= words[i - 1].start and n.end >= words[i].end for n in self.analysis.names
        )

    def _opens_as_word(self, word: Word) -> bool:
        """Whether a capitalised word is a sentence's first and an ordinary word."""
        token = self.analysis.at(word.start)
        if token is None or not word.text.isascii() or token.upos not in _OPEN_CLASSES:
            return False
        first = self.analysis.tokens[self.analysis.sentences[token.sentence].first]
        opening = self.analysis.text[first.start : token.start]
        return not any(c.isalnum() for c in opening.rsplit(":", 1)[-1])

    def full_mentions(self) -> tuple[NameMention, ...]:
        """Names that their surroundings mark as a person's, in the order of the text."""
        return tuple(mention for stretch in self.stretches for mention in self._in_stretch(stretch))

    def _in_stretch(self, stretch: Stretch) -> Iterator[NameMention]:
        i, last = 0, None
        while i < len(stretch.words):
            if stretch.kinds[i] != "name":
                i += 1
                continue
            end = self._name_end(stretch, i, run_end(stretch, i))
            first = self._name_start(stretch, i, end)
            mention = self._as_person(stretch, first, end, last) or self._listed(stretch, first, end, last)
            if mention:
                yield mention
                last = mention
            i = end

    def _name_end(self, stretch: Stretch, first: int, end: int) -> int:
        """The end of the first name of a run of several, in a list whose separators are lost: where the tagger ends a
        name of two words and another follows, or a place with a title ("Ann Reyes Omar Said", "Ann Reyes Ohio Governor
        X")."""
        words = stretch.words
        if end - first < 3 or not all(word.text.isascii() for word in words[first:end]):
            return end
        titled = end < len(words) and stretch.kinds[end] == "title" and words[end].gap == " " and words[end].capitalised
        for i in range(first + 2, end):
            if titled and is_well_known(stretch.text[words[i].start : words[end - 1].end]):
                return i
            follows = end - i > 1 and words[i].folded not in honorifics().particles
            if follows and all(self._is_tagged_exactly(words[a], words[b - 1]) for a, b in ((first, i), (i, end))):
                return i
        return end

    def _is_tagged_exactly(self, first: Word, last: Word) -> bool:
        return any(n.type == "person" and n.start == first.start and n.end == last.end for n in self.analysis.names)

    def _listed(self, stretch: Stretch, first: int, end: int, last: NameMention | None) -> NameMention | None:
        """A name in a list under a plural title: "Members of Parliament A, B and C"."""
        if last is None or last.title is None or end - first < 2 or is_thing(stretch, end):
            return None
        between = stretch.text[last.span.end : stretch.words[first].start]
        plural = any(word.endswith("s") and is_head(word[:-1]) for word in title_words(last.title.text))
        if not plural or not _LIST_GAP.fullmatch(between):
            return None
        mention = self._mention(stretch, first, end, None, None)
        return replace(mention, title=last.title)

    def _name_start(self, stretch: Stretch, first: int, end: int) -> int:
        """The first word of the name in a run that follows "of" or "for": what the tagger or a family name says."""
        before = stretch.words[first - 1].folded if first else ""
        while end - first > 2 and before and _PORTFOLIO_ENDING.search(stretch.words[first].folded):
            first += 1
        if before and end - first > 2:
            first = self._tagged_start(stretch, first, end)
        in_title = before in {"of", "for", "and", "the"} and stretch.words[first].gap == " " and end - first > 2
        if not in_title or not title_before(stretch.words, stretch.kinds, first + 1, stretch.text):
            return first
        for i in range(first + 1, end - 1):
            starts = stretch.words[i].start
            if any(n.type == "person" and n.start == starts for n in self.analysis.names):
                return i
            if stretch.words[i].folded in vietnamese_families() and not stretch.words[i].text.isascii():
                return i
        return first

    def _tagged_start(self, stretch: Stretch, first: int, end: int) -> int:
        """Where the tagger has a name start within a run, behind a place or a body: "of New Mexico Ann Reyes"."""
        words = stretch.words
        for i in range(first + 1, end - 1):
            whole = self._is_tagged_exactly(words[i], words[end - 1])
            if whole and any(n.end == words[i - 1].end and n.type in _LYING_BEFORE for n in self.analysis.names):
                return i
        return first

    def _as_person(self, stretch: Stretch, first: int, end: int, last: NameMention | None) -> NameMention | None:
        words, kinds, text = stretch.words, stretch.kinds, stretch.text
        if breaks_off(text, words[end - 1].end):
            return None
        if is_thing(stretch, end) or names_no_person(words[first:end]):
            return None
        if words[end - 1].folded in office_words().things and not self._tagged(words[first], words[end - 1]):
            return None
        if end - first == 1 and _PORTFOLIO_ENDING.search(words[first].folded):
            return None
        before = title_before(words, kinds, first, text, end - first == 1)
        if before and (not binds(stretch, before, first, end) or _is_apposed_to(before, last, words[first])):
            before = None
        if before and is_of_a_body(stretch, before, first) and not self._tagged(words[first], words[end - 1]):
            return None
        after = self._apposed(stretch, end)
        if after and end - first == 1 and not before and not self._tagged(words[first], words[end - 1]):
            after = None
        if before and end - first == 1 and not calls_by_one_word(stretch, first, before):
            return None
        if not before and not after and not self._looks_like_person(stretch, first, end):
            return None
        return self._mention(stretch, first, end, before, after)

    def _apposed(self, stretch: Stretch, end: int) -> Title | None:
        """The office apposed behind a name; not the subject that follows "At his talks with X, the leader said"."""
        title = title_after(stretch.words, stretch.kinds, end, stretch.text)
        if title is None:
            return None
        following = self.analysis.at(title.span.end + 1)
        runs_on = stretch.text[title.span.end : title.span.end + 1].isspace()
        acts = runs_on and following is not None and following.upos in {"VERB", "AUX", "ADV"}
        return None if acts else title

    def _looks_like_person(self, stretch: Stretch, first: int, end: int) -> bool:
        """Without any title: two words or more that the tagger calls a person and that do something."""
        words = stretch.words
        if end - first < 2 or (first and words[first - 1].folded in _ARTICLES and words[first].gap == " "):
            return False
        if words[end - 1].folded in office_words().things or not self._tagged(words[first], words[end - 1]):
            return False
        within = self.analysis.between(words[first].start, words[end - 1].end)
        return any(token.deprel.startswith("nsubj") for token in within)

    def _tagged(self, first: Word, last: Word) -> bool:
        return any(
            n.type == "person" and n.start <= first.start + len(first.text) and n.end >= last.end
            for n in self.analysis.names
        )

    def _mention(
        self, stretch: Stretch, first: int, end: int, before: Title | None, after: Title | None
    ) -> NameMention:
        words = stretch.words
        while end - first > 1 and bare(words[end - 1].folded) in _DEGREES:
            end -= 1
        span = Span(words[first].start, words[end - 1].end)
        folded = tuple(word.folded for word in words[first:end])
        start = before.span.start if before else span.start
        of = self._of_party(stretch, first, end)
        return NameMention(span, Span(start, span.end), span.of(stretch.text), folded, before, after, of)

    def _of_party(self, stretch: Stretch, first: int, end: int) -> str | None:
        """The party of "X of Cambodia" and "X of the Republic of Kenya"."""
        words, i = stretch.words, end
        while i < len(words) and bare(words[i].folded) in honorifics().suffixes:
            i += 1
        if i < len(words) and words[i].gap == ", " and self._closes(stretch, i):
            return self._party_at[words[i].start].code
        if i >= len(words) or words[i].folded not in {"of", "from"} or words[i].gap not in {" ", ". ", ", "}:
            return None
        if words[i].folded == "from" and end - first < 2:
            return None  # "the speech by President Hale from Israel"
        i += 2 if i + 1 < len(words) and words[i + 1].folded == "the" else 1
        limit = i + 9
        while i < min(limit, len(words)) and stretch.kinds[i] in {"title", "function"} and words[i].gap == " ":
            i += 1
        mention = self._party_at.get(words[i].start) if i < len(words) and words[i].gap == " " else None
        return mention.code if mention and mention.form in {"name", "organisation"} else None

    def _closes(self, stretch: Stretch, i: int) -> bool:
        """Whether a party stands alone behind a name and a comma, as in a list: "President X, Argentine Republic"."""
        mention = self._party_at.get(stretch.words[i].start)
        if mention is None or mention.form not in {"name", "organisation"}:
            return False
        behind = stretch.text[mention.span.end : mention.span.end + 3]
        return not behind.strip() or behind[0] in "\n;)" or behind[:2] in {" -", " –", " —"}

    def short_mentions(self, known: frozenset[str], taken: tuple[NameMention, ...]) -> tuple[NameMention, ...]:
        """Runs made of known people's words that nothing marks as a person ("Khải said")."""
        covered = {o for mention in taken for o in range(mention.span.start, mention.span.end)}
        found = []
        for stretch in self.stretches:
            i = 0
            while i < len(stretch.words):
                end = i
                while end < len(stretch.words) and self._is_known(stretch, i, end, known):
                    end += 1
                free = end > i and not any(stretch.words[k].start in covered for k in range(i, end))
                free = free and not self._only_qualifies(stretch.words[end - 1])
                if free and not is_thing(stretch, end) and not inside_longer(stretch, i, end):
                    found.append(
                        self._mention(
                            stretch,
                            i,
                            end,
                            None,
                            self._apposed(stretch, end),
                        )
                    )
                i = max(end, i + 1)
        return tuple(found)

    def _only_qualifies(self, word: Word) -> bool:
        """Whether a word is an adjective of the noun right behind it: "Latino leaders"."""
        token = self.analysis.at(word.start)
        return token is not None and token.deprel == "amod" and token.head == token.index + 1 and not word.possessive

    def _is_known(self, stretch: Stretch, first: int, i: int, known: frozenset[str]) -> bool:
        word = stretch.words[i]
        printed_as_name = word.capitalised or stretch.kinds[i] == "name"  # "al-Kadhimi" is one, too
        if word.folded not in known or not printed_as_name or stretch.kinds[i] in {"party", "honorific", "function"}:
            return False
        return i == first or side_by_side(stretch.words[i - 1], word, frozenset())


def _is_apposed_to(title: Title, last: NameMention | None, word: Word) -> bool:
    """Whether a title is the one behind the name before: "Ann Reyes, President, Harbour Trust"."""
    if last is None or last.after is None or "," not in word.gap or title.possessor is not None:
        return False
    return title.span.start < last.after.span.end
