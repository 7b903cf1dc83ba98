"""To whom an act of speech is addressed: to those it names, else to whom its construction turns it.

In a report of two sides, what one asks, promises or thanks for is turned to the other, unless the two stand apart: he
speaks to his own people abroad, or of what neither is a party to.
"""

from __future__ import annotations

from itertools import takewhile

from communique.model import Span
from communique.read.analysis import POSSESSIVES, Analysis, Token
from communique.read.cues import CueUse, lexicon
from communique.read.encounters import Gathering
from communique.read.parties import PartyMention
from communique.read.parties import parties as known_parties
from communique.read.people import Cast, Referent
from communique.read.voices import hosts_or_guests

# Acts that one side turns to the other: in a report of two sides, the other is addressed unless it says otherwise.
_DIRECTED = {
    "request", "propose", "commit", "invite", "appreciate", "reject", "inform", "greet", "support", "concern",
}  # fmt: skip
_YIELDING = {"accept", "consent", "agree"}  # by one side: to what the other asked or offered
_UNANSWERING = {"reject", "dismiss", "oppose", "refute", "deny", "condemn", "rebuff", "veto"}
_ONESIDED = {"request", "invite", "inform", "greet", "appreciate"}
_TO_LISTENERS = {"request", "invite", "inform", "greet"}  # what is said to those present, not only about something
_OF_A_MATTER = {"concern", "propose", "commit"}  # said about a matter, which may be that of others
# Verbs after which a commitment stands already, and backing may be anybody's.
_STRESSING = {
    "underscore", "underline", "emphasise", "emphasize", "stress", "highlight", "affirm", "reaffirm", "reiterate",
    "express", "make", "reinforce",
}  # fmt: skip
_TELLING = {"inform", "brief", "report", "notify", "update", "tell", "advise", "announce"}
_HYPHENS = {"-", "‐", "‑", "–"}
_AGAIN = 2
_NEAR = 9  # words among which "support" opens what was said: "the steadfast support of his government"
_NOBODY = Referent()


