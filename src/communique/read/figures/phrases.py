"""Noun phrases around a figure: where the words that say what is measured start and end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from communique.model import Span
from communique.read.analysis import POSSESSIVES, Analysis, Token
from communique.read.figures.kinds import kinds_of
from communique.read.figures.placed import LONGEST_KINDS, Placed, change_words
from communique.read.figures.rates import LONGEST_BRACKETS
from communique.read.figures.words import cue_words

NOUNS = frozenset({"NOUN", "PROPN"})
STOPS = frozenset({",", ";", ":", "(", ")", "–", "—", "-", "."})
# A measure longer than this many words of meaning is cut before a modifier: it names a thing, it tells no story.
LONGEST = 6
_LEFT_OUT = frozenset({"det", "cc", "punct", "case", "nummod", "advmod", "det:predet", "cc:preconj"})
_MORE = frozenset({"more", "fewer", "less"})
_MODIFIERS = frozenset({"nmod", "acl", "amod", "compound", "case", "conj", "cc", "obl", "punct"})

_COMPLEMENTS = frozenset({"on", "in", "of", "for", "from", "to", "with", "between", "against", "by", "through"})
_FUNCTION_WORDS = frozenset({"ADP", "DET", "PUNCT", "CCONJ", "PRON", "PART", "AUX", "SCONJ"})

Boundary = Callable[[Token], bool]


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of a report that say one thing, in one stretch or in several ("damaged … schools")."""

    spans: tuple[Span, ...]

    @classmethod
    def over(cls, start: int, end: int) -> Wording:
        return cls((Span(start, end),))

    @property
    def span(self) -> Span:
        """From the first character to the last."""
        return Span(min(s.start for s in self.spans), max(s.end for s in self.spans))

    def of(self, text: str) -> str:
        return " ".join(span.of(text) for span in self.spans)


