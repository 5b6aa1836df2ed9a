"""Groups of phenomena: their words, their examples, and the counts of a scored letter."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from kamergraaf.evaluate import phenomenon_table, score
from kamergraaf.evaluate.figures import Tally
from kamergraaf.evaluate.phenomena import (
    NONE_GIVEN,
    OTHER,
    Group,
    by_phenomenon,
    groups,
    of_item,
    of_letter,
)

Json = dict[str, Any]
WRITTEN = Path(__file__).resolve().parents[2] / "corpus" / "written" / "gold"


@pytest.mark.parametrize("group", groups(), ids=lambda group: group.name)
def test_the_example_falls_in_its_group(group: Group) -> None:
    assert group.words.search(group.example)


def test_names_are_given_once() -> None:
    names = [group.name for group in groups()]
    assert len(set(names)) == len(names) == 25


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("Agentless Passive", "passive"),
        ("extended", "extension, reduction, suspension, end"),
        ("no such thing", None),
        ("depending", None),
        ("suitable", None),
    ],
)
def test_words_are_found_at_the_beginning_of_words(words: str, group: str | None) -> None:
    found = of_letter([words])
    assert found == [OTHER] if group is None else group in found


@pytest.mark.parametrize(
    ("more", "group"),
    [
        ({"conditions": ["mits"]}, "condition"),
        ({"polarity": "negative"}, "negation or refusal"),
        ({"part_of": "c01"}, "nested or joint figures"),
        ({"type": "inform-parliament"}, "promise to parliament"),
        ({"status": "considered"}, "studies and intentions"),
        ({"conditions": []}, NONE_GIVEN),
    ],
)
def test_attributes_put_an_item_in_a_group(more: Json, group: str) -> None:
    assert of_item({"type": "materiel", "status": "made", **more}) == [group]


def test_nearly_all_written_phenomena_fall_in_a_group() -> None:
    counts: Counter[str] = Counter()
    for file in sorted(WRITTEN.glob("*.json")):
        data = json.loads(file.read_text("utf-8"))
        counts.update(name for each in data["commitments"] for name in of_item(each))
        assert of_letter(data["phenomena"]) != [OTHER], file.name
    assert sum(counts.values()) > 1600
    assert counts[OTHER] <= 0.07 * sum(counts.values())
    assert (
        min(counts[group.name] for group in groups() if group.name != "page and file layout") > 15
    )


def test_items_and_letters_are_counted_in_their_groups(brief: Json, found: Json) -> None:
    brief["phenomena"] = ["agentless passive", "table"]
    brief["commitments"][0]["phenomenon"] = "table row"
    brief["commitments"][1]["phenomenon"] = "agentless passive; table row"
    del found["commitments"][0]
    found["commitments"][0]["kind"] = "policy"
    scores = score([brief], [found])
    lines = {line.name: line for line in by_phenomenon(scores)}
    table, passive = lines["table"], lines["passive"]
    assert (table.items, table.found, table.full, table.letters) == (2, 1, 0, 1)
    assert (passive.items, passive.found, passive.full, passive.letters) == (1, 1, 0, 1)
    assert passive.commitments == Tally(3, 3, 4)
    assert (lines[NONE_GIVEN].items, lines[NONE_GIVEN].found) == (2, 2)
    assert "footnote" not in lines
    printed = [line.split() for line in phenomenon_table(scores).splitlines()]
    assert ["table", "2", "0.50", "0.00", "1", "0.86"] in printed
