"""Signs that a noun names an undertaking: something says which one it is, and something is done with it."""

from __future__ import annotations

from communique.model import Span, UndertakingKind
from communique.read.analysis import Analysis, Token
from communique.read.undertaking_course import Course, Step, is_coming, is_done, takes_effect
from communique.read.undertaking_names import is_summed, kind_of
from communique.read.undertaking_proper import is_named, is_vehicle
from communique.read.undertaking_status import cases_of, is_definite, is_indefinite, is_inside
from communique.read.undertaking_words import Deed, words

_PLACES = {
    "at", "near", "from", "through", "via", "along", "outside", "inside", "as", "around", "into", "like",
    "across", "before", "after", "during", "since", "until",
}  # fmt: skip
_SHARES = {"progress", "investment", "role"}
_LISTING = {"as", "like"}
_ENTERED = {"agreement", "document"}  # what parties enter into
_ALIKE = {"line", "accordance", "keeping"}
_MAKING: dict[UndertakingKind, frozenset[Deed]] = {
    "agreement": frozenset({"sign", "conclude", "ratify", "keep", "talk", "idea", "found", "delay", "cancel", "carry"}),
    "document": frozenset({"sign", "conclude", "ratify", "keep", "idea", "found"}),
    "body": frozenset({"found", "idea", "build", "delay", "cancel"}),
    "project": frozenset({"found", "build", "give", "idea", "delay", "cancel", "carry", "sign"}),
    "programme": frozenset({"found", "build", "give", "idea", "delay", "cancel", "carry", "sign", "keep"}),
    "delivery": frozenset({"give"}),
}
_INTRANSITIVE = {"reach", "enter", "take"}  # "reaches the port", "entered service", "took effect"
_UNDONE: frozenset[Deed] = frozenset({"found", "build", "give", "hold", "sign", "conclude"})
# Nouns whose complement is wished for ("the idea of a …", "support for a …").
_WISHES = {"idea", "proposal", "support", "request", "need", "call", "interest", "possibility", "backing", "appeal"}


def is_undertaking(analysis: Analysis, token: Token, kind: UndertakingKind, course: Course, name: Span) -> bool:
    """Whether a noun of this kind, in this course, names an undertaking."""
    vehicle = is_vehicle(analysis, token, kind)
    if is_denied(analysis, token, course, kind) or (stands_aside(analysis, token, course) and not vehicle):
        return False
    if token.deprel == "appos" and kind_of(analysis.tokens[token.head]) is not None:
        return False  # "the school project, *the largest school of the city*"
    if _is_never(name.of(analysis.text)) or _is_generic(analysis, token, kind, name):
        return False
    if kind == "delivery":
        return _is_given(analysis, token, course)
    if vehicle:
        return True
    is_held = kind in {"body", "agreement", "programme"} and token.lemma.lower() in words().held
    if kind == "agreement" and is_named(analysis, token):
        praised = analysis.tokens[token.head].lemma.lower() in words().praised
        idle = course.mood == "told" and course.deed in {None, "carry"}  # "advancing *a Sea Partnership*"
        is_held = is_held and (praised or (idle and is_indefinite(analysis, token)))
    if is_held and not _is_set_up(analysis, token, course):
        return False
    if _is_made(analysis, token, kind, course):
        return says_which(analysis, token, name)
    return _is_wanted(analysis, token, course, name) or _stands_alone(analysis, token, kind, course)


def stands_aside(analysis: Analysis, token: Token, course: Course) -> bool:
    """Only the place of something else, what something is like, or who does something else."""
    cases = _cases(analysis, token)
    if analysis.tokens[token.head].lemma == "access" and "to" in cases:
        return True  # "access *to the market*"
    if token.deprel == "nmod" and analysis.tokens[token.head].lemma == "rule":
        return True  # "rules of *the road*"
    if "with" in cases and analysis.tokens[token.head].lemma in _ALIKE:
        return True  # "in line *with the treaty*"
    enters = "into" in cases and analysis.tokens[token.head].lemma == "enter" and kind_of(token) in _ENTERED
    if (cases & _PLACES and not enters) or (token.deprel.startswith("obl") and cases & {"in", "by", "within"}):
        return True
    if token.deprel == "obl" and "with" in cases and course.deed in {"found", "carry", "hold"}:
        return True  # "resumed *with two flights* a week"
    if token.deprel == "nmod" and cases & {"in", "within"} and not _stands_below(analysis, token):
        return True  # "students *in high school*"
    receives = token.deprel == "obl" and "to" in cases and course.deed == "give"
    if receives and course.steps[0].token.lemma not in words().funding:
        return True
    return _is_doer(token, course)


