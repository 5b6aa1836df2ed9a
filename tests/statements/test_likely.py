"""What was learned from annotated letters adds clauses, drops doubtful ones, and no more."""

import csv
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from kamergraaf.annotations import annotate
from kamergraaf.model import Commitment, Letter, LetterFacts, Paragraph, Sentence
from kamergraaf.statements import find
from kamergraaf.statements.commitments.build import read
from kamergraaf.statements.context import Context

likely = import_module("kamergraaf.statements.commitments.likely")
TABLE = Path(str(likely.__file__)).with_name("likely.csv")
UNCLAIMED = "Halverwege juli keren de tenten en de voertuigen terug naar huis."
PLAIN = "Nederland levert veertig militairen aan de missie."
PROMISED = "Ik zal uw Kamer hierover voor de zomer informeren."


def letter(*sentences: str) -> Letter:
    """Return a letter of one paragraph."""
    text = " ".join(sentences)
    places, start = [], 0
    for sentence in sentences:
        places.append(Sentence(start, start + len(sentence), 0))
        start += len(sentence) + 1
    return Letter(
        "https://w3id.org/kamergraaf/id/letter/proef", "proef.txt", "0" * 64, text, "0" * 64, (),
        (Paragraph(0, len(text), "body"),), tuple(places), LetterFacts(),
    )  # fmt: skip


def found(*sentences: str) -> list[Commitment]:
    """Return the commitments of a letter that are not vague."""
    return [c for c in find(annotate(letter(*sentences))).commitments if not c.vague]


@pytest.fixture
def intercept(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Give all clauses the same likelihood."""
    return lambda weight: monkeypatch.setattr(likely, "_weights", lambda: {"": weight})


def test_a_likely_clause_that_no_rule_claims_is_taken(intercept: Callable[[float], None]) -> None:
    """Its rule is its own, so that its confidence is."""
    intercept(-9)
    assert not found(UNCLAIMED)
    intercept(9)
    (taken,) = found(UNCLAIMED)
    assert (taken.rule, taken.quote) == ("waarschijnlijk", UNCLAIMED)


def test_a_question_is_never_taken(intercept: Callable[[float], None]) -> None:
    """However likely its words are."""
    intercept(9)
    assert not found("Keren de tenten halverwege juli terug naar huis?")


def test_an_unlikely_plain_statement_is_dropped_but_a_promise_stays(
    intercept: Callable[[float], None],
) -> None:
    """What says that it promises, decides or reports needs no likelihood."""
    intercept(0)
    assert [c.rule for c in found(PLAIN)] == ["doet"]
    intercept(-9)
    assert not found(PLAIN)
    assert [c.kind for c in found(PROMISED)] == ["inform-parliament"]


def test_a_clause_claimed_by_a_rule_is_not_taken_twice(intercept: Callable[[float], None]) -> None:
    """One clause is one commitment."""
    intercept(9)
    assert [c.rule for c in found(PROMISED)] == ["informeren"]


def test_every_main_clause_is_a_unit_with_what_is_read_off_it() -> None:
    """Who acts, the verb and its sense, figures, what came before and the place in the text."""
    text = ("Nederland levert veertig militairen.", "De kosten bedragen 3 miljoen euro.")
    _, (first, second) = read(Context(annotate(letter(*text))))
    assert (first.start, first.end) == (0, len(text[0]))
    assert {"party=dutch", "verb=leveren", "people", "before=other", "in=body"} <= first.features
    assert {"money", "subject is NOUN", "before=commitment"} <= second.features
    assert likely.likelihood(first.features) > 0.2


def test_the_table_is_sorted_and_names_each_feature_once() -> None:
    """So that a new table shows in a comparison what changed."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        names = [row["feature"] for row in csv.DictReader(file)]
    assert len(names) > 500
    assert names == sorted(set(names))
