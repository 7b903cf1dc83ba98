"""Whom "they" takes up where it is not simply both sides: states told of before, or the people of one side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from communique.read.analysis import Analysis, Token
from communique.read.denoted import Denoted
from communique.read.drafts import Draft
from communique.read.focus import Focus
from communique.read.sides import Sides

THEY = frozenset({"they", "them", "themselves"})
_SENT = frozenset({"delegation", "team", "mission", "group"})


@dataclass
class PluralPronouns:
    """Decides "they" and "them". `denoted` maps the tokens decided so far."""

    analysis: Analysis
    drafts: list[Draft]
    focus: Focus
    sides: Sides
    denoted: Mapping[int, Denoted]

    def antecedent(self, token: Token) -> Denoted | None:
        """What a plural pronoun takes up, or None where the sides of the report are as near."""
        states = self._states_before(token)
        if states:
            return Denoted((), states, True)
        if not token.deprel.startswith("nsubj"):
            return None
        return self._mission(token) or self._people_of_one_side(token)

    def _people_of_one_side(self, token: Token) -> Denoted | None:
        """Two people or more of one party whom the sentence before tells of, and nobody else."""
        told = self.focus.taking_part(token.sentence - 1)
        since = {person for person in self.focus.taking_part(token.sentence) if person not in told}
        parties = {self.drafts[person].party for person in told}
        if since or len(told) < 2 or len(parties) > 1 or None in parties:
            return None
        return Denoted(told, tuple(str(party) for party in parties))

    def _mission(self, token: Token) -> Denoted | None:
        """ "Fiji, where the *delegation* met …; Samoa, where *they* met …": the mission of one party."""
        subjects = self._subjects(token.sentence, token)
        if not subjects or subjects[-1].lower not in _SENT:
            return None
        parties = self.sides.of(subjects[-1])
        return Denoted((), parties) if len(parties) == 1 else None

    def _states_before(self, token: Token) -> tuple[str, ...]:
        """Two states or more that are the nearest subject before "they": "Senegal and Mauritania … they"."""
        for index in range(token.sentence, max(-1, token.sentence - 2), -1):
            subjects = self._subjects(index, token)
            if subjects:
                return self._states(subjects[-1])
        return ()

    def _subjects(self, sentence: int, before: Token) -> list[Token]:
        return [
            other
            for other in self.analysis.words(self.analysis.sentences[sentence])
            if other.index < before.index and other.deprel.startswith("nsubj") and other.lower not in THEY
        ]

    def _states(self, subject: Token) -> tuple[str, ...]:
        known = self.denoted.get(subject.index)
        if known is not None:
            return known.parties if not known.people and len(known.parties) > 1 else ()
        found = [code for part in self.analysis.conjuncts(subject.index) for code in self.sides.of(part)]
        return tuple(dict.fromkeys(found)) if len(set(found)) > 1 else ()
