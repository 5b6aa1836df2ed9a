"""How well a Dutch pipeline reads ministerial Dutch, our own or any that is installed.

``python -m kamergraaf.evaluate.pipelines corpus/domain [--pipeline NAME]... [--data DATA]`` prints one
column a pipeline: our own first, then those that are named (``nl_core_news_sm`` or a folder).  With
the treebanks in ``DATA/ud`` their test files are scored too.  Words and sentences of the sample are
given; on the treebanks a pipeline cuts words and sentences itself, in documents of ten sentences.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kamergraaf.annotations.language import name_label, pipeline, read_as, read_lemma
from kamergraaf.evaluate.domain import (
    NAME_LABELS,
    Named,
    Node,
    Stretch,
    Tree,
    named,
    stretches,
    trees,
)
from kamergraaf.evaluate.parsing import boundary_counts, missions_unlisted, name_counts, tree_scores
from kamergraaf.source import SourceFile

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

GROUP = 10
TREEBANKS = ("alpino", "lassysmall")
ONCE_ARGUMENT = {"obl:arg": "obl"}
"""Relations that older treebanks do not tell apart, and their pipelines neither."""


def parsed(nlp: Language, gold: Sequence[Tree]) -> list[Tree]:
    """Return the trees that a pipeline gives the words of these sentences, one sentence each."""
    docs = nlp.pipe(_document(nlp, tree) for tree in gold)
    return [_tree(doc, tree) for doc, tree in zip(docs, gold, strict=True)]


def _document(nlp: Language, tree: Tree) -> Doc:
    from spacy.tokens import Doc

    words = [read_as(node.form) for node in tree.nodes]
    spaces = [node.space for node in tree.nodes]
    starts: list[bool | int | None] = [place == 0 for place in range(len(words))]
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)


def _tree(doc: Doc, tree: Tree) -> Tree:
    nodes = []
    for token, node in zip(doc, tree.nodes, strict=True):
        root = token.head.i == token.i
        head, rel = (0, "root") if root else (token.head.i + 1, token.dep_)
        feats = str(token.morph)
        lemma = read_lemma(token)
        nodes.append(Node(node.form, lemma, token.pos_, token.tag_, feats, head, rel, node.space))
    return Tree(tree.id, tree.text, tuple(nodes))


def _coarse(found: Iterable[Tree], labels: Sequence[str]) -> list[Tree]:
    """Return trees with the relations that this parser can give."""
    merged = {a: b for a, b in ONCE_ARGUMENT.items() if a not in labels}
    return [
        Tree(t.id, t.text, tuple(_relabelled(n, merged.get(n.rel, n.rel)) for n in t.nodes))
        for t in found
    ]


def _relabelled(node: Node, rel: str) -> Node:
    return Node(node.form, node.lemma, node.pos, node.tag, node.feats, node.head, rel, node.space)


def names_found(nlp: Language, gold: Sequence[Named]) -> list[Named]:
    """Return the names that a pipeline finds in these sentences, under our labels."""
    found = []
    for doc, one in zip(nlp.pipe(read_as(one.text) for one in gold), gold, strict=True):
        labelled = [(e.start_char, e.end_char, name_label(e.label_)) for e in doc.ents]
        names = tuple((a, b, label) for a, b, label in labelled if label)
        found.append(Named(one.id, one.text, names))
    return found


def units(gold: Stretch) -> Stretch:
    """Return where our own splitter ends the units of a raw text."""
    from kamergraaf.text import letter, source_span

    read = letter(SourceFile(f"{gold.id}.txt", "0" * 64, gold.text))
    spans = [source_span(read.pieces, s.start, s.end) for s in read.sentences]
    return Stretch(gold.id, gold.text, tuple(sorted({end for _, end in spans})), frozenset())


def treebank_scores(nlp: Language, path: Path) -> dict[str, float]:
    """Return the scores of a pipeline on a test file of a treebank, by its own words."""
    from spacy.training import Example

    from kamergraaf.training.documents import of_trees

    gold = _coarse(trees(path), _relations(nlp))
    groups = [gold[start : start + GROUP] for start in range(0, len(gold), GROUP)]
    docs = [of_trees(nlp, group) for group in groups]
    with nlp.select_pipes(disable=[name for name in ("ner",) if name in nlp.pipe_names]):
        read = nlp.pipe(doc.text for doc in docs)
        pairs = [Example(found, doc) for found, doc in zip(read, docs, strict=True)]
    scores: dict[str, float] = {}
    for name in ("tagger", "morphologizer", "parser"):
        component: Any = nlp.get_pipe(name)
        scores |= component.score(pairs)
    wanted = ("tag_acc", "pos_acc", "morph_acc", "dep_uas", "dep_las", "sents_f")
    return {name: scores[name] for name in wanted}


def _relations(nlp: Language) -> tuple[str, ...]:
    parser: Any = nlp.get_pipe("parser")
    return tuple(parser.labels)


def speed(nlp: Language, texts: Sequence[str], rounds: int = 3) -> float:
    """Return words a second of processor time over the lines of these texts, the best round."""
    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    words = sum(len(nlp.make_doc(line)) for line in lines)
    taken = []
    for _ in range(rounds):
        begin = time.process_time()
        for _doc in nlp.pipe(lines):
            pass
        taken.append(time.process_time() - begin)
    return words / min(taken)


def measured(nlp: Language, sample: Path, data: Path | None) -> dict[str, float]:
    """Return every figure of one pipeline by its name, in the order of the report."""
    from kamergraaf.training.names import mission_names

    gold = trees(sample / "trees" / "test.conllu")
    gold = _coarse(gold, _relations(nlp))
    scores = tree_scores(parsed(nlp, gold), gold)
    sentences = named(sample / "names" / "test.jsonl")
    found = names_found(nlp, sentences)
    counts = name_counts(found, sentences)
    figures = {
        "UAS": scores.uas,
        "LAS": scores.las,
        "core arguments of finite verbs, F": scores.core.f,
        "part of speech": scores.pos,
        "lemma": scores.lemma,
        "names, typed F": counts["all"].f,
        "names, span F": counts["span"].f,
        **{f"{label}, F": counts[label].f for label in NAME_LABELS},
        "missions in no list, F": missions_unlisted(found, sentences, mission_names()).f,
    }
    for bank in TREEBANKS if data else ():
        assert data is not None
        path = data / "ud" / f"nl_{bank}-ud-test.conllu"
        figures |= {f"{bank} {k}": v for k, v in treebank_scores(nlp, path).items()}
    files = [path for path in Path(str(nlp.path)).rglob("*") if path.is_file()]
    figures["MB on disk"] = sum(path.stat().st_size for path in files) / 1_000_000
    figures["words a second"] = speed(nlp, [one.text for one in sentences])
    return figures


def boundaries(sample: Path) -> float:
    """Return F of our own splitter on the raw stretches of the test part."""
    gold = stretches(sample / "boundaries" / "test.jsonl")
    return boundary_counts([units(one) for one in gold], gold).f


def main() -> None:
    """Print the table for our own pipeline and those that are named."""
    options = argparse.ArgumentParser(description=__doc__, prog="kamergraaf.evaluate.pipelines")
    options.add_argument("sample", type=Path)
    options.add_argument("--pipeline", action="append", default=[], metavar="NAME")
    options.add_argument("--data", type=Path)
    given = options.parse_args()
    names: list[str | None] = [None, *given.pipeline]
    columns = [measured(pipeline(name), given.sample, given.data) for name in names]
    print(f"| measure | {' | '.join(name or 'ours' for name in names)} |")
    print("| --- |" + " --- |" * len(names))
    for row in columns[0]:
        print(f"| {row} | {' | '.join(_shown(column[row]) for column in columns)} |")
    print(
        f"\nSentence boundaries of raw letters, our splitter (no pipeline), F: {boundaries(given.sample):.3f}"
    )


def _shown(value: float) -> str:
    return f"{value:.0f}" if value > 1 else f"{value:.3f}"


if __name__ == "__main__":
    main()
