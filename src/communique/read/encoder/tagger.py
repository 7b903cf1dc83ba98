"""Who said what and what is named, by the trained encoder: sources, cues and contents, linked, and names.

The network runs in ONNX Runtime on the CPU, one window at a time: dynamic quantisation scales by what a batch holds,
and so a window is read the same way whatever else is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from communique.model import Span
from communique.read.analysis import Attribution
from communique.read.encoder import decode
from communique.read.encoder.fragments import fragments
from communique.read.encoder.pieces import BREAK, START, STOP, Window, packed

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

MODEL_FILE, TOKENIZER_FILE, LABELS_FILE = "reader.int8.onnx", "tokenizer.json", "labels.json"
Style = Literal["polnear", "communique"]

# Contents below this mean probability are left out: of the values tried from 0.6 to 0.85, the one that reads the
# development reports best, so that the figures on these flatter it a little.
LEAST_SCORE = 0.8
_STYLES: dict[str, int] = {"polnear": 0, "communique": 1}


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A span in one role: source, cue or content, linked or not; or the kind of a name ("person", "place",
    "organization", "event", "other") or "description", a noun phrase for a person without a name."""

    role: str
    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class Tagged:
    """All that the network found in a text: every span, the contents with what they link to, and the names."""

    spans: tuple[TaggedSpan, ...]
    attributions: tuple[Attribution, ...]
    names: tuple[TaggedSpan, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Log probabilities [piece, label] of attribution and of names, and link scores [link, from, to] that count
    the mark of the start."""

    tags: decode.Scores
    links: decode.Scores
    names: decode.Scores


class AttributionTagger:
    """The tagging and linking heads with their weights, loaded when first used.

    `style` chooses whose conventions the spans follow: this project's (a content without "that" and without its
    quotation marks) or PolNeAR's. `threads` is the number that ONNX Runtime may use; the answer does not depend on it.
    """

    def __init__(self, weights: Path | None = None, *, threads: int = 1, style: Style = "communique") -> None:
        self._weights = weights
        self._threads = threads
        self._style = style
        self._loaded: _Network | None = None

    def tag(self, text: str, paragraphs: Sequence[Span]) -> tuple[Attribution, ...]:
        """The attributions in the paragraphs of a text, in its order. Offsets are into `text` as it is."""
        return self.read(text, paragraphs).attributions

    def read(self, text: str, paragraphs: Sequence[Span]) -> Tagged:
        """The attributions, and with them the spans that no content links to."""
        network = self._network()
        spans: list[TaggedSpan] = []
        attributions: list[Attribution] = []
        names: list[TaggedSpan] = []
        for window in packed(text, [(each.start, each.end) for each in paragraphs], network.tokenizer):
            found = self._window(text, window, network)
            spans.extend(found.spans)
            attributions.extend(found.attributions)
            names.extend(found.names)
        return Tagged(tuple(spans), tuple(attributions), tuple(names))

    def scores(self, window: Window) -> Answer:
        """What the network says of one window, before anything is decoded."""
        return self._network().run(window, _STYLES[self._style])

    def load(self) -> None:
        """Load the weights now rather than with the first text."""
        self._network()

    def tokenizer(self) -> Tokenizer:
        """The tokenizer that came with the weights."""
        return self._network().tokenizer

    def _network(self) -> _Network:
        if self._loaded is None:
            self._loaded = _Network.load(self._weights, self._threads)
        return self._loaded

    def _window(self, text: str, window: Window, network: _Network) -> Tagged:
        answer = network.run(window, _STYLES[self._style])
        inner = decode.continues_word(text, window.offsets)
        placed = {
            run: self._place(text, run, window)
            for run in _runs(answer.tags, inner, network.labels.tags, network.follow[self._style])
        }
        spans = tuple(TaggedSpan(run.role, span, run.score) for run, span in placed.items() if len(span))
        named = _runs(answer.names, inner, network.labels.names, ())
        names = tuple(TaggedSpan(run.role, decode.characters(text, run, window.offsets), run.score) for run in named)
        found = list(self._attributions(placed, answer.links, network.labels.links, window))
        if self._style == "communique":
            dropped = fragments(text, [(one.cue, one.content) for one in found])
            found = [one for i, one in enumerate(found) if i not in dropped and one.score >= LEAST_SCORE]
        return Tagged(spans, tuple(found), names)

    def _place(self, text: str, run: decode.Run, window: Window) -> Span:
        """The characters of a run. In this project's style nothing that is said goes on in the next paragraph."""
        if self._style == "polnear":
            return decode.characters(text, run, window.offsets)
        ends = (i for i in range(run.first + 1, run.last) if window.ids[i] == BREAK)
        first_paragraph = replace(run, last=next(ends, run.last))
        return decode.trimmed(text, decode.characters(text, first_paragraph, window.offsets))

    @staticmethod
    def _attributions(
        placed: dict[decode.Run, Span], links: decode.Scores, kinds: Sequence[str], window: Window
    ) -> Iterator[Attribution]:
        for run, content in placed.items():
            if run.role != "content" or not len(content):
                continue
            found: dict[str, Span | None] = {"cue": None, "source": None}
            for kind, role in enumerate(kinds):
                targets = [other for other, span in placed.items() if other.role == role and len(span)]
                target = decode.linked(run, [t for t in targets if not _apart(run, t, window)], links[kind])
                found[role] = placed[target] if target else None
            yield Attribution(found["source"], found["cue"], content, run.score)


