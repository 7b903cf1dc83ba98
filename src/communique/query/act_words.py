"""The act of speech that a word means: "ask" is a request, "pledged" a commitment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from communique.model import Act

ACTS: tuple[Act, ...] = get_args(Act)
_ENDINGS = ("", "s", "es", "d", "ed", "ing")


def act_of(word: str) -> Act | None:
    """The act of its name or, failing that, of a cue that reports speak it with, in any form; None for neither.

    >>> act_of("request"), act_of("asks"), act_of("pledged"), act_of("thanks"), act_of("sing")
    ('request', 'request', 'commit', 'appreciate', None)
    """
    stems = list(_stems(word.strip().casefold()))
    named = next((act for stem in stems for act in ACTS if act == stem), None)
    return named or next((act for stem in stems if (act := _of_cue(stem))), None)


def _stems(word: str) -> Iterator[str]:
    """The word without each ending that it may have, with the mute e that an ending takes away."""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem and (not ending or stem != word):
            yield stem
            yield f"{stem}e"


def _of_cue(lemma: str) -> Act | None:
    """The act of a cue, that of its plain use first; a verb of saying, whose content decides, says a view."""
    from communique.read.cues import lexicon

    uses = sorted(lexicon().verbs.get(lemma, ()), key=lambda use: use.word is not None)
    acts = [use.act for use in uses] + [noun.act for noun in (lexicon().nouns.get(lemma),) if noun is not None]
    found = ["assess" if act == "content" else act for act in acts]
    return next((act for name in found for act in ACTS if act == name), None)
