"""What opens an item of a list."""

import pytest

from communique.model import Span
from communique.read.openers import is_opened, without_opener


@pytest.mark.parametrize("opener", ["- ", "• ", "(1) ", "a) ", "ii. ", "– "])
def test_an_opener_is_left_out(opener: str) -> None:
    text = f"{opener}agreed to meet"
    assert without_opener(text, Span(0, len(text))).of(text) == "agreed to meet"


@pytest.mark.parametrize("text", ["A. Smith met", "2019 was", "-", "I. met"])
def test_other_beginnings_stay(text: str) -> None:
    assert without_opener(text, Span(0, len(text))).of(text) == text


def test_an_item_stands_behind_its_opener_on_a_line_of_its_own() -> None:
    text = "The ministers:\n - agreed; see (1) below"
    assert is_opened(text, text.index("agreed"))
    assert not is_opened(text, text.index("below"))
