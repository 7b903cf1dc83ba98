"""Whom a phrase refers to: names, short names, titles alone, pronouns, "both sides", states and governments.

One walk over the report in the order of the text fills a table from token to people; `Cast.resolve` reads it.
"""

from __future__ import annotations

from communique.model import Span
from communique.read.analysis import Analysis, Sentence, Token
from communique.read.denoted import Denoted, Owners
from communique.read.descriptions import Description, describe, suits
from communique.read.drafts import Draft
from communique.read.focus import Focus
from communique.read.offices import canonical_office, gender_of_title, honorifics, office_words
from communique.read.parties import PartyMention, fold
from communique.read.plural_pronouns import THEY, PluralPronouns
from communique.read.pronouns import Pronouns, relative_heads
from communique.read.setting import Setting
from communique.read.sides import Sides

_HE, _SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "herself", "hers"})
_SIDES = frozenset({"sides", "parties", "officials", "heads"})
_BODIES = frozenset({"side", "sides", "party", "parties", "delegation", "delegations", "team", "teams"})
_EQUALS = frozenset({"counterpart", "colleague", "homologue"})
_BULLETS = frozenset("•◦▪")  # inside a line; at its beginning they are no part of the analysis
_REVERED_WORDS = frozenset({"excellency", "majesty", "highness"})


