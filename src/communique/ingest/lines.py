"""A text as its lines, with where each stands; blank lines are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# Text that is broken at a fixed width is mostly broken at 60 to 80 characters.
_BROKEN_WIDTHS = range(50, 100)


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the white space around it: `start` and `end` are offsets into the whole text."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> list[str]:
        return self.text.split()

    @property
    def ends_as_sentence(self) -> bool:
        """Whether the line ends in a full stop, question or exclamation mark, within quotes or not."""
        return self.text.rstrip("\"'”’»)]").endswith((".", "!", "?", "…"))


def lines_of(text: str, start: int = 0) -> Iterator[Line]:
    """The lines that are not blank, from an offset on, one at a time: a text may have millions."""
    for match in _LINE.finditer(text, start):
        line = match.group()
        stripped = line.strip()
        if stripped:
            begin = match.start() + len(line) - len(line.lstrip())
            yield Line(begin, begin + len(stripped), stripped)


def first_lines(text: str, start: int, count: int) -> tuple[Line, ...]:
    """The first `count` lines from an offset on."""
    return tuple(islice(lines_of(text, start), count))


def last_lines(text: str, start: int, count: int, window: int = 20_000) -> tuple[Line, ...]:
    """The last `count` lines that stand wholly in the last `window` characters, at or after `start`."""
    begin = max(start, len(text) - window)
    lines = tuple(lines_of(text, begin))
    cut = begin > start and begin > 0 and not _is_line_end(text[begin - 1])
    return (lines[1:] if cut else lines)[-count:]


def runs_on(text: str, above: Line | None, line: Line) -> bool:
    """Whether a line goes on with the sentence above it, as in text that is broken at a fixed width."""
    if above is None or above.ends_as_sentence or len(above.text) not in _BROKEN_WIDTHS:
        return False
    return not blank_between(text, above, line)


def blank_between(text: str, above: Line, line: Line) -> bool:
    """Whether a blank line stands between two lines of a text that follow each other."""
    return len(text[above.end : line.start].splitlines()) > 1


def _is_line_end(character: str) -> bool:
    return _LINE.match(character) is None
