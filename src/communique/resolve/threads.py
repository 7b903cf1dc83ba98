"""Threads: which of the things that two parties said and undertook are about the same object.

An item joins the thread whose first or latest item shares enough words of its object, the likest of several; otherwise
it begins one. What names no object ("to deepen ties") goes by its topic. Words that many items of the pair share tell
no object. Items are taken oldest first, so the threads do not depend on the order of adding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.model import Statement, Undertaking
from communique.resolve.subjects import Object, common_words, object_of, same_object, without

Item = Statement | Undertaking


@dataclass(frozen=True, slots=True)
class Placed:
    """An item with its topic ("" where none is known). `to` is what it replies to without naming the object."""

    item: Item
    topic: str
    to: Item | None = None


@dataclass(slots=True)
class _Thread:
    """A thread as it grows, with the objects of its first and its latest item that has one; `order` is its number."""

    order: int
    items: list[Placed] = field(default_factory=list)
    first: Object = frozenset()
    latest: Object = frozenset()

    def take(self, one: Placed, about: Object) -> None:
        self.items.append(one)
        self.first = self.first or about
        self.latest = about or self.latest

    def likeness(self, about: Object) -> float:
        """How much of an object it shares, from 0 to 1; 0 where that is not enough to be the same."""
        shares = [
            len(about & own) / min(len(about), len(own))
            for own in (self.first, self.latest)
            if own and (own == about or same_object(about, own))
        ]
        return max(shares, default=0.0)


def in_threads(placed: Sequence[Placed]) -> list[list[Placed]]:
    """The items, which come oldest first, by what they are about."""
    loom = _Loom()
    for one, about in zip(placed, _objects(placed), strict=True):
        loom.take(one, about)
    return [thread.items for thread in loom.threads]


@dataclass(slots=True)
class _Loom:
    """The threads so far, and the ways to find the one that an item joins."""

    threads: list[_Thread] = field(default_factory=list)
    home: dict[int, _Thread] = field(default_factory=dict)  # by the identity of an item
    general: dict[str, _Thread] = field(default_factory=dict)  # by topic, of what names no object
    by_word: dict[str, dict[int, _Thread]] = field(default_factory=dict)  # in the order in which they began

    def take(self, one: Placed, about: Object) -> None:
        thread = self._joined(one, about)
        if thread is None:
            thread = _Thread(order=len(self.threads))
            self.threads.append(thread)
            if not about:
                self.general[one.topic] = thread
        thread.take(one, about)
        self.home[id(one.item)] = thread
        for word in about:
            self.by_word.setdefault(word, {})[id(thread)] = thread

    def _joined(self, one: Placed, about: Object) -> _Thread | None:
        if one.to is not None and (thread := self.home.get(id(one.to))) is not None:
            return thread
        return self._likest(about) if about else self.general.get(one.topic)

    def _likest(self, about: Object) -> _Thread | None:
        """The thread that shares most of an object, the one with most items of several."""
        sharing = {key: thread for word in sorted(about) for key, thread in self.by_word.get(word, {}).items()}
        best = max(sharing.values(), key=lambda t: (t.likeness(about), len(t.items), t.order), default=None)
        return best if best is not None and best.likeness(about) > 0 else None


def _objects(placed: Sequence[Placed]) -> list[Object]:
    """The object of each item, without words that are common among them, as long as enough are left."""
    found = [object_of(words_of(one.item)) for one in placed]
    common = common_words(found)
    return [without(about, common) for about in found]


def words_of(item: Item) -> str:
    """What tells the object of an item: the content of a statement, the name of an undertaking."""
    return item.content if isinstance(item, Statement) else item.name
