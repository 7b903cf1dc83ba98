"""A process pool whose results come in the order of what went in, with a bounded number under way."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 4  # items a worker may be ahead of the one that is waited for


def in_order(function: Callable[[T], R], items: Iterable[T], workers: int = 1) -> Iterator[R]:
    """`map(function, items)`, in this process for one worker, else in as many processes as there are workers."""
    if workers <= 1:
        yield from map(function, items)
        return
    # Spawned, not forked: a fork would share the database connections of this process.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        under_way: deque[Future[R]] = deque()
        for item in items:
            under_way.append(pool.submit(function, item))
            if len(under_way) > workers * _AHEAD:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
