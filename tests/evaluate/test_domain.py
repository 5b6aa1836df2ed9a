import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from kamergraaf.evaluate.domain import NAME_LABELS, Tree, faults, named, stretches, trees
from kamergraaf.evaluate.passes import PAIRS, rows
from kamergraaf.training.names import mission_names

SAMPLE = Path(__file__).parents[2] / "corpus" / "domain"
TREES = sorted((SAMPLE / "trees").glob("*.conllu"))
NAMES = sorted((SAMPLE / "names").glob("*.jsonl"))
BOUNDARIES = sorted((SAMPLE / "boundaries").glob("*.jsonl"))


OF_NO_LETTER = {"missie", "missieb", "missiec", "onbekend"}
"""Sentences that were written one by one for missions that no list has."""


def letters(ids: list[str]) -> set[str]:
    return {one.rsplit("-", 1)[0] for one in ids} - OF_NO_LETTER


def test_the_sample_is_as_large_as_its_data_sheet_says() -> None:
    parts = ("train", "test")
    forest = [trees(SAMPLE / "trees" / f"{part}.conllu") for part in parts]
    assert [len(part) for part in forest] == [1190, 171]
    assert [sum(len(tree.nodes) for tree in part) for part in forest] == [25684, 4003]
    sentences = [named(SAMPLE / "names" / f"{part}.jsonl") for part in parts]
    assert [len(part) for part in sentences] == [3602, 825]
    assert [sum(bool(one.names) for one in part) for part in sentences] == [2821, 590]
    counts = [Counter(name[2] for one in part for name in one.names) for part in sentences]
    sheet = (SAMPLE / "DATASHEET.md").read_text("utf-8")
    cells = [
        [count[label] for label in ("LOC", "ORG", "MISSION", "MISC", "PER")] for count in counts
    ]
    assert " | ".join(", ".join(map(str, row)) for row in cells) in sheet
    ends = [stretches(SAMPLE / "boundaries" / f"{part}.jsonl") for part in parts]
    assert [sum(len(one.ends) for one in part) for part in ends] == [1076, 423]


def test_files_were_found() -> None:
    assert len(TREES) == len(NAMES) == len(BOUNDARIES) == 4


@pytest.mark.parametrize("path", TREES, ids=lambda path: path.stem)
def test_every_sentence_is_one_tree_of_known_labels(path: Path) -> None:
    assert [fault for tree in trees(path) for fault in faults(tree)] == []


@pytest.mark.parametrize("change", ["root", "circle", "label", "text", "forward"])
def test_a_broken_tree_is_told(change: str) -> None:
    tree = next(t for t in trees(TREES[0]) if len(t.nodes) > 8 and t.nodes[0].rel == "det")
    assert not faults(tree)
    assert faults(broken(tree, change))


def broken(tree: Tree, change: str) -> Tree:
    first, nodes = tree.nodes[0], list(tree.nodes)
    if change == "root":
        nodes[0] = replace(first, head=0, rel="root")
    elif change == "circle":
        nodes[first.head - 1] = replace(nodes[first.head - 1], head=1, rel="nmod")
    elif change == "label":
        nodes[0] = replace(first, rel="dep")
    elif change == "text":
        nodes[0] = replace(first, form=first.form + "x")
    else:
        nodes[0] = replace(first, rel="conj")
    return replace(tree, nodes=tuple(nodes))


@pytest.mark.parametrize("path", NAMES, ids=lambda path: path.stem)
def test_names_stand_in_their_sentence_and_do_not_overlap(path: Path) -> None:
    for one in named(path):
        assert all(label in NAME_LABELS for *_, label in one.names)
        borders = [place for start, end, _ in one.names for place in (start, end)]
        assert borders == sorted(borders)
        assert all(
            one.text[a:b] and one.text[a:b] == one.text[a:b].strip() for a, b, _ in one.names
        )


@pytest.mark.parametrize("path", NAMES, ids=lambda path: path.stem)
def test_the_surface_of_a_name_is_what_stands_at_its_offsets(path: Path) -> None:
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        assert all(row["text"][start:end] == surface for surface, start, end, _ in row["names"])


@pytest.mark.parametrize("path", BOUNDARIES, ids=lambda path: path.stem)
def test_units_end_behind_a_character_that_shows(path: Path) -> None:
    for one in stretches(path):
        assert list(one.ends) == sorted(set(one.ends))
        assert all(0 < end <= len(one.text) and not one.text[end - 1].isspace() for end in one.ends)
        lines = one.text.replace("\f", "\n").count("\n") + 1
        assert all(0 <= line < lines for line in one.noise)


def test_no_letter_is_in_both_parts() -> None:
    train = letters([t.id for t in trees(SAMPLE / "trees" / "train.conllu")])
    train |= letters([n.id for n in named(SAMPLE / "names" / "train.jsonl")])
    train |= {one.id for one in stretches(SAMPLE / "boundaries" / "train.jsonl")}
    test = letters([t.id for t in trees(SAMPLE / "trees" / "test.conllu")])
    test |= letters([n.id for n in named(SAMPLE / "names" / "test.jsonl")])
    test |= {one.id for one in stretches(SAMPLE / "boundaries" / "test.jsonl")}
    assert (len(train), len(test)) == (71, 14)
    assert not train & test
    assert not (train | test) & {"inzet-sahel", "minusma-voortgang"}


def test_missions_of_the_test_that_no_list_has_are_not_in_train() -> None:
    train = {
        one.text[start:end].casefold()
        for one in named(SAMPLE / "names" / "train.jsonl")
        for start, end, _ in one.names
    }
    unlisted = {
        one.text[start:end]
        for one in named(SAMPLE / "names" / "test.jsonl")
        for start, end, label in one.names
        if label == "MISSION" and one.id.startswith("onbekend")
    }
    assert len(unlisted) == 115
    assert len(unlisted & mission_names()) == 39, "real missions, put on the list since"
    assert [name for name in unlisted if name.casefold() in train] == ["KDOM"]


def test_sentences_with_a_tree_are_read_for_names() -> None:
    for part in ("train", "test"):
        sentences = {one.id: one.text for one in named(SAMPLE / "names" / f"{part}.jsonl")}
        for tree in trees(SAMPLE / "trees" / f"{part}.conllu"):
            assert sentences[tree.id] == tree.text


def test_agreement_is_as_the_data_sheet_says() -> None:
    sheet = (SAMPLE / "DATASHEET.md").read_text("utf-8")
    table = list(rows(SAMPLE))
    assert len(table) == 13
    for name, values in table:
        assert len(values) == len(PAIRS)
        assert f"| {name} | {' | '.join(f'{value:.3f}' for value in values)} |" in sheet
