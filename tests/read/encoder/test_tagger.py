"""The attribution tagger with its real weights: exact offsets in any text, the same answer every time."""

import re
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import Span
from communique.read.encoder.pieces import BREAK, WINDOW, packed, windows
from communique.read.encoder.tagger import MODEL_FILE, AttributionTagger

WEIGHTS = Path(str(files("communique.read.encoder"))) / "weights"
pytestmark = pytest.mark.skipif(not (WEIGHTS / MODEL_FILE).exists(), reason="the weights are not built yet")

WORDS = st.sampled_from(
    [
        "Minister",
        "Lê Thị Hoà",
        "Le\u0302\u0301 Hoa\u0300",
        "she",
        "said",
        "urged",
        "that",
        "trade",
        "grew",
        "“we",
        "agree”",
        "🤝",
        "👩🏽\u200d⚖️",
        "外交部",
        "한국",
        "co\u00adoperation",
        "Élysée",
        "İzmir",
        "ﬁnance",
        "straße",
        "12.5",
        "%",
        ".",
        ",",
        "\u0301",
        "\ufeff",
        "\u200b",
    ]
)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", "\u00a0", "", "\u202f", "\n"])), max_size=40).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)


@pytest.fixture(scope="module")
def tagger() -> AttributionTagger:
    return AttributionTagger(threads=1)


def whole(text: str) -> list[Span]:
    return [Span(0, len(text))]


def test_source_cue_and_content_are_linked(tagger: AttributionTagger) -> None:
    text = "Foreign Minister Ana Duarte said that trade had doubled in two years."
    (found,) = tagger.tag(text, whole(text))
    assert found.source is not None and "Ana Duarte" in found.source.of(text)
    assert found.cue is not None and found.cue.of(text) == "said"
    assert found.content.of(text).rstrip(".") == "trade had doubled in two years"
    assert 0.5 < found.score <= 1.0


def test_two_speakers_keep_their_own_words(tagger: AttributionTagger) -> None:
    text = "President Ruiz urged Norland to open its ports. In reply, Ms Dahl promised to lift the ban by May."
    first, second = tagger.tag(text, whole(text))
    assert first.source is not None and "Ruiz" in first.source.of(text)
    assert second.source is not None and "Dahl" in second.source.of(text)


def test_text_without_speech_has_no_attribution(tagger: AttributionTagger) -> None:
    text = "The bridge is 400 metres long and carries two lanes."
    assert tagger.tag(text, whole(text)) == ()


def test_only_the_given_paragraphs_are_read(tagger: AttributionTagger) -> None:
    text = "Mr Holm said prices fell.\n\nMs Berg said wages rose."
    second = Span(text.index("Ms"), len(text))
    assert all(second.covers(found.content) for found in tagger.tag(text, [second]))


def test_nothing_comes_of_nothing(tagger: AttributionTagger) -> None:
    assert tagger.tag("", []) == () and tagger.tag("  \n ", [Span(0, 4)]) == ()


def test_accents_and_marks_do_not_shift_offsets(tagger: AttributionTagger) -> None:
    plain = "Minister Nguyen Hoa said that exports rose."
    marked = "Minister Nguye\u0302\u0303n Hoa\u0300 🤝\u00a0said that exports rose."
    assert [a.content.of(plain) for a in tagger.tag(plain, whole(plain))] == [
        a.content.of(marked) for a in tagger.tag(marked, whole(marked))
    ]


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_spans_lie_in_the_paragraph_and_are_trimmed(tagger: AttributionTagger, text: str) -> None:
    for found in tagger.tag(text, whole(text)):
        for span in (found.source, found.cue, found.content):
            if span is not None:
                assert whole(text)[0].covers(span) and len(span)
                assert span.of(text) == span.of(text).strip(" \n\u00a0\u202f,")


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_spans_do_not_overlap(tagger: AttributionTagger, text: str) -> None:
    spans = sorted(tagged.span for tagged in tagger.read(text, whole(text)).spans)
    assert all(not a.overlaps(b) for a, b in pairwise(spans))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_every_visible_piece_has_its_characters(tagger: AttributionTagger, text: str) -> None:
    tokenizer = tagger.tokenizer()
    offsets = [edge for window in windows(text, 0, len(text), tokenizer) for edge in window.offsets]
    assert all(0 <= start < end <= len(text) for start, end in offsets)
    assert all(a[0] <= b[0] for a, b in pairwise(offsets))


def test_a_long_paragraph_is_cut_between_sentences(tagger: AttributionTagger) -> None:
    text = "Ms Berg said that wages rose by a tenth. " * 60
    cut = list(windows(text, 0, len(text), tagger.tokenizer()))
    assert len(cut) > 1 and all(len(window.ids) <= WINDOW for window in cut)
    assert all(text[window.offsets[-1][0]] == "." for window in cut)


def test_the_answer_does_not_depend_on_threads(tagger: AttributionTagger) -> None:
    text = "Mr Holm said prices fell, adding that wages would follow."
    assert tagger.tag(text, whole(text)) == AttributionTagger(threads=2).tag(text, whole(text))


def test_nobody_speaks_in_another_paragraph(tagger: AttributionTagger) -> None:
    first, second = "Mr Holm said prices fell.", "Both sides agreed to meet in May."
    text = f"{first}\n\n{second}"
    spans = [Span(0, len(first)), Span(len(first) + 2, len(text))]
    for one in tagger.tag(text, spans):
        own = next(span for span in spans if span.covers(one.content))
        assert all(own.covers(part) for part in (one.source, one.cue) if part is not None)


def test_following_paragraphs_share_a_window(tagger: AttributionTagger) -> None:
    text = "Ms Berg spoke.\n\nMr Holm wrote."
    (window,) = packed(text, [(0, 14), (16, len(text))], tagger.tokenizer())
    assert window.ids.count(BREAK) == 1
    assert text[slice(*window.offsets[window.ids.index(BREAK)])] == "\n\n"


def test_no_window_is_longer_than_the_network_reads(tagger: AttributionTagger) -> None:
    text = "\n\n".join(["Ms Berg said that wages rose by a tenth. " * 4] * 40)
    paragraphs = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)]
    assert all(len(window) <= WINDOW for window in packed(text, paragraphs, tagger.tokenizer()))
