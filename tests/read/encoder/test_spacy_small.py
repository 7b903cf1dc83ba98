"""The analysis keeps the report's own spelling and offsets, whatever the text holds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import Mark, Report
from communique.read.encoder import analyse
from tests.read.texts import analysed

HARD = st.text(alphabet=st.sampled_from("Tô Lâm n\u0303e\u0301\u00a0\u00ad🇻🇳北京ß’“”—.,!?\n\t a1Đ"), max_size=80)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=60), HARD))
def test_every_token_is_the_text_at_its_offsets(text: str) -> None:
    analysis = analyse(Report(id="r", text=text))
    assert all(text[token.start : token.end] == token.text for token in analysis.tokens)
    starts = [token.start for token in analysis.tokens]
    assert starts == sorted(starts)


def test_accented_names_keep_their_spelling() -> None:
    analysis = analysed("General Secretary Tô Lâm received Prime Minister Phạm Minh Chính.")
    assert {"Tô", "Lâm", "Phạm", "Chính"} <= {token.text for token in analysis.tokens}


def test_a_name_that_is_an_english_word_is_read_as_a_name() -> None:
    analysis = analysed("General Secretary To Lam stressed that ties are strong.")
    lam = next(token for token in analysis.tokens if token.text == "Lam")
    assert lam.deprel == "nsubj"


def test_sentences_glued_together_are_two() -> None:
    analysis = analysed("The route has been closed since 2019.He asked for help.")
    assert len(analysis.sentences) == 2


def test_headers_are_not_read_and_captions_are_marked() -> None:
    text = "date: 2026-01-01\nThe ministers met.\n\nAt the talks (Photo: ABC)"
    caption = text.index("At the talks")
    report = Report(id="r", text=text, marks=(Mark("header", 0, 17), Mark("caption", caption, len(text))))
    analysis = analyse(report)
    assert analysis.tokens[0].text == "The"
    assert [sentence.marked for sentence in analysis.sentences] == [None, "caption"]
    assert len(list(analysis.prose())) == 1


def test_a_very_long_paragraph_is_cut_but_nothing_is_lost() -> None:
    text = "word " * 3000
    assert len(analysed(text).tokens) == 3000


def test_a_numbered_point_begins_a_paragraph() -> None:
    analysis = analysed("2. Trade\n(1) The minister praised the port.")
    assert [sentence.paragraph for sentence in analysis.sentences][-1] == 1
