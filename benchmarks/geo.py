"""Places in news articles (LGL, GeoVirus): which place each name is, for the spans of the gold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.jsonl import Line, read_lines
from communique.model import Span
from communique.read.parties import find_parties
from communique.read.places.gazetteer import Entry, gazetteer
from communique.read.places.outlets import home_of
from communique.read.places.resolve import SURE, choose
from communique.read.places.surroundings import Home


def predict(data: Path) -> Iterator[Line]:
    """The place of each span of the gold; only its offsets are used."""
    items = list(read_lines(data))
    homes = outlet_homes(items)
    for item in items:
        yield {"id": item["id"], "pred": list(_places(item, _spans(item), homes.get(item.get("domain", ""), Home())))}


def outlet_homes(items: list[Any]) -> dict[str, Home]:
    """Where each newspaper is at home, worked out from all its articles."""
    by_outlet: dict[str, list[Any]] = defaultdict(list)
    for item in items:
        if domain := item.get("domain"):
            by_outlet[domain].append([span.of(item["text"]) for span in _spans(item)])
    return {domain: home_of(articles) for domain, articles in by_outlet.items()}


def _spans(item: Any) -> list[Span]:
    return [Span(gold["start"], gold["end"]) for gold in item["gold"]]


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
