"""What scorers print becomes figures."""

from __future__ import annotations

from benchmarks.measure import figures_by_issuer, main_figures

PRINTED = """\
Ministry: of Trade: people: name 93.1, statements: found 70.0
agency: people: name 88.0
                       P      R     F1
people: name        90.0   91.0   90.5
{"task": "gold", "items": 4, "people: name": 90.4999, "statements: found": 71.0}
"""


def test_figures_come_from_the_last_line_without_counts() -> None:
    assert main_figures(PRINTED) == {"people: name": 90.5, "statements: found": 71.0}


def test_issuers_have_their_own_figures() -> None:
    assert figures_by_issuer(PRINTED) == {
        "Ministry: of Trade": {"people: name": 93.1, "statements: found": 70.0},
        "agency": {"people: name": 88.0},
    }
