"""Pieces of a sentence and whose they are."""

from __future__ import annotations

import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from communique.model import Span
from communique.read.events.features import Marked
from communique.read.events.pieces import LONGEST, NEITHER, SOURCE, TARGET, pieces


def tokenizer(*words: str) -> Tokenizer:
    made = Tokenizer(models.WordLevel({word: i for i, word in enumerate(["[UNK]", *words])}, unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    return made


def test_pieces_stand_between_the_marks_of_start_and_end() -> None:
    ids, sides = pieces(Marked("Kenya warned Peru"), tokenizer("[CLS]", "[SEP]", "Kenya", "warned", "Peru"))
    assert ids == [1, 3, 4, 5, 2]
    assert sides == [NEITHER] * 5


def test_each_side_marks_its_words() -> None:
    sentence = Marked("Kenya warned Peru", (Span(0, 5),), (Span(13, 17),))
    assert pieces(sentence, tokenizer("[CLS]", "[SEP]"))[1] == [NEITHER, SOURCE, NEITHER, TARGET, NEITHER]


def test_a_long_sentence_is_cut_around_its_sides() -> None:
    text = "so " * 300 + "Kenya warned Peru"
    sentence = Marked(text, (Span(900, 905),), (Span(913, 917),))
    ids, sides = pieces(sentence, tokenizer("[CLS]", "[SEP]"))
    assert len(ids) == LONGEST + 2
    assert {SOURCE, TARGET} <= set(sides)


def test_a_foreign_tokenizer_is_refused() -> None:
    with pytest.raises(ValueError, match=r"\[CLS\]"):
        pieces(Marked("Kenya"), tokenizer())
