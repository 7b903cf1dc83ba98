"""The sentence around a quote, and what a report without a title goes by."""

from __future__ import annotations

import pytest

from communique.model import Evidence, Report
from communique.query.citing import Citing, file_name


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Talks went on. President K. A. Boateng met Dr. Weiss. It rained.", "President K. A. Boateng ", " Dr. Weiss."),
        ("It rained.\nMr. Hale met nobody! Talks went on.", "Mr. Hale ", " nobody!"),
    ],
)
def test_a_quote_is_shown_in_its_sentence(text: str, before: str, after: str) -> None:
    start = text.index("met")
    cited = Citing({"r": Report("r", text)}).cite(Evidence("r", start, start + 3, "met"))
    assert (cited.before, cited.after) == (before, after)


@pytest.mark.parametrize(
    ("name", "shown"),
    [("reports/talks.txt", "talks.txt"), ("a/all.jsonl line 3", "all.jsonl line 3"), (None, None)],
)
def test_a_report_without_a_title_goes_by_its_file(name: str | None, shown: str | None) -> None:
    assert file_name(name) == shown
