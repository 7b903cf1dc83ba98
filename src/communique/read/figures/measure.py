"""What a quantity measures, in the report's own words, and the noun that a bare number counts."""

from __future__ import annotations

from communique.model import Span
from communique.read.analysis import Analysis, Token
from communique.read.figures.aims import Aims
from communique.read.figures.counts import Counts
from communique.read.figures.deeds import Deeds
from communique.read.figures.measurable import is_part_of_pronoun
from communique.read.figures.phrases import NOUNS, STOPS, Boundary, Phrasing, Wording
from communique.read.figures.placed import Placed, ancestors, change_words, verb_above
from communique.read.figures.rates import rate_of
from communique.read.figures.spending import Spending, is_time
from communique.read.figures.subjects import Subjects, is_agent
from communique.read.figures.words import cue_words

_PRONOUNS = frozenset({"it", "this", "that", "they", "them"})
_WORTH = frozenset({"worth", "valued", "costing", "totalling", "totaling", "amounting", "priced", "estimated"})


class Measures:
    """Finds the measure of placed quantities of one report. `is_boundary` tells tokens of dates and
    quantities, `is_quantity` those of quantities only."""

    def __init__(self, analysis: Analysis, is_boundary: Boundary, is_quantity: Boundary) -> None:
        self._analysis = analysis
        self._phrasing = Phrasing(analysis, is_boundary, is_quantity)
        self._subjects = Subjects(analysis, is_boundary)
        self._aims = Aims(analysis, self._phrasing)
        self._deeds = Deeds(analysis, self._phrasing, self._subjects)
        self._spending = Spending(analysis, self._phrasing, self._subjects)
        self._counts = Counts(analysis, self._phrasing)

    def of(self, placed: Placed) -> Wording | None:
        """The words that say what is measured, or None where the report does not."""
        if placed.mover is not None:
            moved = self._by_verb(placed)
            return None if moved is None else self._wording(moved, placed)
        if placed.counted is not None:
            return self._counts.of(placed, placed.counted)
        if self._is_part_of_pronoun(placed):
            return self._deeds.done_to_them(placed)
        return None if self._stands_in(placed) else self._by_noun(placed)

    def _stands_in(self, placed: Placed) -> bool:
        """Whether a verb of amount tells of "the figure" or the like, which was named before."""
        verb = verb_above(self._analysis, placed)
        if verb is None or not (verb.index == placed.top or verb.lemma in cue_words("amount_verbs")):
            return False
        return self._subjects.stands_in(verb)

    def _is_part_of_pronoun(self, placed: Placed) -> bool:
        """Whether what was told before is measured, and no verb of amount tells of what: "half *of it*"."""
        near = verb_above(self._analysis, placed)
        amount = near is not None and near.lemma in cue_words("amount_verbs")
        return is_part_of_pronoun(self._analysis, placed) and not amount

    def _by_noun(self, placed: Placed) -> Wording | None:
        rules = (
            self._worth,
            self._extent,
            self._part_of,
            self._gapped,
            self._modified,
            self._spending.listed,
            self._spending.made_of,
            self._of_noun,
            self._apposed,
            self._costing,
            self._by_verb,
            self._equated,
            self._kept_at,
            self._priced,
            self._aims.of,
            self._spending.purpose,
            self._spending.bought,
            self._deeds.done,
            self._subject,
        )
        for rule in rules:
            found = rule(placed)
            if isinstance(found, Wording):
                return found
            if found is not None and rule == self._part_of and placed.quantity.kind != "physical":
                return self._counts.with_predicate(found, placed, self._top(placed))
            if found is not None:
                return self._wording(found, placed)
        return None

    def _wording(self, noun: Token, placed: Placed) -> Wording:
        return Wording((self._phrasing.with_complement(noun, placed),))

    def _top(self, placed: Placed) -> Token:
        return self._analysis.tokens[placed.top]

    def is_told_on(self, placed: Placed) -> bool:
        """Whether a pronoun stands for what is measured: "*It* fell to 3 per cent", "raise *it* to $5 billion"."""
        verb = placed.mover or verb_above(self._analysis, placed)
        if verb is None:
            return False
        clause = self._analysis.clause_of.get(verb.index)
        index = None if clause is None else clause.subject
        told = [t for t in self._analysis.dependents(verb.index, "obj") if t.index < placed.first]
        told += [] if index is None else [self._analysis.tokens[index]]
        return any(t.lower in _PRONOUNS or t.lemma in cue_words("counters") | cue_words("standing_in") for t in told)

    # -- which noun

    def _worth(self, placed: Placed) -> Token | None:
        """As in "Gift packages *worth* VNĐ60 million", "purifiers *valued at* US$85,000"."""
        tokens = self._analysis.tokens
        start = self._before(placed)
        for i in range(start, max(start - 2, placed.sentence.first - 1), -1):
            if tokens[i].lower in _WORTH:
                noun = self._worth_so_much(tokens[i])
                return None if noun is None or self._phrasing.is_quantity(noun) else self._dealt_in(noun)
        return None

    def _worth_so_much(self, worth: Token) -> Token | None:
        """The noun that "worth" or the like describes: its head, its subject, or the noun right before it."""
        head = self._analysis.tokens[worth.head]
        if head.upos in NOUNS and head.index < worth.index:
            return head
        done = self._analysis.dependents(head.index, "obj") if worth.deprel == "advcl" else ()
        if done and done[0].upos in NOUNS and done[0].index < worth.index:
            return done[0]
        subjects = self._analysis.dependents(worth.index, "nsubj", "nsubj:pass")
        if subjects and subjects[0].upos in NOUNS and subjects[0].index < worth.index:
            return subjects[0]
        return None if self._copular(worth) else self._noun_left_of(worth.index)

    def _dealt_in(self, noun: Token) -> Token:
        """What is worth so much, the trade in the things where that is told of: "two-way *trade* in goods totalling
        $8 billion"."""
        first = self._first_joined(noun)
        above = self._analysis.tokens[first.head]
        deals = above.lemma.lower() in cue_words("between_sides") and above.upos == "NOUN"
        return above if deals and first.deprel == "nmod" and above.index < first.index else first

    def _first_joined(self, noun: Token) -> Token:
        """The first of nouns joined without a comma or an amount between: "*goods* and services worth $2 billion"."""
        first = self._analysis.tokens[noun.head]
        between = self._analysis.tokens[first.index + 1 : noun.index]
        joined = noun.deprel == "conj" and first.upos in NOUNS
        apart = any(t.text in STOPS or self._phrasing.is_boundary(t) for t in between)
        return first if joined and not apart else noun

    def _extent(self, placed: Placed) -> Token | None:
        """What is so long, wide or high: "The *bridge*, 1.2 km long", "the *road* is 40 km long"."""
        after = self._analysis.tokens[placed.last : placed.last + 1]
        if placed.quantity.kind != "physical" or not after or after[0].lower not in cue_words("extents"):
            return None
        head = self._analysis.tokens[after[0].head]
        if head.upos in NOUNS and head.index < placed.first:
            return head
        clause = self._analysis.clause_of.get(after[0].index) or self._analysis.clause_of.get(head.index)
        subject = None if clause is None or clause.subject is None else self._analysis.tokens[clause.subject]
        if subject is not None and clause is not None and subject.lower in {"which", "that"}:
            subject = self._analysis.tokens[self._analysis.tokens[clause.predicate].head]
        return subject if subject is not None and subject.upos in NOUNS else None

    def _copular(self, token: Token) -> bool:
        return bool(self._analysis.dependents(token.index, "cop", "aux:pass", "nsubj", "nsubj:pass"))

    def _part_of(self, placed: Placed) -> Wording | Token | None:
        """As in "62 per cent *of the dues*", "25,000 tonnes *of rice*", "*spend* 2 per cent of GDP *on schools*"."""
        if placed.quantity.kind == "money":
            return None
        noun = self._phrasing.noun_after_preposition(self._phrasing.behind(placed), ("of",))
        if noun is None or self._phrasing.is_quantity(noun):
            return None
        if noun.lemma.lower() not in cue_words("economies"):
            return noun
        return self._by_verb(placed) or self._spending.spent_on(placed, noun) or noun

    def _gapped(self, placed: Placed) -> Token | None:
        """As in "Exports rose to R128 billion, and *imports* to R19.6 billion": the verb is left out."""
        tokens = self._analysis.tokens
        i = self._before(placed)
        if i - 2 < placed.sentence.first or tokens[i].lower not in {"to", "by"} or tokens[i - 1].upos != "NOUN":
            return None
        return tokens[i - 1] if tokens[i - 2].lower in {"and", ",", "while"} else None

    def _modified(self, placed: Placed) -> Token | None:
        """As in "A USD 60 million *loan*", "the 11.5-tonne *limit*"."""
        tokens = self._analysis.tokens
        top = tokens[placed.top]
        head = tokens[top.head]
        if head.lemma == "worth" and head.index == placed.last:
            return self._phrasing.noun_after_preposition(placed.last + 1, ("of",))
        noun_like = head.upos in NOUNS and head.index >= placed.last
        dated = noun_like and (self._phrasing.is_boundary(head) or head.lower in {"total", "each", "altogether"})
        if noun_like and not dated and top.deprel in {"nummod", "compound", "amod", "nmod", "nmod:poss"}:
            between = tokens[placed.last : head.index]
            # "$50 million and 200 officers": the money is none of the officers.
            counted = any(self._phrasing.is_quantity(token) for token in between)
            if not counted and all(token.text not in STOPS or token.text == "-" for token in between):
                return head
        following = tokens[placed.last] if placed.last < placed.sentence.last else None
        if placed.quantity.joined and following is not None and following.upos in {"NOUN", "PROPN", "ADJ"}:
            return self._phrasing.end_of_run(placed.last)
        return None

    def _of_noun(self, placed: Placed) -> Token | None:
        """As in "A *grant* of 1.9 billion yen", "*arrears* of Rs. 2.3 billion"."""
        tokens = self._analysis.tokens
        i = self._before(placed)
        if i < placed.sentence.first or tokens[i].lower not in {"of", "at", "in"}:
            return None
        head = tokens[tokens[placed.top].head]
        near = tokens[i - 1] if i > placed.sentence.first else None
        noun = head if head.upos in NOUNS and head.index < i else near
        if noun is not None and noun.deprel == "nmod" and self._subjects.is_place(noun):
            noun = tokens[noun.head]
        if noun is None or noun.upos not in NOUNS or tokens[i].lower != "of":
            return None
        if noun.lemma.lower() in cue_words("light_nouns"):
            return None if self._aims.of(placed) else self._beyond_light(noun, placed)
        return noun

    def _beyond_light(self, noun: Token, placed: Placed) -> Token | None:
        """What a "value of", "total of" or "rise of" is the value, total or rise of."""
        inner = self._analysis.dependents(noun.index, "compound", "nmod:poss")
        if inner and inner[-1].upos in NOUNS:
            return noun
        owner = self._risen(noun, placed) or self._with_so_much(noun)
        if owner is not None:
            return owner
        verb = next((t for t in ancestors(self._analysis, noun.index) if t.upos == "VERB"), None)
        told = verb is not None and (verb.lemma in cue_words("foreseeing") or noun.lemma.lower() == "growth")
        owner = None if verb is None else self._subjects.of(verb)
        owner = None if owner is not None and self._subjects.is_party(owner) else owner
        return noun if told else None if owner is not None and owner.index == noun.index else owner

    def _risen(self, noun: Token, placed: Placed) -> Token | None:
        """What the rise was in: "a rise of $3 million *in exports*"."""
        after = [t for t in self._analysis.dependents(noun.index, "nmod") if t.index > placed.last and t.upos in NOUNS]
        fits = after and after[0].upos == "NOUN" and self._analysis.preposition(after[0].index) == "in"
        return after[0] if fits and not self._phrasing.is_boundary(after[0]) else None

    def _with_so_much(self, noun: Token) -> Token | None:
        """What has such a value: "64 *projects* with a total value of $5.8 billion"."""
        case = self._analysis.dependents(noun.index, "case")
        if not case or case[0].lower != "with" or case[0].index == 0:
            return None
        near = self._analysis.tokens[case[0].index - 1]
        above = self._analysis.tokens[noun.head]
        done = self._analysis.dependents(above.index, "obj") if above.upos == "VERB" else ()
        apart = near.text == "," and bool(done) and done[0].upos == "NOUN" and done[0].index < near.index
        return done[0] if apart else near if near.upos == "NOUN" else None

    def _apposed(self, placed: Placed) -> Token | None:
        """As in "The final *tranche*, EC$8 million"."""
        top = self._analysis.tokens[placed.top]
        head = self._analysis.tokens[top.head]
        apposed = top.deprel == "appos" and head.upos in NOUNS and head.index < placed.first
        return head if apposed and not self._phrasing.is_boundary(head) and not self._subjects.is_party(head) else None

    def _costing(self, placed: Placed) -> Wording | None:
        """What costs so much, with the verb and whom: the "*ban cost exporters* €14 million" is not itself so large."""
        verb = verb_above(self._analysis, placed)
        if verb is None or verb.lemma != "cost" or verb.index > placed.first:
            return None
        subject = self._subjects.of(verb)
        if subject is None or subject.index > verb.index:
            return None
        whom = [t for t in self._analysis.dependents(verb.index, "iobj", "obj") if verb.index < t.index < placed.first]
        phrase = self._phrasing.noun_phrase(subject, placed)
        return Wording((phrase, Span(verb.start, whom[0].end if whom else verb.end)))

    def _by_verb(self, placed: Placed) -> Token | None:
        """The subject of a verb of amount or change, its object where it moves something ("raise trade to …")."""
        verb = placed.mover or verb_above(self._analysis, placed)
        before = self._before(placed)
        if before > placed.sentence.first and self._analysis.tokens[before].lower in {"up", "down"}:
            near = self._analysis.tokens[before - 1]
            if near.upos in NOUNS and not self._phrasing.is_boundary(near):
                return near
        top = self._analysis.tokens[placed.top]
        moves = verb is not None and self._moves(verb, top)
        if verb is not None and verb.lemma in cue_words("estimating") and self._analysis.preposition(top.index) == "at":
            return self._estimated(verb)
        if verb is None or not (moves or verb.lemma in cue_words("amount_verbs") or verb.lemma in change_words()):
            return None
        moved = self._analysis.dependents(verb.index, "obj")
        itself = verb.index == placed.top or self._analysis.preposition(top.index) == "by"
        if (moves or verb.lemma in change_words()) and moved and (itself or moved[0].index < placed.first):
            return None if self._phrasing.is_boundary(moved[0]) or moved[0].upos == "PRON" else moved[0]
        if top.deprel.startswith("nsubj"):
            return None
        return self._subjects.of(verb)

    def _equated(self, placed: Placed) -> Token | None:
        """What "be" makes as large as an amount: "the average *benefit* was $4,700 per family"."""
        named = self._analysis.dependents(placed.top, "cop") and self._analysis.dependents(placed.top, "nsubj")
        subject = named[0] if named else None
        return subject if subject is not None and subject.upos == "NOUN" and not is_agent(subject) else None

    def _kept_at(self, placed: Placed) -> Token | None:
        """What is kept or set at an amount: "keep *tariffs* at 20 per cent", "keep at 20 per cent the *tariffs*"."""
        top = self._top(placed)
        kept = self._analysis.dependents(top.head, "obj")
        fits = kept and kept[0].upos in NOUNS and self._analysis.preposition(top.index) == "at"
        return kept[0] if fits and not self._phrasing.is_boundary(kept[0]) else None

    def _estimated(self, verb: Token) -> Token | None:
        """What is put at an amount: "put *trade* at $3 billion", "the *order*, which the press put at $3 million"."""
        clause = self._analysis.clause_of.get(verb.index)
        if clause is not None and clause.voice == "passive":
            return self._subjects.of(verb)
        above = self._analysis.tokens[verb.head]
        put = self._analysis.dependents(verb.index, "obj")
        noun = above if verb.deprel == "acl:relcl" else put[0] if put else None
        return noun if noun is not None and noun.upos in NOUNS and not self._phrasing.is_boundary(noun) else None

    def _moves(self, verb: Token, top: Token) -> bool:
        """Whether a verb takes its object to the amount, as in "bring trade *to US$20 billion*"."""
        return verb.lemma in cue_words("moving_verbs") and self._analysis.preposition(top.index) == "to"

    def _priced(self, placed: Placed) -> Wording | None:
        """A price says by what it is counted where it says no more: "at 6 cents *per unit*", not "$35 a month"."""
        rate = rate_of(self._analysis, placed) if placed.quantity.kind == "money" else None
        if rate is None or is_time(rate):
            return None
        return Wording.over(self._analysis.tokens[placed.last].start, self._analysis.tokens[placed.last + 1].end)

    def _subject(self, placed: Placed) -> Token | None:
        """The last resort: the subject of the clause, where it is a thing."""
        verb = verb_above(self._analysis, placed)
        subject = None if verb is None else self._subjects.of(verb)
        if verb is None or subject is None or subject.upos != "NOUN" or self._subjects.tells(verb, subject):
            return None
        return subject if not placed.first <= subject.index < placed.last else None

    # -- where it stands

    def _before(self, placed: Placed) -> int:
        """The index of the token before a quantity and its hedge."""
        hedge = placed.quantity.hedge
        i = placed.first - 1
        while hedge is not None and i >= placed.sentence.first and self._analysis.tokens[i].start >= hedge.start:
            i -= 1
        return i

    def _noun_left_of(self, index: int) -> Token | None:
        for i in range(index - 1, max(index - 5, -1), -1):
            if self._analysis.tokens[i].upos in NOUNS:
                return self._analysis.tokens[i]
        return None
