"""What the encoder finds counts beside what the grammar finds, and over it where it is sure."""

from dataclasses import replace

from communique.model import Span
from communique.read.analysis import Analysis, Attribution
from communique.read.attributions import find_cues
from communique.read.cues import lexicon
from communique.read.learned_cues import with_learned
from tests.read.texts import LEAD, analysed

TEXT = LEAD + "Brandt urged Kenya to open its market to tractors and to lower fees."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def attributed(*attributions: Attribution) -> Analysis:
    return replace(analysed(TEXT), attributions=attributions)


def contents(analysis: Analysis) -> list[str]:
    return [use.content.of(TEXT) for use in find_cues(analysis) if use.content is not None]


def test_the_encoder_adds_nothing_over_what_is_known() -> None:
    analysis = analysed(LEAD + "Brandt urged Kenya to open its market to tractors.")
    known = list(find_cues(analysis))
    assert known
    assert with_learned(analysis, known, lexicon()) == known


def test_what_it_finds_has_a_source_in_the_cue_s_own_sentence() -> None:
    analysis = analysed(LEAD + "Brandt urged Kenya to open its market. She said that trade had doubled.")
    for use in with_learned(analysis, [], lexicon()):
        assert use.source is not None
        assert analysis.tokens[use.source].sentence == analysis.tokens[use.token].sentence


def test_a_sure_encoder_draws_the_content() -> None:
    sure = Attribution(span("Brandt"), span("urged"), span("to open"), 0.99)
    assert "to open" in contents(attributed(sure))


def test_a_doubting_encoder_does_not() -> None:
    doubting = Attribution(span("Brandt"), span("urged"), span("to open"), 0.7)
    assert "to open" not in contents(attributed(doubting))


def test_two_pieces_behind_one_cue_are_one_content() -> None:
    pieces = (
        Attribution(None, span("urged"), span("Kenya to open"), 0.99),
        Attribution(None, span("urged"), span("market to tractors and to lower fees"), 0.99),
    )
    (use,) = with_learned(attributed(*pieces), [], lexicon())
    assert use.content is not None
    assert use.content.of(TEXT) == "Kenya to open its market to tractors and to lower fees"


def test_a_content_without_its_last_noun_is_not_taken_over_the_grammar_s() -> None:
    short = Attribution(None, span("urged"), span("Kenya to open its"), 0.99)
    assert contents(attributed(short)) == contents(attributed())


def test_the_purpose_of_what_is_said_is_not_all_that_is_said() -> None:
    text = LEAD + "Brandt said that both sides should train nurses to lower the fees."
    start = text.index("to lower the fees")
    purpose = Attribution(None, Span(text.index("said"), text.index("said") + 4), Span(start, start + 17), 0.99)
    (use,) = [u for u in find_cues(replace(analysed(text), attributions=(purpose,))) if u.content is not None]
    assert use.content is not None
    assert use.content.of(text) == "both sides should train nurses to lower the fees"