def _stands_below(analysis: Analysis, token: Token) -> bool:
    """Whether a noun hangs from a sum of it ("12 million euros *in grants*"), or from one that tells what is done with
    it ("delays *in the construction of* …")."""
    if is_summed(analysis, token):
        return True
    head = analysis.tokens[token.head].lemma.lower()
    return head in words().nominal or token.lemma.lower() in words().nominal or head in _SHARES


def _cases(analysis: Analysis, token: Token) -> set[str]:
    """The prepositions of a noun; of those of the first in its row only what lists ("such *as* IBM and *the port*")."""
    found = {case.lower for case in analysis.dependents(token.index, "case")}
    return found or cases_of(analysis, token) & _LISTING


def _is_doer(token: Token, course: Course) -> bool:
    """ "the fund *pledged* two million": it does something rather than being done."""
    clause = course.steps[0].clause if course.steps else None
    if clause is None or clause.voice == "passive" or token.deprel != "nsubj" or clause.subject != token.index:
        return False
    pledges = clause.complement is not None and course.steps[0].deed == "give"
    return pledges or (clause.object is not None and course.steps[0].token.lemma not in _INTRANSITIVE)


def is_denied(analysis: Analysis, token: Token, course: Course, kind: UndertakingKind | None = None) -> bool:
    """ "did not sign", "no promise about", "denied that": what is not renewed or ratified is there all the same."""
    lasting = course.deed == "keep" and kind != "delivery"
    if course.statement is not None and course.statement.act in {"reject", "concern"} and not lasting:
        return True
    nearest = next((step for step in course.steps if step.clause is not None), None)
    clause = nearest.clause if nearest is not None else None
    nouns = {
        token.index,
        token.head,
        clause.object if clause is not None and clause.object is not None else token.index,
    }
    if any(map(analysis.is_none, nouns)):
        return True
    return nearest is not None and clause is not None and clause.negated and nearest.deed in _UNDONE


def _is_never(name: str) -> bool:
    lowered = name.lower()
    return any(never in lowered for never in words().never)


def _is_generic(analysis: Analysis, token: Token, kind: UndertakingKind, name: Span) -> bool:
    """ "agreements", "tourism links", "health programmes": things at large; "its market": what is one side's own."""
    general = kind == "project" and token.lemma.lower() in words().general
    if general and any(t.upos in {"PRON", "DET"} for t in analysis.dependents(token.index, "nmod:poss")):
        return True
    if kind == "document" and token.lemma.lower() == "plan" and _is_intended(analysis, token):
        return True
    if token.lemma.lower() == "day" and analysis.dependents(token.index, "nummod"):
        return True
    works = any(kind_of(t) == "programme" for t in analysis.between(name.start, token.start))  # "retraining programmes"
    at_large = token.lemma.lower() in words().at_large and not works and _is_somewhere(analysis, token, name)
    if token.upos == "PROPN" or not (general or at_large or kind in {"agreement", "document", "body"}):
        return False
    named = any(t.upos == "PROPN" for t in front(analysis, token))
    told_apart = named or analysis.dependents(token.index, "nummod") or is_definite(analysis, token)
    if kind == "body" and any(t.lower == "on" for t in analysis.between(token.end, name.end)[:1]):
        return False  # "working groups on trafficking"
    return _is_many(token) and not told_apart


def _is_somewhere(analysis: Analysis, token: Token, name: Span) -> bool:
    """Whether a name says no more than where ("projects *across the Pacific*"), or nothing at all."""
    behind = [t.lower for t in analysis.between(token.end, name.end)[:2]]
    return not behind or behind[0] in {"across", "at"} or behind == ["in", "the"]


def _is_intended(analysis: Analysis, token: Token) -> bool:
    """ "plans *to open* a laboratory": what one means to do, no paper."""
    following = analysis.tokens[token.index + 1 : token.index + 2]
    return any(t.lower == "to" for t in following) and bool(analysis.dependents(token.index, "acl", "xcomp"))


def _is_made(analysis: Analysis, token: Token, kind: UndertakingKind, course: Course) -> bool:
    """Something of the kind's own is done with it, within reach."""
    near = [*_reaching(analysis, token, course), *course.modifiers]
    if any(step.deed in _MAKING[kind] for step in near):
        return True
    if kind in {"agreement", "programme"} and any(takes_effect(analysis, s) or s.token.lemma == "expire" for s in near):
        return True
    if kind == "body" and _is_renewed(token, course):
        return True
    held = course.over("hold")
    return kind == "programme" and held is not None and (course.mood != "told" or is_coming(analysis, held))


