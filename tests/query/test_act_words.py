"""Words for acts of speech, as people ask for them."""

from __future__ import annotations

import pytest

from communique.query.act_words import ACTS, act_of


@pytest.mark.parametrize("act", ACTS)
def test_every_act_is_its_own_word(act: str) -> None:
    assert act_of(act) == act


@pytest.mark.parametrize(
    ("word", "act"),
    [("Ask", "request"), ("urging", "request"), ("requests", "request"), ("promised", "commit"), ("sing", None),
     ("thanks", "appreciate"), ("state", "assess"), ("condemned", "concern"), ("sings", None), ("", None)],
)  # fmt: skip
def test_a_word_means_the_act_that_its_cue_stands_for(word: str, act: str | None) -> None:
    assert act_of(word) == act
