"""One press report as it came in, with what is known of it before it is read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from communique.model.evidence import Span

MarkKind = Literal["header", "headline", "dateline", "caption", "signoff", "byline", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of the text that is not the report's prose: kept, but never read as speech."""

    kind: MarkKind
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Report:
    """One press report.

    `text` is the text as given; every offset refers to it. `published` is an ISO day, or None where no date is
    known. `published_source` says where that day came from: "given", "header", "metadata", "text", or None.
    `dateline` is the place that the report was filed from, as printed. `name` is the file or item that it came
    from, for messages.
    """

    id: str
    text: str
    published: str | None = None
    published_source: str | None = None
    title: str | None = None
    url: str | None = None
    issuer: str | None = None
    dateline: str | None = None
    name: str | None = None
    marks: tuple[Mark, ...] = ()

    @property
    def digest(self) -> str:
        """SHA-256 of the text in UTF-8: the same text is the same report."""
        return text_digest(self.text)


def text_digest(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hex; lone surrogates are kept apart rather than refused."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
