"""What a number of things measures: the things, with what they belong to or what is told of them."""

from __future__ import annotations

from dataclasses import replace

from communique.model import Span
from communique.read.analysis import Analysis, Token
from communique.read.figures.phrases import NOUNS, STOPS, Phrasing, Wording
from communique.read.figures.placed import Placed
from communique.read.figures.words import cue_words

# How far the noun that a counted one hangs from may stand before the number, in tokens.
LONGEST_GOVERNOR = 8
# How far the verb may stand behind the counted noun's phrase, in tokens.
LONGEST_WAY_TO_VERB = 8
# How many words after "be" say how things are.
LONGEST_STATE = 4


class Counts:
    """Finds the measure of numbers of things in one report."""

    def __init__(self, analysis: Analysis, phrasing: Phrasing) -> None:
        self._analysis = analysis
        self._phrasing = phrasing

    def of(self, placed: Placed, noun: Token) -> Wording:
        """The counted noun's phrase; with the noun that it hangs from ("a convoy of 18 doctors"), with what the
        counted ones do ("143 crew members were being held"), or with what is done to them ("damaged 7 schools")."""
        governor = self._analysis.tokens[noun.head]
        if placed.quantity.joined and governor.index > noun.index:
            return Wording((self._phrasing.noun_phrase(governor, replace(placed, last=noun.index + 1)),))
        phrase = self._phrasing.noun_phrase(noun, placed)
        owner = self._owner(placed, noun)
        if owner is not None:
            its = self._phrasing.noun_phrase(owner, placed)
            # "The city's largest school *with* pupils": without its number, but in the report's order.
            end = self._end_before(placed) if noun.deprel == "nmod" else its.end
            return Wording((Span(its.start, end), phrase))
        above = self._governor(placed, noun)
        if above is not None:
            start = self._phrasing.noun_phrase(above, placed, whole=True).start
            return Wording((Span(start, self._end_before(placed)), phrase))
        above = self._analysis.tokens[noun.head]
        each = noun.deprel == "nmod" and above.lower in {"each", "all", "most", "many", "some"}
        told = self.with_predicate(noun, placed, above if each else noun)
        return told if len(told.spans) > 1 or told.span != phrase else self._with_deed(phrase, noun)

    def with_predicate(self, noun: Token, placed: Placed, subject: Token) -> Wording:
        """A noun's phrase with what is said of it, where it is the subject of its clause and nobody gives it."""
        phrase = self._phrasing.noun_phrase(noun, placed)
        verb = self._analysis.tokens[subject.head]
        if not subject.deprel.startswith("nsubj") or verb.upos not in {"VERB", "AUX"} or verb.index < noun.index:
            return Wording((phrase,))
        holds = subject.deprel == "nsubj" and verb.lemma in cue_words("holding")
        if verb.lemma in cue_words("giving") or holds or self._is_parted(phrase, verb):
            return Wording((phrase,))
        if subject.deprel == "nsubj:pass":
            return Wording((phrase, verb.span))
        if verb.lemma == "be" and verb.form == "fin":
            return Wording.over(phrase.start, self._end_of_state(verb))
        return (
            Wording.over(phrase.start, self._with_particle(verb).end)
            if self._adjoins(phrase, verb)
            else Wording((phrase,))
        )

    def _with_particle(self, verb: Token) -> Token:
        """The verb, or the word that makes one with it: "took *part*", "gave *up*"."""
        after = self._analysis.tokens[verb.index + 1 : verb.index + 2]
        bare = [t for t in after if t.head == verb.index and t.deprel in {"obj", "compound:prt"}]
        return bare[0] if bare else verb

    def _end_of_state(self, verb: Token) -> int:
        """Where what is said by a bare "be" ends: "roofs are still *under tarpaulin*"."""
        end = verb
        for token in self._analysis.tokens[verb.index + 1 : verb.index + 1 + LONGEST_STATE]:
            if token.sentence != verb.sentence or token.text in STOPS or self._phrasing.is_boundary(token):
                break
            if token.upos in NOUNS | {"ADJ", "VERB"}:
                end = token
                break
        return end.end

    def _end_before(self, placed: Placed) -> int:
        """The end of the last word before a quantity, its hedge and its article."""
        hedge = placed.quantity.hedge
        before = self._analysis.between(placed.sentence.start, placed.span.start if hedge is None else hedge.start)
        kept = next((token for token in reversed(before) if token.upos != "DET"), None)
        return placed.span.start if kept is None else kept.end

    def _is_parted(self, phrase: Span, verb: Token) -> bool:
        """Whether the verb stands far off, or beyond a comma."""
        between = self._analysis.between(phrase.end, verb.start)
        return len(between) > LONGEST_WAY_TO_VERB or any(token.text in STOPS for token in between)

    def _adjoins(self, phrase: Span, verb: Token) -> bool:
        between = self._analysis.between(phrase.end, verb.start)
        return all(token.upos in {"AUX", "ADV", "PART"} for token in between)

    def _governor(self, placed: Placed, noun: Token) -> Token | None:
        """The noun that the counted one hangs from: "a *convoy* of 18 doctors", "*fines* imposed on 17 fishermen"."""
        above = self._analysis.tokens[noun.head]
        if above.form == "part" and above.deprel == "acl":
            above = self._analysis.tokens[above.head]
        elif noun.deprel != "nmod":
            return None
        return above if self._carries(above, placed) else None

    def _carries(self, governor: Token, placed: Placed) -> bool:
        tail = self._analysis.tokens[governor.index + 1 : placed.first]
        if governor.upos != "NOUN" or not tail or len(tail) > LONGEST_GOVERNOR or tail[0].start < governor.end:
            return False
        joined = len(tail) > 2 and tail[0].lower == "and" and tail[1].head == governor.index
        opens = tail[2] if joined and tail[1].deprel == "conj" else tail[0]
        near = opens.lower in {"of", "to", "on"} or opens.form == "part"
        stopped = any(t.text in STOPS or self._phrasing.is_boundary(t) for t in (governor, *tail))
        return (
            near
            and not stopped
            and governor.lemma not in cue_words("light_nouns") | cue_words("handing_nouns") | {"addition"}
        )

    def _owner(self, placed: Placed, noun: Token) -> Token | None:
        """The thing whose counted ones they are: "the *plant* would keep its 4,700 workers", "a *school* with 600
        pupils"."""
        before = self._analysis.tokens[placed.first - 1] if placed.first > placed.sentence.first else None
        above = self._analysis.tokens[noun.head]
        if before is None:
            return None
        clause = self._analysis.clause_of.get(above.index)
        if before.lower == "its" and clause is not None and clause.subject is not None:
            subject = self._analysis.tokens[clause.subject]
            return subject if subject.upos == "NOUN" and subject.index < placed.first else None
        close = noun.deprel == "nmod" and above.upos in NOUNS and self._analysis.preposition(noun.index) == "with"
        has = close and before.lower == "with" and above.index < placed.first
        return above if has and above.lemma.lower() not in cue_words("handing_nouns") else None

    def _with_deed(self, phrase: Span, noun: Token) -> Wording:
        """A bare noun with the verb that says what happened to the things: "*damaged* seven *schools*"."""
        verb = self._analysis.tokens[noun.head]
        words = self._analysis.between(phrase.start, phrase.end)
        if noun.deprel != "obj" or len(words) > 1 or verb.upos != "VERB" or verb.index > noun.index:
            return Wording((phrase,))
        return Wording((phrase,)) if verb.lemma in cue_words("handing") else Wording((verb.span, phrase))