class Addressees:
    """Addressees in one report; `met` tells who came together where."""

    def __init__(self, analysis: Analysis, cast: Cast, met: tuple[Gathering, ...]) -> None:
        self._analysis, self._cast = analysis, cast
        self._met = tuple(gathering for gathering in met if gathering.named)

    def of(self, use: CueUse, act: str, speaker: Referent) -> Referent:
        """Whom a cue's act is addressed to; nobody where it is not said nor plain from the construction."""
        printed = self._printed(use, speaker)
        if printed:
            return printed
        if not self._is_directed(use, act) or len(set(speaker.parties)) != 1 or self._at_large(use, act):
            return _NOBODY
        asked = self._asked(use, act, speaker)
        if asked:
            return asked
        if act in {"request", "propose"} and self._asks_at_large(use):
            return _NOBODY
        if self._among_his_own(use, speaker):
            return Referent((), speaker.parties) if act in _TO_LISTENERS else _NOBODY
        if act == "support":
            return self._backed(use, speaker)
        return self._other_side(use, act, speaker)

    # Those whom the clause names

    def _printed(self, use: CueUse, speaker: Referent) -> Referent:
        """Who stands as the addressee, unless it is who speaks: nobody thanks or urges himself."""
        token = self._analysis.tokens[use.addressee] if use.addressee is not None else None
        inside = token is not None and use.content is not None and use.content.covers(token.span)
        if token is None or use.addressee is None or inside:  # "concern over the transfers *to Chad*"
            return _NOBODY
        named = self._cast.resolve(use.addressee) or hosts_or_guests(self._cast, token)
        mine = set(speaker.parties)
        if not named and token.lower == "both" and not mine & set(self._cast.main_parties):
            return Referent((), self._cast.main_parties)  # "the EU urged *both* to …"
        if len(mine) != 1:
            themselves = bool(named.people) and set(named.people) <= set(speaker.people)
            theirs = set(named.parties) <= mine and self._by_pronoun(token) and token.upos == "NOUN"
            return _NOBODY if themselves or theirs else named
        if set(named.parties) > mine and token.upos == "PRON":  # "informed *them*": those who listen
            others = tuple(party for party in named.parties if party not in mine)
            return Referent((), speaker.parties if self._among_his_own(use, speaker) else others)
        himself = bool(named.people) and set(named.people) <= set(speaker.people)
        taken_up = set(named.parties) == mine and self._by_pronoun(token)
        return _NOBODY if himself or taken_up else named

    def _by_pronoun(self, token: Token) -> bool:
        """ "thanked *its* government", "briefed *her*": whose it is stands in another sentence."""
        owners = self._analysis.dependents(token.index, "nmod:poss")
        return any(t.upos in {"PRON", "DET"} for t in (token, *owners))

    # Those to whom it is turned

    def _is_directed(self, use: CueUse, act: str) -> bool:
        yields = act == "agree" and self._analysis.tokens[use.token].lemma in _YIELDING and not self._states(use)
        return act in _DIRECTED or yields

    def _states(self, use: CueUse) -> bool:
        """ "agreed *that there was scope*": a view, not a yes."""
        clause = self._analysis.clause_of.get(use.head) if use.head is not None else None
        return clause is not None and clause.subject is not None and not clause.subject_shared

    def _asked(self, use: CueUse, act: str, speaker: Referent) -> Referent:
        """ "proposed that *Cambodia* create …": who is to do it, where that is another side of the report."""
        if act != "request":
            return _NOBODY
        told = self._analysis.clause_of.get(use.head) if use.head is not None else None
        cue = self._analysis.clause_of.get(use.token)
        doers = (told.subject if told is not None else None, cue.object if cue is not None else None)
        for index in doers:
            parties = self._cast.resolve(index).parties if index is not None else ()
            other = len(set(parties)) == 1 and not set(parties) & set(speaker.parties)
            if other and parties[0] in self._cast.main_parties:
                return Referent((), parties)
        return _NOBODY

    def _at_large(self, use: CueUse, act: str) -> bool:
        """Told of, not to: a commitment that is stressed or affirmed anew is one that stands (16 of 17 such on the
        annotated training reports are addressed to nobody), one of both sides is neither's to the other, and so is
        information outlined, or given to somebody else."""
        lemma = self._analysis.tokens[use.token].lemma
        if act == "inform":
            clause = self._analysis.clause_of.get(use.token)
            told = clause.object if clause is not None and use.addressee is None else use.addressee
            many = told is not None and told != use.head and self._analysis.tokens[told].lower.endswith("s")
            return many or lemma not in _TELLING
        return act == "commit" and (lemma in _STRESSING or self._of_both(use))

    def _asks_at_large(self, use: CueUse) -> bool:
        """ "called on *the international community* to …": asked of others than the other side."""
        told = self._analysis.tokens[use.addressee] if use.addressee is not None else None
        if told is None or told.upos != "NOUN":
            return False
        beside = self._analysis.dependents(told.index, "det", "nmod:poss", "amod", "nmod")
        if told.lemma.lower() == "community":
            return any(t.lower in {"international", "global", "world"} for t in beside)
        return (told.lower.endswith("s") and not beside) or told.lemma.lower() in lexicon().at_large

    def _of_both(self, use: CueUse) -> bool:
        """ "said *Chad and Togo* would open the line": what both will do."""
        clause = self._analysis.clause_of.get(use.head) if use.head is not None else None
        if clause is None or clause.subject is None:
            return False
        return len(set(self._cast.resolve(clause.subject).parties)) > 1

    def _among_his_own(self, use: CueUse, speaker: Referent) -> bool:
        """Whether those who came together last are all of the speaker's side: a minister and his community abroad."""
        before = [gathering for gathering in self._met if gathering.at < use.span.start]
        return bool(before) and set(before[-1].parties) == set(speaker.parties)

    # What is backed, and whose matter it is

    def _backed(self, use: CueUse, speaker: Referent) -> Referent:
        """Whose thing is backed: "*Peru's* bid", "the candidate *of Peru*"; what both share is neither's. A thing
        that is backed as the other side's own needs no name ("backed the envoy's proposal"); one that support is
        voiced or affirmed for may be anybody's."""
        thing = self._thing_backed(use)
        for token in thing:
            parties = self._cast.resolve(token.index).parties
            together = len(set(parties)) == 1 or bool(self._analysis.dependents(token.index, "conj"))
            theirs = bool(parties) and together and not set(parties) & set(speaker.parties)
            if theirs and not self._is_joined(token) and not self._is_body_apart(token, parties[0]):
                return Referent((), tuple(dict.fromkeys(parties)))
        voiced = use.noun is not None or self._analysis.tokens[use.token].lemma in _STRESSING
        of_both = any(self._is_joined(token) or token.lower == "our" for token in thing)
        if voiced or of_both or not thing or self._is_of_others(Span(thing[0].start, thing[-1].end)):
            return _NOBODY
        return self._other_side(use, "support", speaker)

    def _thing_backed(self, use: CueUse) -> tuple[Token, ...]:
        """The opening noun phrase of what is backed, with whose it is; of "its support *for* the bid" that behind
        the preposition."""
        tokens = self._analysis.between(use.content.start, use.content.end) if use.content is not None else ()
        if any(_is_support(token) for token in tokens[:_NEAR]):
            past = next((i for i, token in enumerate(tokens) if token.lower in {"for", "to"}), len(tokens))
            tokens = tokens[past + 1 :]
        return tuple(takewhile(_goes_on, tokens))

    def _is_body_apart(self, token: Token, party: str) -> bool:
        """ "a reform *of the United Nations*": an organisation that is no side of the report, talked of."""
        apart = known_parties()[party].kind != "state" and party not in self._cast.main_parties
        mention = self._mention(token)
        before = self._analysis.text[: mention.span.start].removesuffix("the ") if mention is not None else ""
        return apart and before.endswith(" of ")

    def _is_joined(self, token: Token) -> bool:
        """ "the *Saudi*-Singapore committee" is of both."""
        mention = self._mention(token)
        return mention is not None and self._is_compounded(mention)

    def _mention(self, token: Token) -> PartyMention | None:
        return next((m for m in self._cast.sides.mentions if m.span.covers(token.span)), None)

    def _is_compounded(self, mention: PartyMention) -> bool:
        end = mention.span.end
        return self._analysis.text[end : end + 1] in _HYPHENS

    def _named_in(self, span: Span) -> set[str]:
        """Parties that a stretch names; "*French*-speaking teachers" are of none."""
        mentions = (m for m in self._cast.sides.mentions if span.covers(m.span) and not m.place)
        return {m.code for m in mentions if not self._is_compounded(m)}

    def _other_side(self, use: CueUse, act: str, speaker: Referent) -> Referent:
        if act == "reject" and (asked := self._whose_wish(use, speaker)):
            return asked
        others = [party for party in self._cast.main_parties if party not in speaker.parties]
        named = self._cast.parties_in(use.content) if use.content is not None else ()
        if self._analysis.tokens[use.token].lemma in _UNANSWERING:
            return Referent((), tuple(party for party in named if party in others))
        if act == "reject" and use.act == "content" and self._is_of_principle(use):
            return _NOBODY
        if act in _OF_A_MATTER and use.content is not None and self._is_of_others(use.content):
            return _NOBODY
        two = len(self._cast.main_parties) == 2 and len(others) == 1 and not self._cast.several
        if two and self._takes_part(others[0]):
            return Referent((), (others[0],))
        facing = self._facing(use, speaker) if not two else _NOBODY
        if facing and set(named) <= {*facing.parties, *speaker.parties} and (act != "commit" or use.noun is None):
            return facing
        if act in _ONESIDED and use.content is not None:
            opening = takewhile(_goes_on, self._analysis.between(use.content.start, use.content.end))
            told = (party for token in opening for party in self._cast.resolve(token.index).parties)
            return Referent((), tuple(party for party in told if party not in speaker.parties)[:1])
        return _NOBODY

    def _whose_wish(self, use: CueUse, speaker: Referent) -> Referent:
        """ "dismissed *the Peruvian offer*", "turned down Peru's request": whose it was."""
        tokens = self._analysis.between(use.content.start, use.content.end) if use.content is not None else ()
        opening = tuple(takewhile(_goes_on, tokens))
        if not any(token.lemma.lower() in lexicon().wishes for token in opening):
            return _NOBODY
        named = dict.fromkeys(party for token in opening for party in self._cast.resolve(token.index).parties)
        return Referent((), tuple(party for party in named if party not in speaker.parties)[:1])

    def _is_of_principle(self, use: CueUse) -> bool:
        """ "will not join *any* alliance", "*there* can be no talk of it": no answer to what the other side asked."""
        tokens = self._analysis.between(use.content.start, use.content.end) if use.content is not None else ()
        return any(token.lower == "any" or token.deprel == "expl" for token in tokens)

    def _facing(self, use: CueUse, speaker: Referent) -> Referent:
        """The one party that the speaker met last, in a report of several: one envoy received after another."""
        before = [gathering for gathering in self._met if gathering.at < use.span.start]
        parties = set(before[-1].parties) if before else set()
        others = tuple(party for party in before[-1].parties if party not in speaker.parties) if before else ()
        met = bool(set(speaker.people) & set(before[-1].people)) if before else False
        return Referent((), others) if met and len(parties) == 2 and len(others) == 1 else _NOBODY

    def _takes_part(self, party: str) -> bool:
        """Whether a side is more than a name dropped once: somebody stands for it, or it is named again."""
        named = sum(mention.code == party for mention in self._cast.sides.mentions)
        return named >= _AGAIN or party in self._cast.represented.values()

    def _is_of_others(self, content: Span) -> bool:
        """Whether a matter names parties, none of them a side of the report."""
        named = self._named_in(content)
        return bool(named) and not named & set(self._cast.main_parties)


def _is_support(token: Token) -> bool:
    noun = lexicon().nouns.get(token.lemma.lower()) if token.upos in {"NOUN", "PROPN"} else None
    return noun is not None and noun.act == "support"


def _goes_on(token: Token) -> bool:
    """Whether a noun phrase goes on over a token: to whose it is, not to where, when or what for."""
    other = token.upos == "ADP" and token.lower not in {"of", "by", *POSSESSIVES}
    return not other and token.upos not in {"VERB", "AUX", "PUNCT", "SCONJ"}
