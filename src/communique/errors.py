"""The errors that communique raises: each names the file or field, what was wrong, and what to do."""

from __future__ import annotations


class CommuniqueError(Exception):
    """Anything that communique refuses, with a message for the person who ran it."""


class IngestError(CommuniqueError):
    """A source that cannot become a report. `name` is the file or item, `reason` what was wrong with it."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class UnknownPartyError(CommuniqueError):
    """A country or organisation that the vocabulary does not hold."""


class RecordError(CommuniqueError):
    """A record that cannot be opened, or is not one."""