def _reaching(analysis: Analysis, token: Token, course: Course) -> tuple[Step, ...]:
    """The two nearest steps; the second only where the first is a noun, a light verb or a wish. A noun reaches what
    hangs from it, not what hangs from that ("progress toward the integration of *the markets*")."""
    first, *rest = course.steps[:2] or (None,)
    if first is None or (first.clause is None and not _hangs_near(analysis, token, first.token)):
        return ()
    carries = first.clause is None or first.deed is not None or first.token.lemma in words().light
    return (first, *rest) if carries or first.token.lemma in words().moods else (first,)


def _hangs_near(analysis: Analysis, token: Token, noun: Token) -> bool:
    """Whether a thing hangs from a noun itself, from another of a row, or from a part of it ("the *terms* of")."""
    current, seen = token, {token.index}
    while current.head not in {*seen, noun.index}:
        above = analysis.tokens[current.head]
        if current.deprel == "nmod" and above.upos == "NOUN" and above.lemma not in words().parts:
            return False
        seen.add(above.index)
        current = above
    return True


def _is_set_up(analysis: Analysis, token: Token, course: Course) -> bool:
    """Of what is also held or met (a dialogue, a committee): set up, or wished for."""
    if course.deed in {"found", "idea"} or any(s.deed == "found" for s in course.modifiers):
        return True
    if _is_renewed(token, course) and token.deprel != "nsubj":
        return True
    return not is_definite(analysis, token) and course.mood in {"asked", "settled"} and course.deed != "hold"


def _is_renewed(token: Token, course: Course) -> bool:
    """ "the *renewal* of the working group": it goes on because both sides will have it so."""
    over = [step.token for step in course.steps[:1] if step.token.lemma.lower() in words().renewing]
    goes_on = any(step.lemma.startswith("continu") for step in over)
    return any(step.index == token.head for step in over) and (token.upos == "PROPN" or not goes_on)


def _is_wanted(analysis: Analysis, token: Token, course: Course, name: Span) -> bool:
    """Something new that one side asks for, promises or backs, that both settle, or that one is thanked for."""
    if not says_which(analysis, token, name):
        return False
    act = course.statement.act if course.statement else None
    if act == "appreciate" and analysis.preposition(token.index) == "for":
        return course.deed is None and kind_of(token) in {"project", "programme"}
    if course.mood in {"told", "discussed"} or is_definite(analysis, token) or not carries_a_wish(course):
        return False
    if token.deprel == "nmod":
        return analysis.tokens[token.head].lemma.lower() in _WISHES
    return token.deprel in {"obj", "obl", "conj", "nsubj", "nsubj:pass", "advcl"}


def carries_a_wish(course: Course) -> bool:
    """No verb stands between thing and wish, or one that says nothing of its own."""
    nearest = next((step for step in course.steps if step.clause is not None), None)
    if nearest is None or (course.statement is not None and not is_inside(nearest, course)):
        return True
    lemma = nearest.token.lemma
    return lemma in words().light or lemma in words().moods or nearest.deed in {"hold", "found", "build"}


def front(analysis: Analysis, token: Token) -> list[Token]:
    """Modifiers in front that say which."""
    holders = [token.index, token.head] if token.deprel == "compound" else [token.index]
    return [
        t
        for holder in holders
        for t in analysis.dependents(holder, "compound", "amod")
        if t.index < token.index and t.lemma.lower() not in words().vague
    ]


def says_which(analysis: Analysis, token: Token, name: Span) -> bool:
    """A modifier, a complement or a number tells this one from others of its kind."""
    lemma = token.lemma.lower()
    if lemma in words().always or token.lower in words().always:
        return True
    modifiers = front(analysis, token)
    behind = name.end > token.end
    if lemma in words().general or token.lower in words().general:
        return behind or any(t.deprel == "compound" or t.upos == "PROPN" for t in modifiers)
    return bool(modifiers) or behind or bool(analysis.dependents(token.index, "nummod"))


def _stands_alone(analysis: Analysis, token: Token, kind: UndertakingKind, course: Course) -> bool:
    """A named thing of a kind that is an undertaking wherever it is told of, but for a place that is gone to."""
    first = analysis.tokens[token.head] if token.deprel == "conj" else token
    if kind in {"body", "document"} or {token.deprel, first.deprel} & {"obl", "nsubj"}:
        return False
    if not (course.steps or course.modifiers) or _is_share(analysis, token):
        return False
    if token.lemma.lower() in words().general and not (kind == "agreement" and is_named(analysis, token)):
        return False
    if course.steps and course.steps[0].token.lemma in words().visiting:
        return False
    of_a_name = token.deprel == "nmod" and analysis.tokens[token.head].upos == "PROPN"
    if of_a_name and analysis.preposition(token.index) in {"of", "to"}:
        return False  # "Jane Doe of the Batumi Policy Center", "the Conference of the Parties to the Convention"
    modifiers = front(analysis, token)
    if token.upos != "PROPN" and _is_many(token) and not is_definite(analysis, token):
        return False  # "American shipyards"
    return bool(modifiers) and (token.upos == "PROPN" or any(t.upos == "PROPN" for t in modifiers))


