"""What waits for an answer of the other side, and what is only a piece of another ask."""

from __future__ import annotations

from dataclasses import replace

from communique.model import Evidence, Statement
from communique.query.asking import awaits_answer, is_hearsay, without_pieces
from communique.query.dossier import Citation
from communique.query.pair import Pair

VN_KH = Pair("VN", "KH")
TEXT = "called on China to report data on the virus and to identify any new variants"


def asked(content: str, parties: tuple[str, ...] = ("VN",)) -> Statement:
    start = TEXT.index(content)
    span = (start, start + len(content))
    evidence = Evidence("r", 0, span[1], TEXT[: span[1]])
    return Statement("request", (), parties, (), ("KH",), "called on", content, span, evidence)


REQUEST = asked("to report data on the virus")


def test_what_one_side_asks_awaits_an_answer() -> None:
    assert awaits_answer(REQUEST, VN_KH)
    assert awaits_answer(replace(REQUEST, addressee_parties=()), VN_KH)


def test_what_both_call_for_or_ask_of_a_third_does_not() -> None:
    assert not awaits_answer(replace(REQUEST, speaker_parties=("VN", "KH"), addressee_parties=()), VN_KH)
    assert not awaits_answer(replace(REQUEST, addressee_parties=("CN",)), VN_KH)


def test_a_promise_awaits_none() -> None:
    assert not awaits_answer(replace(REQUEST, act="commit"), VN_KH)


def test_a_piece_of_a_sentence_is_no_ask_of_its_own() -> None:
    assert without_pieces([REQUEST, asked("any new variants")]) == (REQUEST,)


def test_a_piece_of_a_content_is_no_ask_of_its_own() -> None:
    assert without_pieces([REQUEST, asked("data on the virus")]) == (REQUEST,)


def test_a_second_deed_asked_for_is_kept() -> None:
    both = (REQUEST, asked("to identify any new variants"))
    assert without_pieces(both) == both


def test_what_another_asked_in_the_same_words_is_kept() -> None:
    both = (REQUEST, asked("data on the virus", ("KH",)))
    assert without_pieces(both) == both


def test_what_media_say_was_promised_is_hearsay() -> None:
    quote = "Germany has pledged 20 million euros for roads"
    assert is_hearsay(Citation("r", quote, 0, len(quote), before="According to local media, "))
    assert not is_hearsay(Citation("r", quote, 0, len(quote)))
