"""Reading the annotated sample of ministerial Dutch in ``corpus/domain``: trees, names, boundaries.

``trees/*.conllu`` is CoNLL-U, ``names/*.jsonl`` and ``boundaries/*.jsonl`` hold offsets in code
points of their text, half-open.  ``corpus/domain/GUIDELINE.md`` says what each mark means.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RELATIONS = frozenset(
    [
        "root",
        "nsubj",
        "nsubj:pass",
        "nsubj:outer",
        "obj",
        "iobj",
        "csubj",
        "csubj:outer",
        "ccomp",
        "xcomp",
        "obl",
        "obl:arg",
        "obl:agent",
        "advcl",
        "advmod",
        "aux",
        "aux:pass",
        "cop",
        "mark",
        "expl",
        "expl:pv",
        "compound:prt",
        "nmod",
        "nmod:poss",
        "appos",
        "nummod",
        "acl",
        "acl:relcl",
        "amod",
        "det",
        "case",
        "fixed",
        "flat",
        "conj",
        "cc",
        "cc:preconj",
        "parataxis",
        "orphan",
        "punct",
    ]
)
PARTS = frozenset(
    [
        "ADJ",
        "ADP",
        "ADV",
        "AUX",
        "CCONJ",
        "DET",
        "INTJ",
        "NOUN",
        "NUM",
        "PRON",
        "PROPN",
        "PUNCT",
        "SCONJ",
        "SYM",
        "VERB",
        "X",
    ]
)
NAME_LABELS = ("PER", "LOC", "ORG", "MISSION", "MISC")
BACKWARDS = frozenset({"fixed", "flat", "conj", "appos"})


@dataclass(frozen=True, slots=True)
class Node:
    """A word of a tree; ``head`` counts words from 1, 0 is the root."""

    form: str
    lemma: str
    pos: str
    tag: str
    feats: str
    head: int
    rel: str
    space: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence with its heads and relations."""

    id: str
    text: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A sentence with its names: start, end and label of each."""

    id: str
    text: str
    names: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Raw text of a letter; ``ends`` are the offsets where a unit ends, ``noise`` lines are no text.

    Lines are counted from 0 and end at a newline or a form feed.
    """

    id: str
    text: str
    ends: tuple[int, ...]
    noise: frozenset[int]


def trees(path: Path) -> list[Tree]:
    """Return the trees of a CoNLL-U file, without empty nodes and ranges."""
    return [_tree(block.split("\n")) for block in path.read_text("utf-8").strip().split("\n\n")]


def _tree(lines: list[str]) -> Tree:
    about = dict(line[2:].split(" = ", 1) for line in lines if line[0] == "#" and " = " in line)
    nodes = []
    for line in lines:
        cells = line.split("\t")
        if cells[0].isdigit():
            space = "SpaceAfter=No" not in cells[9]
            form, lemma, pos, tag, feats, head, rel = cells[1:8]
            nodes.append(Node(form, lemma, pos, tag, feats, int(head), rel, space))
    text = "".join(node.form + " " * node.space for node in nodes).rstrip()
    return Tree(about.get("sent_id", ""), about.get("text", text), tuple(nodes))


def named(path: Path) -> list[Named]:
    """Return the sentences of a file of names."""
    return [
        Named(row["id"], row["text"], tuple((s, e, label) for _, s, e, label in row["names"]))
        for row in _rows(path)
    ]


def stretches(path: Path) -> list[Stretch]:
    """Return the stretches of a file of boundaries, their texts from ``raw`` beside it."""
    found = []
    for row in _rows(path):
        with (path.parent / "raw" / f"{row['id']}.txt").open(encoding="utf-8", newline="") as file:
            text = file.read()
        found.append(Stretch(row["id"], text, tuple(row["ends"]), frozenset(row["noise"])))
    return found


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text("utf-8").splitlines():
        yield json.loads(line)


def faults(tree: Tree) -> list[str]:
    """Return what is wrong with the form of a tree: every sentence is one tree of known labels."""
    heads = [0, *(node.head for node in tree.nodes)]
    found = []
    if heads[1:].count(0) != 1:
        found.append(f"{tree.id}: {heads[1:].count(0)} roots")
    if "".join(node.form + " " * node.space for node in tree.nodes).rstrip() != tree.text:
        found.append(f"{tree.id}: words are not the text")
    for place, node in enumerate(tree.nodes, 1):
        where = f"{tree.id} {place} {node.form}"
        if node.rel not in RELATIONS or node.pos not in PARTS:
            found.append(f"{where}: {node.pos} {node.rel}")
        if not node.lemma.strip() or (node.head == 0) != (node.rel == "root"):
            found.append(f"{where}: lemma or root")
        if not 0 <= node.head < len(heads) or node.head == place:
            found.append(f"{where}: head {node.head}")
        elif _circles(heads, place):
            found.append(f"{where}: does not lead to the root")
        elif node.head and tree.nodes[node.head - 1].rel == "punct":
            found.append(f"{where}: hangs on punctuation")
        if node.rel in BACKWARDS and node.head > place:
            found.append(f"{where}: {node.rel} points forward")
    return found


def _circles(heads: list[int], place: int) -> bool:
    seen: set[int] = set()
    while place and place not in seen and place < len(heads):
        seen.add(place)
        place = heads[place]
    return place != 0