def _is_share(analysis: Analysis, token: Token) -> bool:
    """ "*40% of* the country's power": how much, not which."""
    head = analysis.tokens[token.head]
    return head.text.endswith("%") or head.lower in {"percent", "cent"}


def _is_many(token: Token) -> bool:
    return token.lower.endswith("s") and token.lower not in words().kinds and token.lemma.lower() != token.lower


def _is_given(analysis: Analysis, token: Token, course: Course) -> bool:
    """Given by one side to the other; goods sold are trade, and what was seized is given back."""
    lemma = token.lemma.lower()
    is_money = lemma in words().money
    if "including" in cases_of(analysis, token) and not is_counted(analysis, token):
        return False  # "market access for goods, *including* machinery and equipment"
    if _serves_a_project(analysis, token, course):
        return False
    told_apart = front(analysis, token) or analysis.dependents(token.index, "nummod") or is_money
    if is_definite(analysis, token) and not told_apart:
        return False
    if _is_at_large(analysis, token):
        return False
    nearest = next((step for step in course.steps if step.deed is not None), None)
    counted = is_counted(analysis, token)
    if nearest is None:
        wished = course.mood in {"asked", "promised"} and not is_definite(analysis, token) and carries_a_wish(course)
        summed = course.mood == "promised" and is_summed(analysis, token)  # "the announcement of $5 million in vests"
        return counted and (wished or is_money or summed)
    if nearest.deed != "give" and not (nearest.token.lemma == "extend" and is_money):
        return False
    if nearest.token.lemma == "release" and not is_money:
        return False
    if nearest.token.lemma == "reach" and token.deprel != "nsubj":
        return False
    if lemma in words().mass and not counted and course.mood != "promised" and not _will_be(nearest):
        return False
    if nearest.token.lemma in words().trading and (is_done(analysis, nearest) or not counted):
        return lemma in words().aid
    return token.deprel in {"obj", "conj", "nmod", "nsubj:pass", "nsubj", "obl"}


def _is_at_large(analysis: Analysis, token: Token) -> bool:
    """ "all possible *assistance*": of nobody knows what."""
    if token.lemma.lower() not in words().mass & words().money or analysis.dependents(token.index, "nmod"):
        return False
    if any(t.lower not in {"all", "any", "every"} for t in analysis.dependents(token.index, "det")):
        return False
    return not is_counted(analysis, token) and not front(analysis, token)


def _will_be(step: Step) -> bool:
    return step.clause is not None and step.clause.modality in {"will", "would", "shall"}


def is_counted(analysis: Analysis, token: Token) -> bool:
    """ "120 vehicles", "1,200 tons of flour", "a 12.5 million dollar grant", "a grant of 5 million euros"."""
    if analysis.dependents(token.index, "nummod"):
        return True
    head = analysis.tokens[token.head]
    if is_summed(analysis, token):
        return True
    measured = [head] if token.deprel == "nmod" and head.upos in {"NOUN", "SYM", "NUM", "PROPN"} else []
    around = [*analysis.dependents(token.index, "nmod", "compound"), *measured]
    around += [
        t for near in around for t in analysis.dependents(near.index, "compound")
    ]  # "two million *vaccine* doses"
    return any(
        t.upos == "NUM" or any(n.upos in {"NUM", "SYM"} for n in analysis.dependents(t.index, "nummod", "compound"))
        for t in around
    )


def _serves_a_project(analysis: Analysis, token: Token, course: Course) -> bool:
    """ "a loan *for the water plant*", "a loan *to build a port*": the plant and the port are what is undertaken."""
    below = [t for t in analysis.subtree(token.index) if t.deprel == "nmod" and t.sentence == token.sentence]
    serves = [t for t in below if analysis.preposition(t.index) == "for"]
    clause = course.steps[0].clause if course.steps else None
    holders = [token.index, *([clause.predicate] if clause is not None else [])]
    purposes = [t for i in holders for t in analysis.dependents(i, "advcl", "acl", "xcomp") if t.index > token.index]
    built = [t for p in purposes if p.form == "inf" for t in analysis.dependents(p.index, "obj")]
    return any(kind_of(t) in {"project", "programme"} for t in (*serves, *built))
