import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import IngestError
from communique.ingest.decode import decode, refuse_binary

TEXT = "HÀ NỘI — Tô Lâm\r\n\r\nmet his guest.\n"


def test_utf_8_is_given_as_it_is_newlines_and_all() -> None:
    assert decode(TEXT.encode("utf-8"), "a.txt") == TEXT


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_tells_the_encoding_and_is_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding), "a.txt") == TEXT


def test_western_text_in_windows_1252_is_read() -> None:
    text = "The Prime Minister’s guest, José Muñoz, said: “We agree” – and left for Paris in the café car."
    assert decode(text.encode("cp1252"), "a.txt") == text


@pytest.mark.parametrize(
    "data",
    [
        "Bộ trưởng gặp đại sứ".encode("cp1258", "ignore") + bytes([0xD5, 0xDE, 0xD2, 0xFE, 0xEC, 0xF2]),
        "外交部长在北京会见了大使".encode("gb18030"),
        "Министр встретился с послом".encode("cp1251"),
        "รัฐมนตรีพบกับเอกอัครราชทูต".encode("cp874"),
        b"The minister said" + b"\x81\x8d",
        "Tô Lâm met his guest".encode() + b"\xff",
    ],
)
def test_any_other_encoding_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(IngestError, match=r"not UTF-8 .* save it as UTF-8"):
        decode(data, "a.txt")


def test_utf_16_without_a_mark_is_refused_by_name() -> None:
    with pytest.raises(IngestError, match="UTF-16 without a mark"):
        decode(TEXT.encode("utf-16-le"), "a.txt")


def test_a_cut_off_utf_16_file_is_refused() -> None:
    with pytest.raises(IngestError, match="marked as UTF-16-LE"):
        decode(codecs.BOM_UTF16_LE + b"a\x00b", "a.txt")


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04", "office document"),
        (b"\x89PNG\r\n", "picture"),
        (b"\x1f\x8b", "compressed"),
    ],
)
def test_files_of_other_kinds_are_refused_by_name(start: bytes, kind: str) -> None:
    with pytest.raises(IngestError, match=kind):
        decode(start + b"rest", "a.txt")


def test_a_page_is_read_in_the_encoding_that_it_names() -> None:
    page = '<html><head><meta charset="windows-1258"></head><body>Thủ đô</body></html>'
    data = page.replace("Thủ đô", "Hà").encode("cp1258")
    assert "Hà" in decode(data, "a.html", declares=True)


@pytest.mark.parametrize("name", ["nonsense", "base64", "idna", "utf-7x"])
def test_a_page_that_names_no_real_encoding_never_crashes(name: str) -> None:
    data = f'<html><meta charset="{name}"><body>caf'.encode() + b"\xe9</body></html>"
    try:
        assert "caf" in decode(data, "a.html", declares=True)
    except IngestError as error:
        assert "save it as UTF-8" in error.reason


def test_a_stray_control_character_is_let_through() -> None:
    refuse_binary("The Minister\x02 met the ambassador.", "a.txt")


@pytest.mark.parametrize("text", ["a\x00b", "\x01\x02\x03\x04", "half \ud800 pair"])
def test_what_is_not_text_is_refused(text: str) -> None:
    with pytest.raises(IngestError):
        refuse_binary(text, "a.txt")


@given(st.binary(max_size=400), st.booleans())
def test_any_bytes_are_text_or_refused(data: bytes, declares: bool) -> None:
    try:
        assert isinstance(decode(data, "a.txt", declares), str)
    except IngestError as error:
        assert error.name == "a.txt"


@given(st.text(alphabet=st.characters(exclude_characters="\x00", exclude_categories=["Cs"])))
def test_utf_8_comes_back_character_for_character(text: str) -> None:
    data = text.encode("utf-8")
    try:
        assert decode(data, "a.txt") == text.removeprefix("\ufeff")
    except IngestError as error:
        assert data.startswith((b"{\\rtf", b"GIF8", b"%PDF-", b"PK")) and "a.txt" in str(error)
