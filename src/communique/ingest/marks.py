"""Which parts of a report's text are not its prose: found line by line, and never overlapping.

The opening is read from the top until the first line of prose, the ending from the bottom likewise; captions and
boilerplate may stand anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.ingest.captions import Caption, find_caption
from communique.ingest.dateline import Dateline, find_dateline
from communique.ingest.endings import (
    is_boilerplate,
    is_byline,
    is_capitals,
    is_date_line,
    is_day,
    is_signoff,
    trailing_signoff,
)
from communique.ingest.headers import Headers
from communique.ingest.lines import Line, blank_between, first_lines, last_lines, lines_of, runs_on
from communique.model import Mark, Span
from communique.model.report import MarkKind

_OPENING_LINES = 8
_ENDING_LINES = 40
_LONGEST_HEADLINE = 200
_LONGEST_CAPTION = 300
_WIDEST_BROKEN = 120
_SIGNATURE_WORDS = 6
_TWO_SENTENCES = re.compile(r"[^\W_]{4}[.!?]\s")


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a text in its order, and what they say of the report."""

    marks: tuple[Mark, ...] = ()
    dateline: str | None = None
    day: str | None = None
    headline: str | None = None


def find_marks(text: str, headers: Headers, title: str | None = None) -> Marks:
    """The marks of a report's text, `headers` being its header lines and `title` its title where known."""
    opening = _Opening.read(text, first_lines(text, headers.end, _OPENING_LINES), title)
    last = last_lines(text, headers.end, _ENDING_LINES)
    found = [
        *(Mark("header", span.start, span.end) for span in headers.spans),
        *opening.marks,
        *_ending(text, last),
        *_anywhere(text, headers.end),
    ]
    dateline = opening.dateline
    return Marks(
        marks=_apart(found),
        dateline=dateline.place if dateline else None,
        day=dateline.day if dateline else None,
        headline=opening.headline,
    )


@dataclass(frozen=True, slots=True)
class _Opening:
    """The marks above the first line of prose, with the dateline that this line may start with."""

    marks: tuple[Mark, ...]
    dateline: Dateline | None
    headline: str | None

    @classmethod
    def read(cls, text: str, lines: tuple[Line, ...], title: str | None) -> _Opening:
        marks: list[Mark] = []
        dateline: Dateline | None = None
        headline: str | None = None
        for index, line in enumerate(lines):
            following = lines[index + 1] if index + 1 < len(lines) else None
            dateline = dateline or find_dateline(line, is_whole=following is not None)
            if dateline and line.start <= dateline.span.start < line.end:
                marks.append(Mark("dateline", dateline.span.start, dateline.span.end))
                if dateline.span.end < line.end:
                    break
                continue
            kind = _opening_kind(line, title)
            if kind is None and index == 0 and title is None and following and _is_headline(text, line, following):
                kind = "headline"
            if kind is None and (line.ends_as_sentence or len(line.text) > _LONGEST_HEADLINE):
                break
            if kind is None:
                continue  # a subheading: left unmarked, but a dateline may still follow
            headline = line.text if kind == "headline" else headline
            marks.append(Mark(kind, line.start, line.end))
        return cls(tuple(marks), dateline, headline)


def _opening_kind(line: Line, title: str | None) -> MarkKind | None:
    """What a line above the prose is, or None for prose."""
    if title and _same_words(line.text, title):
        return "headline"
    if is_boilerplate(line):
        return "boilerplate"
    if is_byline(line):
        return "byline"
    if is_date_line(line):
        return "header"
    caption = find_caption(line)
    if caption and caption.span == Span(line.start, line.end):
        return "caption"
    return None


def _is_headline(text: str, line: Line, following: Line) -> bool:
    """A short first line without a full stop, above a dateline or apart from a longer line.

    In a text broken at a fixed width the second line goes on with the first, and neither is long.
    """
    if len(line.text) > _LONGEST_HEADLINE or line.ends_as_sentence or line.text[-1] in ",:;—–-":
        return False
    if not line.text[0].isupper() or _TWO_SENTENCES.search(line.text):
        return False
    if find_dateline(following, is_whole=True):
        return True
    apart = blank_between(text, line, following) or len(following.text) > _WIDEST_BROKEN
    return apart and len(following.text) > len(line.text) and following.ends_as_sentence


def _same_words(text: str, title: str) -> bool:
    return len(text) <= 2 * len(title) + 20 and _plain(text) == _plain(title)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _ending(text: str, lines: tuple[Line, ...]) -> Iterator[Mark]:
    """The marks below the last line of prose, and the sign-off that this line may end with."""
    captions = {line: find_caption(line) for line in lines}
    signed = _office_block(lines)
    below = range(signed.stop, len(lines)) if signed else range(0)
    if signed and any(captions[lines[i]] for i in below):
        yield from (Mark("caption", lines[i].start, lines[i].end) for i in below)
    if signed:
        yield from (Mark("signoff", lines[i].start, lines[i].end) for i in signed)
        lines = lines[: signed.start]
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        above = lines[index - 1] if index else None
        kind = _ending_kind(line, captions[line], last=index == len(lines) - 1)
        kind = None if runs_on(text, above, line) and not captions[line] else kind
        if kind:
            yield Mark(kind, line.start, line.end)
            continue
        if not captions[line]:
            start = trailing_signoff(line)
            if start is not None:
                yield Mark("signoff", line.start + start, line.end)
            return


def _ending_kind(line: Line, caption: Caption | None, last: bool) -> MarkKind | None:
    if is_byline(line):
        return "byline"
    if is_signoff(line) or (last and is_capitals(line, _SIGNATURE_WORDS)):
        return "signoff"
    if is_boilerplate(line):
        return "boilerplate"
    return "caption" if caption and caption.span == Span(line.start, line.end) else None


def _office_block(lines: tuple[Line, ...]) -> range | None:
    """The lines with which an office signs: up to three in capitals, then the day ("MINISTRY …", "12 MAY 2021")."""
    for index in range(len(lines) - 1, 0, -1):
        if is_day(lines[index].text) and lines[index].text.isupper():
            start = index
            while start > 1 and index - start < 3 and is_capitals(lines[start - 1], words=12):
                start -= 1
            return range(start, index + 1)
    return None


def _anywhere(text: str, start: int) -> Iterator[Mark]:
    """Captions and boilerplate, wherever they stand, with the line above a credit that lacks a full stop."""
    before: Line | None = None
    for line in lines_of(text, start):
        caption = find_caption(line)
        if caption:
            if caption.credit_only and caption.span.start == line.start and before and _may_be_caption(before):
                yield Mark("caption", before.start, before.end)
            yield Mark("caption", caption.span.start, caption.span.end)
        elif is_boilerplate(line):
            yield Mark("boilerplate", line.start, line.end)
        before = line


def _may_be_caption(line: Line) -> bool:
    return len(line.text) <= _LONGEST_CAPTION and not line.ends_as_sentence and line.text[-1] not in ",:;"


def _apart(found: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks in the order of the text; of two that overlap, the one found first stays."""
    kept: list[tuple[int, Mark]] = []
    for order, mark in sorted(enumerate(found), key=lambda pair: (pair[1].start, pair[0])):
        if mark.start == mark.end:
            continue
        if not kept or mark.start >= kept[-1][1].end:
            kept.append((order, mark))
        elif order < kept[-1][0]:
            kept[-1] = (order, mark)
    return tuple(mark for _, mark in kept)
