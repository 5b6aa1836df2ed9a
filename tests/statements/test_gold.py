"""What the rules score on the annotated letters may not fall, and every quote stands in its letter."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kamergraaf import evaluate, extract
from kamergraaf.errors import BadLetter
from kamergraaf.pipeline import statements

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
REAL = ("amnesty-sahel", "icoi-mali", "veiligheidsinzet-sahel")


@cache
def found(files: tuple[Path, ...]) -> list[dict[str, Any]]:
    """Return what is extracted from letters; a file that is none fails."""
    result = []
    for each in statements(list(files)):
        assert not isinstance(each, BadLetter), each
        result.append(extract.as_json(each))
    return result


@cache
def scores(gold: tuple[Path, ...]) -> evaluate.Scores:
    """Return the scores of letters with gold."""
    return evaluate.score(evaluate.read(gold), found(tuple(evaluate.letter_files(gold))))


def f1(tally: evaluate.Tally) -> float:
    """Return the F1 of a figure that has cases."""
    assert tally.f1 is not None
    return tally.f1


def real() -> evaluate.Scores:
    """Return the scores of the three real letters that the rules were made on."""
    return scores(tuple(CORPUS / "gold" / f"{name}.json" for name in REAL))


def test_commitments_of_the_real_letters_are_found() -> None:
    """Floors below the figures of the README, so that only a fall is seen."""
    total = real().total
    assert f1(total.commitments) >= 0.94
    assert f1(total.full_facts) >= 0.74
    assert total.traps.right / total.traps.expected <= 0.03


def test_attributes_of_what_is_found() -> None:
    """Kind, status, amounts and people of the real letters."""
    total = real().total
    assert total.kind.right / total.kind.expected >= 0.88
    assert total.status.right / total.status.expected >= 0.92
    assert f1(total.missions) >= 0.82
    assert f1(total.amounts) >= 0.95
    assert f1(total.people) >= 0.95


def test_letter_facts_references_and_names() -> None:
    """What a letter says of itself and whom it names."""
    total = real().total
    assert f1(total.references) >= 0.97
    assert f1(total.letter_missions) >= 0.97
    assert f1(total.letter_countries) >= 0.97
    for tally in (total.date, total.chamber, total.dossiers, total.number, total.signatories):
        assert tally.right == tally.expected


def test_written_letters_for_development() -> None:
    """The letters in other styles about other missions and ministries, train and dev."""
    gold = CORPUS / "written" / "gold"
    chosen = evaluate.files([gold], "dev") + evaluate.files([gold], "train")
    total = scores(tuple(chosen)).total
    assert f1(total.commitments) >= 0.85
    assert f1(total.full_facts) >= 0.69
    assert total.traps.right / total.traps.expected <= 0.05
    assert f1(total.meetings) >= 0.85


LETTERS = sorted((CORPUS / "letters").glob("*.txt"))


def quoted(letter: dict[str, Any]) -> Sequence[dict[str, Any]]:
    """Return everything in a letter that has a quote."""
    return [*letter["commitments"], *letter["meetings"]]


@pytest.mark.parametrize("file", LETTERS, ids=lambda file: file.stem)
def test_every_quote_stands_at_its_offsets(file: Path) -> None:
    """The law of evidence; and no identifier is given twice."""
    letter = found((file,))[0]
    assert len(quoted(letter)) >= 5
    for each in quoted(letter):
        assert letter["letter"]["text"][each["start"] : each["end"]] == each["quote"]
        assert each["quote"].strip() == each["quote"]
    names = [each["id"] for each in letter["commitments"]]
    assert len(set(names)) == len(names)


def test_the_same_letter_gives_the_same_bytes() -> None:
    """Nothing hangs on what was read before."""
    alone = found((LETTERS[0],))[0]
    after = found((LETTERS[1], LETTERS[0]))[1]
    assert json.dumps(alone) == json.dumps(after)
