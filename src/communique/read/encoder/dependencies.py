"""ClearNLP dependencies, as spaCy's English models give them, turned into Universal Dependencies.

Prepositions become `case` below their noun, the copula becomes `cop` below its predicate, and coordinated
elements hang from the first of them (UD 2.15, https://universaldependencies.org/u/dep/).
"""

from __future__ import annotations

from dataclasses import dataclass

_RENAMED = {
    "ROOT": "root",
    "dobj": "obj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "relcl": "acl:relcl",
    "poss": "nmod:poss",
    "neg": "advmod",
    "npadvmod": "obl:unmarked",
    "prt": "compound:prt",
    "predet": "det:predet",
    "preconj": "cc:preconj",
    "intj": "discourse",
    "quantmod": "advmod",
    "oprd": "xcomp",
    "acomp": "xcomp",
    "attr": "xcomp",
    "dative": "iobj",
    "meta": "dep",
    "nmod": "compound",
    "agent": "obl:agent",
}
_VERBAL = {"VERB", "AUX", "ADJ", "ADV"}


@dataclass(slots=True)
class Tree:
    """A parse while it is rewritten: parallel lists of heads, relations, coarse tags and lemmas."""

    head: list[int]
    relation: list[str]
    upos: list[str]
    lemma: list[str]

    def children(self, index: int) -> list[int]:
        return [i for i, head in enumerate(self.head) if head == index and i != index]

    def promote(self, child: int, relation: str) -> None:
        """Put `child` in its head's place; the former head hangs from it by `relation`, the rest follows."""
        parent = self.head[child]
        siblings = [i for i in self.children(parent) if i != child]
        self.head[child] = child if self.head[parent] == parent else self.head[parent]
        self.relation[child] = self.relation[parent]
        for sibling in siblings:
            self.head[sibling] = child
        self.head[parent] = child
        self.relation[parent] = relation


def to_universal(
    head: list[int], relation: list[str], upos: list[str], lemma: list[str], form: list[str], past: list[bool]
) -> Tree:
    """One sentence's parse in Universal Dependencies; indices and heads count from 0, a root heads itself.

    `form` and `past` are those of `Token`, one for each word.
    """
    tree = Tree(list(head), list(relation), list(upos), list(lemma))
    _coordinate_finite_modifiers(tree, form, past)
    _give_omitted_that_its_subject(tree, form)
    _coordinate_bare_complements(tree)
    _lift_finite_conjuncts(tree, form, past)
    _lower_bare_conjuncts(tree, form, past)
    _flatten_coordination(tree)
    _promote_copular_predicates(tree)
    _promote_prepositional_objects(tree)
    _move_coordinators(tree)
    _rename(tree)
    return tree


def _coordinate_finite_modifiers(tree: Tree, form: list[str], past: list[bool]) -> None:
    """A finite verb in the past without a subject modifies no noun ("voiced concern about lorries, *called* on the
    province to …"): it goes on with the finite verb above it."""
    for i, relation in enumerate(tree.relation):
        if relation != "acl" or form[i] != "fin" or not past[i] or _has(tree, i, "nsubj", "nsubjpass", "mark"):
            continue
        above = tree.head[i]
        while form[above] != "fin" and tree.head[above] != above:
            above = tree.head[above]
        if form[above] == "fin" and past[above]:
            tree.head[i], tree.relation[i] = above, "conj"


def _give_omitted_that_its_subject(tree: Tree, form: list[str]) -> None:
    """ "hoped *the plant* would keep its workers": between a verb and a finite clause that has no subject, what the
    parser took for the verb's object is the clause's subject."""
    for i, relation in enumerate(tree.relation):
        verb = tree.head[i]
        if relation != "ccomp" or i < verb or _has(tree, i, "nsubj", "nsubjpass", "csubj", "expl", "mark"):
            continue
        finite = form[i] == "fin" or any(form[c] == "fin" for c in tree.children(i) if tree.relation[c] == "aux")
        objects = [c for c in tree.children(verb) if tree.relation[c] == "dobj" and verb < c < i]
        if finite and objects:
            tree.head[objects[-1]] = i
            tree.relation[objects[-1]] = "nsubjpass" if _has(tree, i, "auxpass") else "nsubj"


def _lift_finite_conjuncts(tree: Tree, form: list[str], past: list[bool]) -> None:
    """A finite verb is coordinated with a finite verb of its own tense ("asked X to open …, and urged …", "said
    that X is …, but promised …"): the nearest above. The parser often attaches it too low."""
    for i, relation in enumerate(tree.relation):
        if relation != "conj" or form[i] != "fin" or tree.upos[i] != "VERB" or _has(tree, i, "aux", "auxpass"):
            continue
        above = tree.head[i]
        while form[above] != "fin" and tree.head[above] != above:
            above = tree.head[above]
        if past[i] and not _has(tree, i, "nsubj", "nsubjpass"):
            above = _past_above(tree, above, past, out={"advcl"} if _set_off(tree, i) else set())
        if form[above] == "fin" and above not in {i, tree.head[i]}:
            _rehang(tree, i, above)


