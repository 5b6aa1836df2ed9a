"""How alike two sets of trees, names or boundaries are: a parse and gold, or two annotators."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from kamergraaf.evaluate.domain import Named, Stretch, Tree

CORE = frozenset({"nsubj", "nsubj:pass", "obj", "csubj", "ccomp", "xcomp"})
FINITE = frozenset({"root", "ccomp", "csubj", "advcl", "acl:relcl", "parataxis"})
HELPERS = frozenset({"aux", "aux:pass", "cop"})


@dataclass(frozen=True, slots=True)
class Counts:
    """How many are right of how many found and how many there are."""

    right: int
    found: int
    there: int

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.found + other.found, self.there + other.there)

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall, 0 when there is nothing.

        >>> Counts(8, 10, 10).f
        0.8
        """
        both = self.found + self.there
        return 2 * self.right / both if both else 0.0


def same(found: Iterable[Hashable], there: Iterable[Hashable]) -> Counts:
    """Return the counts of two sets."""
    left, right = set(found), set(there)
    return Counts(len(left & right), len(left), len(right))


@dataclass(frozen=True, slots=True)
class TreeScores:
    """Shares of words right, punctuation left out in ``uas`` and ``las``; core arguments as F.

    Core arguments are subjects, objects and clausal complements of finite verbs, which gold tells;
    one is right when its word, its verb and its relation are.
    """

    uas: float
    las: float
    core: Counts
    pos: float
    lemma: float
    words: int


def tree_scores(found: Sequence[Tree], gold: Sequence[Tree]) -> TreeScores:
    """Return the scores of trees over the same words in the same order.

    Raises ``ValueError`` when the words differ.
    """
    heads = labelled = pos = lemmas = words = marks = 0
    core = Counts(0, 0, 0)
    for one, two in zip(found, gold, strict=True):
        if [n.form for n in one.nodes] != [n.form for n in two.nodes]:
            raise ValueError(f"{two.id}: other words")
        for a, b in zip(one.nodes, two.nodes, strict=True):
            words += 1
            pos += a.pos == b.pos
            lemmas += a.lemma.lower() == b.lemma.lower()
            if b.pos == "PUNCT":
                marks += 1
                continue
            heads += a.head == b.head
            labelled += a.head == b.head and a.rel == b.rel
        finite = {place for place in range(1, len(two.nodes) + 1) if is_finite(two, place)}
        core += same(_core(one, finite), _core(two, finite))
    scored = max(1, words - marks)
    return TreeScores(heads / scored, labelled / scored, core, pos / words, lemmas / words, words)


def _core(tree: Tree, verbs: set[int]) -> set[tuple[int, int, str]]:
    rows = enumerate(tree.nodes, 1)
    return {(i, n.head, n.rel) for i, n in rows if n.rel in CORE and n.head in verbs}


def is_finite(tree: Tree, place: int) -> bool:
    """Tell whether this word, counted from 1, heads a clause with a finite verb."""
    node = tree.nodes[place - 1]
    below = [n for n in tree.nodes if n.head == place]
    if any(n.rel == "mark" and n.form.lower() == "te" for n in below):
        return any(n.rel in HELPERS and n.lemma == "zijn" for n in below) and node.rel in FINITE
    first = tree.nodes[node.head - 1] if node.rel == "conj" else node
    helped = any(n.rel in HELPERS for n in below)
    return first.rel in FINITE and (helped or node.pos in ("VERB", "AUX"))


def name_counts(found: Sequence[Named], gold: Sequence[Named]) -> dict[str, Counts]:
    """Return the counts of names by label, with ``all`` and ``span`` (whatever the label)."""
    one = [(n.id, *name) for n in found for name in n.names]
    two = [(n.id, *name) for n in gold for name in n.names]
    counts = {"all": same(one, two), "span": same([n[:3] for n in one], [n[:3] for n in two])}
    for label in sorted({n[3] for n in two}):
        counts[label] = same([n for n in one if n[3] == label], [n for n in two if n[3] == label])
    return counts


_UNLISTED = "onbekend"


def missions_unlisted(
    found: Sequence[Named], gold: Sequence[Named], listed: frozenset[str]
) -> Counts:
    """Return the counts of names of missions that stand in no list, or stood in none when sentences
    were written for them (ids ``onbekend…``): lists grow, the measure stays."""
    known = {name.lower() for name in listed}
    sets = []
    for side in (found, gold):
        rows = [
            (n.id, a, b, n.text[a:b]) for n in side for a, b, label in n.names if label == "MISSION"
        ]
        sets.append([r for r in rows if r[3].lower() not in known or r[0].startswith(_UNLISTED)])
    return same(*sets)


def boundary_counts(found: Sequence[Stretch], gold: Sequence[Stretch]) -> Counts:
    """Return the counts of ends of units; two are one when no letter or digit stands between."""
    total = Counts(0, 0, 0)
    for one, two in zip(found, gold, strict=True):
        total += same(boundary_keys(one.text, one.ends), boundary_keys(two.text, two.ends))
    return total


def boundary_keys(text: str, ends: Iterable[int]) -> set[int]:
    """Return for each end how many letters and digits stand before it.

    >>> boundary_keys("Ja. (Nee.)", [3, 9]) == boundary_keys("Ja. (Nee.)", [2, 10])
    True
    """
    before = [0]
    for char in text:
        before.append(before[-1] + char.isalnum())
    return {before[end] for end in ends}
