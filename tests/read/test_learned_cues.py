"""What the encoder finds counts beside what the grammar finds, never over it."""

from communique.read.attributions import find_cues
from communique.read.cues import lexicon
from communique.read.learned_cues import learned_cues
from tests.read.texts import LEAD, analysed


def test_the_encoder_adds_nothing_over_what_is_known() -> None:
    analysis = analysed(LEAD + "Brandt urged Kenya to open its market to tractors.")
    known = list(find_cues(analysis))
    assert known
    assert learned_cues(analysis, known, lexicon()) == ()


def test_what_it_finds_has_a_source_in_the_cue_s_own_sentence() -> None:
    analysis = analysed(LEAD + "Brandt urged Kenya to open its market. She said that trade had doubled.")
    for use in learned_cues(analysis, [], lexicon()):
        assert use.source is not None
        assert analysis.tokens[use.source].sentence == analysis.tokens[use.token].sentence
