"""Which nouns name an undertaking, and from where to where the name runs."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import DateExpression, Span, UndertakingKind
from communique.read.analysis import Analysis, Token
from communique.read.parties import find_parties
from communique.read.undertaking_words import words

# Prepositions of a complement that says which it is; "in" and "at" only before a place.
_SAYS_WHICH = {"of", "on", "for", "between", "with", "to", "among", "against", "under", "linking"}
_PLACING = {"in", "at", "near", "over", "across", "along", "from", "through", "via", "into", "outside"}
_NAMING = {"compound", "amod", "nummod"}
_OPEN_QUOTES = {'"', "“", "‘", "«"}
_CLOSE_QUOTES = {'"', "”", "’", "»"}
_EXCHANGED = {"notes", "letters"}
_TOLD_OF = {"talk", "idea", "sign", "ratify", "conclude", "build", "delay"}
_RELATIVE = {"which", "whom", "whose"}
_CLAUSE = 14  # tokens of a clause that is still a name
_ROW = 6  # tokens from one of a row to the next
_QUOTED = 10  # tokens that a quoted title behind the noun may have at most


def heads(analysis: Analysis) -> Iterator[tuple[Token, UndertakingKind | None]]:
    """The nouns of running text that may head an undertaking, with the kind that the vocabulary gives them, if any."""
    for sentence in analysis.prose():
        for token in analysis.words(sentence):
            if token.upos not in {"NOUN", "PROPN"} or (token.deprel == "compound" and not _stands_in(analysis, token)):
                continue
            if _is_short_for(analysis.text, token):
                continue
            kind = _kind_here(analysis, token)
            if _exchanges(analysis, token):
                yield token, "document"
            elif not _is_exchanged(analysis, token):
                yield token, kind


def _is_short_for(text: str, token: Token) -> bool:
    """ "an Agreement on Trade (*Agreement*)": the short form for what was just named."""
    return text[: token.start].rstrip("“\"'").endswith("(") and text[token.end :].lstrip("”\"'").startswith(")")


def _stands_in(analysis: Analysis, token: Token) -> bool:
    """A modifier that is the thing itself: "free trade *agreement* talks", "the power *line* study"."""
    head = analysis.tokens[token.head]
    return head.index == token.index + 1 and words().nominal.get(head.lemma.lower()) in _TOLD_OF


def _exchanges(analysis: Analysis, token: Token) -> bool:
    """ "exchange of notes", "exchange of letters": a document."""
    below = [t.lower for t in analysis.dependents(token.index, "nmod")]
    return token.lemma.lower() == "exchange" and any(word in _EXCHANGED for word in below)


def _is_exchanged(analysis: Analysis, token: Token) -> bool:
    return token.lower in _EXCHANGED and analysis.tokens[token.head].lemma.lower() == "exchange"


def kind_of(token: Token) -> UndertakingKind | None:
    """The kind that a noun names by itself; of a name in the plural what one of them is ("the Nairobi *Accords*")."""
    kinds = words().kinds
    known = kinds.get(token.lemma.lower()) or kinds.get(token.lower)
    if known is None and token.upos == "PROPN" and kinds.get(token.lower.removesuffix("s")) == "agreement":
        return "agreement"
    return known


def _kind_here(analysis: Analysis, token: Token) -> UndertakingKind | None:
    """The kind of a noun with the word before it ("task *force*"), or with the sum before it ("€5 million in
    *support*")."""
    before = analysis.tokens[token.index - 1] if token.index else token
    if token.lemma.lower() in words().summed:
        return "delivery" if is_summed(analysis, token) else None
    return words().kinds.get(f"{before.lower} {token.lemma.lower()}") or kind_of(token)


def is_summed(analysis: Analysis, token: Token) -> bool:
    """Whether a sum stands before a noun: "*12 million euros* in grants", "*$5 million* of aid"."""
    head = analysis.tokens[token.head]
    before, after = (
        analysis.tokens[max(token.index - 1, 0)],
        analysis.tokens[min(token.index + 1, len(analysis.tokens) - 1)],
    )
    if token.deprel != "nmod" or (before.lower, after.lower) == ("in", "of"):
        return False  # "$1 billion *in support of* air defence"
    below = analysis.dependents(head.index)
    money = any(t.upos == "SYM" or (head.upos == "NUM" and t.deprel == "compound") for t in (head, *below))
    counted = money or bool(analysis.dependents(head.index, "nummod"))
    return counted and analysis.preposition(token.index) in {"in", "of"}


def name_of(analysis: Analysis, token: Token, dates: tuple[DateExpression, ...]) -> Span:
    """The noun with what says which it is and how many, without its article or a time."""
    start = _left(analysis, token)
    end = _right(analysis, token, dates)
    return _balanced(analysis.text, Span(start, _with_title(analysis, end)))


def _balanced(text: str, name: Span) -> Span:
    """With the quotation mark that a word in the name closes (“123” agreement), without half a bracket
    ("DPRK) …", "… (the Pact")."""
    inside = name.of(text)
    if inside.count("”") > inside.count("“") and text[name.start - 1 : name.start] == "“":
        return Span(name.start - 1, name.end)
    opening = inside.rfind("(")
    if opening > 0 and ")" not in inside[opening:]:
        return Span(name.start, name.start + len(inside[:opening].rstrip()))
    closing = inside.find(")")
    if closing >= 0 and "(" not in inside[:closing]:
        rest = inside[closing + 1 :]
        return Span(name.end - len(rest.lstrip()), name.end) if rest.strip() else name
    return name


def _left(analysis: Analysis, token: Token) -> int:
    """Number and modifiers in front, back to the article: "1,200 tons of flour", "two patrol boats"."""
    holders = [token.index, token.head] if token.deprel == "compound" else [token.index]
    if _is_measured(analysis, token):
        holders.append(token.head)
    if _goes_with(analysis, token) or _shares_article(analysis, token):
        return _left(analysis, analysis.tokens[token.head])
    before = [
        t
        for holder in holders
        for child in analysis.dependents(holder, *_NAMING)
        if child.index < token.index
        for t in analysis.subtree(child.index)
        if t.index < token.index
    ]
    front = min((t.index for t in before), default=token.index)
    while front < token.index and _tells_when(analysis, front):
        front += 1
    return analysis.tokens[front].start


def _tells_when(analysis: Analysis, index: int) -> bool:
    """Whether a word in front says nothing of which it is: an article, or that it is there by now ("the *newly
    established* fund")."""
    token, following = analysis.tokens[index], analysis.tokens[index + 1]
    if token.upos in {"DET", "PUNCT", "CCONJ", "ADP"}:
        return True
    if token.lower.startswith("newly-") or (token.lower in {"newly", "recently"} and following.form == "part"):
        return True
    return token.form == "part" and analysis.tokens[index - 1].lower in {"newly", "recently"}


def _goes_with(analysis: Analysis, token: Token) -> bool:
    """The second of a row of things given: "50,000 euros and *30 tents*"."""
    first = analysis.tokens[token.head]
    near = 0 < token.index - first.index <= _ROW
    return token.deprel == "conj" and near and first.upos in {"NUM", "SYM", "NOUN"} and kind_of(token) == "delivery"


def _shares_article(analysis: Analysis, token: Token) -> bool:
    """The second half of one name: "the Import Rules and *Labour Rights Initiative*"."""
    first = analysis.tokens[token.head]
    if token.deprel != "conj" or {token.upos, first.upos} != {"PROPN"} or kind_of(first) is not None:
        return False
    between = analysis.tokens[first.index + 1 : token.index]
    joined = bool(between) and between[0].lower in {"and", "&"} and all(t.text[:1].isupper() for t in between[1:])
    article = any(t.lower == "the" for t in analysis.dependents(first.index, "det"))
    return joined and article and not find_parties(analysis.text[first.start : first.end])


def _is_measured(analysis: Analysis, token: Token) -> bool:
    """ "*1,200 tons* of flour"."""
    head = analysis.tokens[token.head]
    counted = bool(analysis.dependents(head.index, "nummod")) and head.lemma.lower() not in words().nominal
    return token.deprel == "nmod" and counted and head.upos == "NOUN" and analysis.preposition(token.index) == "of"


def _right(analysis: Analysis, token: Token, dates: tuple[DateExpression, ...]) -> int:
    """Complements behind, as long as one follows upon the other."""
    last = _numbered(analysis, token)
    if token.deprel == "compound":
        return token.end
    if kind_of(token) == "delivery":
        last = _row(analysis, token)
    while True:
        grown = _complement(analysis, token, last, dates)
        if grown is None:
            return last.end
        last = grown


def _row(analysis: Analysis, token: Token) -> Token:
    """The last of several things that are given together ("textbooks *and two teachers*")."""
    last = token
    for other in analysis.dependents(token.index, "conj"):
        if other.upos in {"NOUN", "PROPN"} and other.index - last.index <= _ROW:
            last = other
    return last


def _complement(analysis: Analysis, token: Token, last: Token, dates: tuple[DateExpression, ...]) -> Token | None:
    """The last token of a complement that begins right behind `last`, or None."""
    following = last.index + 1
    if following >= len(analysis.tokens):
        return None
    opening = analysis.tokens[following]
    if token.upos == "PROPN" and opening.lower == "to":
        purpose = _purpose(analysis, opening)
        if purpose is not None:
            return purpose
    if token.lemma.lower() in words().general and last is token and opening.lower == "to":
        use = _use(analysis, token, opening)
        if use is not None:
            return use
    if opening.lemma in words().linking and opening.lower.endswith("ing"):
        first = analysis.tokens[opening.head] if opening.deprel in {"case", "mark"} else opening
        return _tail(analysis, first, following, frozenset()) if first.index >= following else None
    if opening.sentence != token.sentence or opening.upos not in {"ADP", "SCONJ"} or opening.head == opening.index:
        return None
    head = analysis.tokens[opening.head]
    if head.lower in _RELATIVE and head.index == following + 1:
        return _clause_end(analysis, head)
    if head.index < following or not _belongs(analysis, token, opening, head, last):
        return None
    tail = _tail(analysis, head, following)
    valid = kind_of(token) in {"document", "agreement"}
    if _is_time_or_amount(analysis, head, Span(opening.start, tail.end), dates, valid):
        return None
    return tail


def _numbered(analysis: Analysis, token: Token) -> Token:
    """A name with its number: "Task Force *153*", "Agenda *2030*"."""
    following = analysis.tokens[token.index + 1 : token.index + 2]
    number = token.upos == "PROPN" and any(t.text.isdigit() and t.head == token.index for t in following)
    return following[0] if number else token


def _purpose(analysis: Analysis, opening: Token) -> Token | None:
    """The end of what a name says that it is for ("the Partnership *to Address the Water Crisis 2030*")."""
    end = None
    behind = [t for t in analysis.tokens[opening.index + 1 : opening.index + _CLAUSE] if t.sentence == opening.sentence]
    if not behind or behind[0].upos != "VERB":
        return None
    for token in behind:
        if token.text[:1].isupper() or (end is not None and token.text.isdigit()):
            end = token
        elif end is None or token.upos not in {"ADP", "DET", "CCONJ"}:
            break
    return end


def _use(analysis: Analysis, token: Token, opening: Token) -> Token | None:
    """The end of what a thing is for, where nothing else says which it is: "a framework *to promote fair trade*"."""
    verb = analysis.tokens[opening.head]
    told_apart = any(t.deprel == "compound" or t.upos == "PROPN" for t in analysis.dependents(token.index, *_NAMING))
    if told_apart or kind_of(token) not in {"agreement", "body"} or (verb.deprel, verb.head) != ("acl", token.index):
        return None
    end = _tail(analysis, verb, opening.index, frozenset({"obl", "advcl", "advmod"}))
    return end if verb.index < end.index <= opening.index + _CLAUSE else None


def _clause_end(analysis: Analysis, relative: Token) -> Token | None:
    """The end of "(an agreement) under which Japan will train 200 nurses"; None where the clause is too long."""
    clause = analysis.clause_of.get(relative.head)
    if clause is None:
        return None
    end = relative
    for token in analysis.subtree(clause.predicate):
        if token.index != end.index + 1 or token.text in {",", ";", "–", "—"}:
            if token.index > relative.index:
                break
            continue
        end = token
    return end if relative.index + 1 < end.index <= relative.index + _CLAUSE else None


def _belongs(analysis: Analysis, token: Token, opening: Token, head: Token, last: Token) -> bool:
    if head.lemma.lower() in words().aside:
        return False
    signed = opening.lower == "at" and kind_of(token) in {"agreement", "document"}  # where, not which
    placed = opening.lower in _PLACING and not signed and (head.upos == "PROPN" or head.deprel == "nmod")
    if opening.lower not in _SAYS_WHICH and not placed:
        return False
    if opening.lower == "to" and (head.deprel not in {"nmod", "obl"} or kind_of(token) == "delivery"):
        return False
    return head.deprel in {"nmod", "obl", "advcl", "acl", "obj"} or head.head == last.index


_APART = frozenset({"nmod", "obl", "advcl", "advmod"})


def _tail(analysis: Analysis, head: Token, following: int, without: frozenset[str] = _APART) -> Token:
    """The end of a complement: its phrase without clauses, appositions and what stands apart."""
    apart = {"acl", "acl:relcl", "appos", "parataxis", "punct", *without}
    last = head
    stack = [head]
    while stack:
        for child in analysis.dependents(stack.pop().index):
            if child.index < following or child.deprel in apart:
                continue
            if child.deprel == "conj" and child.upos in {"VERB", "AUX"} and head.upos not in {"VERB"}:
                continue
            if any(t.text in {",", ";"} for t in analysis.tokens[following : child.index]) and child.deprel != "conj":
                continue
            stack.append(child)
            last = child if child.index > last.index and child.upos not in {"PUNCT", "CCONJ"} else last
    return last


def _is_time_or_amount(
    analysis: Analysis, head: Token, span: Span, dates: tuple[DateExpression, ...], valid: bool
) -> bool:
    """ "a fund *of 5 billion liras*", "a loan *in September*"; a paper's own years ("plan for 2027-2029") stay."""
    if any(span.overlaps(date.evidence.span) and not (valid and _is_years(date)) for date in dates):
        return True
    if analysis.preposition(head.index) == "with" and any(
        t.upos == "SYM" for t in analysis.between(span.start, span.end)
    ):
        return True  # "an academy *with $7 million*"
    return head.upos in {"NUM", "SYM"} or any(
        t.upos in {"NUM", "SYM"} and t.deprel == "compound" for t in analysis.dependents(head.index)
    )


def _with_title(analysis: Analysis, end: int) -> int:
    """A quoted title right behind ("the project “Green Delta”") is part of the name."""
    opening = next(iter(analysis.between(end, end + 2)), None)
    if opening is None or opening.text not in _OPEN_QUOTES or opening.start - end > 1:
        return end
    inside = analysis.tokens[opening.index + 1 : opening.index + 1 + _QUOTED]
    close = next((t for t in inside if t.text in _CLOSE_QUOTES), None)
    if close is None or not inside or not inside[0].text[:1].isupper():
        return end
    return close.end


def _is_years(date: DateExpression) -> bool:
    first, _, last = date.value.partition("/")
    return len(first) == 4 and len(last) == 4
