"""The names of places in a report: what the encoder takes for a place, and names of the gazetteer that it passed over.

A demonym is no place, and neither is a name within the name of a person or a body ("the Bank of England").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.model import Report, Span
from communique.model.place import Place
from communique.read.analysis import Analysis, Name, Token
from communique.read.parties import find_parties
from communique.read.places.gazetteer import gazetteer
from communique.read.places.names import kinds_told, places_named, words
from communique.read.places.resolve import SURE, choose, place_of, resolve_places
from communique.read.places.surroundings import Home, container, lies_in, point_of

# Words before a name of which a place follows.
_LEADING = frozenset({"in", "at", "near", "outside", "around", "across", "of"})
_ARTICLE = re.compile(r"[Tt]he\s+")
_GENITIVE = re.compile(r"['’]s?$")
_KNOWN = 5_000  # people: smaller towns share their names with too many families and bodies
_WELL_KNOWN = 50_000  # people, for a place within the name of a body ("University" is a town of 40,000)
_LONGEST = 4  # words
_LONGER = 3  # words that the name of a place goes on with


class Places:
    """The places of one report: `of` gives the place of a name at a span, `spans` where all of them stand, `filed_from`
    the place of its dateline."""

    def __init__(self, analysis: Analysis, report: Report, also: tuple[Span, ...] = ()) -> None:
        """`also` are further spans that are known to name places."""
        self.spans = tuple(sorted({*toponyms(analysis), *also}, key=lambda span: (span.start, span.end)))
        home, self.filed_from = _dateline(report)
        found = resolve_places(analysis.text, self.spans, home)
        self._known = {span: place for span, place in zip(self.spans, found, strict=True) if place is not None}

    def of(self, span: Span) -> Place | None:
        """The place that a span names, or the first that it holds ("the Peace Palace in The Hague"); else None."""
        if span in self._known:
            return self._known[span]
        inside = (place for known, place in self._known.items() if span.covers(known))
        return next(inside, None)


def _dateline(report: Report) -> tuple[Home, Place | None]:
    """Where a report was filed; no home where it has no dateline or the gazetteer does not know its place."""
    filed = (report.dateline or "").strip()
    filed = filed.title() if filed.isupper() else filed
    choice = choose(filed, [Span(0, len(filed.split(",")[0]))], Home())[0] if filed else None
    if choice is None or choice.likely <= SURE:
        return Home(), None
    return Home(choice.entry.country, choice.entry.region, point_of(choice.entry)), place_of(choice.entry)


def toponyms(analysis: Analysis) -> tuple[Span, ...]:
    """Where a report names places, in order, none overlapping."""
    found: list[Span] = []
    for span in (*_by_encoder(analysis), *_by_vocabulary(analysis), *_passed_over(analysis), *_in_bodies(analysis)):
        if not any(span.start < other.end and other.start < span.end for other in found):
            found.append(span)
    return tuple(sorted(found, key=lambda span: span.start))


def _by_encoder(analysis: Analysis) -> Iterator[Span]:
    """Names of the encoder's that are places: by their type, or by standing where only a place can."""
    for name in analysis.names:
        span = _whole(analysis, _bare(analysis.text, name.span), name.last)
        if _is_demonym(span.of(analysis.text)):
            continue
        if name.type == "place" or (name.type != "event" and _stands_as_place(analysis, name, span)):
            yield span


def _whole(analysis: Analysis, span: Span, after: int) -> Span:
    """The name with the words behind it that a place's name goes on with: "*Rio* de Janeiro"; `after` is the index of
    the token behind it."""
    for size in range(_LONGER, 0, -1):
        last = after + size - 1
        if last >= len(analysis.tokens) or not analysis.tokens[last].text[:1].isupper():
            continue
        longer = Span(span.start, analysis.tokens[last].end)
        name = longer.of(analysis.text)
        if "," not in name and any(place.first for place in gazetteer().named(name)):
            return longer
    return span


def _bare(text: str, span: Span) -> Span:
    """A name without its article and without the ending of the genitive."""
    start = _ARTICLE.match(text, span.start, span.end)
    end = _GENITIVE.search(text, span.start, span.end)
    return Span(start.end() if start else span.start, end.start() if end else span.end)


def _stands_as_place(analysis: Analysis, name: Name, span: Span) -> bool:
    """ "in Gainesville", "Gainesville, Florida": whatever else the encoder takes the name for."""
    places = places_named(span.of(analysis.text))
    led = name.first > 0 and analysis.tokens[name.first - 1].lower in _LEADING
    large = any(place.first and place.population >= _KNOWN for place in places)
    within = container(analysis.text, span) if places else ()
    return (led and large) or any(lies_in(place, area) for place in places for area in within)


def _is_demonym(name: str) -> bool:
    mentions = find_parties(name)
    return len(mentions) == 1 and mentions[0].form == "demonym" and len(mentions[0].span) == len(name)


def _by_vocabulary(analysis: Analysis) -> Iterator[Span]:
    """Names of states and capitals, outside names of people and bodies."""
    for mention in find_parties(analysis.text):
        if mention.form in {"name", "capital"} and len(mention.code) == 2 and not _inside(analysis, mention.span):
            yield mention.span


def _inside(analysis: Analysis, span: Span) -> bool:
    return any(name.span.covers(span) for name in analysis.names if name.type in {"person", "organisation", "event"})


def _passed_over(analysis: Analysis) -> Iterator[Span]:
    """Capitalised words behind "in", "near", … that the encoder names nothing and the gazetteer knows."""
    for token in analysis.tokens:
        if token.lower in _LEADING and (run := _run(analysis, token.index + 1)):
            span = Span(run[0].start, run[-1].end)
            if places_named(span.of(analysis.text)):
                yield span


def _in_bodies(analysis: Analysis) -> Iterator[Span]:
    """The place that the name of a body opens with: "*Phnom Penh* City Hall", "*Madison County* Sheriff's Office"."""
    for name in analysis.names:
        if name.type != "organisation":
            continue
        tokens = [token for token in analysis.tokens[name.first : name.last] if token.lower != "the"]
        for size in range(min(_LONGEST, len(tokens) - 1), 0, -1):
            span = Span(tokens[0].start, tokens[size - 1].end)
            if is_well_known(span.of(analysis.text)):
                yield span
                break


def is_well_known(name: str) -> bool:
    """Whether a name is a large place's own, and no word like "Metro" or "City" that bodies are called by."""
    if name.lower() in words().parts or name.lower() in words().kinds:
        return False
    counties = bool(kinds_told(name))
    return any(p.first and (counties or p.population >= _WELL_KNOWN) for p in gazetteer().named(name))


def _run(analysis: Analysis, first: int) -> list[Token]:
    """The proper nouns from a token on, as far as they stand in no name."""
    run: list[Token] = []
    for token in analysis.tokens[first:]:
        named = any(name.first <= token.index < name.last for name in analysis.names)
        if token.upos != "PROPN" or named or not token.text[0].isupper():
            break
        run.append(token)
    return run
