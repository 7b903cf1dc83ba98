"""A small grammar over lexical classes: rules written as patterns, compiled to one trie, longest match wins.

A pattern is a row of elements: a class in capitals (`MONTH`), a word itself (`of`), a mark (`,`), or the name of
other rules in angle brackets (`<day>`). `name=element` keeps the element's value for the rule's builder;
`element?` may be absent; `(a|b c)` chooses. Options are multiplied out, so that matching is a walk down the trie.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from communique.read.dates.lexer import DateToken
from communique.read.dates.vocabulary import Labels, Shape, shape

Builder = Callable[..., Any]
Element = tuple[str, str]  # (name to keep it by or "", what must stand there)

_PIECE = re.compile(r"\s*(\(|\)\??|\||[^\s()|]+)")


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to say something: the nonterminal that it belongs to, its pattern, and what builds its meaning.

    A builder gets the kept values by name and returns a meaning, or None where the words fit but the sense
    does not (the 31st of June).
    """

    kind: str
    pattern: str
    build: Builder


_Row = tuple[Labels, ...]
_Plan = tuple[tuple[tuple[str, "_Node"], ...], tuple[tuple[str, "_Node"], ...]]
_REMEMBERED = 1 << 12  # rows of tokens whose longest match is kept
_END = ""  # among the labels that may follow: the rule may also end here


@dataclass(slots=True)
class _Node:
    """A place in the trie: where a label or a nonterminal leads, and the rules that are complete here.

    `follows` are the labels that a token may have next; `plans` remember where pairs of tokens lead.
    """

    edges: dict[str, _Node] = field(default_factory=dict)
    kinds: dict[str, _Node] = field(default_factory=dict)
    accepts: list[tuple[int, tuple[tuple[str, int], ...], Builder]] = field(default_factory=list)
    follows: frozenset[str] = frozenset()
    plans: dict[tuple[Shape, Shape], _Plan] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of tokens [first, last) with its meaning."""

    first: int
    last: int
    meaning: Any


class Grammar:
    """Rules compiled for matching."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._roots: dict[str, _Node] = {}
        for order, rule in enumerate(rules):
            for row in expand(rule.pattern):
                self._add(rule, row, order)
        first = {kind: self._first(kind) for kind in self._roots}
        for root in self._roots.values():
            for node in _nodes(root):
                below = (first[inner] for inner in node.kinds)
                node.follows = frozenset(node.edges).union(*below, {_END} if node.accepts else ())
        self._pairs = {kind: self._openings(kind) for kind in self._roots}
        longest = cache(lambda kind: _longest(self._roots[kind], longest))
        self._reach = {kind: longest(kind) + 1 for kind in self._roots}  # and the token behind
        self._best = lru_cache(maxsize=_REMEMBERED)(self._read)

    def _add(self, rule: Rule, row: tuple[Element, ...], order: int) -> None:
        node = self._roots.setdefault(rule.kind, _Node())
        for _, what in row:
            if what.startswith("<"):
                node = node.kinds.setdefault(what[1:-1], _Node())
            else:
                node = node.edges.setdefault(what, _Node())
        kept = tuple((name, place) for place, (name, _) in enumerate(row) if name)
        node.accepts.append((order, kept, rule.build))

    def _first(self, kind: str) -> frozenset[str]:
        """Every label that a match of a kind can start with."""
        root = self._roots[kind]
        return frozenset(root.edges).union(*(self._first(inner) for inner in root.kinds))

    def _openings(self, kind: str) -> dict[str, frozenset[str]]:
        """Every label that a match of a kind can start with, and the labels that can follow it."""
        root = self._roots[kind]
        found = {label: node.follows for label, node in root.edges.items()}
        for inner, node in root.kinds.items():
            for label, follows in self._openings(inner).items():
                beyond = node.follows if _END in follows else frozenset()
                found[label] = found.get(label, frozenset()) | (follows - {_END}) | beyond
        return found

    def plan(self, node: _Node, here: Shape, following: Shape) -> _Plan:
        """Where a token leads from a node, seeing the token after it; worked out once for each pair of shapes."""
        known = node.plans.get((here, following))
        if known is None:
            ahead = {_END, *following.names}
            edges = [(label, node.edges[label]) for label in here.names if label in node.edges]
            kinds = [
                (kind, child)
                for kind, child in node.kinds.items()
                if any(not ahead.isdisjoint(self._pairs[kind].get(label, ())) for label in here.names)
            ]
            fitting = [(label, child) for label, child in edges if not ahead.isdisjoint(child.follows)]
            known = node.plans[here, following] = (tuple(fitting), tuple(kinds))
        return known

    def words(self) -> set[str]:
        """Every label that some rule asks for."""
        return {label for root in self._roots.values() for node in _nodes(root) for label in node.edges}

    def find(self, tokens: Sequence[DateToken], kind: str) -> Iterator[Match]:
        """The longest matches of a kind from left to right, none overlapping another."""
        starts, reach = self._pairs[kind], self._reach[kind]
        row = tuple([token.labels for token in tokens])
        first = 0
        while first < len(row):
            if starts.keys().isdisjoint(row[first]):
                first += 1
                continue
            best = self._best(kind, row[first : first + reach])
            if best is None:
                first += 1
            else:
                yield Match(first, first + best.last, best.meaning)
                first += best.last

    def _read(self, kind: str, row: _Row) -> Match | None:
        """The longest match at the start of a row of tokens."""
        return max(_Reader(self, self._roots, row).matches(kind, 0), key=lambda match: match.last, default=None)


