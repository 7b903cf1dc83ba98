"""The course of a thing in its sentence: what is done with it, and whether that is told, asked, settled or promised.

From the noun the walk goes up to the verbs that govern it, through nouns that stand for verbs ("*ratification* of the
treaty"), and takes in the clauses that modify the noun ("signed in 2023", "which expires in May").
"""

from __future__ import annotations

from dataclasses import dataclass

from communique.model import Span, Statement
from communique.read.analysis import Analysis, Clause, Token
from communique.read.undertaking_names import is_summed, kind_of
from communique.read.undertaking_words import Deed, Mood, words

_COMING = {"will", "would", "shall", "should", "can", "could", "may", "might", "must", "'ll", "’ll", "need to"}
_HOPES = {"hope", "hopes", "hoped", "wish", "wishes", "wished"}
_IN_FORCE = {"force", "effect"}
_PARTICLES = ("compound:prt", "advmod")


@dataclass(frozen=True, slots=True)
class Step:
    """One predicate over the noun: `deed` is what it does with it, None where the vocabulary does not say.
    `clause` is None for a noun that stands for a verb."""

    token: Token
    deed: Deed | None
    clause: Clause | None


@dataclass(frozen=True, slots=True)
class Course:
    """`steps` lead up from the noun, nearest first; `modifiers` are the clauses that hang from it."""

    steps: tuple[Step, ...]
    modifiers: tuple[Step, ...]
    mood: Mood
    statement: Statement | None

    @property
    def deed(self) -> Deed | None:
        """The nearest thing done, of those that govern the noun."""
        return next((step.deed for step in self.steps if step.deed is not None), None)

    def over(self, deed: Deed) -> Step | None:
        """The step that does this, if any does."""
        return next((step for step in self.steps if step.deed == deed), None)


def course_of(analysis: Analysis, token: Token, name: Span, statements: tuple[Statement, ...]) -> Course:
    """The course of the thing that a noun names; `name` is how far its name runs."""
    statement = _statement_at(token, statements)
    steps = tuple(_within(statement, _above(analysis, token)))
    modifiers = tuple(_modifying(analysis, token, name))
    return Course(steps, modifiers, _mood(analysis, token, steps, statement), statement)


def _statement_at(token: Token, statements: tuple[Statement, ...]) -> Statement | None:
    """The statement whose content holds the token, the shortest of several."""
    around = [s for s in statements if s.content_span and s.content_span[0] <= token.start < s.content_span[1]]
    return min(around, key=lambda s: len(s.content), default=None)


def _above(analysis: Analysis, token: Token) -> list[Step]:
    steps: list[Step] = []
    current, seen = token, {token.index}
    while current.head not in seen:
        above = analysis.tokens[current.head]
        seen.add(above.index)
        # A coordinate is governed by what governs the first of its row, not by that first one; a noun that hangs from a
        # verb as its coordinate is one of a row that the verb governs.
        steps.extend(_studied(analysis, current, above))
        if current.deprel != "conj" or (current.upos in {"NOUN", "PROPN"} and above.upos == "VERB"):
            steps.extend(_step(analysis, above))
        if _is_aside(current) and any(step.clause is not None for step in steps[:-1]):
            return steps[:-1]
        current = above
    return steps


def _studied(analysis: Analysis, current: Token, above: Token) -> list[Step]:
    """What is only studied, though the verb of the study governs it: "launch a *study for* a new line"."""
    if current.deprel != "obl" or analysis.preposition(current.index) not in {"for", "of", "on", "into"}:
        return []
    nouns = [t for t in analysis.dependents(above.index, "obj") if t.index < current.index]
    return [Step(t, "idea", None) for t in nouns if words().nominal.get(t.lemma.lower()) == "idea"]


def _is_aside(token: Token) -> bool:
    """A participle that comments on its clause ("…, *shortening* the road"): what governs it does not reach below."""
    return token.deprel in {"advcl", "parataxis"} and token.form == "ger"


def _step(analysis: Analysis, token: Token) -> list[Step]:
    clause = analysis.clause_of.get(token.index)
    if clause is not None and token.upos in {"VERB", "AUX", "ADJ"}:
        return [Step(token, deed_of(analysis, token), clause)]
    nominal = words().nominal.get(token.lemma.lower()) or words().nominal.get(token.lower)
    if nominal == "idea" and token.upos == "PROPN":
        nominal = None  # "the Clean Water *Initiative*" is no idea of something
    if nominal is None and clause is None:
        return []
    return [Step(token, nominal, clause)]


def deed_of(analysis: Analysis, token: Token) -> Deed | None:
    """What a verb does, with its particle where it has one ("set up", "put back")."""
    deeds = words().deeds
    if _comes_to_terms(analysis, token):
        return "conclude"
    for particle in analysis.dependents(token.index, *_PARTICLES):
        found = deeds.get(f"{token.lemma} {particle.lower}")
        if found is not None:
            return found
    if token.lemma == "make" and any(t.lower == "available" for t in analysis.dependents(token.index)):
        return "give"
    works = token.lower == "work" and analysis.dependents(token.index, "nsubj", "mark")  # "will *work* with the fund"
    nominal = None if works else words().nominal.get(token.lower)
    return deeds.get(token.lemma) or nominal or _through_noun(analysis, token)


