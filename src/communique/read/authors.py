"""Whose "I" and "we" a text speaks with outside quotation marks: its authors, as the title names them."""

from __future__ import annotations

import re

from communique.model import Report
from communique.read.joint import joint_authors, signers
from communique.read.people import Cast, Referent

# "Statement by President Joe Biden on …", "Message from the King": a text that somebody signs.
_SIGNED = re.compile(r"\s*(?:presidential )?(?:statement|message|letter)s?\s+(?:by|from|of)\s+(?P<by>.+)", re.I | re.S)
_SUBJECT = re.compile(r"\s+(?:on|after|following|about|regarding|to|for|at|ahead)\s", re.I)
# "FACT SHEET: …": what a government says of its own deeds and plans.
_FACT_SHEET = re.compile(r"\s*fact sheet\b", re.I)
# A transcript has a line for each voice ("THE PRESIDENT: …"): there "I" is who the line says.
_VOICE = re.compile(r"^(?:Q\s|[A-Z][A-Z .'’]{3,40}:)", re.M)


def authors_of(report: Report, cast: Cast) -> Referent:
    """Who "we" and "I" are: the parties of a joint statement's title; of a statement that one person signs, that
    person, where the text names them too, and the issuer's party; of a fact sheet that party; nobody in any other
    text."""
    together = joint_authors(report)
    if together:
        return Referent(_signing(report, cast), together, group=len(together) > 1)
    title = report.title or ""
    if _FACT_SHEET.match(title) and cast.issuer_party is not None:
        return Referent((), (cast.issuer_party,))
    signed = _SIGNED.match(title)
    if signed is None or cast.issuer_party is None or _VOICE.search(report.text):
        return Referent()
    byline = _SUBJECT.split(signed["by"], maxsplit=1)[0]
    return Referent(_named(byline, cast), (cast.issuer_party,))


def _signing(report: Report, cast: Cast) -> tuple[str, ...]:
    """The people whom a joint statement names as those who sign it."""
    span = signers(report)
    if span is None:
        return ()
    return tuple(p.name for p in cast.people if any(span.start <= e.start < span.end for e in p.mentions))


def _named(byline: str, cast: Cast) -> tuple[str, ...]:
    """The one person of the issuer's whom the byline names."""
    words = set(re.findall(r"\w+", byline))
    able = [p.name for p in cast.people if p.country == cast.issuer_party and p.name.split()[-1] in words]
    return tuple(able) if len(able) == 1 else ()
