from __future__ import annotations

from collections.abc import Iterable

from communique.resolve.grouping import Groups, pairs_sharing, solve


def groups(count: int, edges: Iterable[tuple[int, int]], agreeing: Iterable[tuple[int, int]] = ()) -> Groups:
    joined = {frozenset(edge) for edge in edges}
    close = {frozenset(edge) for edge in agreeing}
    every = [(a, b) for a in range(count) for b in range(a)]
    return solve(count, every, lambda a, b: frozenset((a, b)) in joined, lambda a, b: frozenset((a, b)) in close)


def test_what_fits_together_is_one_group() -> None:
    assert groups(4, [(0, 1), (1, 2), (0, 2)]) == [(0, 1, 2), (3,)]


def test_a_bridge_stays_alone() -> None:
    assert groups(3, [(0, 1), (1, 2)]) == [(0,), (1,), (2,)]


def test_a_bridge_goes_where_evidence_points() -> None:
    assert groups(3, [(0, 1), (1, 2)], [(1, 2)]) == [(0,), (1, 2)]


def test_evidence_that_points_both_ways_points_nowhere() -> None:
    assert groups(3, [(0, 1), (1, 2)], [(1, 2), (0, 1)]) == [(0,), (1,), (2,)]


def test_pairs_are_of_nodes_with_a_key_in_common() -> None:
    assert pairs_sharing({0: "ab", 1: "bc", 2: "d", 3: "ca"}) == {(0, 1), (0, 3), (1, 3)}
