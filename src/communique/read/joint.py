"""Joint statements: a text in the first person whose authors are the parties of its title."""

from __future__ import annotations

import re

from communique.model import Report
from communique.read.parties import find_parties

_JOINT = re.compile(
    r"\bjoint\b.{0,40}?\b(?:statement|communiqu[ée]|declaration|vision|announcement|commitment)s?\b", re.I | re.S
)


def joint_authors(report: Report) -> tuple[str, ...]:
    """The parties for whom "we" speaks outside quotation marks, in the order of the title; none for another text."""
    title = report.title or ""
    if not _JOINT.search(title):
        return ()
    return tuple(dict.fromkeys(found.code for found in find_parties(title)))
