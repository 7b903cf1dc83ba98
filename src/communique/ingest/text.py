"""A text to a report: what its headers, options and record say of it, its marks, and what is refused."""

from __future__ import annotations

from dataclasses import dataclass

from communique.errors import IngestError
from communique.ingest.days import any_day
from communique.ingest.decode import refuse_binary, refuse_oversize
from communique.ingest.headers import Headers, read_headers
from communique.ingest.language import foreign_language
from communique.ingest.marks import Marks, find_marks
from communique.ingest.options import IngestOptions
from communique.model import Report, text_digest


@dataclass(frozen=True, slots=True)
class Known:
    """What a source says of a report outside its text: the fields of a JSON line, the metadata of a page."""

    id: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    issuer: str | None = None


def from_text(text: str, name: str = "text", options: IngestOptions | None = None) -> Report:
    """The report that a text is; `name` stands in messages. Raises `IngestError` for what is no report in English."""
    return make_report(text, name, options or IngestOptions(), Known())


def make_report(text: str, name: str, options: IngestOptions, known: Known) -> Report:
    """A report of a text and of what its source knows: the source comes before headers, both before options."""
    refuse_oversize(len(text), name)
    refuse_binary(text, name)
    refuse_oversize(len(text.encode("utf-8")), name)
    if not text.strip():
        raise IngestError(name, "is empty" if not text else "holds nothing but white space")
    headers = read_headers(text)
    body = text[headers.end :]
    if not any(character.isalnum() for character in body):
        raise IngestError(name, "holds header lines only" if headers.spans else "holds no words")
    language = foreign_language(body)
    if language:
        raise IngestError(name, f"looks like {language}; communique reads English, give it the English version")
    title = known.title or headers.title
    return _assembled(text, name, options, known, headers, find_marks(text, headers, title))


def _assembled(text: str, name: str, options: IngestOptions, known: Known, headers: Headers, marks: Marks) -> Report:
    published, source = _published(options, known, headers, marks)
    url = known.url or headers.url
    return Report(
        id=known.id or url or f"sha-{text_digest(text)[:16]}",
        text=text,
        published=published,
        published_source=source,
        title=known.title or headers.title or marks.headline,
        url=url,
        issuer=known.issuer or headers.issuer or options.issuer,
        dateline=marks.dateline,
        name=name,
        marks=marks.marks,
    )


def _published(options: IngestOptions, known: Known, headers: Headers, marks: Marks) -> tuple[str | None, str | None]:
    """The day of publication and where it comes from; never a guess."""
    candidates = (
        (known.published, "metadata"),
        (any_day(headers.published) if headers.published else None, "header"),
        (marks.day, "text"),
        (options.published, "given"),
    )
    return next(((day, source) for day, source in candidates if day), (None, None))
