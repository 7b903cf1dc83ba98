"""Captions and photo credits: "At the reception (Photo: VNA)", "VNA/VNS Photo", "Photo Caption: …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from communique.ingest.lines import Line
from communique.ingest.wording import agencies_pattern, alternatives, report_parts
from communique.model import Span

# A longer line, one of two sentences or one that quotes is prose that a credit was glued to: only that is marked.
_LONGEST_CAPTION = 400
_LONGEST_CREDIT = 100
_SENTENCE_END = re.compile(r"(?:[^\W_]{4}|\d)[.!?][\"”’)]?\s+(?=[\"“‘(]?[^\W\d_a-z])")
_ONE_LETTER = re.compile(r"\([RLC]\)")
_QUOTE = re.compile(r"[\"“”]")


@dataclass(frozen=True, slots=True)
class Caption:
    """What of a line is caption or credit; `credit_only` where the line names nothing but who took the picture."""

    span: Span
    credit_only: bool = False


def find_caption(line: Line) -> Caption | None:
    """The caption or credit that a line is or ends with, or None."""
    if _label().match(line.text) and len(line.text) <= _LONGEST_CAPTION:
        return Caption(Span(line.start, line.end), credit_only=_names_credit(line.text))
    start = _credit_start(line.text)
    if start is not None:
        return _with_credit(line, start)
    if _shows_position(line):
        return Caption(Span(line.start, line.end))
    return None


def _names_credit(text: str) -> bool:
    return "credit" in text[:16].lower() or "courtesy" in text[:20].lower()


def _with_credit(line: Line, start: int) -> Caption:
    """A line that ends in a credit: a caption as a whole where it is short, else its credit alone."""
    before = line.text[:start].rstrip(" \t\u00a0—–-")
    is_prose = len(line.text) > _LONGEST_CAPTION or _SENTENCE_END.search(before) or _QUOTE.search(before)
    if not is_prose:
        return Caption(Span(line.start, line.end), credit_only=not before)
    return Caption(Span(line.start + start, line.end), credit_only=True)


def _credit_start(text: str) -> int | None:
    """Where the credit at the end of a line starts, or None without one."""
    window = max(0, len(text) - _LONGEST_CREDIT)
    for pattern in (_bracketed_credit(), _plain_credit(), _agency_photo()):
        match = pattern.search(text, window)
        if match:
            return match.start("credit")
    return None


def _shows_position(line: Line) -> bool:
    """A short line without a full stop that says where somebody stands: "Minister X (R) and his guest".

    A list of politicians with their parties is none: "Senator X (R) - Senator Y (D)".
    """
    if len(line.text) > _LONGEST_CAPTION or _SENTENCE_END.search(line.text) or not line.text[0].isalpha():
        return False
    if _ONE_LETTER.search(line.text) and "(D)" not in line.text:
        return not line.ends_as_sentence
    return _position().search(line.text) is not None


@cache
def _label() -> re.Pattern[str]:
    """ "Photo Caption: …", "Photo credit …", "[Photo credit: …]"; the label may be glued to the caption."""
    labels = alternatives(report_parts().caption_labels)
    return re.compile(rf"[\[(]?(?:(?i:{labels})\s*:|Photo\s?(?:Caption|Credit)(?:[A-Z]|\s*$))")


@cache
def _picture() -> str:
    """A picture word with what may stand before it: "file photo", "courtesy photo"."""
    parts = report_parts()
    return rf"(?:(?:{alternatives(parts.picture_qualifiers)})\s+)?(?:{alternatives(parts.picture_words)})"


@cache
def _bracketed_credit() -> re.Pattern[str]:
    """ "(Photo: VNA)", "(VNA Photo)", "[Photo/Xinhua]", "(File photo)", "(Xinhua/Li Xin)", "(Handout via Reuters)"."""
    agencies = agencies_pattern()
    sign = rf"(?:(?=[)\]])|\s*[:/|]|\s+(?i:by|courtesy|credit|from|via)\b|\s+{agencies})"
    picture = rf"(?:{agencies}[\s/]+)?(?i:{_picture()})\b{sign}"
    before = r"(?:[^\W\d_a-z][\w’'-]*\s+){0,4}"
    handout = rf"(?i:handout|courtesy)\b|{agencies}\s?/(?=\s?[A-Z])"
    return re.compile(rf"(?P<credit>[(\[](?:{before}{picture}|{handout})[^()\[\]]{{0,80}}[)\]])\W{{0,3}}$")


@cache
def _plain_credit() -> re.Pattern[str]:
    """ "… Photo: VNA", "AKP/Photo by: Heng Ratha", "Photo courtesy of the ministry", to the end of the line."""
    agencies = agencies_pattern()
    return re.compile(
        rf"(?:^|(?<=[\s.!?)\"”’—–-]))(?P<credit>(?:[—–-]+\s*)?(?:{agencies}[\s/]+)?(?=[A-Z])(?i:{_picture()})"
        rf"(?:\s*:\s*|\s+by\b:?\s*|\s+courtesy\b\s*|\s+credits?\b:?\s*|/(?=[A-Z])|\s+(?={agencies}\W*$))[^.!?]{{1,80}}\.?)$"
    )


@cache
def _agency_photo() -> re.Pattern[str]:
    """ "VNA Photo", "VNA/VNS Photo Thống Nhất": an agency, the picture word, and at most a photographer's name."""
    name = r"(?:\s+[^\W\d_a-z][\w.'’-]*){0,4}"
    return re.compile(
        rf"(?:^|(?<=[\s.!?)\"”’—–-]))(?P<credit>(?:[—–-]+\s*)?{agencies_pattern()}\s+(?:File\s+)?Photos?\b{name})\W{{0,2}}$"
    )


@cache
def _position() -> re.Pattern[str]:
    return re.compile(rf"\((?i:{alternatives(report_parts().positions)})\)")
