"""Who speaks: the source of a cue as people and parties, through quotation, coordination and reference back."""

from __future__ import annotations

from communique.read.analysis import Analysis, Token
from communique.read.cue_uses import TOLD_TO
from communique.read.cues import CueUse
from communique.read.documents import is_joint_paper
from communique.read.encounter_offices import of_that_office
from communique.read.encounters import Gathering
from communique.read.people import Cast, Referent

_FIRST_PERSON = {"we", "i", "us"}
_SIDES = {
    "leader", "minister", "side", "official", "president", "principal", "chair", "co-chair", "diplomat", "counterpart",
    "party", "delegation", "chief", "premier", "secretary", "participant", "authority", "representative", "lawmaker",
    "adviser", "advisor", "envoy", "speaker", "nsa", "fm", "pm", "spokesperson", "spokesman", "spokeswoman",
}  # fmt: skip
# Several sides: not the people of one of them, where the report names those of no other.
_BODIES = {"side", "delegation", "party"}
_TALKS = {"talk", "discussion", "conversation", "exchange", "call", "meeting", "dialogue", "consultation", "agenda"}
_RANKS = {"president", "premier"}  # what others of the report are not called, either
_ASSEMBLIES = {"meeting", "session", "summit", "conference", "forum"}
_RESOLVING = {"agree", "propose", "request"}
# What names all who came together: "they agreed", "their exchange covered", "the two discussed", "the group urged".
_TOGETHER = {"they", "their", "both", "all", "two", "group", "pair"}

Spoken = tuple[CueUse, Referent]
_NOBODY = Referent()


def hosts_or_guests(cast: Cast, token: Token) -> Referent:
    """ "The hosts", "the guests": the party on whose ground a report of two sides is, and the other one."""
    if (
        len(cast.main_parties) != 2
        or cast.host not in cast.main_parties
        or token.lower not in {"hosts", "guests", "visitors"}
    ):
        return Referent()
    other = next(party for party in cast.main_parties if party != cast.host)
    return Referent((), (cast.host if token.lower == "hosts" else other,))


def _kind(token: Token) -> str:
    """What a noun is, in the singular: the parser leaves "National Security *Advisors*" a plural."""
    return token.lower.removesuffix("s") if token.upos == "PROPN" else token.lemma.lower()


