from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.resolve.folding import accented, fold, fold_with_offsets, search_tokens, searchable, words


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Tô Lâm", "to lam"),
        ("TÔ LÂM", "to lam"),
        (unicodedata.normalize("NFD", "Tô Lâm"), "to lam"),
        ("Đặng Nguyên", "dang nguyen"),
        ("Łódź", "lodz"),
        ("Tromsø", "tromso"),
        ("Işık", "isik"),
        ("İstanbul", "istanbul"),
        ("Straße", "strasse"),
        ("Œuvre", "oeuvre"),
        ("Ωμέγα", "ωμεγα"),
        ("Hà Nội’s", "ha noi's"),
    ],
)
def test_marks_and_case_are_folded(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@pytest.mark.parametrize("word", ["ភ្នំពេញ", "ประเทศไทย", "ວຽງຈັນ", "한국", "दिल्ली", "がく"])
def test_marks_that_are_vowels_stay(word: str) -> None:
    assert fold(word) == unicodedata.normalize("NFKC", word)


def test_accents_are_compared_in_one_form() -> None:
    assert accented(unicodedata.normalize("NFD", "Thành")) == accented("THÀNH") != accented("Thanh")


def test_runs_without_spaces_are_cut_into_pairs() -> None:
    assert searchable("中国柬埔寨 visit").split() == ["中国", "国柬", "柬埔", "埔寨", "寨", "visit"]
    assert search_tokens("柬埔寨") == ["柬埔", "埔寨"]
    assert search_tokens("寨") == ["寨"]


@pytest.mark.parametrize("word", ["दिल्ली", "한국", "ભારત"])
def test_marks_are_part_of_a_word(word: str) -> None:
    assert words(f"({word})") == [fold(word)]


def test_words_leave_punctuation_out() -> None:
    assert words("“Tô Lâm”, Vietnam’s Party-chief…") == ["to", "lam", "vietnam's", "party", "chief"]


@given(st.text())
def test_every_folded_character_has_its_place(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    assert len(folded) == len(offsets)
    assert offsets == sorted(offsets)
    assert all(0 <= place < len(text) for place in offsets)


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
