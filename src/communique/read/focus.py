"""Who is in focus: the trail of people mentioned so far, from which descriptions and pronouns take their referent."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.read.analysis import Analysis
from communique.read.drafts import Draft

_SUBJECT, _OBJECT, _OTHER, _OWNER = 3.0, 2.0, 1.0, 0.5
_ASIDE = 0.5
_RECENT = 4
_FADE = 0.75
_COMPANY = 5  # people who can be meant by "they" after a sentence that names them together


@dataclass(frozen=True, slots=True)
class Step:
    """One mention on the trail: the token, the person, the weight of its role in the clause."""

    token: int
    sentence: int
    person: int
    weight: float


@dataclass
class Focus:
    """The trail of a report, in the order of the text; people are indices of `drafts`."""

    analysis: Analysis
    drafts: list[Draft]
    trail: list[Step] = field(default_factory=list)

    def mention(self, token: int, person: int, first: int | None = None) -> None:
        """Add a mention by name, description or pronoun; `first` is the first token of its phrase, where known.

        A phrase right behind a preposition is no subject, and one behind "with" or "by" takes part, whatever the
        parse says.
        """
        sentence, weight = self.analysis.tokens[token].sentence, self._weight(token)
        before = self.analysis.tokens[first - 1] if first else None
        if before and before.upos == "ADP":
            aside = self._is_aside(self._phrase_head(token))
            takes_part = before.lower in {"with", "by"} and not aside
            weight = _OBJECT if takes_part else min(weight, _OBJECT)
        self.trail.append(Step(token, sentence, person, weight))

    def _weight(self, token: int) -> float:
        head = self._phrase_head(token)
        weight = self._role(head)
        return weight * _ASIDE if self._is_aside(head) else weight

    def is_subject(self, token: int) -> bool:
        """Whether the phrase of a token is the subject of a clause."""
        return self._role(self._phrase_head(token)) == _SUBJECT

    def _role(self, head: int) -> float:
        relation = self.analysis.tokens[head].deprel
        if relation.startswith("nsubj"):
            return _SUBJECT
        if relation in {"obj", "iobj", "obl:agent"}:
            return _OBJECT
        if relation.startswith("obl") and self.analysis.preposition(head) in {"with", "on", "by"}:
            return _OBJECT
        return _OWNER if relation == "nmod:poss" else _OTHER

    def _is_aside(self, head: int) -> bool:
        """Whether a phrase stands in an adverbial or relative clause, beside what the sentence tells."""
        governor = self.analysis.tokens[self.analysis.tokens[head].head]
        return governor.index != head and governor.deprel.split(":")[0] in {"advcl", "acl"}

    def _phrase_head(self, token: int) -> int:
        """The head of the phrase that a token stands in: its own, or further up along names and coordination."""
        tokens = self.analysis.tokens
        for _ in range(6):
            if tokens[token].deprel.split(":")[0] not in {
                "flat",
                "compound",
                "appos",
                "conj",
                "amod",
                "nmod",
            }:
                break
            if tokens[token].head == token or tokens[token].deprel == "nmod:poss":
                break
            token = tokens[token].head
        return token

    def score(self, person: int, sentence: int) -> float:
        """How much a person is in focus at a sentence: its mentions' weights, fading with distance."""
        return sum(step.weight * _FADE ** (sentence - step.sentence) for step in self.trail if step.person == person)

    def ranked(self, sentence: int) -> list[int]:
        """People mentioned so far, the most in focus first."""
        known = dict.fromkeys(step.person for step in reversed(self.trail))
        return sorted(known, key=lambda person: -self.score(person, sentence))

    def subject_before(self, token: int) -> int | None:
        """The person who is the nearest subject before a token in its own sentence."""
        sentence = self.analysis.tokens[token].sentence
        for step in reversed(self.trail):
            if step.sentence != sentence:
                return None
            if step.weight >= _SUBJECT and step.token < token:
                return step.person
        return None

    def first_subject(self, sentence: int) -> int | None:
        """The person who is the first subject of a sentence, or its first person where none is a subject."""
        steps = [step for step in self.trail if step.sentence == sentence]
        subjects = [step.person for step in steps if step.weight >= _SUBJECT]
        return next(iter(subjects or [step.person for step in steps if step.weight >= _OTHER]), None)

    def taking_part(self, sentence: int) -> tuple[int, ...]:
        """The people who act in what a sentence tells, or with whom one acts."""
        return tuple(dict.fromkeys(s.person for s in self.trail if s.sentence == sentence and s.weight >= _OBJECT))

    def company(self, sentence: int) -> tuple[int, ...]:
        """The people who take part in what a sentence tells, where they are of two parties or more."""
        people = tuple(person for person in self.taking_part(sentence) if self.drafts[person].party)
        several = len({self.drafts[p].party for p in people}) > 1
        return people if several and len(people) <= _COMPANY else ()

    def of_party(self, party: str, sentence: int) -> tuple[int, ...]:
        """The people of a party who were named in the sentences shortly before."""
        near = [s.person for s in self.trail if sentence - _RECENT <= s.sentence <= sentence and s.weight >= _OTHER]
        return tuple(dict.fromkeys(p for p in near if self.drafts[p].party == party))[:_COMPANY]

    def pair(self, sentence: int, sides: tuple[str, ...], among: set[int] | None = None) -> tuple[int, ...]:
        """The people who stand for both sides at a sentence: the one most in focus and the most so of another
        party, the main sides first; only people `among` those given, where any are."""
        ranked = [p for p in self.ranked(sentence) if self.drafts[p].party and (among is None or p in among)]
        main = [p for p in ranked if self.drafts[p].party in sides]
        chosen: list[int] = []
        for person in [*main, *ranked]:
            if all(self.drafts[person].party != self.drafts[other].party for other in chosen):
                chosen.append(person)
            if len(chosen) == 2:
                break
        return tuple(sorted(chosen))