class Voices:
    """Resolves sources in one report. `met` tells who came together where, for "they" and "both sides"; `authors`
    are those who sign the text, for its "we" and "I"."""

    def __init__(self, analysis: Analysis, cast: Cast, met: tuple[Gathering, ...], authors: Referent = _NOBODY) -> None:
        self._analysis, self._cast, self._authors = analysis, cast, authors
        self._told = tuple(gathering for gathering in met if len(gathering.parties) > 1)
        self._met = tuple(gathering for gathering in self._told if gathering.named)

    def speaker(self, use: CueUse, uses: tuple[CueUse, ...], before: Spoken | None) -> Referent:
        """Who the source of a cue is, `before` being the last that spoke; empty where it names nobody who can."""
        if use.source is None:
            return self._untold(use)
        token = self._analysis.tokens[use.source]
        if self._is_talk(use) or (_kind(token) in _ASSEMBLIES and not self._cast.resolve(token.index)):
            return self._talking(token)
        if token.lower in _FIRST_PERSON:
            if self._authors and not self._in_quotes(token):
                return self._authors
            quoted = self._quoted(use, uses) or self._quoted_on(token, before)
            clause = self._analysis.clause_of.get(use.token)
            agreed = use.act == "agree" and clause is not None and not clause.negated and clause.lemma != "accept"
            together = use.joint or agreed
            return self._with_those_met(quoted, token) if together and token.lower == "we" else quoted
        if is_joint_paper(self._analysis, token):
            return self._signers(token)
        referent = self._going_on(token, before) or self._together(token) or self._cast.resolve(use.source)
        if self._is_many(token) and len(referent.people) == 1:
            referent = Referent((), referent.parties)  # "the Vietnamese leaders": more than the one who is named
        if (
            _kind(token) in _RANKS and self._is_many(token) and len(referent.people) > 1
        ):  # "the two presidents": not the ministers of the report
            referent = of_that_office(self._analysis, self._cast, token, referent)
        referent = referent or self._of_a_side(token) or hosts_or_guests(self._cast, token)
        if not referent and use.act == "discuss":
            referent = self._named_before(use)
        return self._with_partner(use, referent) if use.joint else referent

    def _untold(self, use: CueUse) -> Referent:
        """Who acts where nobody is told: of those who were asked the other side, of talks those who met, else all."""
        parties = self._cast.main_parties
        if use.addressee is not None and use.act in TOLD_TO:
            sentence = self._analysis.words(self._analysis.sentences[self._analysis.tokens[use.token].sentence])
            if any(t.lower == "by" and t.index > use.token for t in sentence):
                return Referent()  # "was promised a hearing *by the court*"
            asked = self._cast.resolve(use.addressee).parties
            facing = tuple(party for party in parties if party not in asked)
            return Referent((), facing) if len(parties) == 2 and len(asked) == len(facing) == 1 else Referent()
        met = self._talking(self._analysis.tokens[use.token]) if use.act == "discuss" else Referent()
        return met or Referent((), parties, group=True)

    def can_speak(self, use: CueUse) -> bool:
        """Of talks it is told what they were about, of people everything but what only talks do."""
        if use.source is not None and _kind(self._analysis.tokens[use.source]) in _ASSEMBLIES and use.act in _RESOLVING:
            return True  # "the *meeting* resolved to …"
        return use.act == "discuss" if self._is_talk(use) else not use.talked

    def _is_talk(self, use: CueUse) -> bool:
        """Whether the source of a cue is talks, not people: "their exchange", "the call", "discussions"."""
        return use.source is not None and _kind(self._analysis.tokens[use.source]) in _TALKS

    def _talking(self, token: Token) -> Referent:
        """Those who came together last before their talks are told of."""
        before = [gathering for gathering in self._met if gathering.at <= token.start]
        return Referent(before[-1].people, before[-1].parties, group=True) if before else Referent()

    def _signers(self, token: Token) -> Referent:
        """The sides that a joint paper speaks for: those who came together last, else the report's own."""
        met = self._talking(token).parties
        parties = met if len(met) > 1 else self._cast.main_parties
        return Referent((), parties, group=True) if len(parties) > 1 else Referent()

    def _going_on(self, token: Token, before: Spoken | None) -> Referent | None:
        """A pronoun takes up who spoke last, in the sentence before or in its own, where number agrees."""
        if before is None or token.upos != "PRON":
            return None
        use, referent = before
        last = self._analysis.tokens[use.source] if use.source is not None else None
        if last is None or not 0 <= token.sentence - last.sentence <= 1:
            return None
        if token.lower == "it" and _kind(last) in _ASSEMBLIES:
            return referent
        if token.lower == "it":
            return referent if not referent.people and len(referent.parties) == 1 else None
        if token.lower == "they":
            plural = last.lower.endswith("s") and last.upos == "NOUN" and len(referent.people) != 1
            return referent if plural or len(referent.people) > 1 else None
        return None

    def _is_many(self, token: Token) -> bool:
        alone = not self._analysis.dependents(token.index, "conj", "appos")
        return alone and token.lower.endswith("s") and _kind(token) in _SIDES and _kind(token) != token.lower

    def _named_before(self, use: CueUse) -> Referent:
        """Of a talk whose subject is lost: those of several sides who are named in front of it."""
        cue = self._analysis.tokens[use.token]
        sentence = self._analysis.words(self._analysis.sentences[cue.sentence])
        named = [self._cast.resolve(t.index) for t in sentence if t.index < cue.index and t.upos == "PROPN"]
        people = tuple(dict.fromkeys(person for one in named for person in one.people))
        parties = tuple(dict.fromkeys(party for one in named if one.people for party in one.parties))
        return Referent(people, parties, group=True) if len(parties) > 1 else Referent()

    def _of_a_side(self, token: Token) -> Referent:
        """ "Vietnamese Party and State leaders", "leaders of the two countries": the parties that they speak for."""
        if _kind(token) not in _SIDES:
            return Referent()
        inside = [
            t for t in self._analysis.subtree(token.index) if t.index != token.index and t.sentence == token.sentence
        ]
        found = [self._cast.resolve(t.index).parties for t in inside if t.upos in {"PROPN", "NOUN", "ADJ"}]
        parties = tuple(dict.fromkeys(party for codes in found for party in codes))
        return Referent((), parties, group=len(parties) > 1)

    def _quoted(self, use: CueUse, uses: tuple[CueUse, ...]) -> Referent:
        """ "We condemn …," she said: the speaker of the quotation, told in its paragraph."""
        sentence = self._analysis.sentences[self._analysis.tokens[use.token].sentence]
        for other in uses:
            if other is use or other.source is None or self._analysis.tokens[other.source].lower in _FIRST_PERSON:
                continue
            around = self._analysis.sentences[self._analysis.tokens[other.token].sentence]
            if around.paragraph == sentence.paragraph and around.index >= sentence.index and other.act == "content":
                return self._cast.resolve(other.source)
        token = self._analysis.tokens[use.source] if use.source is not None else None
        return self._cast.resolve(token.index) if token is not None else Referent()

    def _quoted_on(self, token: Token, before: Spoken | None) -> Referent:
        """ "…," she said. "*We* urge …": a quotation goes on with the paragraph's last speaker."""
        if before is None or not self._in_quotes(token):
            return Referent()
        use, speaker = before
        sentences = self._analysis.sentences
        last = sentences[self._analysis.tokens[use.token].sentence]
        beside = last.paragraph == sentences[token.sentence].paragraph
        return speaker if beside and len(speaker.parties) == 1 else Referent()

    def _in_quotes(self, token: Token) -> bool:
        """Whether a quotation is open where the token stands, in its paragraph."""
        paragraph = self._analysis.sentences[token.sentence].paragraph
        start = next(s.start for s in self._analysis.sentences if s.paragraph == paragraph)
        before = self._analysis.text[start : token.start]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    def _together(self, token: Token) -> Referent | None:
        """The people of the last gathering told, where the source names several sides without naming them."""
        if not self._names_sides(token):
            return None
        known = self._met if self._met or self._cast.resolve(token.index).people else self._told
        if token.upos == "PRON" and self._told and self._is_just_before(self._told[-1], token):
            known = self._told  # "The two presidents spoke by telephone. *They* discussed …"
        before = [gathering for gathering in known if gathering.at < token.start]
        if not before:
            return None
        last = before[-1]
        sides = {self._cast.party_of(name) or self._cast.country_of(name) for name in last.people}
        lacking = _kind(token) in _BODIES and not sides >= set(last.parties)
        return Referent(() if lacking else last.people, last.parties, group=True)

    def _is_just_before(self, gathering: Gathering, token: Token) -> bool:
        sentence = self._analysis.sentence_at(gathering.at)
        unnamed = not gathering.people and gathering.at < token.start
        return unnamed and sentence is not None and 0 <= token.sentence - sentence.index <= 1

    def _names_sides(self, token: Token) -> bool:
        if token.lower in _TOGETHER:
            resolved = self._cast.resolve(token.index)
            one_side = len(resolved.people) > 1 and not resolved.group
            return not one_side and (len(resolved.people) != 1 or resolved.group)
        plural = token.lower.endswith("s") and _kind(token) in _SIDES
        return plural and not self._of_a_side(token)

    def _with_partner(self, use: CueUse, referent: Referent) -> Referent:
        """ "discussed trade *with* his counterpart", "met X to discuss trade": both speak."""
        if len(referent.parties) != 1:
            return referent
        partner = self._partner(use) or self._met_here(use, referent)
        if partner is None:
            return referent
        people = tuple(dict.fromkeys((*referent.people, *partner.people)))
        return Referent(people, tuple(dict.fromkeys((*referent.parties, *partner.parties))), group=True)

    def _partner(self, use: CueUse) -> Referent | None:
        clause = self._analysis.clause_of.get(use.token)
        for preposition, index in clause.obliques if clause is not None else ():
            if preposition == "with":
                partner = self._cast.resolve(index)
                if partner.parties:
                    return partner
        return None

    def _with_those_met(self, referent: Referent, token: Token) -> Referent:
        """ "*We* discussed trade," she said: she and those whom she met last."""
        met = [g for g in self._met if g.at < token.start and set(referent.people) <= set(g.people)]
        alone = len(referent.parties) == 1 and bool(referent.people)
        return Referent(met[-1].people, met[-1].parties, group=True) if met and alone else referent

    def _met_here(self, use: CueUse, referent: Referent) -> Referent | None:
        """The gathering of the same sentence, where the talk is told as its purpose ("met X to discuss …")."""
        sentence = self._analysis.sentences[self._analysis.tokens[use.token].sentence].span
        here = [
            gathering
            for gathering in self._told
            if sentence.start <= gathering.at < use.span.start and set(referent.people) <= set(gathering.people)
        ]
        if not here:
            return None
        at_once = [gathering for gathering in here if gathering.at == here[0].at]  # "held *meetings* with A, B and C"
        people = tuple(dict.fromkeys(person for gathering in at_once for person in gathering.people))
        return Referent(people, tuple(dict.fromkeys(p for g in at_once for p in g.parties)), group=True)
