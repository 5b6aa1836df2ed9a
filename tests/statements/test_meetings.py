"""Meetings: sentences with those that must come out of them, and sentences that tell of none."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import kamergraaf.statements
from kamergraaf.annotations import annotate
from kamergraaf.model import (
    Letter,
    LetterFacts,
    Meeting,
    Moment,
    Paragraph,
    Sentence,
    Signatory,
)
from kamergraaf.statements import find

FOLDER = Path(kamergraaf.statements.__file__).parent / "meetings"
TABLE = tomllib.loads((FOLDER / "contacts.toml").read_text("utf-8"))
CONTACTS, ROLES = TABLE["contact"], TABLE["rollen"]
CASES = tomllib.loads((Path(__file__).parent / "ontmoetingen.toml").read_text("utf-8"))["zin"]
DAY = date(2018, 3, 1)
SIGNED = (
    Signatory("Minister van Buitenlandse Zaken", "minister-bz"),
    Signatory("Minister van Defensie", "minister-defensie"),
)


def letter(*sentences: str) -> Letter:
    """Return a letter of one paragraph, signed by two ministers on 1 March 2018."""
    text = " ".join(sentences)
    facts = LetterFacts(
        date=Moment(DAY, DAY, DAY.isoformat()), date_source="stated", signatories=SIGNED
    )
    places, at = [], 0
    for sentence in sentences:
        places.append(Sentence(at, at + len(sentence), 0))
        at += len(sentence) + 1
    return Letter(
        "https://w3id.org/kamergraaf/id/letter/proef", "proef.txt", "0" * 64, text, "0" * 64, (),
        (Paragraph(0, len(text), "body"),), tuple(places), facts,
    )  # fmt: skip


def told(*sentences: str) -> tuple[Meeting, ...]:
    """Return the meetings that these sentences tell."""
    return find(annotate(letter(*sentences))).meetings


def said(meeting: Meeting, keys: set[str]) -> dict[str, Any]:
    """Return of a meeting what a case asks."""
    all_of_it = {
        "wie": [link.name for link in meeting.who],
        "met": [link.name for link in meeting.with_],
        "dag": meeting.when.edtf if meeting.when else "",
        "waar": meeting.where or "",
        "vorm": meeting.form,
        "citaat": meeting.quote,
    }
    return {key: value for key, value in all_of_it.items() if key in keys}


@pytest.mark.parametrize("row", CONTACTS, ids=[" ".join(r["werkwoorden"][:3]) for r in CONTACTS])
def test_a_way_of_telling_finds_its_example_and_nothing_in_its_counterexample(
    row: dict[str, Any],
) -> None:
    found = told(row["voorbeeld"])
    assert [m.form for m in found] in ([row["vorm"]], ["call"])
    assert told(row["niet"]) == ()


def test_the_ways_of_telling_are_all_there() -> None:
    """No filter has left the file half read."""
    assert len(CONTACTS) >= 15


@pytest.mark.parametrize("name", sorted(ROLES))
def test_people_without_a_name_are_met_too(name: str) -> None:
    assert len(told(ROLES[name]["voorbeeld"])) == 1


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["tekst"])[:60])
def test_sentence(case: dict[str, Any]) -> None:
    """The sentences of a case tell its meetings and nothing else."""
    texts = case["tekst"] if isinstance(case["tekst"], list) else [case["tekst"]]
    found, wanted = told(*texts), case["gevonden"]
    keys = {key for each in wanted for key in each}
    assert [said(each, keys) for each in found] == wanted


def test_there_are_sentences_of_both_kinds() -> None:
    assert len(CASES) >= 200
    assert sum(not case["gevonden"] for case in CASES) >= 90


def test_a_meeting_quotes_the_letter() -> None:
    text = "Op 9 november sprak ik in Brussel met mijn Colombiaanse ambtgenoot Holguín."
    (meeting,) = told(text)
    assert meeting.quote == text[meeting.start : meeting.end]
    assert meeting.when_text == "Op 9 november"