def _comes_to_terms(analysis: Analysis, token: Token) -> bool:
    """ "*reached* an agreement", "*secured* a deal", "*enter* into a memorandum"."""
    if token.lemma in words().securing:
        return any(kind_of(t) == "agreement" for t in analysis.dependents(token.index, "obj"))
    into = analysis.dependents(token.index, "obl") if token.lemma == "enter" else ()
    return any(kind_of(t) in {"agreement", "document"} and analysis.preposition(t.index) == "into" for t in into)


def _through_noun(analysis: Analysis, token: Token) -> Deed | None:
    """ "nears *completion*", "went into *operation*": the noun says what the verb leaves open."""
    nouns = [*analysis.dependents(token.index, "obj"), *_into(analysis, token)]
    found = (words().nominal.get(noun.lemma.lower()) for noun in nouns if not analysis.dependents(noun.index, "det"))
    return next((deed for deed in found if deed in {"build", "carry"}), None)


def _into(analysis: Analysis, token: Token) -> list[Token]:
    return [
        t for t in analysis.dependents(token.index, "obl") if analysis.preposition(t.index) in {"in", "into", "under"}
    ]


def _within(statement: Statement | None, steps: list[Step]) -> list[Step]:
    """The steps inside what was said, with the one that says it."""
    if statement is None or statement.content_span is None:
        return steps
    start, end = statement.content_span
    inside = [step for step in steps if start <= step.token.start < end]
    return [*inside, *[step for step in steps if step not in inside][:1]]


def _modifying(analysis: Analysis, token: Token, name: Span) -> list[Step]:
    """Clauses behind the noun; the parser hangs some from another word of the name, or from a sum behind it."""
    inside = analysis.between(token.start, name.end)
    heads = [
        token.index,
        *(t.index for t in inside),
        *(t.index for t in analysis.dependents(token.index, "nmod", "conj")),
    ]
    found = [t for head in dict.fromkeys(heads) for t in analysis.dependents(head, "acl", "acl:relcl")]
    found += [t for t in analysis.dependents(token.index, "amod") if t.form in {"part", "ger"} or t.lower == "planned"]
    steps = [Step(t, deed_of(analysis, t), analysis.clause_of.get(t.index)) for t in found]
    below = [c for step in steps for c in analysis.dependents(step.token.index, "conj", "nsubj", "nsubj:pass", "acl")]
    return [*steps, *(step for t in below for step in _step(analysis, t))]


def _mood(analysis: Analysis, token: Token, steps: tuple[Step, ...], statement: Statement | None) -> Mood:
    told = _promise_or_wish(analysis, token)
    if told is not None and (statement is None or statement.act not in {"request", "propose"}):
        return told
    if statement is not None and statement.act in words().acts_to_moods:
        return words().acts_to_moods[statement.act]
    if statement is not None and _HOPES & set(statement.cue.lower().split()):
        return "asked"
    for step in steps:
        lemma = step.token.lemma
        if lemma in words().ready and step.token.upos == "ADJ":
            return "asked"
        if step.clause is not None and lemma in words().moods and step.deed != "give":
            return words().moods[lemma]
    return "told"


def _promise_or_wish(analysis: Analysis, token: Token) -> Mood | None:
    """ "the *announcement* of a grant", "the *commitment* to provide a loan", "their *desire* to reopen the line": what
    the noun says, whoever speaks of it."""
    above = analysis.tokens[token.head]
    if is_summed(analysis, token):
        above = analysis.tokens[above.head]
    if above.deprel == "acl":
        above = analysis.tokens[above.head]
        if above.deprel == "nmod" and above.upos == "PROPN":
            above = analysis.tokens[above.head]  # "the commitment *of Fiji* to provide …"
        if above.lemma in words().wished_for:
            return "asked"
    return "promised" if above.upos == "NOUN" and above.lemma in words().word_given else None


def takes_effect(analysis: Analysis, step: Step) -> bool:
    """ "took effect", "has entered into force", "is in force"."""
    if step.clause is None or is_coming(analysis, step):
        return False
    nouns = [step.clause.object, step.clause.predicate, *(index for _, index in step.clause.obliques)]
    named = [analysis.tokens[i] for i in nouns if i is not None]
    return any(t.lower in _IN_FORCE and t.upos != "PROPN" for t in named)  # not "a Task *Force*", not "armed *forces*"


def is_coming(analysis: Analysis, step: Step) -> bool:
    """Something still to be done: "will open", "to be opened"."""
    if step.clause is None:
        return False
    helpers = {t.lower for t in analysis.dependents(step.token.index, "aux", "aux:pass", "mark")}
    return step.clause.modality in _COMING or step.token.form == "inf" or "to" in helpers


def is_going_on(analysis: Analysis, step: Step) -> bool:
    """Something being done: "is being built", "are building"."""
    if step.clause is None:
        return False
    helpers = analysis.dependents(step.token.index, "aux", "aux:pass")
    if any(t.lower == "being" for t in helpers):
        return True
    return step.token.form == "ger" and any(t.lemma == "be" for t in helpers)


def is_done(analysis: Analysis, step: Step) -> bool:
    """Something that has been done: "was opened", "has completed", "built in 2019"."""
    if step.clause is None or is_coming(analysis, step) or is_going_on(analysis, step) or step.clause.negated:
        return False
    return step.clause.tense == "past" or step.token.form == "part"
