"""Where occasions are: the place that a telling prints, and the state that it lies in."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from communique.model import Place, Report, Span
from communique.read.analysis import Analysis
from communique.read.parties import find_parties
from communique.read.places import find
from communique.read.places.resolve import resolve_places
from communique.read.stretch import ahead
from communique.read.telling import Telling

_LEFT_OUT = ("acl", "acl:relcl", "conj", "appos", "case", "cc", "nmod", "det", "punct")
_DAY_BEHIND = re.compile(rf",? (?:on )?(?:{'|'.join(calendar.day_name)})$")  # "at the State Palace, *Thursday*"
_OF_NAMES = {
    "republic",
    "kingdom",
    "state",
    "states",
    "federation",
    "city",
    "province",
    "gulf",
}  # "the *Republic* of Korea"
_NEAR = 3  # tokens at most between a verb and its "here"


@dataclass(frozen=True, slots=True)
class Venue:
    """Where an occasion is told to be: the words, the country that they name or that the place lies in, and which
    place of the world it is."""

    text: str | None = None
    country: str | None = None
    location: Place | None = None


class Places:
    """The places of one report's occasions; names that several places have are told apart by the others."""

    def __init__(self, analysis: Analysis, report: Report, told: tuple[Telling, ...]) -> None:
        self._analysis, self._report = analysis, report
        spans = tuple(self._span(telling.place) for telling in told if telling.place is not None)
        self._known = find.Places(analysis, report, spans)

    def of(self, telling: Telling) -> Venue:
        """The place of a telling; "here" is the place that the report was filed from."""
        if telling.place is None:
            return self._here(telling)
        span = self._span(telling.place)
        return _venue(span.of(self._analysis.text), self._known.of(span))

    def _here(self, telling: Telling) -> Venue:
        near = ahead(self._analysis, telling.head.index)[:_NEAR]
        dateline = self._report.dateline
        if dateline and any(self._analysis.tokens[i].lower == "here" for i in near):
            return _venue(dateline, self._known.filed_from)
        return Venue()

    def home_of(self, telling: Telling) -> str | None:
        """The state of the town that a conference is named after: "the *Antalya* Diplomacy Forum"."""
        for token in self._analysis.subtree(telling.head.index):
            if (
                token.index < telling.head.index
                and token.deprel == "compound"
                and token.upos == "PROPN"
                and find.is_well_known(token.text)
            ):
                return resolve_country(self._analysis, token.span)
        return None

    def _span(self, index: int) -> Span:
        if self._analysis.tokens[index].lower in _OF_NAMES:
            named = self._analysis.dependents(index, "nmod")[:1]
            ends = [self._analysis.phrase(token.index, *_LEFT_OUT).end for token in named]
            own = self._analysis.phrase(index, *_LEFT_OUT)
            return Span(own.start, max([own.end, *ends]))
        return self._analysis.phrase(index, *_LEFT_OUT)


def _venue(text: str, place: Place | None) -> Venue:
    """The words with the place that they mean, unless they name another state themselves."""
    text = _DAY_BEHIND.sub("", text)
    state = _state_in(text if text != text.upper() else text.title())
    if place is not None and state is not None and place.country != state:
        return Venue(text, state)
    return Venue(text, state or (place.country if place is not None else None), place)


def resolve_country(analysis: Analysis, span: Span) -> str | None:
    """The country of the place that a name means in its report."""
    place = resolve_places(analysis.text, [span])[0]
    return place.country if place is not None else None


def _state_in(text: str) -> str | None:
    return next((m.code for m in find_parties(text) if len(m.code) == 2 and m.code.isupper()), None)
