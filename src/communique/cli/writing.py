"""Files that a command writes: never over the record, another database or a report."""

from __future__ import annotations

from pathlib import Path

_DATABASE = b"SQLite format 3\x00"


def check_target(path: Path | None, *, suffixes: frozenset[str] | None = None) -> None:
    """Raise `CommuniqueError` where a command must not write to a path.

    A database is never replaced. Where `suffixes` are given, neither is a file of another kind: what ends in none of
    them was not written by the command that writes now.
    """
    from communique.errors import CommuniqueError

    if path is None or not path.is_file():
        return
    with path.open("rb") as file:
        if file.read(len(_DATABASE)) == _DATABASE:
            raise CommuniqueError(f"{path}: is a database, and is not written over; name another file")
    if suffixes is not None and path.suffix.lower() not in suffixes:
        kinds = " or ".join(sorted(suffixes))
        raise CommuniqueError(f"{path}: exists already and is no {kinds} file; name another one, or remove it first")


def write_text(path: Path, text: str) -> None:
    """Write a text to a file, with a clear error where that fails."""
    from communique.errors import CommuniqueError

    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CommuniqueError(f"{path}: cannot be written: {error.strerror}") from error
