"""States and their bodies as speakers: "Cambodia", "Hanoi", "the Vietnamese side", "Seoul's foreign ministry"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from communique.model import Span
from communique.read.analysis import Analysis, Token
from communique.read.drafts import Draft
from communique.read.offices import canonical_office, office_words, title_words
from communique.read.parties import PartyMention
from communique.read.setting import Setting, may_be_called

_PLACE_CASE = frozenset({"in", "at", "near", "outside", "around"})
_COMMON = frozenset({"party", "state", "office", "people", "side", "union", "country", "nation"})
_ISSUERS_OWN = frozenset({"ministry", "government", "parliament", "assembly", "cabinet", "administration"})
_HEADS = frozenset({"head_of_state", "prime_minister", "foreign_minister"})
_SPEAKS_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_QUOTES = frozenset({'"', "“", "‘", "''", "``"})
_REACH = 60  # characters behind a head in which "of X" may still name its party


@dataclass
class Sides:
    """Which party a noun stands for. `owners` maps pronouns decided so far ("its") to parties."""

    analysis: Analysis
    mentions: tuple[PartyMention, ...]
    drafts: list[Draft]
    setting: Setting
    owners: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def parties_in(self, span: Span) -> tuple[str, ...]:
        """Parties named within a span, each once, in order; a capital that is a place ("in Hanoi") is left out."""
        found = (m.code for m in self.mentions if span.covers(m.span) and not m.place)
        return tuple(dict.fromkeys(found))

    def of(self, token: Token) -> tuple[str, ...]:
        """The party that a noun stands for, or nothing."""
        mention = next((m for m in self.mentions if m.span.start <= token.start < m.span.end), None)
        if mention is not None:
            return () if self._is_place(mention, token) else (mention.code,)
        if token.lower in office_words().party_heads | _SPEAKS_FOR:
            return self._of_body(token)
        return self._of_an_office(token)

    def _of_an_office(self, token: Token) -> tuple[str, ...]:
        """ "The President" of a report that names nobody in that office: its issuer's."""
        issuer = self.setting.issuer
        if issuer is None or not token.text[:1].isupper() or not token.deprel.startswith("nsubj"):
            return ()
        before = self.analysis.dependents(token.index, "det", "compound", "amod", "nmod", "appos")
        office = canonical_office(" ".join(t.text for t in (*before, token) if t.deprel != "det"))
        named = any(office in draft.held(self.analysis.text) for draft in self.drafts)
        alone = [t.lower for t in before if t.deprel == "det"] == ["the"]
        return (issuer,) if office in _HEADS and alone and not named else ()

    def quoted(self, sentence: int) -> str | None:
        """The state that opens a quotation as its subject: who says "Senegal will not …" speaks for Senegal."""
        words = self.analysis.words(self.analysis.sentences[sentence])
        if len(words) < 3 or words[0].text not in _QUOTES or not words[1].deprel.startswith("nsubj"):
            return None
        return next(iter(self.of(words[1])), None)

    def _is_place(self, mention: PartyMention, token: Token) -> bool:
        if mention.form != "capital":
            return False
        return mention.place or self.analysis.preposition(token.index) in _PLACE_CASE

    def _of_body(self, token: Token) -> tuple[str, ...]:
        """A body's party: named before it or behind "of", its owner's, that of the one in whose title it stands, the
        issuer's."""
        span = self.analysis.phrase(token.index, "acl", "appos", "conj", "cc", "obl")
        end = max(token.end, min(span.end, token.end + _REACH))
        codes = self.parties_in(Span(min(span.start, token.start), end))
        if codes:
            return codes[:1]
        for child in self.analysis.dependents(token.index, "nmod:poss", "det"):
            if len(self.owners.get(child.index, ())) == 1:
                return self.owners[child.index]
        return self._by_office(token) or self._by_epithet(token) or self._issuers_own(token)

    def _by_office(self, token: Token) -> tuple[str, ...]:
        found = {
            draft.party
            for draft in self.drafts
            for office in draft.offices(self.analysis.text)
            if draft.party and token.lower in title_words(office)
        }
        return tuple(found) if len(found) == 1 and token.lower not in _COMMON else ()

    def _issuers_own(self, token: Token) -> tuple[str, ...]:
        issuer = self.setting.issuer
        return (issuer,) if issuer and token.lower in _ISSUERS_OWN | _SPEAKS_FOR else ()

    def _by_epithet(self, token: Token) -> tuple[str, ...]:
        """ "The Kingdom", "the Union", "the bloc": the one side of the report that can be called so."""
        if not token.text[0].isupper() and token.lower != "bloc":
            return ()
        able = [code for code in self.setting.main if may_be_called(code, token.lower)]
        return tuple(able) if len(able) == 1 else ()
