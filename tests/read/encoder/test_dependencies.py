"""ClearNLP trees become Universal Dependencies."""

from communique.read.encoder.dependencies import Tree, to_universal


def convert(rows: list[tuple[str, str, int, str, str, bool]]) -> Tree:
    """Rows of lemma, coarse tag, head, relation, verb form and past."""
    lemma, upos, head, relation, form, past = (list(column) for column in zip(*rows, strict=True))
    return to_universal(head, relation, upos, lemma, form, past)  # type: ignore[arg-type]


def test_a_preposition_hangs_from_its_noun() -> None:
    tree = convert(
        [
            ("meet", "VERB", 0, "ROOT", "fin", True),
            ("in", "ADP", 0, "prep", "", False),
            ("Hanoi", "PROPN", 1, "pobj", "", False),
        ]
    )
    assert tree.head == [0, 2, 0]
    assert tree.relation == ["root", "case", "obl"]


def test_the_copula_hangs_from_its_predicate() -> None:
    tree = convert(
        [
            ("she", "PRON", 1, "nsubj", "", False),
            ("be", "AUX", 1, "ROOT", "fin", False),
            ("confident", "ADJ", 1, "acomp", "", False),
        ]
    )
    assert tree.head == [2, 2, 2]
    assert tree.relation == ["nsubj", "cop", "root"]


def test_coordination_hangs_from_the_first_conjunct() -> None:
    tree = convert(
        [
            ("rice", "NOUN", 0, "ROOT", "", False),
            ("rubber", "NOUN", 0, "conj", "", False),
            ("and", "CCONJ", 1, "cc", "", False),
            ("nut", "NOUN", 1, "conj", "", False),
        ]
    )
    assert tree.head == [0, 0, 3, 0]


def test_a_past_verb_is_not_coordinated_with_an_infinitive() -> None:
    tree = convert(
        [
            ("ask", "VERB", 0, "ROOT", "fin", True),
            ("open", "VERB", 0, "xcomp", "inf", False),
            ("urge", "VERB", 1, "conj", "fin", True),
        ]
    )
    assert tree.head[2] == 0


def test_a_bare_verb_goes_on_with_the_infinitive_before_it() -> None:
    tree = convert(
        [
            ("ask", "VERB", 0, "ROOT", "fin", True),
            ("open", "VERB", 0, "xcomp", "inf", False),
            ("share", "VERB", 0, "conj", "inf", False),
        ]
    )
    assert tree.head[2] == 1


def test_a_bare_verb_goes_on_with_what_was_told_to_be_done() -> None:
    tree = convert(
        [
            ("suggest", "VERB", 0, "ROOT", "fin", True),
            ("keep", "VERB", 0, "ccomp", "fin", False),
            ("hold", "VERB", 0, "conj", "inf", False),
        ]
    )
    assert tree.head[2] == 1


def test_the_coordinator_goes_along_with_the_verb_that_it_joins() -> None:
    tree = convert(
        [
            ("ask", "VERB", 0, "ROOT", "fin", True),
            ("open", "VERB", 0, "xcomp", "inf", False),
            (",", "PUNCT", 1, "punct", "", False),
            ("and", "CCONJ", 1, "cc", "", False),
            ("urge", "VERB", 1, "conj", "fin", True),
        ]
    )
    assert tree.head == [0, 0, 0, 4, 0]


def test_a_past_verb_without_a_subject_modifies_no_noun() -> None:
    tree = convert(
        [
            ("voice", "VERB", 0, "ROOT", "fin", True),
            ("concern", "NOUN", 0, "dobj", "", False),
            ("call", "VERB", 1, "acl", "fin", True),
        ]
    )
    assert (tree.head[2], tree.relation[2]) == (0, "conj")


def test_an_object_before_a_finite_clause_without_subject_is_its_subject() -> None:
    tree = convert(
        [
            ("hope", "VERB", 0, "ROOT", "fin", True),
            ("plant", "NOUN", 0, "dobj", "", False),
            ("would", "AUX", 3, "aux", "fin", False),
            ("stay", "VERB", 0, "ccomp", "inf", False),
        ]
    )
    assert (tree.head[1], tree.relation[1]) == (3, "nsubj")