def _nodes(root: _Node) -> Iterator[_Node]:
    """A node and every node below it."""
    yield root
    for node in (*root.edges.values(), *root.kinds.values()):
        yield from _nodes(node)


def _longest(node: _Node, of_kind: Callable[[str], int]) -> int:
    """How many tokens a match can still have from a node on. No rule leads back to its own kind."""
    edges = (1 + _longest(child, of_kind) for child in node.edges.values())
    kinds = (of_kind(kind) + _longest(child, of_kind) for kind, child in node.kinds.items())
    return max((*edges, *kinds), default=0)


class _Reader:
    """One pass over one row of tokens, with what was matched at each place remembered."""

    def __init__(self, grammar: Grammar, roots: dict[str, _Node], row: _Row) -> None:
        self._grammar, self._roots, self._row = grammar, roots, row
        self._shapes = [*(labels.shape for labels in row), shape()]
        self._known: dict[tuple[str, int], tuple[Match, ...]] = {}

    def matches(self, kind: str, first: int) -> tuple[Match, ...]:
        """The meanings of a kind that start at a token, one for each length: the earliest rule's."""
        key = (kind, first)
        if key not in self._known:
            self._known[key] = ()
            found: dict[int, tuple[int, Any]] = {}
            self._walk(self._roots[kind], first, (), found)
            self._known[key] = tuple(Match(first, last, value) for last, (_, value) in found.items())
        return self._known[key]

    def _walk(self, node: _Node, at: int, values: tuple[Any, ...], found: dict[int, tuple[int, Any]]) -> None:
        for order, kept, build in node.accepts:
            if at not in found or order < found[at][0]:
                meaning = build(**{name: values[place] for name, place in kept})
                if meaning is not None:
                    found[at] = (order, meaning)
        if at >= len(self._row):
            return
        edges, kinds = self._grammar.plan(node, self._shapes[at], self._shapes[at + 1])
        labels = self._row[at]
        for label, child in edges:
            self._walk(child, at + 1, (*values, labels[label]), found)
        for kind, child in kinds:
            for match in self.matches(kind, at):
                self._walk(child, match.last, (*values, match.meaning), found)


def expand(pattern: str) -> list[tuple[Element, ...]]:
    """Every plain row of elements that a pattern stands for.

    >>> expand("the? x=(MONTH|SEASON)")
    [(('', 'the'), ('x', 'MONTH')), (('', 'the'), ('x', 'SEASON')), (('x', 'MONTH'),), (('x', 'SEASON'),)]
    """
    pieces = _PIECE.findall(pattern)
    rows, rest = _choice(pieces)
    if rest:
        raise ValueError(f"date pattern {pattern!r}: unbalanced at {rest[0]!r}")
    return list(dict.fromkeys(rows))


def _choice(pieces: list[str]) -> tuple[list[tuple[Element, ...]], list[str]]:
    rows, pieces = _row(pieces)
    while pieces and pieces[0] == "|":
        more, pieces = _row(pieces[1:])
        rows += more
    return rows, pieces


def _row(pieces: list[str]) -> tuple[list[tuple[Element, ...]], list[str]]:
    rows: list[tuple[Element, ...]] = [()]
    while pieces and pieces[0] != "|" and not pieces[0].startswith(")"):
        piece, pieces = pieces[0], pieces[1:]
        if piece in ("(",) or (piece.endswith("=") and pieces and pieces[0] == "("):
            name = piece[:-1] if piece != "(" else ""
            options, pieces = _choice(pieces if piece == "(" else pieces[1:])
            options = [tuple((name or own, what) for own, what in option) for option in options]
            if pieces[0].endswith("?"):
                options.append(())
            pieces = pieces[1:]
        else:
            options = _element(piece)
        rows = [(*row, *option) for row in rows for option in options]
    return rows, pieces


def _element(piece: str) -> list[tuple[Element, ...]]:
    optional = len(piece) > 1 and piece.endswith("?")
    name, equals, what = piece.rstrip("?").rpartition("=")
    element = (name, what) if equals else ("", piece.rstrip("?"))
    return [(element,), ()] if optional else [(element,)]
