"""Labels to runs, runs to characters, and links."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Span
from communique.read.encoder.decode import (
    Run,
    best_labels,
    characters,
    continues_word,
    linked,
    runs_of,
    transitions,
    trimmed,
)

TAGS = ("O", "B-content", "I-content", "B-source", "I-source", "B-cue", "I-cue")


def scores_for(*labels: str) -> np.ndarray:
    rows = np.full((len(labels), len(TAGS)), -5.0, dtype=np.float32)
    for i, label in enumerate(labels):
        rows[i, TAGS.index(label)] = -0.1
    return rows


def decoded(scores: np.ndarray, inner: list[bool] | None = None) -> list[str]:
    flags = inner or [False] * len(scores)
    return [TAGS[i] for i in best_labels(scores, flags, transitions(TAGS), TAGS)]


def test_a_well_formed_sequence_is_kept() -> None:
    assert decoded(scores_for("B-source", "B-cue", "B-content", "I-content", "O")) == [
        "B-source",
        "B-cue",
        "B-content",
        "I-content",
        "O",
    ]


def test_a_run_never_begins_in_its_middle() -> None:
    assert decoded(scores_for("O", "I-cue", "I-cue"))[1] in {"O", "B-cue"}


def test_a_word_is_never_split() -> None:
    assert decoded(scores_for("B-cue", "B-content"), [False, True]) in (["B-cue", "I-cue"], ["O", "O"])


@given(st.data())
def test_any_scores_give_whole_runs(data: st.DataObject) -> None:
    length = data.draw(st.integers(1, 12))
    values = st.floats(-20, 0, width=32)
    scores = np.array(
        data.draw(st.lists(st.lists(values, min_size=7, max_size=7), min_size=length, max_size=length)),
        dtype=np.float32,
    )
    inner = [False, *data.draw(st.lists(st.booleans(), min_size=length - 1, max_size=length - 1))]
    found = decoded(scores, inner)
    for before, after in zip(["O", *found], found, strict=False):
        assert after[:1] != "I" or before[2:] == after[2:]
    for inside, after in zip(inner, found, strict=True):
        assert not inside or after[:1] != "B"


def test_runs_carry_role_edges_and_score() -> None:
    scores = scores_for("B-source", "O", "B-content", "I-content")
    found = runs_of(best_labels(scores, [False] * 4, transitions(TAGS), TAGS), scores, TAGS)
    assert [(run.role, run.first, run.last) for run in found] == [("source", 0, 1), ("content", 2, 4)]
    assert found[0].score == pytest.approx(np.exp(-0.1))


def test_a_link_goes_to_the_best_target() -> None:
    links = np.zeros((6, 6), dtype=np.float32)
    links[4] = [0, 3, 0, 5, 0, 0]
    near, far = Run("cue", 2, 3, 1.0), Run("cue", 0, 1, 1.0)
    assert linked(Run("content", 3, 5, 1.0), [far, near], links) == near


def test_a_link_to_none_is_none() -> None:
    links = np.zeros((3, 3), dtype=np.float32)
    links[2] = [9, 1, 0]
    assert linked(Run("content", 1, 2, 1.0), [Run("cue", 0, 1, 1.0)], links) is None


def test_a_piece_goes_on_with_its_word() -> None:
    assert continues_word("undertook it", [(0, 5), (5, 9), (10, 12)]) == [False, True, False]


def test_an_apostrophe_ends_a_word() -> None:
    assert continues_word("Lao's", [(0, 3), (3, 4), (4, 5)]) == [False, False, False]


def test_a_combining_mark_stays_with_its_letter() -> None:
    text = "Hue\u0301 said"
    assert characters(text, Run("source", 0, 1, 1.0), [(0, 3), (5, 9)]) == Span(0, 4)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (" the talks, ", "the talks"),
        ("“the talks went well", "the talks went well"),
        ("“the talks went well,”", "the talks went well"),
        ('"the talks went well"', "the talks went well"),
        ("the talks went well”", "the talks went well"),
        ("the “golden” era", "the “golden” era"),
        ("“golden” eras and “new” ones", "“golden” eras and “new” ones"),
        ("their neighbours'", "their neighbours'"),
        ('an era "of its own"', 'an era "of its own"'),
        ("\u00a0, \u00a0", ""),
    ],
)
def test_edges_are_trimmed(text: str, kept: str) -> None:
    assert trimmed(text, Span(0, len(text))).of(text) == kept


@given(st.text(alphabet="ab “”\"',;:\u00a0", max_size=20), st.integers(0, 5))
def test_trimming_stays_inside_and_settles(text: str, start: int) -> None:
    span = Span(min(start, len(text)), len(text))
    once = trimmed(text, span)
    assert span.covers(once)
    assert trimmed(text, once) == once
