"""The treebanks of ``DATA``, divided in train, dev and test, with lemmas as our guideline has them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from kamergraaf.evaluate.domain import Node, Tree, trees

# In this order the silver names were made; they are found again by their words.
ALPINO = [
    "cdb",
    "qa",
    "eans",
    "wpspel",
    "g_suite",
    "h_suite",
    "leuven_yellow_pages",
    "extra",
    "i_suite",
    "j_suite",
    "ntv-suite",
    "qtleap1a",
    "qtleap1q",
    "lot_test_suite1",
]
NEWEST = ("alpino", "lassysmall")


def training(data: Path) -> dict[str, list[Tree]]:
    """Return the sentences to train on by treebank, none of them in a dev or test file."""
    held = {
        _words(tree)
        for name in NEWEST
        for part in ("dev", "test")
        for tree in _ud(data, name, part)
    }
    tests = {_words(tree) for name in NEWEST for tree in _ud(data, name, "test")}
    seen: set[tuple[str, ...]] = set()
    found: dict[str, list[Tree]] = {}
    for name in ALPINO:
        kept = found[name] = []
        for tree in trees(data / "alpino-treebank-ud" / f"{name}.conllu"):
            words = _words(tree)
            single = [node.head for node in tree.nodes].count(0) == 1
            if single and words not in seen and not (words in held and len(words) > 3):
                seen.add(words)
                kept.append(tree)
    for name, every in zip(NEWEST, (4, 5), strict=True):
        kept_out = _kept_out(data, name, every)
        part = [t for t in _ud(data, name, "dev") if _document(t) not in kept_out]
        found[f"{name}-dev"] = [t for t in part if _words(t) not in tests]
    return found


def development(data: Path) -> list[Tree]:
    """Return the sentences of the dev files that are kept from training."""
    found = []
    for name, every in zip(NEWEST, (4, 5), strict=True):
        kept_out = _kept_out(data, name, every)
        found += [tree for tree in _ud(data, name, "dev") if _document(tree) in kept_out]
    return found


def _ud(data: Path, name: str, part: str) -> list[Tree]:
    return trees(data / "ud" / f"nl_{name}-ud-{part}.conllu")


def _words(tree: Tree) -> tuple[str, ...]:
    return tuple(node.form for node in tree.nodes)


def _document(tree: Tree) -> str:
    return re.sub(r"\.p\.\d+.*$", "", tree.id)


def _kept_out(data: Path, name: str, every: int) -> set[str]:
    return set(sorted({_document(tree) for tree in _ud(data, name, "dev")})[::every])


def with_plain_lemmas(tree: Tree) -> Tree:
    """Return the tree with lemmas as the lemmatizer learns them.

    Parts of a compound are written together («vrede_akkoord» of «vredesakkoorden»: vredesakkoord).  A verb whose
    particle stands apart gets the lemma of the word itself («zegde … toe»: zeggen); the particle
    that the parser finds is put before it where the lemma is read.
    """
    nodes = list(tree.nodes)
    for place, node in enumerate(nodes, 1):
        particles = [n.form.lower() for n in nodes if n.head == place and n.rel == "compound:prt"]
        nodes[place - 1] = replace(node, lemma=_plain(node, particles))
    return replace(tree, nodes=tuple(nodes))


def _plain(node: Node, particles: list[str]) -> str:
    first, mark, rest = node.lemma.partition("_")
    form, verb = node.form.lower(), node.pos in ("VERB", "AUX")
    if verb and mark and not form.startswith(first.lower()):
        return rest.replace("_", "")
    if verb and not mark:
        for particle in particles:
            whole = node.lemma.lower()
            if whole.startswith(particle) and not form.startswith(particle) and whole != particle:
                return node.lemma[len(particle) :]
    return _compound(node) if mark and not verb else node.lemma.replace("_", "")


def _compound(node: Node) -> str:
    """Return the word itself with its last part uninflected, so that links and hyphens stay.

    «verkeer_leider» of «verkeersleiders» gives «verkeersleider».
    """
    form, last = node.form, node.lemma.rpartition("_")[2]
    for size in range(len(last), 1, -1):
        start = form.lower().rfind(last[:size].lower())
        if start > 0:
            head = form[0] if node.lemma[0].isupper() else form[0].lower()
            return head + form[1:start] + last
    return node.lemma.replace("_", "")
