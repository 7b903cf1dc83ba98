from communique.ingest.headers import read_headers


def test_header_lines_fill_the_fields() -> None:
    text = "url: https://example.org/1\ntitle: Envoys meet\ndate: 2026-02-06\nissuer: KPL\n\nThe envoys met."
    headers = read_headers(text)
    assert (headers.url, headers.title, headers.published, headers.issuer) == (
        "https://example.org/1",
        "Envoys meet",
        "2026-02-06",
        "KPL",
    )
    assert text[headers.end :].strip() == "The envoys met."


def test_the_date_word_may_stand_on_the_line_of_the_prose() -> None:
    text = " date 2026-02-06 PHNOM PENH — The Minister met the ambassador on Friday."
    headers = read_headers(text)
    assert headers.published == "2026-02-06"
    assert [span.of(text) for span in headers.spans] == ["date 2026-02-06"]


def test_a_date_header_with_prose_on_its_line_ends_after_the_date() -> None:
    text = "date: 2026-02-06 The Minister met the ambassador on Friday."
    assert [span.of(text) for span in read_headers(text).spans] == ["date: 2026-02-06"]


def test_an_unknown_key_beside_a_known_one_is_a_header_too() -> None:
    text = "query: border talks\ntitle: Envoys meet\n\nThe envoys met."
    assert [span.of(text) for span in read_headers(text).spans] == ["query: border talks", "title: Envoys meet"]


def test_prose_with_a_colon_is_no_header() -> None:
    assert read_headers("note: the two sides agreed on three points.\n\nThey met.").spans == ()
    assert read_headers("The Spokesperson: We will answer.\nTitle insurance was discussed.").spans == ()


def test_a_speaker_below_the_headers_is_no_header() -> None:
    text = "title: Briefing\nSpokesperson: Good morning."
    assert [span.of(text) for span in read_headers(text).spans] == ["title: Briefing"]


def test_a_value_that_says_none_fills_nothing() -> None:
    headers = read_headers("url: none\ntitle: Envoys meet\n\nThe envoys met.")
    assert headers.url is None and len(headers.spans) == 2


def test_the_source_stands_in_for_a_missing_issuer() -> None:
    assert read_headers("source: AKP\ndate: 2026-02-06\n\nThe envoys met.").issuer == "AKP"


def test_headers_with_windows_newlines_keep_their_offsets() -> None:
    text = "title: Envoys meet\r\ndate: 2026-02-06\r\n\r\nThe envoys met."
    assert [span.of(text) for span in read_headers(text).spans] == ["title: Envoys meet", "date: 2026-02-06"]
