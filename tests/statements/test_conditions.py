"""On what an undertaking depends, with its words; and that it is then not told as going on."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kamergraaf.annotations import annotate
from kamergraaf.statements import find
from tests.statements.test_sentences import letter

CASES = tomllib.loads(Path(__file__).with_name("voorwaarden.toml").read_text("utf-8"))["zin"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["tekst"])[:60])
def test_condition(case: dict[str, Any]) -> None:
    """Each commitment of the sentence has the condition, verbatim, and is still to come."""
    annotated = letter(case["tekst"])
    found = [each for each in find(annotate(annotated)).commitments if not each.vague]
    wanted = (case["voorwaarde"],) if "voorwaarde" in case else ()
    assert found
    assert {each.conditions for each in found} == {wanted}
    if wanted:
        assert {each.status for each in found} == {"announced"}
