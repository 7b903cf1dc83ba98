"""Whom "he", "she" and "who" take up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from communique.read.analysis import Analysis, Token
from communique.read.drafts import Draft
from communique.read.focus import Focus

_MORE = frozenset({"also", "further", "furthermore", "additionally", "then"})
_HOSTING = frozenset({"receive", "host", "welcome", "greet"})
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_FOR_PART = re.compile(
    r"^(?:on|for|in) (his|her) (?:part|side|turn|own part|opening remarks|remarks|speech)\b", re.IGNORECASE
)


@dataclass
class Pronouns:
    """Decides pronouns by gender and focus. `heads` maps the head tokens of names to people."""

    analysis: Analysis
    drafts: list[Draft]
    focus: Focus
    heads: Mapping[int, int]

    def antecedent(self, token: Token, gender: str) -> int | None:
        """The person of a gender that a pronoun takes up: a subject of the sentence, then of the one before."""
        opener = token.index - self.analysis.sentences[token.sentence].first
        if token.lower in {"his", "her"} and opener < 3 and self._opens_part(token):
            return self._subject_ahead(token)
        introduced = self._introduced_ahead(token, gender)
        if introduced is not None:
            return introduced
        able = self._of_gender(gender, token.sentence)
        if not able:
            return None
        barred = self._clause_mate(token)
        own = self.focus.subject_before(token.index)
        if own in able and own != barred and not self._fits_better(own, token.sentence, gender):
            return self._known_as(own, gender, token)
        for sentence in range(token.sentence - 1, max(-1, token.sentence - 3), -1):
            before = self.focus.first_subject(sentence)
            fits = self._says_more(token) or not self._fits_better(before, sentence, gender)
            if before in able and before != barred and fits:
                return self._known_as(before, gender, token)
        able = [p for p in able if p != barred]
        sure = [p for p in able if self.drafts[p].gender == gender]
        return next(iter(sure or able), None)

    def _known_as(self, person: int | None, gender: str, token: Token) -> int | None:
        """A person, whose gender the pronoun has told: "he" and "she" always, "his" where nobody else is about."""
        about = {step.person for step in self.focus.trail if step.sentence == token.sentence}
        tells = token.lower in {"he", "she"} or about <= {person}
        if person is not None and tells and self.drafts[person].gender is None:
            self.drafts[person].gender = gender
        return person

    def _of_gender(self, gender: str, sentence: int) -> list[int]:
        return [p for p in self.focus.ranked(sentence) if self._may_be(p, gender)]

    def _may_be(self, person: int, gender: str) -> bool:
        known = self.drafts[person].gender or self.drafts[person].owner
        return known in {None, gender}

    def _fits_better(self, person: int | None, sentence: int, gender: str) -> bool:
        """Whether a person of unknown gender stands in a sentence beside one who surely has it."""
        if person is None or self.drafts[person].gender == gender:
            return False
        beside = {step.person for step in self.focus.trail if step.sentence == sentence}
        return any(self.drafts[p].gender == gender for p in beside)

    def _says_more(self, token: Token) -> bool:
        """ "He *also* thanked …": the subject before goes on, though the pronoun may fit another."""
        after = self.analysis.tokens[token.index + 1 : token.index + 2]
        return token.lower in {"he", "she"} and any(other.lower in _MORE for other in after)

    def _clause_mate(self, token: Token) -> int | None:
        """The subject of the clause in which a pronoun is an object: "X thanked him" is not X."""
        if token.lower not in {"him", "her"} or token.deprel == "nmod:poss":
            return None
        return self.focus.subject_before(token.index)

    def _opens_part(self, token: Token) -> bool:
        sentence = self.analysis.sentences[token.sentence]
        return bool(_FOR_PART.match(self.analysis.text[sentence.start : sentence.end]))

    def _subject_ahead(self, token: Token) -> int | None:
        for other in self.analysis.words(self.analysis.sentences[token.sentence]):
            if other.index in self.heads and other.index > token.index:
                return self.heads[other.index]
        return None

    def _introduced_ahead(self, token: Token, gender: str) -> int | None:
        """ "During *his* visit to Riga, Minister Otieno met Minister Brandt": the person first named behind the phrase
        that opens a sentence, its subject; of "During his visit, Minister Otieno received …" nobody can say."""
        words = self.analysis.words(self.analysis.sentences[token.sentence])
        fronted = token.deprel == "nmod:poss" and words[0].upos in {"ADP", "SCONJ"} and token.index - words[0].index < 4
        comma = next(
            (other.index for other in words if other.text == "," and other.index > token.index), words[-1].index
        )
        name = next((other for other in words if other.index in self.heads and other.index > comma), None)
        if not fronted or name is None or not self.focus.is_subject(name.index):
            return None
        person, verb = self.heads[name.index], self.analysis.tokens[name.head]
        return person if self.drafts[person].gender in {None, gender} and verb.lemma not in _HOSTING else None

    def learn_gender(self, sentence: int) -> None:
        """ "For her part, X said": X is a woman."""
        span = self.analysis.sentences[sentence].span
        match = _FOR_PART.match(span.of(self.analysis.text))
        if not match:
            return
        ahead = self._subject_ahead(self.analysis.words(self.analysis.sentences[sentence])[0])
        if ahead is not None and self.drafts[ahead].gender is None:
            self.drafts[ahead].gender = "f" if match.group(1).lower() == "her" else "m"


def relative_heads(analysis: Analysis, people: frozenset[int]) -> dict[int, int]:
    """Relative pronouns to the noun that their clause modifies; "who" right after a name takes up that name.

    `people` are the tokens that denote people.
    """
    tokens, found = analysis.tokens, {}
    for token in tokens:
        if token.lower not in _RELATIVE or token.upos not in {"PRON", "DET", "SCONJ"}:
            continue
        modified = _modified_by(analysis, token)
        if token.lower in {"who", "whom"} and modified not in people:
            modified = next((i for i in range(token.index - 1, max(-1, token.index - 4), -1) if i in people), modified)
        if modified is not None:
            found[token.index] = modified
    return found


def _modified_by(analysis: Analysis, token: Token) -> int | None:
    """The noun that the relative clause of a pronoun modifies."""
    verb = analysis.tokens[token.head]
    for _ in range(3):
        if verb.deprel.startswith("acl"):
            return verb.head
        verb = analysis.tokens[verb.head]
    return None
