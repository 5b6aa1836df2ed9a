"""Learning what an undertaking is: examples from gold, weights, validation."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from kamergraaf.errors import BadLetter
from kamergraaf.evaluate.likelihood import (
    Example,
    calibrate,
    corpus_examples,
    counts,
    judged,
    learn,
    validate,
    write,
)

TEXT = "Nederland levert veertig militairen. Frankrijk levert tien artsen. De regen viel in mei."


def _corpus(folder: Path, **gold: object) -> Path:
    (folder / "gold").mkdir(parents=True)
    (folder / "letters").mkdir()
    (folder / "letters" / "a.txt").write_text(TEXT, encoding="utf-8")
    whole = {"letter": {"file": "a.txt"}, "commitments": [], **gold}
    (folder / "gold" / "a.json").write_text(json.dumps(whole), encoding="utf-8")
    return folder


def test_core_clauses_are_positive_and_minor_ones_are_left_out(tmp_path: Path) -> None:
    """What gold leaves open is no example of either."""
    gold = [
        {"quote": "Nederland levert veertig militairen.", "core": True},
        {"quote": "De regen viel in mei.", "core": False},
    ]
    found = corpus_examples(_corpus(tmp_path, commitments=gold))
    assert [(each.quote.split()[0], each.says) for each in found] == [
        ("Nederland", True),
        ("Frankrijk", False),
    ]


def test_letters_for_testing_are_not_read(tmp_path: Path) -> None:
    """Neither written ones nor real ones that are held out: their gold says so."""
    assert corpus_examples(_corpus(tmp_path, split="test")) == []


def test_a_letter_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """Learning from half the letters would pass unnoticed."""
    corpus = _corpus(tmp_path)
    (corpus / "letters" / "a.txt").write_bytes(b"")
    with pytest.raises(BadLetter, match=r"a\.txt"):
        corpus_examples(corpus)


def _examples() -> list[Example]:
    kinds = [({"party=dutch", "people"}, True), ({"party=foreign", "people"}, False)] * 6
    return [Example(f"{i % 3}", "", frozenset(f), says) for i, (f, says) in enumerate(kinds)]


def test_what_goes_with_commitments_weighs_for_and_what_does_not_against(tmp_path: Path) -> None:
    """A feature that goes with both weighs nothing; written and read, weights have three decimals."""
    weights = learn(_examples(), strength=1.0)
    assert weights["party=dutch"] > 0.5 > -0.5 > weights["party=foreign"]
    assert abs(weights["people"]) < 0.01
    write(weights, tmp_path / "likely.csv")
    with (tmp_path / "likely.csv").open(encoding="utf-8", newline="") as file:
        read = {row["feature"]: float(row["weight"]) for row in csv.DictReader(file)}
    assert "people" not in read
    assert all(abs(weight - weights[name]) <= 0.0005 for name, weight in read.items())


def test_validation_judges_each_letter_by_the_others() -> None:
    """Each threshold has its line: all six commitments are found, nothing else."""
    lines = list(validate(judged(_examples())))
    assert "takes 6, right 6" in next(line for line in lines if line.startswith("0.50"))


def test_confidence_is_counted_by_group_of_rules_and_band(tmp_path: Path) -> None:
    """A clause that no rule claims counts where it is likely enough; rows of meetings stay."""
    one = Example("a", "", frozenset(), True, "doet")
    judgements = [
        (0.97, one),
        (0.96, replace(one, says=False)),
        (0.85, replace(one, rule="")),
        (0.3, replace(one, rule="", says=False)),
        (0.1, replace(one, rule="promise")),
    ]
    assert counts(judgements) == {
        ("cue", 0.0): (1, 1),
        ("learned", 0.8): (1, 1),
        ("plain", 0.95): (1, 2),
    }
    table = tmp_path / "calibration.csv"
    kept = "gelegenheid-visit,0.0,2,2"
    table.write_text(f"group,likelihood,right,found\ncue,0.5,9,9\n{kept}\n", encoding="utf-8")
    calibrate(judgements, table)
    lines = table.read_text("utf-8").splitlines()
    assert lines[1:] == ["cue,0.0,1,1", "learned,0.8,1,1", "plain,0.95,1,2", kept]
