"""The noun that a bare number counts, in the singular, as a figure's unit shows it."""

from __future__ import annotations

from collections.abc import Sequence

from communique.read.analysis import Analysis, Token
from communique.read.figures.changes import is_start_of_move
from communique.read.figures.kinds import are_people, kinds_of
from communique.read.figures.measurable import is_part_of_pronoun, is_rest, is_some_of_them
from communique.read.figures.placed import Placed, ancestors, noun_after, owner_by_whose
from communique.read.figures.words import cue_words, vocabulary


def unit_of_noun(analysis: Analysis, noun: Token) -> str:
    """The counted noun in the singular: "student", "person", "Jordanian", "crew member"; of two kinds counted
    together both ("business or organization")."""
    kinds = kinds_of(analysis, noun)
    if are_people(kinds):
        return "person"
    return " or ".join(_unit_of_kind(analysis, kind) for kind in kinds)


def _unit_of_kind(analysis: Analysis, noun: Token) -> str:
    if noun.lower in cue_words("persons") or (noun.text[:1].isupper() and noun.lower.endswith(("ese", "ish", "nch"))):
        return "person"
    single = singular(noun)
    before = analysis.tokens[noun.index - 1] if noun.index else None
    if before is not None and single in cue_words("compound_heads") and _narrows(before, noun):
        start = before.start
        while start and not analysis.text[start - 1].isspace():
            start -= 1
        return f"{analysis.text[start : before.end].lower()} {single}"
    return single + _of_proper(analysis, noun)


def _narrows(before: Token, noun: Token) -> bool:
    """A noun, adjective or -ing form that says which kind: "gift package", "demining vehicle"; no "new", no demonym."""
    tied = before.deprel in {"compound", "amod"} and before.head == noun.index and before.text.islower()
    return tied and (before.upos == "NOUN" or before.form == "ger" or before.lower.endswith(("ing", "ic", "al")))


def _of_proper(analysis: Analysis, noun: Token) -> str:
    """The rest of a kind of document's name: "Memorandum *of Understanding*", "letter *of intent*"."""
    following = analysis.tokens[noun.index + 1 : noun.index + 3]
    if len(following) < 2 or following[0].lower != "of":
        return ""
    named = noun.text[:1].isupper() and following[1].text[:1].isupper()
    return f" of {following[1].text}" if named or following[1].lower in {"understanding", "intent"} else ""


def singular(noun: Token) -> str:
    """A noun in the singular, as printed otherwise."""
    irregular: dict[str, str] = vocabulary("figure_cues")["irregular"]
    single = irregular.get(noun.lower)
    if single is not None:
        return single.capitalize() if noun.text[:1].isupper() else single
    if len(noun.text) > 2 and noun.text[:-1].isupper() and noun.text.endswith("s"):
        return noun.text[:-1]
    if noun.upos == "NOUN":
        return "person" if noun.lemma == "people" else noun.lemma
    if noun.lower.endswith("ies") and len(noun.text) > len("ties"):
        return noun.text[:-3] + "y"
    if noun.lower.endswith(("sses", "shes", "ches", "xes")):
        return noun.text[:-2]
    return noun.text[:-1] if noun.text.endswith("s") and not noun.text.endswith("ss") else noun.text


def unit_of_others(analysis: Analysis, placed: Placed, before: Sequence[Placed]) -> str:
    """What "others" are: those counted before, else persons ("killed 13 soldiers and wounded *18 others*")."""
    counted = [p.counted for p in before if p.counted is not None and p.first < placed.first]
    return unit_of_noun(analysis, counted[-1]) if counted else "person"


def unit_left_out(analysis: Analysis, placed: Placed, before: Sequence[Placed]) -> str | None:
    """The unit of a number whose noun was said before: "cut the 13 checkpoints to *three*", "the quota for
    students from 130 to *200*", "from 13,400 cases in 2014 to fewer than *100*", "the remaining *12*". `before` are
    figures of this sentence and the one before."""
    measured = [p for p in before if p.sentence.index == placed.sentence.index and p.first < placed.first]
    if measured and measured[-1].quantity.kind == "physical" and is_some_of_them(analysis, placed):
        return measured[-1].quantity.unit
    if any(told(analysis, placed) for told in (is_rest, is_some_of_them, is_part_of_pronoun)):
        counted = [p.counted for p in before if p.counted is not None and p.first < placed.first]
        return unit_of_noun(analysis, counted[-1]) if counted else None
    same = [p for p in before if p.sentence.index == placed.sentence.index and p.first < placed.first]
    if same and same[-1].quantity.kind == "physical" and is_part_of_pronoun(analysis, placed):
        return same[-1].quantity.unit
    if same and same[-1].counted is not None:
        return unit_of_noun(analysis, same[-1].counted)
    if same and same[-1].quantity.kind in {"time", "physical"} and is_start_of_move(analysis, placed):
        return same[-1].quantity.unit
    for verb in (placed.mover,) if placed.mover else ancestors(analysis, placed.top):
        for noun in analysis.dependents(verb.index, "obj", "nsubj", "nsubj:pass"):
            if noun.index < placed.first and noun.upos in {"NOUN", "PROPN"}:
                return _unit_of_measure(analysis, noun)
    return None


def _unit_of_measure(analysis: Analysis, noun: Token) -> str | None:
    """What "the quota for students", "the number of visas", "scholarships" count."""
    if noun.lemma.lower() in cue_words("counters"):
        owner = owner_by_whose(analysis, noun)
        if owner is not None:
            return unit_of_noun(analysis, owner)
        after = analysis.tokens[noun.index + 1 : noun.index + 2]
        inner = noun_after(analysis, noun.index + 2) if after and after[0].lower in {"of", "for"} else None
        return unit_of_noun(analysis, inner) if inner else None
    plural = noun.upos == "NOUN" and noun.lower != noun.lemma
    return unit_of_noun(analysis, noun) if plural else None
