"""The weights are files of their own, and what is missing is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.read.events.classifier import EVENTS, Classifier, MissingWeightsError, classifier
from communique.read.events.features import Marked


def test_probabilities_sum_to_one() -> None:
    found = classifier().probabilities(Marked("They met."))
    assert tuple(found) == EVENTS
    assert sum(found.values()) == pytest.approx(1.0, abs=1e-4)


def test_only_the_choices_are_chosen_from() -> None:
    event, _ = classifier().best(Marked("They met."), ("ASSAULT", "PROTEST"))
    assert event in {"ASSAULT", "PROTEST"}


def test_without_weights_coding_is_refused_with_what_to_do(tmp_path: Path) -> None:
    bare = Classifier(tmp_path)
    assert not bare.present()
    with pytest.raises(MissingWeightsError, match=r"training\.events"):
        bare.probabilities(Marked("They met."))