class Phrasing:
    """Cuts phrases out of one report. `is_boundary` tells tokens of dates and quantities, `is_quantity` those of
    quantities only."""

    def __init__(self, analysis: Analysis, is_boundary: Boundary, is_quantity: Boundary) -> None:
        self._analysis = analysis
        self.is_boundary = is_boundary
        self.is_quantity = is_quantity

    def noun_phrase(self, noun: Token, placed: Placed, whole: bool = False) -> Span:
        """The noun with what describes it, without articles, the quantity itself and anything beyond a comma."""
        first = self._left_edge(noun, placed)
        end = kinds_of(self._analysis, noun)[-1] if noun is placed.counted else noun
        last = noun.index if whole else self._shortened(first, end.index, self._right_edge(noun, placed, end.index))
        return Span(self._analysis.tokens[first].start, self._analysis.tokens[last].end)

    def with_complement(self, noun: Token, placed: Placed) -> Span:
        """A noun's phrase with the phrase that such a noun asks for, wherever the parser hangs it: "cut the *duty on
        rice imports* by 5 per cent", "raise *spending on schools* to …"."""
        phrase = self.noun_phrase(noun, placed)
        tokens = self._analysis.tokens
        i = noun.index + 1
        if phrase.end != noun.end or i + 1 >= len(tokens) or tokens[i].upos != "ADP":
            return phrase
        counted = tokens[i].lower in {"for", "of", "to"} and tokens[i + 1].upos == "NUM"
        asks = tokens[i].lower in _COMPLEMENTS and noun.lemma.lower() in cue_words("relational")
        done = tokens[i].lower in {"for", "of"} and tokens[i + 1].form == "ger" and i + 2 < len(tokens)
        end = self.end_of_run(i + (2 if done else 1)) if (asks or counted or done) and i + 1 != placed.first else None
        end = None if end is None else self._owned(end)
        if end is None or end.deprel == "nummod" or placed.first <= end.index < placed.last:
            return phrase
        stopped = any(self.is_boundary(token) and not counted for token in tokens[i : end.index + 1])
        return phrase if stopped or self.is_boundary(end) else Span(phrase.start, end.end)

    def meaning(self, first: int, last: int) -> int:
        """How many of the tokens [first, last] carry meaning by themselves."""
        tokens = self._analysis.tokens[first : last + 1]
        return sum(token.upos not in _FUNCTION_WORDS and token.text[:1].isalnum() for token in tokens)

    def _shortened(self, first: int, noun: int, last: int) -> int:
        """The right edge with modifiers cut off that make a phrase too long."""
        while last > noun and self.meaning(first, last) > LONGEST:
            opens = next((i for i in range(last, noun, -1) if self._opens_modifier(self._analysis.tokens[i])), noun + 1)
            if self._analysis.tokens[opens].lower in POSSESSIVES:
                break
            last = opens - 1
            while last > noun and self._ends_cut_off(self._analysis.tokens[last]):
                last -= 1
        return last

    def _opens_modifier(self, token: Token) -> bool:
        return token.upos in {"ADP", "SCONJ", "CCONJ", "PART"} or token.form in {"part", "ger"}

    def _left_edge(self, noun: Token, placed: Placed) -> int:
        """The first of the words that describe the noun from before it."""
        tokens = self._analysis.tokens
        below = {token.index for token in self._analysis.subtree(noun.index)}
        first, lowest = noun.index, placed.last if placed.first < noun.index else 0
        while first > lowest and self._describes(tokens[first - 1], placed):
            what_kind = first - 1 == noun.head and first == noun.index and tokens[first - 1].form == "ger"
            what_kind = what_kind and tokens[first - 1].lemma not in cue_words("moving_verbs") | change_words().keys()
            if first - 1 not in below and not what_kind and not self._possesses(first - 1):
                break
            if noun.lemma in cue_words("gifts") and tokens[first - 1].lower in {"'s", "’s"}:
                break
            first -= 1
        if noun is placed.counted and self._is_all_its_own(placed.last, noun):
            first = min(first, placed.last)
        while first < noun.index and self._opens_badly(tokens[first]) and not self._hyphenated(tokens[first]):
            first += 1
        return first

    def _is_all_its_own(self, start: int, noun: Token) -> bool:
        """Whether nothing but words for the kind stands between a number and what it counts, however the parser hangs
        them: "2 million *energy saving* lamps", "70 *veteran, family, and survivor* groups"."""
        between = self._analysis.tokens[start : noun.index]
        told = {"NOUN", "PROPN", "ADJ", "ADV", "CCONJ"}
        fits = (t.upos in told or t.text in {",", "-"} or t.form in {"part", "ger"} for t in between)
        return 0 < len(between) <= LONGEST_KINDS and all(fits) and between[0].upos in {"NOUN", "PROPN", "ADJ"}

    def _possesses(self, index: int) -> bool:
        """Whether a token is a possessor's ending or the possessor right before one, wherever the parser hangs it."""
        tokens = self._analysis.tokens
        if tokens[index].lower in POSSESSIVES:
            return index > 0 and tokens[index - 1].upos in NOUNS
        return tokens[index].upos in NOUNS and tokens[index + 1].lower in POSSESSIVES

    def _describes(self, token: Token, placed: Placed) -> bool:
        possessive = token.lower in POSSESSIVES
        if placed.first <= token.index < placed.last or token.text in STOPS - {"-", "–"}:
            return False
        return possessive or token.deprel != "case"

    def _hyphenated(self, token: Token) -> bool:
        """Whether a hyphen ties a word to the next ("two-way")."""
        return self._analysis.text[token.end : token.end + 1] in {"-", "‑"}

    def _opens_badly(self, token: Token) -> bool:
        if token.upos in {"PRON", "DET", "PUNCT", "ADV", "AUX"} or token.deprel in _LEFT_OUT:
            return True
        return token.lower in _MORE or token.lower in {"'s", "’s"}

    def _right_edge(self, noun: Token, placed: Placed, kinds: int) -> int:
        """The end of the modifiers that follow the noun directly and hold no quantity, date or clause of their own;
        what is counted along with it, up to the token `kinds`, belongs to it beyond commas."""
        end = placed.sentence.last if placed.first < noun.index else placed.first
        inside = {token.index for token in self._analysis.subtree(noun.index)}
        for modifier in self._analysis.dependents(noun.index):
            joined = modifier.deprel == "conj" and modifier.index > kinds
            apart = joined and noun is placed.counted and _is_one_beside_many(modifier, noun)
            if modifier.index > noun.index and (apart or not self._restricts(modifier)):
                end = min(end, *(token.index for token in self._analysis.subtree(modifier.index)))
        last = noun.index
        given = noun is placed.counted and noun.lemma.lower() in cue_words("gifts")
        for token in self._analysis.tokens[noun.index + 1 : end]:
            # "40 scholarships *to* poor families" counts scholarships, whoever gets them.
            stops = token.index > kinds and self._parts(token)
            if self.is_boundary(token) or stops or (given and token.lower == "to"):
                break
            if token.index not in inside:
                added = self._added(token, noun, last, placed.quantity.kind == "percent")
                if not added:
                    break
                inside |= added
            last = token.index
        while last > noun.index and self._ends_open(self._analysis.tokens[last]):
            last -= 1
        owned = self._owned(self._analysis.tokens[last]).index if last > noun.index else last
        return owned if owned < end else last

    def _parts(self, token: Token) -> bool:
        """Whether a mark ends a phrase; a hyphen or dash does so only with a space before it."""
        spaced = self._analysis.text[token.start - 1 : token.start].isspace()
        return token.text in STOPS and (token.text not in {"-", "–"} or spaced)

    def _ends_cut_off(self, token: Token) -> bool:
        """Whether a word asks for what was cut off behind it: a participle, or an adjective ("sites *pursuant* to")."""
        return self._ends_open(token) or (token.upos == "ADJ" and token.head < token.index)

    def _ends_open(self, token: Token) -> bool:
        """Whether a phrase may not end with a word: nor with a participle whose own words are cut off ("fund *set* up
        in 2023")."""
        sums = token.lower in {"totaling", "totalling", "amounting", "worth"}
        return sums or self.ends_badly(token) or (token.form == "part" and token.deprel == "acl")

    def _added(self, token: Token, noun: Token, last: int, share: bool) -> frozenset[int]:
        """What belongs to a noun wherever the parser hangs it: the participle right behind it ("canoes *seized* off
        the coast"), a phrase with "of", "for" or "as", and any phrase between a subject and its verb."""
        if token.index == noun.index + 1 and is_participle(self._analysis, token, noun):
            return frozenset(t.index for t in self._analysis.subtree(token.index) if t.index >= token.index)
        if token.lower in {"of", "for"} and token.index == last + 1:
            end = self.end_of_run(token.index + 1)
            return frozenset(range(token.index, end.index + 1)) if end is not None else frozenset()
        head = self._analysis.tokens[token.head]
        opens = token.deprel == "case" and head.index > token.index == last + 1
        close = (
            token.lower in {"as", "under"} or (share and token.lower == "through") or noun.deprel.startswith("nsubj")
        )
        return frozenset(t.index for t in self._analysis.subtree(head.index)) if opens and close else frozenset()

    def _restricts(self, modifier: Token) -> bool:
        """Whether a modifier says which things are meant ("for students", "seized off the coast")."""
        if modifier.deprel.split(":")[0] not in _MODIFIERS:
            return False
        if modifier.deprel == "conj" and (
            modifier.upos not in NOUNS or self._analysis.dependents(modifier.index, "det", "nsubj", "nsubj:pass", "cop")
        ):
            return False
        if modifier.deprel.split(":")[0] in {"nmod", "obl", "conj"}:
            return True
        return not any(self.is_quantity(token) for token in self._analysis.subtree(modifier.index))

    def ends_badly(self, token: Token) -> bool:
        return token.upos in {"ADP", "AUX", "CCONJ", "DET", "PUNCT", "PRON", "SCONJ", "PART"} and token.lower != "s"

    def end_of_run(self, index: int) -> Token | None:
        """The last noun of the run of adjectives and nouns that starts at a token."""
        noun = None
        for token in self._analysis.tokens[index : index + 8]:
            if token.upos in NOUNS:
                noun = token
            elif token.upos not in {"ADJ", "DET", "NUM"} and token.text != "-" and not self._hangs_by_hyphen(token):
                break
        return noun

    def behind(self, placed: Placed) -> int:
        """The index behind a quantity, and behind the same in other units: "8 miles (13 km) *of* tunnels", or its
        rate: "3 million tonnes per year *of* gas"; for what stands in the brackets, behind them too."""
        tokens, last = self._analysis.tokens, self._behind_rate(placed)
        if last < placed.sentence.last and tokens[last].text == ")":
            return last + 1
        near = tokens[last : min(last + LONGEST_BRACKETS, placed.sentence.last)]
        if len(near) > 2 and near[0].text == "(" and near[2].text == ")":
            return near[2].index + 1
        if not near or near[0].text != "(" or not any(self.is_quantity(t) for t in near):
            return last
        return next((t.index + 1 for t in near if t.text == ")"), last)

    def _behind_rate(self, placed: Placed) -> int:
        """The index behind "per year", "/year", and an abbreviation of it in brackets ("(mtpa)")."""
        tokens, last = self._analysis.tokens, placed.last
        if placed.counted is not None or last + 2 >= placed.sentence.last or tokens[last].lower not in {"per", "/"}:
            return last
        last += 2
        bracketed = tokens[last].text == "(" and last + 3 < placed.sentence.last and tokens[last + 2].text == ")"
        return last + 3 if bracketed else last

    def noun_after_preposition(self, index: int, prepositions: tuple[str, ...]) -> Token | None:
        """The head of the phrase that a preposition right at `index` opens."""
        tokens = self._analysis.tokens
        if index >= len(tokens) or tokens[index].lower not in prepositions:
            return None
        head: Token | None = tokens[tokens[index].head]
        if head is None or tokens[index].deprel != "case" or head.index <= index or head.upos not in NOUNS:
            head = self.end_of_run(index + 1)
        return None if head is None or self._is_manner(index, head) else self._owned(head)

    def _is_manner(self, index: int, noun: Token) -> bool:
        """Whether preposition and bare noun say how or when, and name nothing: "*in addition*", "*in any year*"."""
        bare = noun.index == index + 1 and noun.lemma.lower() in cue_words("manners")
        return bare or noun.lemma.lower() in {"year", "month", "week", "day", "quarter"}

    def _owned(self, noun: Token) -> Token:
        """What a possessor owns: of "*Mongolia's* foreign trade", the trade."""
        after = self._analysis.tokens[noun.index + 1 : noun.index + 2]
        if not after or after[0].lower not in POSSESSIVES:
            return noun
        return self.end_of_run(noun.index + 2) or noun

    def _hangs_by_hyphen(self, token: Token) -> bool:
        """Whether a hyphen ties a word to the one before: "drought-*hit*"."""
        return token.index > 0 and self._analysis.tokens[token.index - 1].text == "-"


def _is_one_beside_many(other: Token, noun: Token) -> bool:
    """Whether a noun in the singular is joined to counted ones, and so not counted: "25 ambulances and *training*"."""
    return noun.lower != noun.lemma and other.lower == other.lemma


def is_participle(analysis: Analysis, token: Token, noun: Token) -> bool:
    """Whether a verb right behind a noun describes it, though the parser may take it for a finite one."""
    if token.upos != "VERB" or analysis.dependents(token.index, "aux", "aux:pass"):
        return False
    subjects = analysis.dependents(token.index, "nsubj", "nsubj:pass")
    return token.form == "part" or (token.past and bool(subjects) and all(s.index != noun.index for s in subjects))
