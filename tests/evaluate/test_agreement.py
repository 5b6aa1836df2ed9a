"""Agreement of two passes: what is planted in one of them comes out in the figure that is about it."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from kamergraaf.cli import main
from kamergraaf.errors import BadData
from kamergraaf.evaluate import Agreement, agree, agree_all, agreement_table
from kamergraaf.evaluate.kappa import kappa, labels

Json = dict[str, Any]
CORPUS = Path(__file__).resolve().parents[2] / "corpus"
PASSES = [CORPUS / "gold" / "passes" / name for name in ("one", "two")]
SENTENCE = "Deze zin zegt niets over Nederland."


@pytest.fixture
def sentences(brief: Json) -> list[str]:
    """Return the sentences of the small letter: each quote once, and one that says nothing."""
    return [*dict.fromkeys(each["quote"] for each in brief["commitments"]), SENTENCE]


@pytest.fixture
def second(brief: Json) -> Json:
    """Return the same annotation once more, to change."""
    return deepcopy(brief)


def changed(first: Json, second: Json, sentences: list[str]) -> set[str]:
    """Return the lines of the table that are not perfect, the same from either side."""
    here, there = (agree(*two, sentences) for two in ((first, second), (second, first)))
    assert here.figures() == there.figures()
    return {title for title, figure in here.figures().items() if figure not in (None, 1.0)}


def test_a_pass_agrees_with_itself(brief: Json, second: Json, sentences: list[str]) -> None:
    assert changed(brief, second, sentences) == set()


@pytest.mark.parametrize(
    ("change", "title"),
    [
        (lambda item: item.update(type="diplomatic", type_alt=[item["type"]]), "same type"),
        (lambda item: item.update(status="ended", status_alt=[item["status"]]), "same status"),
        (lambda item: item.update(missions=[]), "missions F1"),
        (lambda item: item.update(countries=["Mali"]), "countries F1"),
        (lambda item: item.update(amounts=[{"value": 1, "currency": "EUR"}]), "amounts F1"),
        (lambda item: item.update(personnel=[{"value": 7, "qualifier": "max"}]), "people F1"),
    ],
)
def test_an_attribute_that_differs_is_seen_in_its_line(
    change: Callable[[Json], None], title: str, brief: Json, second: Json, sentences: list[str]
) -> None:
    change(next(item for item in second["commitments"] if item["missions"]))
    assert changed(brief, second, sentences) == {f"of matched: {title}"}


def test_readings_without_any_in_common_disagree(
    brief: Json, second: Json, sentences: list[str]
) -> None:
    item = second["commitments"][0]
    item.update(type="inform-parliament", status="considered")
    for key in ("type_alt", "type_accept", "status_alt", "status_accept"):
        item.pop(key, None)
    titles = ("same type", "a type in common", "same status", "a status in common")
    assert changed(brief, second, sentences) == {f"of matched: {title}" for title in titles}


def test_core_here_and_minor_there_is_no_lost_span(
    brief: Json, second: Json, sentences: list[str]
) -> None:
    item = next(item for item in second["commitments"] if item["core"])
    item["core"] = False
    found = agree(brief, second, sentences)
    assert found.commitments.f1 == found.core_known.f1 == 1.0
    assert found.core.right == found.core.found == found.core.expected - 1


def test_a_commitment_of_one_pass_only_costs_span_f1(
    brief: Json, second: Json, sentences: list[str]
) -> None:
    gone = second["commitments"].pop()
    found = agree(brief, second, sentences)
    n = len(brief["commitments"])
    assert found.commitments.f1 == pytest.approx(2 * (n - 1) / (2 * n - 1))
    assert found.core.f1 == (1.0 if not gone["core"] else found.core.f1)


def test_a_hard_negative_of_one_pass_only(brief: Json, second: Json, sentences: list[str]) -> None:
    second["not_commitments"].pop()
    assert changed(brief, second, sentences) == {"hard negatives: span F1"}


def test_figures_of_letters_add_up(brief: Json, second: Json, sentences: list[str]) -> None:
    one = agree(brief, second, sentences)
    two = one + one
    assert two.commitments.expected == 2 * one.commitments.expected
    assert len(two.sentences) == 2 * len(one.sentences)
    assert one + Agreement() == one


def test_a_letter_of_one_pass_only_is_named(brief: Json) -> None:
    with pytest.raises(BadData, match="annotated in one pass only"):
        agree_all([brief], [], {})


def test_a_quote_that_is_not_in_the_letter_is_named(brief: Json) -> None:
    with pytest.raises(BadData, match="commitment c1: not in the letter"):
        agree(brief, brief, [SENTENCE])


def test_a_quote_over_two_sentences_marks_both_and_core_outweighs_minor() -> None:
    sentences = ["Het is besloten.", "Nederland levert zes mensen.", SENTENCE]
    over = {"id": "c1", "quote": "is besloten. Nederland levert", "core": False}
    core = {"id": "c2", "quote": "levert zes mensen", "core": True}
    assert labels([over, core], sentences) == ["minor", "core", "none"]
    assert labels([core, over], sentences) == ["minor", "core", "none"]


PAIRS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), max_size=20)


@given(PAIRS)
def test_kappa_is_symmetric_and_at_most_one(pairs: list[tuple[str, str]]) -> None:
    value = kappa(pairs)
    assert value == kappa([(other, one) for one, other in pairs])
    if value is not None:
        assert -1.0 <= value <= 1.0
        assert (value == 1.0) == all(one == other for one, other in pairs)


def test_labels_that_ignore_each_other_have_no_kappa() -> None:
    assert kappa([(one, other) for one in "ab" for other in "ab"]) == 0.0
    assert kappa([]) is None and kappa([("a", "a")]) is None


def test_the_command_prints_the_agreement_of_the_two_passes() -> None:
    arguments = [str(PASSES[0]), "--agreement", str(PASSES[1])]
    letters = ["--letters", str(CORPUS / "letters")]
    result = CliRunner().invoke(main, ["evaluate", *arguments, *letters])
    assert result.exit_code == 0, result.output
    head, *rows, last = result.output.splitlines()
    assert head.split() == ["inzet-sahel", "minusma-voortgang", "total"]
    assert len(rows) == len(Agreement().figures())
    counted = [int(number) for number in last.split()[1:]]
    assert counted[0] + counted[1] == counted[2] > 400


def test_both_passes_annotate_the_same_letters() -> None:
    names = [sorted(file.name for file in folder.glob("*.json")) for folder in PASSES]
    assert names[0] == names[1] == ["inzet-sahel.json", "minusma-voortgang.json"]
    for folder in PASSES:
        for file in folder.glob("*.json"):
            assert json.loads(file.read_text("utf-8"))["letter"]["file"] == f"{file.stem}.txt"


def test_the_table_has_a_column_a_letter(brief: Json, sentences: list[str]) -> None:
    said = agreement_table({"a.txt": agree(brief, brief, sentences)})
    assert said.splitlines()[0].split() == ["a", "total"]
    assert "core commitments: span F1" in said
