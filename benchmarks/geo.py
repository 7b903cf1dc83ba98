"""Places in news articles (LGL, GeoVirus): which place each name is.

`predict` takes the spans of the gold and says which places they are; `predict_from_text` finds the names too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.jsonl import Line, read_lines
from communique.model import Report, Span
from communique.read.encoder import analyse
from communique.read.parties import find_parties
from communique.read.places.find import toponyms
from communique.read.places.gazetteer import Entry, gazetteer
from communique.read.places.outlets import home_of
from communique.read.places.resolve import SURE, choose
from communique.read.places.surroundings import Home


def predict(data: Path) -> Iterator[Line]:
    """The place of each span of the gold; only its offsets are used."""
    return _predictions(data, lambda item: [Span(gold["start"], gold["end"]) for gold in item["gold"]])


def predict_from_text(data: Path) -> Iterator[Line]:
    """The places that communique finds in the text, where it knows which they are."""
    return _predictions(data, _found)


def _predictions(data: Path, spans_of: Callable[[Any], list[Span]]) -> Iterator[Line]:
    articles = [(item, spans_of(item)) for item in read_lines(data)]
    homes = outlet_homes(articles)
    for item, spans in articles:
        yield {"id": item["id"], "pred": list(_places(item, spans, homes.get(item.get("domain", ""), Home())))}


def _found(item: Any) -> list[Span]:
    """The names found; LGL (whose articles have a domain) marks demonyms too, GeoVirus does not."""
    names = toponyms(analyse(Report(item["id"], item["text"])))
    demonyms = [m.span for m in find_parties(item["text"]) if m.form == "demonym"] if "domain" in item else []
    more = [span for span in demonyms if not any(span.start < name.end and name.start < span.end for name in names)]
    return sorted([*names, *more], key=lambda span: span.start)


def outlet_homes(articles: list[tuple[Any, list[Span]]]) -> dict[str, Home]:
    """Where each newspaper is at home, worked out from all its articles."""
    by_outlet: dict[str, list[list[str]]] = defaultdict(list)
    for item, spans in articles:
        if domain := item.get("domain"):
            by_outlet[domain].append([span.of(item["text"]) for span in spans])
    return {domain: home_of(names) for domain, names in by_outlet.items()}


def _places(item: Any, spans: list[Span], home: Home) -> Iterator[Line]:
    for span, choice in zip(spans, choose(item["text"], spans, home), strict=True):
        entry = choice.entry if choice and choice.likely > SURE else _state_of(span.of(item["text"]))
        if entry is not None:
            yield {
                "start": span.start,
                "end": span.end,
                "geonameid": entry.geonames,
                "lat": entry.latitude,
                "lon": entry.longitude,
                "country": entry.country or None,
            }


def _state_of(name: str) -> Entry | None:
    """LGL marks demonyms ("Russian") as their country; communique does not take them for places."""
    mentions = find_parties(name)
    return gazetteer().country(mentions[0].code) if len(mentions) == 1 and mentions[0].form == "demonym" else None
