"""Everything that holds across reports, from the readings of all of them. The order of the readings is no matter."""

from __future__ import annotations

from collections.abc import Iterable

from communique.resolve.resolution import Resolution, Told


def resolve_all(told: Iterable[Told]) -> Resolution:
    """Resolve all readings at once."""
    return Resolution()
