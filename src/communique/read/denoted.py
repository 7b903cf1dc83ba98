"""What a token denotes: the entries of the table that the walk over a report fills."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Denoted:
    """What a token denotes: people as indices of the drafts, parties, whether it is a group of several sides."""

    people: tuple[int, ...] = ()
    parties: tuple[str, ...] = ()
    group: bool = False


class Owners(Mapping[int, tuple[str, ...]]):
    """Parties of the tokens decided so far, as the walk goes on."""

    def __init__(self, denoted: dict[int, Denoted]) -> None:
        self._denoted = denoted

    def __getitem__(self, index: int) -> tuple[str, ...]:
        return self._denoted[index].parties

    def __iter__(self) -> Iterator[int]:
        return iter(self._denoted)

    def __len__(self) -> int:
        return len(self._denoted)
