"""Bytes to text. Offsets refer to that text, so nothing in it is changed: no newline is translated."""

from __future__ import annotations

import codecs
import re

from communique.errors import IngestError

# One report, in bytes: a book of a thousand pages is about 3 MB.
LARGEST_REPORT = 20 * 1024 * 1024

# The longer marks first: UTF-32's begins with UTF-16's.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"%PDF-", "a PDF; save its text as .txt first"),
    (b"PK\x03\x04", "a zip or office document; save its text as .txt first"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save its text as .txt first"),
    (b"{\\rtf", "rich text (RTF); save it as plain .txt first"),
    (b"\x1f\x8b", "compressed; only .jsonl.gz is read, unpack it first"),
    (b"\x89PNG", "a picture; communique reads text"),
    (b"\xff\xd8\xff", "a picture; communique reads text"),
    (b"GIF8", "a picture; communique reads text"),
)
_DECLARED = re.compile(rb"(?:charset\s*=|encoding\s*=)\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_DECLARED_WITHIN = 2048
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
# Text taken from a PDF holds a stray control character now and then; a binary file is full of them.
_MOST_CONTROLS = 0.005
# Western text in Windows-1252: few letters beyond ASCII, and only such as Western languages and typography use.
_MOST_ACCENTED = 0.15
_WESTERN = frozenset(
    "àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœšžßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒŠŽ‘’“”‚„–—…•·€£¥§©®°«»\u00a0½¼¾²³±×¿¡™º´"
)
_MOJIBAKE = re.compile(r"[ÃÂÄÅÆáâ][\u0080-\u00bf‘’“”„–—…€™œžšŠŒŽ•]|[À-ÿ]{4}")


def decode(data: bytes, name: str, declares: bool = False) -> str:
    """The text of a file's bytes; `declares` where the file may name its encoding within (HTML).

    Raises `IngestError` for what is not text, or text in an encoding that cannot be told.
    """
    _refuse_known_kinds(data, name)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name)
    if b"\x00" in data:
        raise IngestError(name, "holds NUL bytes: a binary file, or UTF-16 without a mark; save it as UTF-8 text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _declared(data, name) if declares and _declared_name(data) else _western(data, name, error)


def refuse_binary(text: str, name: str) -> None:
    """Raises `IngestError` for a text with NUL, lone surrogates, or more than a stray control character."""
    if "\x00" in text:
        raise IngestError(name, "holds NUL characters: a binary file; communique reads text")
    controls = len(_CONTROL.findall(text))
    if controls > max(1, _MOST_CONTROLS * len(text)):
        raise IngestError(name, f"holds {controls} control characters: a binary file; communique reads text")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        code = f"U+{ord(text[error.start]):04X}"
        reason = f"holds half of a character ({code}) at character {error.start}; write the text as valid UTF-8"
        raise IngestError(name, reason) from None


def refuse_oversize(size: int, name: str) -> None:
    """Raises `IngestError` for a report of more than `LARGEST_REPORT` bytes."""
    if size > LARGEST_REPORT:
        limit = LARGEST_REPORT // (1024 * 1024)
        raise IngestError(name, f"larger than {limit} MB; split it into its reports (JSON Lines may be larger)")


def _refuse_known_kinds(data: bytes, name: str) -> None:
    for start, kind in _KINDS:
        if data.startswith(start):
            raise IngestError(name, f"is {kind}")


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"is marked as {encoding.upper()} but is not valid at byte {error.start}; save it as UTF-8"
        raise IngestError(name, reason) from None


def _declared_name(data: bytes) -> str | None:
    """The encoding that a page names at its top, or None for none that Python knows."""
    match = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    if not match:
        return None
    try:
        return codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None


def _declared(data: bytes, name: str) -> str:
    """A page in the encoding that it names; bytes that do not fit become U+FFFD, as in a browser."""
    encoding = _declared_name(data) or "cp1252"
    if encoding in {"iso8859-1", "ascii"}:
        encoding = "cp1252"
    try:
        return data.decode(encoding, errors="replace")
    except (LookupError, ValueError):
        raise IngestError(name, f"names an encoding that holds no text ({encoding}); save it as UTF-8") from None


def _western(data: bytes, name: str, error: UnicodeDecodeError) -> str:
    """Bytes that are not UTF-8 as Windows-1252, where every letter is one that Western text would hold."""
    reason = (
        f"is not UTF-8 (byte 0x{data[error.start]:02X} at {error.start}), nor plainly Windows-1252; "
        "save it as UTF-8 and add it again"
    )
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise IngestError(name, reason) from None
    accented = [character for character in text if character > "\x7f"]
    if len(accented) > _MOST_ACCENTED * len(text) or not _WESTERN.issuperset(accented) or _MOJIBAKE.search(text):
        raise IngestError(name, reason)
    return text