def _rehang(tree: Tree, conjunct: int, above: int) -> None:
    """Coordinate a word with another one than before; the coordinator and the comma before it go along."""
    former = tree.head[conjunct]
    begins = min([conjunct, *tree.children(conjunct)])
    tree.head[conjunct] = above
    for mark in range(begins - 1, former, -1):
        if tree.relation[mark] not in {"cc", "punct", "advmod"}:
            break
        if tree.head[mark] == former:
            tree.head[mark] = above


def _past_above(tree: Tree, index: int, past: list[bool], out: set[str]) -> int:
    """The nearest verb in the past at or above one whose clause is reported in another tense, or that stands in one
    of the relations `out`."""
    above = index
    reported = {"ccomp", "conj", "xcomp"} | out
    while (not past[above] or tree.relation[above] in out) and tree.head[above] != above:
        if tree.relation[above] not in reported:
            break
        above = tree.head[above]
    return above if past[above] else index


def _set_off(tree: Tree, conjunct: int) -> bool:
    """Whether a comma and a coordinator stand before a conjunct."""
    return conjunct > 1 and tree.relation[conjunct - 1] == "cc" and tree.relation[conjunct - 2] == "punct"


def _coordinate_bare_complements(tree: Tree) -> None:
    """ "added that he had vowed …, *had endorsed* … and …": a further clause without "that" and subject goes on with
    the first."""
    for i, relation in enumerate(tree.relation):
        if relation != "ccomp" or _has(tree, i, "nsubj", "nsubjpass", "csubj", "expl", "mark"):
            continue
        first = [j for j in tree.children(tree.head[i]) if tree.relation[j] == "ccomp" and tree.head[i] < j < i]
        if first:
            tree.head[i], tree.relation[i] = first[0], "conj"


def _lower_bare_conjuncts(tree: Tree, form: list[str], past: list[bool]) -> None:
    """A bare verb coordinated with a finite one goes on with the infinitive before it ("asked X to open … and
    *share* …"), or with what was told to be done ("suggested both sides keep …, *implement* … and *hold* …")."""
    for i, relation in enumerate(tree.relation):
        above = tree.head[i]
        if relation != "conj" or form[i] != "inf" or form[above] != "fin" or _has(tree, i, "aux", "nsubj"):
            continue
        told = {j for j in tree.children(above) if tree.relation[j] == "ccomp" and past[above] and not past[j]}
        before = [
            j
            for j in range(above + 1, i)
            if (form[j] == "inf" or j in told) and tree.upos[j] == "VERB" and _under(tree, j, above)
        ]
        if before:
            tree.head[i] = before[-1]


def _under(tree: Tree, index: int, above: int) -> bool:
    while tree.head[index] != index and index != above:
        index = tree.head[index]
    return index == above


def _has(tree: Tree, index: int, *relations: str) -> bool:
    return any(tree.relation[child] in relations for child in tree.children(index))


def _flatten_coordination(tree: Tree) -> None:
    for i, relation in enumerate(tree.relation):
        if relation != "conj":
            continue
        first = tree.head[i]
        while tree.relation[first] == "conj" and tree.head[first] != first:
            first = tree.head[first]
        tree.head[i] = first


def _promote_copular_predicates(tree: Tree) -> None:
    for i, relation in enumerate(list(tree.relation)):
        verb = tree.head[i]
        if relation not in {"attr", "acomp"} or tree.lemma[verb] != "be" or verb == i:
            continue
        if any(tree.relation[child] == "expl" for child in tree.children(verb)):
            tree.relation[i] = "nsubj"
        elif tree.relation[verb] != "cop":
            tree.promote(i, "cop")


def _promote_prepositional_objects(tree: Tree) -> None:
    for i, relation in enumerate(list(tree.relation)):
        if relation not in {"pobj", "pcomp"} or tree.head[i] == i:
            continue
        preposition = tree.head[i]
        role = tree.relation[preposition]
        if role in {"prep", "dative", "agent", "conj", "ROOT", "advmod", "pcomp"}:
            tree.promote(i, "case" if relation == "pobj" else "mark")
            if role == "dative":
                tree.relation[i] = "prep"
            if relation == "pcomp" and role in {"prep", "agent"}:
                tree.relation[i] = "advcl"


def _move_coordinators(tree: Tree) -> None:
    """In Universal Dependencies a coordinator hangs from the conjunct that follows it."""
    for i, relation in enumerate(tree.relation):
        if relation != "cc" or tree.head[i] == i:
            continue
        first = tree.head[i]
        first = tree.head[first] if tree.relation[first] == "conj" else first
        later = [j for j in tree.children(first) if tree.relation[j] == "conj" and j > i]
        if later:
            tree.head[i] = min(later)


def _rename(tree: Tree) -> None:
    for i, relation in enumerate(tree.relation):
        governor = tree.upos[tree.head[i]]
        if tree.head[i] == i:
            tree.relation[i] = "root"
        elif relation == "prep" and tree.upos[i] == "ADP" and i == tree.head[i] + 1 and not tree.children(i):
            tree.relation[i] = "compound:prt"  # "call *on*", where the noun was taken for the verb's own object
        elif relation == "prep":
            tree.relation[i] = "obl" if governor in _VERBAL else "nmod"
        elif relation == "aux" and tree.lemma[i] == "to":
            tree.relation[i] = "mark"
        else:
            tree.relation[i] = _RENAMED.get(relation, relation)
