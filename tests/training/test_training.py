import tomllib
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamergraaf.annotations.language import pipeline
from kamergraaf.errors import KamergraafError
from kamergraaf.evaluate.domain import Named, Node, Tree, named, trees
from kamergraaf.training import build
from kamergraaf.training.documents import Labels, of_names, of_trees
from kamergraaf.training.names import Names, mission_names, names, swapped
from kamergraaf.training.treebanks import with_plain_lemmas

SAMPLE = Path(__file__).parents[2] / "corpus" / "domain"
SENTENCES = named(SAMPLE / "names" / "train.jsonl")
OTHERS = Names(
    {label: ["Zo", "Zo en Nog", "Zus-en-Zo"] for label in ("PER", "LOC", "ORG")},
    ["Verweggistan"],
    {
        "shapes": ["{un}{letters}", "{first} {second}", "{eu} {country}"],
        "un": ["UN"],
        "first": ["Noble"],
        "second": ["Anvil"],
        "eu": ["EUTM"],
    },
)


def word(form: str, lemma: str, pos: str, head: int, rel: str) -> Node:
    return Node(form, lemma, pos, "_", "_", head, rel, True)


@pytest.mark.parametrize(
    ("form", "lemma", "pos", "plain"),
    [
        ("vredesakkoorden", "vrede_akkoord", "NOUN", "vredesakkoord"),
        ("EU-operaties", "EU_operatie", "NOUN", "EU-operatie"),
        ("Verkeersleiders", "verkeer_leider", "NOUN", "verkeersleider"),
        ("toegezegd", "toe_zeggen", "VERB", "toezeggen"),
        ("zegde", "toe_zeggen", "VERB", "zeggen"),
        ("zegde", "toezeggen", "VERB", "zeggen"),
        ("besluit", "besluiten", "VERB", "besluiten"),
    ],
)
def test_lemmas_are_those_of_the_guideline(form: str, lemma: str, pos: str, plain: str) -> None:
    nodes = (word(form, lemma, pos, 0, "root"), word("toe", "toe", "ADP", 1, "compound:prt"))
    assert with_plain_lemmas(Tree("x", f"{form} toe", nodes)).nodes[0].lemma == plain


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([s for s in SENTENCES if s.names]), st.integers(0, 999))
def test_a_copy_has_as_many_names_of_the_same_kinds_at_their_offsets(
    sentence: Named, seed: int
) -> None:
    copy = swapped(sentence, OTHERS, Random(seed))
    if copy is None:
        return
    assert [name[2] for name in copy.names] == [name[2] for name in sentence.names]
    assert outside(copy) == outside(sentence)


def outside(sentence: Named) -> list[str]:
    """Return what stands between the names."""
    borders = [0, *(place for start, end, _ in sentence.names for place in (start, end))]
    return [sentence.text[a:b] for a, b in zip(borders[::2], [*borders[1::2], None], strict=True)]


def test_made_up_missions_fill_every_shape(tmp_path: Path) -> None:
    (tmp_path / "names").mkdir()
    for file in ("per", "geo", "org"):
        (tmp_path / "names" / f"{file}.txt").write_text("Naam\n", "utf-8")
    real = names(tmp_path)
    made = [real.other("MISSION", Random(seed)) for seed in range(300)]
    assert all(name and "{" not in name for name in made)
    assert len(set(made)) > 200


def test_made_up_missions_hold_none_of_the_test_part() -> None:
    test = {
        sentence.text[start:end]
        for sentence in named(SAMPLE / "names" / "test.jsonl")
        for start, end, label in sentence.names
        if label == "MISSION"
    }
    parts = tomllib.loads((build.HERE / "missions.toml").read_text("utf-8"))
    pairs = {f"{one} {two}" for one in parts["first"] for two in parts["second"]}
    assert not {name for name in test - mission_names() if name in pairs | {*parts["word"]}}


def test_documents_keep_the_trees_of_the_sample() -> None:
    nlp = pipeline()
    for tree in trees(SAMPLE / "trees" / "train.conllu")[:40]:
        doc = of_trees(nlp, [tree])
        assert [t.text for t in doc] == [n.form for n in tree.nodes]
        assert [0 if t.head == t else t.head.i + 1 for t in doc] == [n.head for n in tree.nodes]


def test_documents_keep_the_names_of_the_sample() -> None:
    nlp = pipeline()
    for sentence in SENTENCES:
        doc = of_names(nlp, sentence)
        found = tuple((e.start_char, e.end_char, e.label_) for e in doc.ents)
        assert found == sentence.names


def test_tags_and_features_go_with_the_annotated_part_of_speech() -> None:
    nlp = pipeline()
    tree = next(t for t in trees(SAMPLE / "trees" / "train.conllu") if t.nodes[0].pos == "DET")
    doc = of_trees(nlp, [tree])
    tags = {n.pos: {"LET"} if n.pos == "PUNCT" else {"LID|bep|stan|rest", "BW"} for n in tree.nodes}
    Labels(nlp, tags).fill(doc, tree)
    assert doc[0].tag_ == "LID|bep|stan|rest"
    assert doc[-1].tag_ == "LET"
    assert [t.pos_ for t in doc] == [n.pos for n in tree.nodes]


def test_other_data_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, data = tmp_path / "here", tmp_path / "data"
    here.mkdir()
    data.mkdir()
    (here / "data.sha256").write_text(f"{sha256(b'goed').hexdigest()}  een.txt\n", "utf-8")
    monkeypatch.setattr(build, "HERE", here)
    with pytest.raises(KamergraafError, match="missing"):
        build.check(data)
    (data / "een.txt").write_text("fout", "utf-8")
    with pytest.raises(KamergraafError, match="not the file"):
        build.check(data)
    (data / "een.txt").write_text("goed", "utf-8")
    build.check(data)


def test_every_file_that_is_read_has_its_sum() -> None:
    rows = (build.HERE / "data.sha256").read_text("utf-8").splitlines()
    assert len(rows) == 23
    assert any(row.endswith(build.WHEEL) for row in rows)
