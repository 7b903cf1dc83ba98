"""Joint statements: a text in the first person whose authors are the parties of its title."""

from __future__ import annotations

import re

from communique.model import Report, Span
from communique.read.parties import find_parties

_JOINT = re.compile(
    r"\bjoint\b.{0,40}?\b(?:statement|communiqu[ée]|declaration|vision|announcement|commitment|fact sheet)s?\b"
    r"|\bleaders[’'] statement\b",
    re.I | re.S,
)


def is_joint(report: Report) -> bool:
    """Whether the title calls the text a joint statement, whoever makes it."""
    return _JOINT.search(report.title or "") is not None


# "We, the leaders of Fiji, Tonga, and Samoa, met …": who signs, up to the comma before the verb.
_WE = re.compile(r"\bWe, (?P<who>[^;:\n]{3,300}?), (?!and\b|the\b|or\b)(?=[a-z])")


def signers(report: Report) -> Span | None:
    """Where a joint statement's text names those who sign it."""
    found = _WE.search(report.text) if is_joint(report) else None
    return Span(*found.span("who")) if found is not None else None


def joint_authors(report: Report) -> tuple[str, ...]:
    """The parties for whom "we" speaks outside quotation marks: those that sign in the text, else those of the title,
    in order; none for another text."""
    if not is_joint(report):
        return ()
    signing = signers(report)
    named = find_parties(signing.of(report.text)) if signing is not None else ()
    found = named if len({party.code for party in named}) > 1 else find_parties(report.title or "")
    return tuple(dict.fromkeys(party.code for party in found))
