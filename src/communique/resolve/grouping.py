"""Grouping things that may be the same, where being the same is not transitive.

A node whose neighbours contradict one another bridges them: it must not pull them together. So groups are made of
the nodes that bridge nothing; a bridging node joins one of them only if evidence beyond mere compatibility points
to exactly that one, and otherwise stays alone. Nothing here depends on the order of the nodes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

Groups = list[tuple[int, ...]]
Neighbours = dict[int, set[int]]


def solve(
    count: int,
    candidates: Iterable[tuple[int, int]],
    compatible: Callable[[int, int], bool],
    agreeing: Callable[[int, int], bool],
) -> Groups:
    """Groups of the nodes 0 … count-1, of which every two are compatible.

    `candidates` are the pairs worth looking at; pairs outside it count as incompatible. `agreeing` says whether two
    compatible nodes have more in common than others have by chance, which decides where a bridging node belongs.
    """
    neighbours: Neighbours = {node: set() for node in range(count)}
    for first, second in candidates:
        if first != second and compatible(first, second):
            neighbours[first].add(second)
            neighbours[second].add(first)
    bridging = {node for node in neighbours if _bridges(node, neighbours)}
    core = _components(neighbours, [node for node in neighbours if node not in bridging])
    return _placed(core, sorted(bridging), neighbours, agreeing)


def _bridges(node: int, neighbours: Mapping[int, set[int]]) -> bool:
    """Whether two neighbours of the node are none of each other."""
    around = neighbours[node]
    return any(not around <= neighbours[other] | {other} for other in around)


def _components(neighbours: Mapping[int, set[int]], nodes: Sequence[int]) -> Groups:
    """The groups of nodes that hang together; none of them bridges, so each group is compatible throughout."""
    left = set(nodes)
    groups: Groups = []
    for node in nodes:
        if node in left:
            group = {node} | (neighbours[node] & left)
            left -= group
            groups.append(tuple(sorted(group)))
    return groups


def _placed(
    core: Groups, bridging: Sequence[int], neighbours: Neighbours, agreeing: Callable[[int, int], bool]
) -> Groups:
    """The groups with each bridging node put where evidence points; those that point to no one group stay alone."""
    joining: dict[int, list[int]] = {place: [] for place in range(len(core))}
    alone: list[int] = []
    for node in bridging:
        fitting = [
            place
            for place, group in enumerate(core)
            if set(group) <= neighbours[node] and any(agreeing(node, member) for member in group)
        ]
        (joining[fitting[0]] if len(fitting) == 1 else alone).append(node)
    groups: Groups = []
    for place, group in enumerate(core):
        agreed = [node for node in joining[place] if _at_peace(node, joining[place], neighbours)]
        alone.extend(node for node in joining[place] if node not in agreed)
        groups.append(tuple(sorted((*group, *agreed))))
    return sorted([*groups, *((node,) for node in alone)])


def _at_peace(node: int, others: Sequence[int], neighbours: Neighbours) -> bool:
    """Whether the node contradicts none of the others that would join the same group."""
    return all(other == node or other in neighbours[node] for other in others)


def pairs_sharing(keys: Mapping[int, Iterable[object]]) -> set[tuple[int, int]]:
    """The pairs of nodes that share a key."""
    holders: dict[object, list[int]] = {}
    for node, held in keys.items():
        for key in set(held):
            holders.setdefault(key, []).append(node)
    return {pair for nodes in holders.values() for pair in combinations(sorted(nodes), 2)}