class Walk:
    """The walk over one report. `denoted` maps tokens to what they denote; `described` lists the descriptions."""

    def __init__(
        self,
        analysis: Analysis,
        drafts: list[Draft],
        parties: tuple[PartyMention, ...],
        setting: Setting,
        host: str | None,
    ) -> None:
        self.analysis, self.drafts, self.setting, self.host = analysis, drafts, setting, host
        self.focus = Focus(analysis, drafts)
        self.denoted: dict[int, Denoted] = {}
        self.described: list[tuple[int, Description]] = []
        self._party_at = {m.span.start: m for m in parties}
        self._covered: set[int] = set()
        self.heads: dict[int, int] = {}
        self._openings: dict[int, int] = {}
        self.sides = Sides(analysis, parties, drafts, setting, Owners(self.denoted))
        self.plurals = PluralPronouns(analysis, drafts, self.focus, self.sides, self.denoted)
        self.pronouns = Pronouns(analysis, drafts, self.focus, self.heads)
        self._intro: Denoted | None = None
        self._enter_names()

    def run(self) -> None:
        """Walk the report from its first token to its last."""
        for sentence in self.analysis.sentences:
            if sentence.marked not in {None, "caption"}:
                continue
            self.pronouns.learn_gender(sentence.index)
            for token in self.analysis.words(sentence):
                self._step(token)
            if self.analysis.text[sentence.start : sentence.end].rstrip().endswith(":"):
                self._intro = self._subject_of(sentence)

    def relatives(self) -> dict[int, int]:
        """Relative pronouns to the nouns that they take up."""
        people = frozenset(index for index, known in self.denoted.items() if known.people)
        return relative_heads(self.analysis, people)

    def side_before(self, offset: int) -> str | None:
        """The party of the nearest subject before an offset in its sentence, where it is one party."""
        token = self.analysis.at(offset)
        if token is None:
            return None
        for other in reversed(self.analysis.words(self.analysis.sentences[token.sentence])):
            if other.start >= offset or not other.deprel.startswith("nsubj"):
                continue
            known = self.denoted.get(other.index)
            found = known.parties if known else self.sides.of(other)
            if len(found) == 1:
                return found[0]
        return None

    def _enter_names(self) -> None:
        for person, draft in enumerate(self.drafts):
            for mention in draft.mentions:
                tokens = self.analysis.between(mention.whole.start, mention.span.end)
                name = self.analysis.between(mention.span.start, mention.span.end)
                if not name:
                    continue
                for token in tokens:
                    self._covered.add(token.index)
                    if token in name or token.start not in self._party_at:
                        self.denoted[token.index] = self._person(person)
                self.heads[self._head(tokens).index] = person
                self._openings[self._head(tokens).index] = tokens[0].index
                if mention.after:
                    self._enter_apposition(mention.after.span, person)

    def _enter_apposition(self, span: Span, person: int) -> None:
        for token in self.analysis.between(span.start, span.end):
            self._covered.add(token.index)
            if token.upos in {"NOUN", "PROPN"} and token.start not in self._party_at:
                self.denoted.setdefault(token.index, self._person(person))

    def _person(self, person: int) -> Denoted:
        party = self.drafts[person].party
        return Denoted((person,), (party,) if party else ())

    def _head(self, tokens: tuple[Token, ...]) -> Token:
        inside = {token.index for token in tokens}
        return next((t for t in reversed(tokens) if t.head not in inside or t.head == t.index), tokens[-1])

    def _step(self, token: Token) -> None:
        """Decide one token; names are known, the rest is worked out from what is in focus."""
        if token.index in self.heads:
            self.focus.mention(token.index, self.heads[token.index], self._openings.get(token.index))
        if token.index in self._covered:
            return
        if token.lower in _HE | _SHE | THEY and token.upos in {"PRON", "DET"}:
            self._pronoun(token)
        elif token.text in _BULLETS and self._intro is not None:
            self.denoted[token.index] = self._intro
        elif token.lower in {"it", "its"} and token.upos in {"PRON", "DET"}:
            self._it(token)
        elif token.upos in {"NOUN", "PROPN", "ADJ"}:
            self._noun(token)
        elif token.lower in {"both", "two", "pair"} and token.deprel.startswith("nsubj"):
            self._both(token)

    def _noun(self, token: Token) -> None:
        """A description, or an office's initials standing alone."""
        description = describe(self.analysis, token.index, self._party_at)
        if description and not self._covered & set(range(description.first, token.index)):
            self._describe(description)
        elif description is None and (person := self._unnamed(token)) is not None:
            self.denoted[token.index] = self._person(person)
            self.focus.mention(token.index, person)

    def _unnamed(self, token: Token) -> int | None:
        """Somebody called by an office's initials or by a style alone."""
        person = self._by_initials(token)
        return self._by_style(token) if person is None else person

    def _by_style(self, token: Token) -> int | None:
        """The person in focus who is styled so where named: "Samdech", "Samdech Techo"."""
        if token.lower not in honorifics().alone or not token.text[0].isupper():
            return None
        for person in self.focus.ranked(token.sentence):
            if any(token.lower in title.address for title in self.drafts[person].titles()):
                return person
        return None

    def _by_initials(self, token: Token) -> int | None:
        """The person whose office's initials stand alone: "EAM" for the External Affairs Minister."""
        if not (token.text.isupper() and 2 <= len(token.text) <= 4) or token.upos not in {"PROPN", "NOUN"}:
            return None
        text = self.analysis.text
        for person in self.focus.ranked(token.sentence):
            for office in self.drafts[person].offices(text):
                initials = "".join(word[0] for word in office.split() if word[0].isupper())
                if initials.endswith(token.text) and token.start not in self._party_at:
                    return person
        return None

    def _note(self, token: int, people: tuple[int, ...]) -> None:
        for person in people:
            self.focus.mention(token, person)

    # Pronouns

    def _pronoun(self, token: Token) -> None:
        if token.lower in THEY:
            self._both(token)
            return
        gender = "m" if token.lower in _HE else "f"
        person = self.pronouns.antecedent(token, gender)
        if person is not None:
            self.denoted[token.index] = self._person(person)
            self.focus.mention(token.index, person)

    def _it(self, token: Token) -> None:
        """ "It" and "its" take up the party that was the last subject, of this sentence or the one before."""
        for index in range(token.sentence, max(-1, token.sentence - 2), -1):
            for other in self.analysis.words(self.analysis.sentences[index]):
                if other.index >= token.index or not other.deprel.startswith("nsubj"):
                    continue
                known = self.denoted.get(other.index)
                parties = known.parties if known and not known.people else self.sides.of(other)
                if len(parties) == 1 and not (known and known.people):
                    self.denoted[token.index] = Denoted((), parties)
                    return

    # Lists

    def _subject_of(self, sentence: Sentence) -> Denoted | None:
        known = [self.denoted[t.index] for t in self.analysis.words(sentence) if t.index in self.denoted]
        return known[-1] if known else None

    # Groups

    def _both(self, token: Token, description: Description | None = None) -> None:
        """ "They", "both sides", "the two ministers": the people of the sides, of one office where it is named."""
        taken_up = self.plurals.antecedent(token) if token.lower in THEY else None
        if taken_up is not None:
            self.denoted[token.index] = taken_up
            self._note(token.index, taken_up.people)
            return
        fitting = self._holders(description) if description else None
        people = self._company(token, description) or self.focus.pair(token.sentence, self.setting.main, fitting)
        if len(people) > 1 and self._are_of_one(people, token, description):
            people = ()
        self.denoted[token.index] = self._group(people)
        if description:
            for index in range(description.first, description.head):
                if self.analysis.tokens[index].text.lower() in {"co", "vice", "-"}:
                    self.denoted[index] = self._group(people)
        if description and len(people) > 1 and description.words[-1:] and description.words[-1] not in _SIDES:
            self.described.extend((person, description) for person in people)
        self._note(token.index, people)

    def _are_of_one(self, people: tuple[int, ...], token: Token, description: Description | None) -> bool:
        """Whether "both sides" would be people of one side or of none known."""
        bodies = description is not None and bool(_BODIES & {token.lower, *description.words[-1:]})
        return bodies and len({self.drafts[person].party for person in people} - {None}) < 2

    def _company(self, token: Token, description: Description | None) -> tuple[int, ...]:
        """Those whom the sentence before tells of together, for "they", and for "the ministers" in its paragraph."""
        before = token.sentence - 1
        if before < 0:
            return ()
        sentences = self.analysis.sentences
        apart = sentences[before].paragraph != sentences[token.sentence].paragraph
        if description is not None and apart:
            return ()
        company = self.focus.company(before)
        exactly = description is not None and description.counted
        return () if exactly and len(company) != 2 else company

    def _holders(self, description: Description) -> set[int] | None:
        """People who hold the office that a plural names ("the two Prime Ministers"), where both sides have one."""
        wanted = canonical_office(" ".join(description.words).removesuffix("s"))
        if wanted in {None, "head", "member", "chairperson"}:
            return None
        text = self.analysis.text
        holders = {p for p, d in enumerate(self.drafts) if wanted in d.held(text)}
        if wanted == "minister":
            holders |= {p for p, d in enumerate(self.drafts) if any(o.endswith("minister") for o in d.held(text))}
        return holders if len({self.drafts[p].party for p in holders}) > 1 else None

    def _group(self, people: tuple[int, ...]) -> Denoted:
        """Both sides: their people, where both are known, and their parties."""
        parties = tuple(dict.fromkeys(str(self.drafts[p].party) for p in people))
        if len(people) < 2:
            return Denoted((), self.setting.main, True)
        return Denoted(people, parties, True)

    # Descriptions

    def _describe(self, description: Description) -> None:
        if description.kind == "person":
            self._describe_person(description)
            return
        if description.party:
            self._of_one_side(description)
            return
        owner = self._owner(description)
        if description.kind == "people" and owner is None:
            self._both(self.analysis.tokens[description.head], description)
        elif description.kind == "parties":
            people = self.focus.pair(self.analysis.tokens[description.head].sentence, self.setting.main)
            parties = self._group(people).parties if len(people) == 2 else self.setting.main
            self.denoted[description.head] = Denoted((), parties, True)

    def _of_one_side(self, description: Description) -> None:
        """ "The Ukrainian officials": those of the party who were named shortly before, with the party."""
        head = self.analysis.tokens[description.head]
        parties = self.sides.parties_in(description.span)
        if description.kind != "people" or not parties or head.lower == "parties":
            return
        named = (p for party in parties for p in self.focus.of_party(party, head.sentence))
        people = tuple(named) if description.definite else ()
        self.denoted[description.head] = Denoted(people, parties, len(parties) > 1)

    def _describe_person(self, description: Description) -> None:
        person = self._best(description)
        if person is None:
            return
        self.denoted[description.head] = self._person(person)
        self.described.append((person, description))
        self._covered.update(range(description.first, description.head))
        self._learn(person, description)
        self.focus.mention(description.head, person)

    def _learn(self, person: int, description: Description) -> None:
        gender = gender_of_title(description.span.of(self.analysis.text))
        if gender and self.drafts[person].gender is None:
            self.drafts[person].gender = gender

    def _best(self, description: Description) -> int | None:
        """The person in focus who suits a description best, or None."""
        sentence = self.analysis.tokens[description.head].sentence
        head = description.words[-1] if description.words else ""
        owner = self._owner(description)
        if head in _EQUALS:
            return self._counterpart(description, owner, sentence)
        able = [p for p in self.focus.ranked(sentence) if self._may_be(p, description, owner)]
        if head in _REVERED_WORDS:
            return next((p for p in able if self._is_revered(p, head)), None)
        if description.guest:
            able = [p for p in able if not self._is_host(p, owner)]
        if owner is not None and head in office_words().hosts | office_words().guests:
            return self._latest(able, owner)
        if head in office_words().hosts | office_words().guests:
            return next((p for p in able if self._is_host(p, owner) == (head in office_words().hosts)), None)
        side = self.sides.quoted(sentence)
        scored = [
            (suits(description, self.drafts[p], self.analysis.text), self.drafts[p].party == side, -k, p)
            for k, p in enumerate(able)
        ]
        best = max(scored, default=(0, False, 0, -1))
        return best[3] if best[0] > 0 else None

    def _may_be(self, person: int, description: Description, owner: int | None) -> bool:
        draft = self.drafts[person]
        if description.party and draft.party != description.party:
            return False
        if owner is not None and (person == owner or self.analysis.tokens[description.first].lower in {"my", "our"}):
            return False
        gender = gender_of_title(description.span.of(self.analysis.text))
        return not (gender and draft.gender and gender != draft.gender)

    def _owner(self, description: Description) -> int | None:
        """The person that "his" in "his counterpart" takes up."""
        if description.possessor is None:
            return None
        denoted = self.denoted.get(description.possessor)
        return denoted.people[0] if denoted and len(denoted.people) == 1 else None

    def _counterpart(self, description: Description, owner: int | None, sentence: int) -> int | None:
        if description.possessor is not None and self.analysis.tokens[description.possessor].lower in {"my", "our"}:
            return None
        if owner is None:
            owner = self.focus.subject_before(description.head)
        side = self.drafts[owner].party if owner is not None else None
        for person in self.focus.ranked(sentence):
            party = self.drafts[person].party
            if person != owner and party and party != side and description.party in {None, party}:
                return person
        return None

    def _is_revered(self, person: int, head: str) -> bool:
        """Whether somebody is styled "Her Excellency" where named."""
        return any(head in fold(title.text) for title in self.drafts[person].titles())

    def _latest(self, able: list[int], owner: int) -> int | None:
        """The person mentioned last among those of another party than the owner's."""
        side = self.drafts[owner].party
        trail = [s for s in self.focus.trail if s.weight >= 1]
        steps = [s.person for s in trail if s.person in able and self.drafts[s.person].party != side]
        return steps[-1] if steps else None

    def _is_host(self, person: int, owner: int | None) -> bool:
        if owner is not None:
            return True
        return self.drafts[person].party == self.host
