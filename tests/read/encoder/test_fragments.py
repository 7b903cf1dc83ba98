"""Splinters of contents are told from contents."""

from communique.model import Span
from communique.read.encoder.fragments import fragments

TEXT = "She urged Norland to open its ports to grain ships and said that no."
CUE = Span(4, 9)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def test_the_person_addressed_is_a_fragment_beside_the_request() -> None:
    request = (CUE, span("to open its ports to grain ships"))
    assert fragments(TEXT, [(CUE, span("Norland")), request]) == {0}


def test_a_short_content_alone_is_kept() -> None:
    assert fragments(TEXT, [(CUE, span("Norland"))]) == set()


def test_another_cue_does_not_make_a_fragment() -> None:
    assert fragments(TEXT, [(CUE, span("to open its ports to grain ships")), (span("said"), span("no"))]) == set()


def test_a_word_without_meaning_is_a_fragment() -> None:
    assert fragments(TEXT, [(span("said"), span("that"))]) == {0}
