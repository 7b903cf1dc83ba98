"""The page of figures names what was measured and with what."""

from __future__ import annotations

from pathlib import Path

from benchmarks.accuracy import error_rates
from benchmarks.measure import Score
from benchmarks.page import page, peers, table
from benchmarks.yardsticks import Yardstick


def score(name: str, **figures: float) -> Score:
    task = name.partition("/")[2] if name.startswith("bench") else "gold"
    stick = Yardstick(name, task, Path(name), (), ())
    return Score(
        stick, {key.replace("_", " ", 1) if task == "gold" else key: value for key, value in figures.items()}, {}
    )


def test_table_puts_figures_to_the_right() -> None:
    assert table(["a", "b"], [["x", "1.0"]]) == "| a | b |\n| --- | --: |\n| x | 1.0 |\n"


def test_page_sets_peers_beside_our_figures() -> None:
    text = page([score("bench/time", value_f1=70.0)], "", {}, "0.1", "2026-02-06")
    assert "| value_f1 | 70.0 | 72.7 |" in text
    assert "on 2026-02-06, with reader 0.1" in text


def test_what_a_set_loses_stands_below_its_figures() -> None:
    text = page([score("bench/time", value_f1=70.0)], "", {"bench/time": "| lost |\n"}, "0.1", "2026-02-06")
    assert text.index("| value_f1 |") < text.index("| lost |")


def test_every_peer_figure_is_a_percentage() -> None:
    values = [value for sets in peers().systems.values() for row in sets.values() for value in row.values()]
    assert values and all(0 < value <= 100 for value in values)


def test_error_rates_name_the_set_and_the_day(tmp_path: Path) -> None:
    stick = Yardstick("gold/agency_dev", "gold", tmp_path, (), ())
    text = error_rates([Score(stick, {"statements: found": 77.0}, {})], "2026-02-06")
    assert "statements found" in text and "score: 77.0" in text and "2026-02-06" in text


def test_figures_of_a_fitted_adapter_are_marked_as_such() -> None:
    text = page([score("bench/quantity", value_f1=90.0)], "", {}, "0.1", "2026-02-06")
    assert "Not what `communique.read` returns" in text
