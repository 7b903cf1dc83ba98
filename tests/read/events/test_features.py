"""What the classifier sees: names are hidden, the words between the two sides stand out."""

from __future__ import annotations

import numpy as np
import pytest

from communique.model import Span
from communique.read.events.features import BUCKETS, SOURCE, TARGET, Marked, blocks, core, stem, vector


def marked(text: str, source: str, target: str) -> Marked:
    places = [Span(text.index(name), text.index(name) + len(name)) for name in (source, target)]
    return Marked(text, (places[0],), (places[1],))


def test_names_are_replaced_by_marks() -> None:
    hidden = marked("Kenya warned Peru.", "Kenya", "Peru").anonymous()
    assert hidden.split() == [SOURCE, "warned", TARGET, "."]


def test_of_two_marks_that_overlap_the_first_stays() -> None:
    text = "Kenya's army left."
    assert Marked(text, (Span(0, 12),), (Span(0, 5),)).anonymous().split() == [TARGET, "'s", "army", "left."]


def test_other_names_make_the_same_features() -> None:
    assert blocks(marked("Kenya warned Peru.", "Kenya", "Peru")) == blocks(marked("Laos warned Chad.", "Laos", "Chad"))


@pytest.mark.parametrize("word", ["condemn", "condemned", "condemning", "condemns", "Condemned"])
def test_forms_of_a_verb_have_one_stem(word: str) -> None:
    assert stem(word) == "condemn"


def test_core_lies_between_the_nearest_marks() -> None:
    words = ["in", "may", TARGET, "was", "blam", "by", "x", SOURCE, "attack", TARGET, "a", "b", "c", "d", "e"]
    assert core(words) == ["x", SOURCE, "attack", TARGET, "a", "b", "c", "d"]


def test_a_sentence_without_marks_has_its_first_words_as_core() -> None:
    assert core(["they", "met"]) == ["they", "met"]


def test_each_block_has_length_one() -> None:
    numbers, values = vector(marked("Kenya warned Peru.", "Kenya", "Peru"), np.ones(BUCKETS, dtype=np.float32))
    assert len(numbers) == len(values)
    assert float((values**2).sum()) == pytest.approx(3.0, rel=1e-4)


def test_an_empty_sentence_has_no_features() -> None:
    numbers, values = vector(Marked(""), np.ones(BUCKETS, dtype=np.float32))
    assert len(numbers) == len(values) == 0