def _apart(a: decode.Run, b: decode.Run, window: Window) -> bool:
    """Whether two runs stand in different paragraphs: none speaks in another's."""
    return BREAK in window.ids[min(a.last, b.last) : max(a.first, b.first)]


def _runs(
    scores: decode.Scores, inner: Sequence[bool], tags: tuple[str, ...], follow: decode.Follow
) -> list[decode.Run]:
    labels = decode.best_labels(scores, inner, _transitions(tags, follow), tags)
    return decode.runs_of(labels, scores, tags)


@cache
def _transitions(tags: tuple[str, ...], follow: decode.Follow) -> tuple[decode.Scores, decode.Scores]:
    return decode.transitions(tags, follow)


@dataclass(frozen=True, slots=True)
class _Network:
    """The loaded network with what is needed to feed it and to read its answers."""

    session: InferenceSession
    tokenizer: Tokenizer
    labels: decode.Labels
    follow: dict[str, decode.Follow]

    @classmethod
    def load(cls, folder: Path | None, threads: int) -> _Network:
        if folder is not None:
            return cls._from(folder, threads)
        with as_file(files("communique.read.encoder") / "weights") as packaged:
            return cls._from(packaged, threads)

    @classmethod
    def _from(cls, folder: Path, threads: int) -> _Network:
        from onnxruntime import InferenceSession, SessionOptions
        from tokenizers import Tokenizer

        options = SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.use_deterministic_compute = True
        options.log_severity_level = 3
        session = InferenceSession(str(folder / MODEL_FILE), sess_options=options, providers=["CPUExecutionProvider"])
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
        described = json.loads((folder / LABELS_FILE).read_text(encoding="utf-8"))
        labels = decode.Labels(*(tuple(described[part]) for part in ("tags", "links", "names")))
        follow = {style: tuple(map(tuple, described["follow"][style])) for style in _STYLES}
        return cls(session, tokenizer, labels, follow)

    def run(self, window: Window, style: int) -> Answer:
        """What the network says of one window."""
        import numpy as np

        ids = np.array([[START, *window.ids, STOP]], dtype=np.int64)
        shapes = np.array([[0, *window.shapes, 0]], dtype=np.int64)
        feed = {"ids": ids, "shapes": shapes, "style": np.array([style], dtype=np.int64)}
        tags, links, names = self.session.run(["tags", "links", "names"], feed)
        return Answer(_log_probabilities(tags[0, 1:-1]), links[0], _log_probabilities(names[0, 1:-1]))


def _log_probabilities(scores: decode.Scores) -> decode.Scores:
    import numpy as np

    scores = scores - scores.max(-1, keepdims=True)
    normal: decode.Scores = scores - np.log(np.exp(scores).sum(-1, keepdims=True))
    return normal
