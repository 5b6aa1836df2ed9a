"""Sentences with the commitments that must come out of them, and sentences that hold none."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kamergraaf.annotations import annotate
from kamergraaf.model import (
    Commitment,
    Letter,
    LetterFacts,
    Moment,
    Paragraph,
    Sentence,
    Signatory,
)
from kamergraaf.statements import find

CASES = tomllib.loads((Path(__file__).parent / "zinnen.toml").read_text("utf-8"))["zin"]
DAY = date(2018, 3, 1)


def letter(text: str) -> Letter:
    """Return a letter of one sentence, signed by the minister of foreign affairs on 1 March 2018."""
    facts = LetterFacts(
        date=Moment(DAY, DAY, DAY.isoformat()),
        date_source="stated",
        signatories=(Signatory("Minister van Buitenlandse Zaken"),),
    )
    whole = len(text)
    return Letter(
        "https://w3id.org/kamergraaf/id/letter/proef", "proef.txt", "0" * 64, text, "0" * 64, (),
        (Paragraph(0, whole, "body"),), (Sentence(0, whole, 0),), facts,
    )  # fmt: skip


def said(commitment: Commitment) -> dict[str, Any]:
    """Return what the cases tell of a commitment."""
    told: dict[str, Any] = {
        "kind": commitment.kind,
        "change": commitment.change,
        "status": commitment.status,
        "modality": commitment.modality,
        "actor": commitment.actor,
    }
    if commitment.missions:
        told["missions"] = [link.name for link in commitment.missions]
    if commitment.amounts:
        told["amounts"] = [int(each.value) for each in commitment.amounts]
    if commitment.personnel:
        told["people"] = [each.value for each in commitment.personnel]
    return told


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["tekst"])[:60])
def test_sentence(case: dict[str, Any]) -> None:
    """A sentence gives its commitments and nothing else."""
    found = [each for each in find(annotate(letter(case["tekst"]))).commitments if not each.vague]
    assert [said(each) for each in found] == case["gevonden"]


def test_there_are_many_sentences_of_both_kinds() -> None:
    """No filter has left the file half read."""
    assert len(CASES) >= 75
    assert sum(not case["gevonden"] for case in CASES) >= 25


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("Nederland zet zich in voor vrede en veiligheid.", True),
        ("Het kabinet streeft naar een samenhangend beleid.", True),
        ("Het kabinet zet zich in voor een missie van maximaal 40 militairen in Libanon.", False),
    ],
)
def test_an_aim_without_act_sum_number_or_term_is_vague(text: str, vague: bool) -> None:
    """What is vague is kept and marked."""
    found = find(annotate(letter(text))).commitments
    assert [each.vague for each in found] == [vague]


def test_a_shared_ceiling_is_one_commitment_per_mission_pointing_at_each_other() -> None:
    """Sums count a ceiling for two missions once."""
    text = (
        "Het kabinet heeft besloten de nationale mandaten van KFOR (4 personen) en EULEX Kosovo "
        "(gecombineerd mandaat van 12 personen met EUFOR Althea) te verlengen. Het nationale mandaat van EUFOR "
        "Althea (gecombineerd mandaat van 12 personen met EULEX Kosovo) wordt eveneens verlengd."
    )
    first = text.index("Het nationale")
    one = letter(text)
    sentences = (Sentence(0, first - 1, 0), Sentence(first, len(text), 0))
    whole = Letter(
        one.id, one.file, one.file_sha256, text, one.text_sha256, (), one.paragraphs, sentences,
        one.facts,
    )  # fmt: skip
    found = find(annotate(whole)).commitments
    twelve = [each for each in found if each.personnel and each.personnel[0].value == 12]
    assert [each.missions[0].name for each in twelve] == ["EULEX Kosovo", "EUFOR Althea"]
    assert twelve[0].personnel[0].shared_with == (twelve[1].id,)
    assert twelve[1].personnel[0].shared_with == (twelve[0].id,)
