"""Learning kind and status from commitments that gold has too."""

import csv
from pathlib import Path
from typing import Any

from kamergraaf.evaluate.readings import Example, learn, validate, write
from kamergraaf.statements.commitments.reread import Table

DOUBT: dict[Table, bool] = {"kinds": True, "statuses": True}


def _example(number: int, kind: str, gold: str, word: str) -> Example:
    found: dict[str, Any] = {
        "kind": kind,
        "change": "new",
        "status": "announced",
        "modality": "decided",
        "conditions": [],
    }
    features = frozenset({f"verb={word}", f"kind={kind}"})
    return Example(str(number % 3), {"type": gold, "status": "decided"}, found, features, DOUBT)


WORDS = [("policy", "streven"), ("materiel", "leveren"), ("financial", "betalen")]
EXAMPLES = [_example(number, "policy", *WORDS[number // 3 % 3]) for number in range(36)]


def test_the_word_that_goes_with_a_type_weighs_for_it(tmp_path: Path) -> None:
    """The kind that the rules give to both weighs for neither; the table can be read again."""
    weights = learn("kinds", EXAMPLES, strength=1.0)
    assert weights["verb=leveren"]["materiel"] > 0.3 > -0.3 > weights["verb=leveren"]["policy"]
    assert abs(weights["kind=policy"]["materiel"]) < 0.01
    write(weights, tmp_path / "kinds.csv")
    with (tmp_path / "kinds.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["feature"]: row for row in csv.DictReader(file)}
    assert (
        abs(float(rows["verb=leveren"]["materiel"]) - weights["verb=leveren"]["materiel"]) <= 0.005
    )


def test_validation_tells_what_overruling_is_worth() -> None:
    """Two thirds are wrong by the rules; the word tells which."""
    assert validate("kinds", EXAMPLES) == (
        "kinds: 0.333 right by the rules, 1.000 with 24 of 36 overruled"
    )
