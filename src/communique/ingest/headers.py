"""Header lines at the top of a text: "url: …", "title: …", "date: …", and the short form "date 2026-02-06 …".

They stay in the text, marked, and fill the report's fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from communique.ingest.lines import Line, lines_of
from communique.ingest.wording import report_parts
from communique.model import Span

_KEY = re.compile(r"([A-Za-z][A-Za-z_-]{0,24}(?: [A-Za-z_-]{1,24})?)\s?:(?=\s|$)")
# A key that the vocabulary does not hold is one small word, and counts only beside a line whose key it holds.
_UNKNOWN_KEY = re.compile(r"[a-z][a-z_-]*")
# The date word may stand on the same line as the prose: "date 2026-02-06 PHNOM PENH — …".
_DATE_WORD = re.compile(
    r"\s*(?P<key>date|published)(?P<colon>:?)[ \t]+(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?=\s|$)(?P<rest>[^\r\n]*)",
    re.IGNORECASE,
)
# What follows a date on its line and is longer than a time of day with its zone is prose.
_LONGEST_TIME = 24
_LONGEST_BLOCK = 40


@dataclass(frozen=True, slots=True)
class Headers:
    """What the header lines say, their spans, and the offset at which the report's own text starts."""

    spans: tuple[Span, ...] = ()
    end: int = 0
    published: str | None = None
    title: str | None = None
    url: str | None = None
    issuer: str | None = None


def read_headers(text: str) -> Headers:
    """The header lines at the top of a text; an empty `Headers` where there are none."""
    word = _DATE_WORD.match(text)
    if word and (not word["colon"] or len(word["rest"].strip()) > _LONGEST_TIME):
        return Headers((Span(word.start("key"), word.end("day")),), word.end("day"), word["day"])
    return _from_lines(list(islice(_block(text), _LONGEST_BLOCK)))


def _block(text: str) -> Iterator[Line]:
    """The lines at the top that look like headers; a blank line ends them unless a known key follows it."""
    end = 0
    for line in lines_of(text):
        match = _KEY.match(line.text)
        if not match:
            return
        apart = end > 0 and text[end : line.start].replace("\r\n", "\n").count("\n") > 1
        if _field(line) is None and (apart or not _UNKNOWN_KEY.fullmatch(match[1])):
            return
        yield line
        end = line.end


def _from_lines(lines: list[Line]) -> Headers:
    fields = [field for line in lines if (field := _field(line))]
    if not fields:
        return Headers()
    found = {name: value for name, value in reversed(fields) if value}
    return Headers(
        spans=tuple(Span(line.start, line.end) for line in lines),
        end=lines[-1].end,
        published=found.get("published"),
        title=found.get("title"),
        url=found.get("url"),
        issuer=found.get("issuer") or found.get("source"),
    )


def _field(line: Line) -> tuple[str, str | None] | None:
    """The report's field that a header line fills ("" for none) and its value; None for an unknown key."""
    match = _KEY.match(line.text)
    name = report_parts().headers.get(match[1].lower()) if match else None
    if match is None or name is None:
        return None
    value = line.text[match.end() :].strip()
    return name, None if value.lower() in report_parts().no_value else value or None
