"""The word lists of ingest, read from `vocabulary/` when first asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Parts:
    """`report_parts.yaml`: the parts of a report that are not prose, each list in small letters."""

    headers: dict[str, str]
    no_value: frozenset[str]
    picture_words: tuple[str, ...]
    picture_qualifiers: tuple[str, ...]
    caption_labels: tuple[str, ...]
    positions: tuple[str, ...]
    boilerplate_starts: tuple[str, ...]
    boilerplate_alone: frozenset[str]
    byline_starts: tuple[str, ...]
    desk_ends: tuple[str, ...]
    agency_words: tuple[str, ...]
    not_places: frozenset[str]
    not_reports: frozenset[str]


def read_words(name: str) -> Any:
    """A vocabulary file as lists and mappings of strings: "no" and "on" are words here, never booleans."""
    import yaml

    text = files("communique").joinpath("vocabulary", name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)


@cache
def report_parts() -> Parts:
    """The parts of a report that are not prose."""
    words = read_words("report_parts.yaml")
    return Parts(
        headers=words["headers"],
        no_value=frozenset(words["no_value"]),
        picture_words=tuple(words["picture_words"]),
        picture_qualifiers=tuple(words["picture_qualifiers"]),
        caption_labels=tuple(words["caption_labels"]),
        positions=tuple(words["positions"]),
        boilerplate_starts=tuple(words["boilerplate_starts"]),
        boilerplate_alone=frozenset(words["boilerplate_alone"]),
        byline_starts=tuple(words["byline_starts"]),
        desk_ends=tuple(words["desk_ends"]),
        agency_words=tuple(words["agency_words"]),
        not_places=frozenset(words["not_places"]),
        not_reports=frozenset(words["not_reports"]),
    )


@cache
def agency_pattern() -> str:
    """A regular expression for one agency: acronyms as printed, names in any case."""
    words = read_words("agencies.yaml")
    return f"(?:{alternatives(words['acronyms'])}|(?i:{alternatives(words['names'])}))"


@cache
def agencies_pattern() -> str:
    """One or more agencies that share a report: "VNA/VNS", "Vientiane Times/ANN"."""
    return rf"{agency_pattern()}(?:\s?/\s?{agency_pattern()}){{0,4}}(?!\w)"


@cache
def dateline_places() -> frozenset[str]:
    """Cities that reports are filed from, as `bare` gives them."""
    return frozenset(bare(place) for place in read_words("dateline_places.yaml"))


def bare(place: str) -> str:
    """A place in small letters without diacritics or stops: "HÀ NỘI" is "ha noi"."""
    from anyascii import anyascii

    return re.sub(r"[.,]", "", anyascii(place)).lower()


def alternatives(words: Iterable[str]) -> str:
    """Words as alternatives of a regular expression, the longest first, any run of spaces between their parts."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
