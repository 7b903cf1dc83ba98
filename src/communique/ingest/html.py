"""A web page to a report: the article's text, and its title, day, site and address from the page's metadata.

Nothing is fetched: trafilatura and htmldate only read the page that they are given.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from communique.errors import IngestError
from communique.ingest.days import iso_day
from communique.ingest.options import IngestOptions
from communique.ingest.text import Known, make_report
from communique.model import Report

_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|meta|title|article|section|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_NO_ARTICLE = "holds no article text that could be found; save the article as plain text"


def looks_like_html(text: str) -> bool:
    """Whether a text starts as a web page does."""
    return _START.match(text) is not None


def from_html(page: str, name: str, options: IngestOptions) -> Report:
    """The report on a page. Raises `IngestError` where no article is found, or what is found is no report."""
    page = _XML_DECLARATION.sub("", page, count=1).replace("\x00", "")
    if not page.strip():
        raise IngestError(name, "is empty")
    document = _extracted(page, name)
    text = document.text if document is not None else None
    if not text or not text.strip():
        raise IngestError(name, _NO_ARTICLE)
    known = Known(
        published=_day(document.date) or _day_of_page(page),
        title=document.title,
        url=document.url,
        issuer=document.sitename,
    )
    return make_report(text, name, options, known)


def _extracted(page: str, name: str) -> Any:
    """The article and metadata that trafilatura finds, or None."""
    from lxml.etree import LxmlError
    from trafilatura import bare_extraction

    with _quiet():
        try:
            return bare_extraction(
                page,
                include_comments=False,
                with_metadata=True,
                date_extraction_params={"original_date": True, "extensive_search": False},
            )
        except (LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError) as error:
            raise IngestError(name, f"cannot be read as a web page ({error}); save it as plain text") from error


def _day_of_page(page: str) -> str | None:
    """The day that htmldate reads from the page's own marks; its search of the prose is left off, as it guesses."""
    from htmldate import find_date
    from lxml.etree import LxmlError

    with _quiet():
        try:
            return _day(find_date(page, original_date=True, extensive_search=False))
        except (LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError):
            return None


def _day(value: str | None) -> str | None:
    return iso_day(value) if value else None


@contextmanager
def _quiet() -> Iterator[None]:
    """Both libraries log each page that they cannot read; here that is a `Failure`, said once."""
    loggers = [logging.getLogger(name) for name in ("trafilatura", "htmldate")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
