"""Short invented reports, analysed and read: what the tests of reading share. People and events are made up."""

from __future__ import annotations

from communique.model import Reading, Report
from communique.read.analysis import Analysis
from communique.read.encoder import analyse
from communique.read.read import read

PUBLISHED = "2026-03-12"
LEAD = "Foreign Minister Lena Brandt met with her Kenyan counterpart Joseph Otieno in Berlin on March 11. "


def analysed(text: str) -> Analysis:
    """The analysis of a text."""
    return analyse(Report(id="r", text=text))


def reading(text: str, published: str | None = PUBLISHED, issuer: str | None = "German Foreign Office") -> Reading:
    """The reading of a text of a German report."""
    return read(Report(id="r", text=text, published=published, issuer=issuer))


def told(sentence: str) -> Reading:
    """The reading of a sentence after the lead that names a German and a Kenyan minister."""
    return reading(LEAD + sentence)
