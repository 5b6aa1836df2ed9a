"""Documents to train on, made of treebanks, the annotated sample and names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from kamergraaf.evaluate.domain import Named, Tree, named, trees
from kamergraaf.training.names import Names, mission_names, names, swapped
from kamergraaf.training.treebanks import development, training, with_plain_lemmas

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SENTENCES = 10
"""Sentences of a treebank in a document; a sentence of our sample is a document of its own."""
TREES, NAMES_ONLY, COPIES = 6, 2, 2
"""How often a sentence with a tree is used, one with names only, and copies with other names."""
SILVER = 0.5
"""Share of the silver documents with swapped names that is used."""
SEED = 6


@dataclass(frozen=True, slots=True)
class Labels:
    """Fills in what the sample does not have, CGN tags and features, with the old pipeline.

    Its best tag and best features are taken among those that go with the annotated part of speech.
    """

    base: Language
    tags: dict[str, set[str]]

    def fill(self, doc: Doc, tree: Tree) -> None:
        """Set the tags and features of the words of a tree."""
        tagger: Any = self.base.get_pipe("tagger")
        morphologizer: Any = self.base.get_pipe("morphologizer")
        doc = self.base.get_pipe("tok2vec")(doc)
        for pipe, allowed in ((tagger, self._tag), (morphologizer, self._feats)):
            scores = pipe.model.predict([doc])[0]
            for token, row, node in zip(doc, scores, tree.nodes, strict=True):
                good = [i for i, label in enumerate(pipe.labels) if allowed(label, node.pos)]
                if good:
                    best = pipe.labels[max(good, key=lambda i: float(row[i]))]
                    _set(token, best, pipe is tagger)

    def _tag(self, label: str, pos: str) -> bool:
        return label in self.tags[pos]

    def _feats(self, label: str, pos: str) -> bool:
        return f"POS={pos}" in label.split("|")


def _set(token: Any, label: str, tag: bool) -> None:
    if tag:
        token.tag_ = label
    else:
        token.set_morph("|".join(part for part in label.split("|") if part[:4] != "POS="))


def labels(base: Language, banks: Iterable[Tree]) -> Labels:
    """Return what fills in labels; a tag goes with a part of speech when one in 500 has it."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for tree in banks:
        for node in tree.nodes:
            seen[node.pos][node.tag] += 1
    return Labels(
        base,
        defaultdict(
            set, {p: {t for t, n in c.items() if n * 500 >= c.total()} for p, c in seen.items()}
        ),
    )


def of_trees(nlp: Language, group: Sequence[Tree]) -> Doc:
    """Return one document of some trees."""
    from spacy.tokens import Doc

    nodes = [node for tree in group for node in tree.nodes]
    starts = [place == 0 for tree in group for place in range(len(tree.nodes))]
    heads, offset = [], 0
    for tree in group:
        for place, node in enumerate(tree.nodes):
            heads.append(offset + (node.head - 1 if node.head else place))
        offset += len(tree.nodes)
    tagged = any(node.tag != "_" for node in nodes)
    doc = Doc(
        nlp.vocab,
        words=[n.form for n in nodes],
        spaces=[n.space for n in nodes],
        tags=[n.tag for n in nodes] if tagged else None,
        pos=[n.pos for n in nodes],
        morphs=["" if n.feats == "_" else n.feats for n in nodes] if tagged else None,
        lemmas=[n.lemma for n in nodes],
        heads=heads,
        deps=["ROOT" if n.rel == "root" else n.rel for n in nodes],
    )
    assert [t.i for t in doc if t.is_sent_start] == [i for i, start in enumerate(starts) if start]
    return doc


def of_names(nlp: Language, sentence: Named) -> Doc:
    """Return a document that has names and nothing else."""
    doc = nlp.make_doc(sentence.text)
    _name(doc, sentence)
    return doc


def _name(doc: Doc, sentence: Named) -> None:
    spans = [doc.char_span(a, b, label, alignment_mode="expand") for a, b, label in sentence.names]
    doc.set_ents([span for span in spans if span is not None], default="outside")


class Builder:
    """Builds the documents of one training from ``data`` (treebanks, names) and ``sample``."""

    def __init__(self, base: Language, data: Path, sample: Path) -> None:
        self.base, self.data = base, data
        self.banks = {k: [with_plain_lemmas(t) for t in v] for k, v in training(data).items()}
        self.trees = [with_plain_lemmas(t) for t in trees(sample / "trees" / "train.conllu")]
        self.named = named(sample / "names" / "train.jsonl")
        self.rng = Random(SEED)

    def train(self) -> Iterator[Doc]:
        """Yield the documents to train on."""
        silver = list(self._silver())
        yield from self._treebanks(silver)
        yield from self._sample()
        banks = {tuple(n.form for tree in group for n in tree.nodes) for group in self._groups()}
        swaps = [doc for words, doc in silver if words not in banks]
        yield from self.rng.sample(swaps, round(SILVER * len(swaps)))
        others: Names = names(self.data)
        for sentence in self.named:
            copies = (swapped(sentence, others, self.rng) for _ in range(COPIES))
            yield from (of_names(self.base, copy) for copy in copies if copy)

    def dev(self) -> Iterator[Doc]:
        """Yield the documents to watch the training with."""
        held = [with_plain_lemmas(tree) for tree in development(self.data)]
        for start in range(0, len(held), SENTENCES):
            yield of_trees(self.base, held[start : start + SENTENCES])

    def _groups(self) -> Iterator[list[Tree]]:
        for bank in self.banks.values():
            for start in range(0, len(bank), SENTENCES):
                yield bank[start : start + SENTENCES]

    def _treebanks(self, silver: list[tuple[tuple[str, ...], Doc]]) -> Iterator[Doc]:
        known = dict(silver)
        for group in self._groups():
            doc = of_trees(self.base, group)
            same = known.get(tuple(token.text for token in doc))
            if same is not None:
                spans = [doc[e.start : e.end] for e in same.ents]
                for span, ent in zip(spans, same.ents, strict=True):
                    span.label = ent.label
                doc.set_ents(spans, default="outside")
            else:
                doc.set_ents([], default="missing")
            yield doc

    def _sample(self) -> Iterator[Doc]:
        fill = labels(self.base, [t for bank in self.banks.values() for t in bank])
        by_id = {sentence.id: sentence for sentence in self.named}
        for tree in self.trees:
            doc = of_trees(self.base, [tree])
            fill.fill(doc, tree)
            _name(doc, by_id[tree.id])
            yield from [doc] * TREES
        with_tree = {tree.id for tree in self.trees}
        for sentence in self.named:
            if sentence.id not in with_tree:
                yield from [of_names(self.base, sentence)] * NAMES_ONLY

    def _silver(self) -> Iterator[tuple[tuple[str, ...], Doc]]:
        """Yield the silver documents; names of missions that we know are labelled so."""
        from spacy.tokens import DocBin, Span

        for doc in DocBin().from_disk(self.data / "ner" / "train.spacy").get_docs(self.base.vocab):
            spans = [
                Span(doc, e.start, e.end, "MISSION" if e.text in mission_names() else e.label_)
                for e in doc.ents
            ]
            doc.set_ents(spans, default="outside")
            yield tuple(token.text for token in doc), doc
